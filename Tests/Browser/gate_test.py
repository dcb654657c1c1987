"""Who gets past the gate of a site, and what everybody else sees instead."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from crowd import at_once
from instance import Instance
from outage_test import database_stopped
from person import Person, somebody
from runner import expect, expect_equal, test, test_each
from service import served
from sites import Site, every_site
from traveller import Traveller, arrived

SCRIPTS = [{"Sec-Fetch-Mode": "cors"}, {"Sec-Fetch-Mode": "same-origin"}, {"Sec-Fetch-Mode": "no-cors"},
           {"Accept": "application/json"}, {"Accept": "image/avif,image/webp"}]


def sign_out(traveller: Traveller, _: Person) -> None:
    traveller.open(f"{traveller.instance.origin}/my")
    traveller.press("Sign out")


def disable(traveller: Traveller, person: Person) -> None:
    traveller.instance.vestibule("account", "disable", person.email)


@contextmanager
def gate_stopped(instance: Instance) -> Iterator[None]:
    workers = instance.workers("gate")
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    try:
        yield
    finally:
        for worker in workers:
            os.kill(worker, signal.SIGCONT)


@test
def a_stranger_is_sent_to_sign_in_and_stands_at_the_very_address_afterwards(instance: Instance) -> None:
    ada = somebody(instance)
    with served(instance):
        for site in every_site(instance):
            stranger, address = Traveller(instance), f"{site.origin}/?year=2026&x=a%20b"
            answer = stranger.ask("GET", address)
            expect_equal((answer.status, answer.header("Cache-Control")), (303, "no-store"), f"the answer of {site.origin}")
            expect(answer.header("Location").startswith(f"{instance.origin}/login?"), f"it leads to {answer.header('Location')}")
            stranger.open(address)
            stranger.give(ada)
            expect_equal((stranger.url, stranger.answer.status), (address, 200), "where Ada stands")
            expect(site.words in stranger.answer.text, f"Ada sees {stranger.answer.page.text!r}")


@test
def a_script_without_a_session_is_told_so_without_a_page(instance: Instance) -> None:
    for site in every_site(instance):
        for headers in SCRIPTS:
            answer = Traveller(instance).ask("GET", f"{site.origin}/", headers=headers)
            seen = (answer.status, answer.text, answer.all("Location"), answer.all("Set-Cookie"))
            expect_equal(seen, (401, "", [], []), f"the answer of {site.origin} to {headers}")


@test
def a_page_of_a_site_is_for_one_browser_which_asks_again_each_time(instance: Instance) -> None:
    sites = every_site(instance)
    with served(instance):
        ada = arrived(instance, somebody(instance), *sites)
        for site in sites:
            caching = ada.ask("GET", f"{site.origin}/").all("Cache-Control")
            expect(caching in (["no-store"], ["private, no-cache"]), f"a page of {site.origin} may be kept: {caching}")


@test_each("close", {"by signing out": sign_out, "by being disabled": disable})
def whoever_is_out_is_out_of_every_site_at_the_next_request(
        instance: Instance, close: Callable[[Traveller, Person], None]) -> None:
    bob, sites = somebody(instance, "Bob Builder"), every_site(instance)
    with served(instance):
        traveller = arrived(instance, bob, *sites)
        expect_equal(statuses(traveller, sites), [200] * len(sites), "the statuses before")
        close(traveller, bob)
        expect_equal(statuses(traveller, sites), [303] * len(sites), "the statuses afterwards")


@test_each("broken", {"the database": database_stopped, "the workers of the gate": gate_stopped})
def while_nobody_can_be_asked_no_page_of_a_site_is_delivered(instance: Instance, broken: Callable[[Instance], None]) -> None:
    ada, sites = somebody(instance), every_site(instance)
    with served(instance):
        travellers = [arrived(instance, ada, site) for site in sites]
        with broken(instance):
            answers = at_once([lambda traveller=traveller: traveller.ask("GET", "/") for traveller in travellers])
    for site, answer in zip(sites, answers):
        seen = (answer.status, len(answer.all("Retry-After")), answer.page.tags.count("h1"), site.words in answer.text)
        expect_equal(seen, (503, 1, 1, False), f"the answer of {site.origin}")


def statuses(traveller: Traveller, sites: list[Site]) -> list[int]:
    return [traveller.ask("GET", f"{site.origin}/").status for site in sites]
