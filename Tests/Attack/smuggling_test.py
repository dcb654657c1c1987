"""Requests that mean one thing to nginx and another to the pool, and headers and cookies that speak for somebody."""

from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from target import Target
from visitor import Visitor
from wire import raw

HIDDEN = b"GET /static/site.js HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Hidden: 1\r\n\r\n"
LENGTHS = [
    b"Content-Length: 4\r\nTransfer-Encoding: chunked", b"Transfer-Encoding: chunked\r\nContent-Length: 4",
    b"Content-Length: 4\r\nContent-Length: 80", b"Content-Length: 4\r\nContent-Length: 4", b"Content-Length: 4, 4",
    b"Content-Length: +4", b"Content-Length: -4", b"Content-Length: 0x4", b"Content-Length: 4 4", b"Content-Length: 4e0",
    b"Content-Length: 99999999999999999999999", b"Content-Length : 4", b"Transfer-Encoding : chunked",
    b"Transfer-Encoding: xchunked", b"Transfer-Encoding: chunked, identity", b"Transfer-Encoding: identity, chunked",
    b"Transfer-Encoding: \x0bchunked", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", b"Transfer-Encoding:\r\n chunked",
    b"X: y\r\n Transfer-Encoding: chunked", b"X: y\rTransfer-Encoding: chunked", b"X\0: y"]
CHUNKS = [b"0x4\r\na=bc\r\n0\r\n\r\n", b"-4\r\na=bc\r\n0\r\n\r\n", b"+4\r\na=bc\r\n0\r\n\r\n", b" 4\r\na=bc\r\n0\r\n\r\n",
          b"ffffffffffffffff1\r\na=bc\r\n0\r\n\r\n", b"4\r\na=bcX0\r\n\r\n", b"4\ra=bc\r\n0\r\n\r\n", b"g\r\n\r\n"]
NAMES = ["Remote-User", "Remote_User", "REMOTE_USER", "HTTP_REMOTE_USER", "X-Remote-User", "X-Forwarded-User",
         "X_Forwarded_User", "Remote-Email", "Remote-Groups", "X-Webauth-User", "X-Original-User"]
ELSEWHERE = {"X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9", "Forwarded": "for=203.0.113.9;proto=https",
             "Client-IP": "203.0.113.9", "True-Client-IP": "203.0.113.9", "X-Forwarded-Proto": "https", "HTTPS": "on",
             "X-Forwarded-Host": "evil.example", "X-Host": "evil.example", "Proxy": "http://evil.example",
             "Remote-Addr": "203.0.113.9", "REMOTE_ADDR": "203.0.113.9", "X-Original-URL": "/admin",
             "X-Rewrite-URL": "/admin", "X-HTTP-Method-Override": "DELETE", "Authorization": "Basic YWRtaW46eA=="}


def answers(target: Instance, request: bytes) -> list[int]:
    """The statuses of all answers that one connection brings."""
    parts = raw(target.port, request).split(b"HTTP/1.1 ")[1:]
    return [int(part[:3]) for part in parts]


@test
def no_body_becomes_a_request(target: Target) -> str:
    post = b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    for lengths in LENGTHS:
        for body in (b"0\r\n\r\n", b"a=bc", b""):
            seen = answers(target, post + lengths + b"\r\n\r\n" + body + HIDDEN)
            expect(len(seen) <= 1 and seen[0] >= 400, f"{lengths!r} is answered {seen}")
    for chunks in CHUNKS:
        seen = answers(target, post + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + HIDDEN)
        expect(len(seen) <= 1 and seen[0] == 400, f"the chunks {chunks!r} are answered {seen}")
    for line in (b"GET /login HTTP/1.1", b"GET /my HTTP/1.1", b"POST /nothing HTTP/1.1", b"GET /static/site.js HTTP/1.1"):
        request = line + b"\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n" % len(HIDDEN) + HIDDEN
        last = b"GET /static/nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        seen = answers(target, request + last)
        expect(len(seen) == 2 and seen[-1] == 404, f"{line!r} with a request as its body, and another, are answered {seen}")
    return f"{3 * len(LENGTHS) + len(CHUNKS)} lengths that contradict themselves and 4 bodies: none was read as a request"


@test
def each_of_many_requests_in_one_packet_gets_its_own_answer(target: Target) -> str:
    ada = Visitor(target)
    ada.sign_in(somebody(target))
    cookie = f"{target.cookie('session')}={ada.cookies[target.cookie('session')]}"
    hers = f"GET /my HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()
    nobodys = b"GET /my HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    last = b"GET /static/nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    seen = answers(target, (hers + nobodys) * 20 + last)
    expect_equal(seen, [200, 303] * 20 + [404], "the statuses")
    return "20 of hers and 20 of nobody's in turn on one connection: each its own"


