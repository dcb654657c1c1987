"""The pages: the one with a QR code beside PHP, and what the pool spends on each of the others."""

from bench import Bench
from enrolled import enrolled
from goals import Figure, at_least, at_most, measures
from load import request
from person import somebody
from rounds import interleaved, measured, ratio
from runner import expect
from visitor import Visitor

QR = at_least(60, "Two-factor pages with a QR code a second, of what PHP does")
PAGE = at_most(200, "Time of the pool for any other page", " µs")

# A page that is fetched and not opened leaves the pending key as it is, and draws it anew.
FETCHED = {"Sec-Fetch-Dest": "empty"}
# So many open pages at a time.
CLIENTS = 8


@measures(QR)
def qr_code(bench: Bench) -> list[Figure]:
    bench.start_peers()
    visitor = _signed_in(bench)
    visitor.open("/my/profile")
    visitor.press("Set up two-factor")
    page = visitor.ask("GET", "/my/profile/two-factor", headers=FETCHED).text
    expect("QR code for your authenticator app" in page, "there is no QR code on the page")
    ours = bench.load([request("/my/profile/two-factor", visitor.cookies, FETCHED)], CLIENTS)
    php = bench.load([request("/page.php", {})], CLIENTS)
    series = interleaved({"ours": ours, "php-fpm": php}, bench.rounds // 2)
    bench.series |= {f"QR code, {name}": one for name, one in series.items()}
    return [QR.of(ratio(series["ours"], series["php-fpm"]),
                  f"{series['ours'].rate:,.0f} and {series['php-fpm'].rate:,.0f} a second")]


@measures(PAGE)
def pages(bench: Bench) -> list[Figure]:
    costs = {}
    for path, visitor in _readers(bench):
        answer = visitor.ask("GET", path)
        expect(answer.status == 200, f"{path} is answered with {answer.status}")
        round = measured(bench.load([request(path, visitor.cookies)], CLIENTS), 1)
        costs[path] = round.cost["pool"]
    dearest = sorted(costs, key=costs.get, reverse=True)
    return [PAGE.of(costs[dearest[0]], ", ".join(f"{path} {costs[path]:.0f}" for path in dearest))]


def _readers(bench: Bench) -> list[tuple[str, Visitor]]:
    """Every page there is, each with somebody who may read it."""
    stranger, halfway, user, enrolled_user = bench.browser(), bench.browser(), _signed_in(bench), bench.browser()
    stranger.open("/login")
    ada, phone, _ = enrolled(bench.instance)
    halfway.open("/login")
    halfway.press("Sign in", {"Email": ada.email, "Password": ada.password})
    enrolled_user.sign_in(ada, phone)
    administrator = _signed_in(bench, "super-admin")
    person = bench.instance.count(f"SELECT id FROM accounts WHERE email = '{ada.email}'")
    return [("/login", stranger), ("/login/two-factor", halfway), ("/my", user), ("/my/profile", user),
            ("/my/profile/two-factor", enrolled_user), ("/my/profile/two-factor/recovery-codes", enrolled_user),
            *((path, administrator) for path in ("/admin", "/admin/people", f"/admin/people/{person}",
                                                 "/admin/settings/security", "/admin/audit"))]


def _signed_in(bench: Bench, role: str = "user") -> Visitor:
    visitor = bench.browser()
    visitor.sign_in(somebody(bench.instance, role=role))
    return visitor
