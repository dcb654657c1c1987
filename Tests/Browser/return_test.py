"""Addresses to come back to that are none of the sites': nobody is led there, signed in or on signing in."""

from urllib.parse import quote

from foreign import foreign
from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from sites import demonstration
from traveller import Traveller, arrived
from visitor import Answer


@test
def a_foreign_address_to_come_back_to_is_not_followed(instance: Instance) -> str:
    site = demonstration(instance)
    ada = arrived(instance, somebody(instance), site)
    payloads = foreign(site)
    for payload in payloads:
        query = f"return={quote(payload, safe='')}"
        for way in ("/login", "/login/continue"):
            expect_to_lead_nowhere(ada.ask("GET", f"{instance.origin}{way}?{query}"), payload)
            expect_to_lead_nowhere(ada.ask("GET", f"{instance.origin}{way}?{query}&browser={'A' * 43}"), payload)
        expect_to_lead_nowhere(ada.ask("GET", f"{site.origin}/auth/enter?code={'A' * 43}&{query}"), payload)
    return f"{len(payloads)} addresses"


@test
def nobody_is_led_to_a_foreign_address_by_signing_in(instance: Instance) -> None:
    person = somebody(instance)
    for payload in ("//evil.example/", "https://evil.example/", f"{demonstration(instance).origin}@evil.example/"):
        stranger = Traveller(instance)
        stranger.open(f"/login?return={quote(payload, safe='')}")
        stranger.give(person)
        expect_equal(stranger.url, f"{instance.origin}/my", f"where signing in leads with {payload!r}")


@test
def two_addresses_to_come_back_to_are_none(instance: Instance) -> None:
    origin, ada = demonstration(instance).origin, Traveller(instance)
    ada.sign_in(somebody(instance))
    for query in (f"return={origin}/&return=https://evil.example/", f"return=https://evil.example/&return={origin}/"):
        expect_to_lead_nowhere(ada.ask("GET", f"{instance.origin}/login?{query}"), query)


def expect_to_lead_nowhere(answer: Answer, payload: str) -> None:
    onward = [*answer.all("Location"), *answer.all("Refresh")]
    expect(answer.status in (303, 400, 410, 414) and set(onward) <= {"/", "/my"}, f"{payload!r} is answered with {answer.status}, {onward}")
    expect_equal(answer.all("Set-Cookie"), [], f"what {payload!r} sets")
