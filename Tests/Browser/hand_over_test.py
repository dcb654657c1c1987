"""The code by which the sign-in hands somebody over to a site."""

from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from sites import Site, demonstration, demonstration_elsewhere, folder
from traveller import Traveller


def on_the_way(instance: Instance, site: Site) -> tuple[Traveller, str]:
    """Somebody who has just signed in, and the address at which the site will take them over."""
    ada, traveller = somebody(instance), Traveller(instance)
    traveller.open(f"{site.origin}/")
    answer = traveller.post("Sign in", {"Email": ada.email, "Password": ada.password})
    answer = traveller.ask("GET", answer.header("Location"))
    address = answer.header("Refresh").partition("url=")[2]
    expect(address.startswith(f"{site.origin}/auth/enter?code="), f"the way leads to {address!r}")
    return traveller, address


def expect_to_be_left_outside(traveller: Traveller, address: str, why: str) -> None:
    answer = traveller.ask("GET", address)
    expect_equal((answer.status, answer.all("Set-Cookie"), answer.all("Location")), (410, [], []), f"the answer {why}")
    expect("This link is over" in answer.page.text, f"the page {why} says {answer.page.text!r}")


@test
def a_code_lets_its_browser_in_once(instance: Instance) -> None:
    for site in (demonstration(instance), demonstration_elsewhere(instance)):
        traveller, address = on_the_way(instance, site)
        answer = traveller.ask("GET", address)
        expect_equal((answer.status, answer.header("Location")), (303, f"{site.origin}/"), "where the code leads")
        again = traveller.ask("GET", address)
        expect_equal((again.header("Location"), again.all("Set-Cookie")), (f"{site.origin}/", []), "where it leads again")
        expect(site.words in traveller.open(f"{site.origin}/").text, "the first use no longer counts")
        del traveller.cookies[f"vestibule-{site.port}-site"]
        expect_to_be_left_outside(traveller, address, "to the code's second use")


@test
def a_code_is_of_no_use_to_another_browser(instance: Instance) -> None:
    site = demonstration(instance)
    _, address = on_the_way(instance, site)
    expect_to_be_left_outside(Traveller(instance), address, "to a browser that has never been there")
    mallory = Traveller(instance)
    mallory.open(f"{site.origin}/")
    expect_to_be_left_outside(mallory, address, "to a browser that was sent to sign in too")
    expect_equal(mallory.open(f"{site.origin}/").status, 200, "the status of the sign-in form")
    expect(site.words not in mallory.answer.text, "Mallory is inside")


@test
def a_code_is_of_no_use_at_another_site(instance: Instance) -> None:
    site, other = demonstration(instance), folder(instance)
    traveller, address = on_the_way(instance, site)
    traveller.ask("GET", f"{other.origin}/")
    expect_to_be_left_outside(traveller, address.replace(f":{site.port}/", f":{other.port}/"), "of another site")
    expect_to_be_left_outside(traveller, address.replace(str(site.port), str(other.port)), "of another site that it names")


@test
def a_code_is_over_after_a_minute(instance: Instance) -> None:
    traveller, address = on_the_way(instance, demonstration(instance))
    instance.sql("UPDATE hand_overs SET ends_at = ends_at - 61000000")
    expect_to_be_left_outside(traveller, address, "to an old code")


@test
def what_is_no_code_lets_nobody_in(instance: Instance) -> None:
    site = demonstration(instance)
    traveller, address = on_the_way(instance, site)
    given, _, rest = address.partition("?")[2].partition("&")
    code = given.removeprefix("code=")
    for wrong in ("", "code=", f"code={code[:-1]}", f"code={code}A", "code=" + "A" * len(code), f"code={code}&code={code}",
                  f"code[]={code}", f"Code={code}", f"code=%00{code}"):
        expect_to_be_left_outside(traveller, f"{site.origin}/auth/enter?{wrong}&{rest}", f"to {wrong!r}")