@test
def no_header_speaks_for_anybody(target: Target) -> str:
    sue = somebody(target, "Sue Super", "super-admin")
    for name in NAMES:
        for value in (sue.email, "admin@localhost", "1"):
            answer = Visitor(target).ask("GET", "/admin", headers={name: value})
            expect_equal((answer.status, answer.header("Location")), (303, "/login"), f"the answer to {name}: {value}")
    for name, value in ELSEWHERE.items():
        answer = Visitor(target).ask("GET", "/login", headers={name: value})
        said = f"{answer.headers}{answer.text}"
        expect_equal(answer.status, 200, f"the status with {name}")
        expect("evil.example" not in said and "203.0.113.9" not in said, f"{name} is repeated")
        expect("Secure" not in said and not answer.all("Strict-Transport-Security"), f"{name} makes the site think of TLS")
    ada = somebody(target)
    visitor = Visitor(target, source="127.9.8.7")
    visitor.open("/login")
    visitor.ask("POST", *visitor.filled("Sign in", {"Email": ada.email, "Password": ada.password}), headers=ELSEWHERE)
    where = f"FROM accounts a JOIN %s x ON x.account_id = a.id WHERE a.email = '{ada.email}'"
    for table in ("sessions", "audit"):
        seen = {row[0] for row in target.sql(f"SELECT x.address {where % table}")} - {"command-line"}
        expect_equal(seen, {"127.9.8.7"}, f"the address in {table}")
    return f"{len(NAMES)} names of users and {len(ELSEWHERE)} of addresses, hosts and methods: none was believed"


@test
def a_cookie_that_comes_twice_is_refused(target: Target) -> str:
    ada, bob = Visitor(target), Visitor(target)
    ada.sign_in(somebody(target))
    bob.sign_in(somebody(target))
    name = target.cookie("session")
    pairs = [(ada, bob), (bob, ada), (ada, ada)]
    joins = ["; ", ";", ";  ", "; x=y; ", "\r\nCookie: ", "\r\ncookie: ", f"; {name}=; ", "; =; "]
    for first, second in pairs:
        for join in joins:
            header = f"{name}={first.cookies[name]}{join}{name}={second.cookies[name]}"
            for path in ("/my", "/login", "/nothing", "/admin/audit.csv"):
                request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: {header}\r\n\r\n"
                expect_equal(answers(target, request.encode()), [400], f"the status of {path} with {join!r} between two")
    for kind in ("form", "challenge", "browser-00000000"):
        header = f"{target.cookie(kind)}=a; {name}={ada.cookies[name]}; {target.cookie(kind)}=b"
        expect_equal(Visitor(target).ask("GET", "/my", headers={"Cookie": header}).status, 400, f"a doubled {kind}")
    return f"{len(pairs) * len(joins)} ways to send two sessions, on 4 addresses: 400 each"


@test
def a_cookie_that_only_looks_like_the_session_is_none(target: Target) -> str:
    ada = Visitor(target)
    ada.sign_in(somebody(target))
    name = target.cookie("session")
    value = ada.cookies[name]
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    sibling = value[:-1] + last[last.index(value[-1]) ^ 1]
    names = [f"\u00a0{name}", f"\u2000{name}", f"{name} ", f"{name}\t", f"\t{name}", f'"{name}"', f'$Version=1; "{name}"',
             f"$Version=1, {name}", name.upper(), name.replace("-", "_"), name.replace("-", "%2D"), f"__Host-{name}",
             f"__Secure-{name}", f"__host-{name}", "__Host-vestibule-session", "vestibule-session", f"{name}[]", f"x={name}"]
    values = [f'"{value}"', f"{value} ", f" {value}", f"{value}=", f"{value}==", value[:-1], f"{value}A", value + "\0",
              sibling, value.replace(value[0], f"%{ord(value[0]):02X}", 1), f"{value},{value}", f"{value}\t"]
    for header in [f"{alike}={value}" for alike in names] + [f"{name}={alike}; x=y" for alike in values]:
        request = f"GET /my HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: {header}\r\n\r\n"
        expect(answers(target, request.encode())[0] in (303, 400), f"the cookie {header!r} opens her page")
    long = {"Cookie": f"x={'a' * 7000}; {name}={value}"}
    expect_equal(Visitor(target).ask("GET", "/my", headers=long).status, 200, "the status with a long cookie before hers")
    for size in (9_000, 70_000):
        answer = Visitor(target).ask("GET", "/my", headers={"Cookie": f"{name}={value}; x={'a' * size}"})
        expect_equal(answer.status, 400, f"the status with {size} bytes of cookies")
    return f"{len(names)} names and {len(values)} values like hers: none opened her page"
