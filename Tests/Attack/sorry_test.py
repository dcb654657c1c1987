"""Sites whose own configuration gets in the gate's way: error pages that say all is well, caches, a name that nobody knows."""

import os
import secrets
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from crowd import at_once
from gated import INSIDE, cookie_at, gated
from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from service import served
from sites import Site
from target import Target, kept, new_token
from traveller import Traveller, arrived
from visitor import Answer

# Of the sites, and of the folder where a location has an error page of its own.
ASKED = [("sorry", "/"), ("sorry", "/secret/"), ("sorry", "/nothing"), ("eager", "/"), ("eager", "/secret/"),
         ("eager", "/nothing"), ("folder", "/own-error-page/"), ("folder", "/own-error-page/nothing"), ("cached", "/"),
         ("service", "/")]


@contextmanager
def gate_stopped(instance: Instance) -> Iterator[None]:
    """Nobody can be asked, as the workers of the gate stand still."""
    workers = instance.workers("gate")
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    try:
        yield
    finally:
        for worker in workers:
            with suppress(ProcessLookupError):  # It has been replaced meanwhile.
                os.kill(worker, signal.SIGCONT)


def let_in(target: Target, traveller: Traveller, site: Site) -> None:
    """Gives somebody who has arrived elsewhere a pass at a site that leads nobody to the sign-in."""
    token, session = new_token(), kept(traveller.cookies_at(target)[target.cookie("session")])
    target.sql(f"CREATE TEMPORARY TABLE pass SELECT * FROM site_sessions WHERE session_id = {session} LIMIT 1; "
               f"UPDATE pass SET id = {kept(token)}, site = '{site.origin}'; INSERT INTO site_sessions SELECT * FROM pass")
    traveller.cookies_at(site)[cookie_at(site)] = token


def expect_no_page(target: Target, visitor: Traveller, why: str) -> int:
    """Asks every site at once, and returns how many times."""
    def ask(name: str, path: str) -> Callable[[], Answer]:
        asking, address = Traveller(target), gated(target, name).origin + path
        asking.cookies_at(gated(target, name)).update(visitor.cookies_at(gated(target, name)))
        return lambda: asking.ask("GET", address)

    for (name, path), answer in zip(ASKED, at_once([ask(name, path) for name, path in ASKED])):
        expect(INSIDE not in answer.text, f"{name} delivers {path} {why}, with status {answer.status}")
    return len(ASKED)


@test
def no_error_page_or_cache_turns_a_no_into_a_yes(target: Target) -> str:
    sites, eager = [gated(target, name) for name in ("folder", "sorry", "cached", "service")], gated(target, "eager")
    asked, mallory = 0, Traveller(target)
    with served(target):
        ada, bob = (arrived(target, somebody(target), *sites) for _ in range(2))
        let_in(target, ada, eager)
        let_in(target, bob, eager)
        sites.append(eager)
        for site in sites:
            expect(INSIDE in ada.ask("GET", f"{site.origin}/").text, f"{site.host} does not let in who has arrived")
            mallory.cookies_at(site)[cookie_at(site)] = new_token()
        asked += expect_no_page(target, mallory, "to who made a cookie up")
        asked += expect_no_page(target, Traveller(target), "to a stranger")
        for site in sites:
            expect(INSIDE in ada.ask("GET", f"{site.origin}/").text, f"{site.host} keeps out who has arrived, after it refused others")
        ada.open(f"{target.origin}/my")
        ada.press("Sign out")
        asked += expect_no_page(target, ada, "to who has signed out")
        with gate_stopped(target):
            asked += expect_no_page(target, bob, "while nobody can be asked")
        asked += expect_no_page(target, Traveller(target), "after that")
    return f"{asked} requests to 5 sites with error pages of status 200, and with caches: no page"


@test
def what_one_person_is_shown_is_kept_for_no_other(target: Target) -> str:
    site, people = gated(target, "cached"), [somebody(target, name) for name in ("Ada Lovelace", "Bob Builder")]
    paths = ["/", "/?" + secrets.token_hex(4), f"/{secrets.token_hex(4)}"]
    with served(target):
        travellers = [arrived(target, person, site) for person in people]
        for path in paths:
            for _ in range(2):
                for person, other, traveller in zip(people, reversed(people), travellers):
                    page = traveller.ask("GET", site.origin + path).text
                    expect(person.email in page and other.email not in page, f"{person.email} is shown {page!r}")
    pages = [traveller.ask("GET", site.origin + path).text for traveller in travellers for path in paths]
    expect(all(INSIDE in page for page in pages), "nothing was kept, though the service is gone")
    expect_no_page(target, Traveller(target), "to a stranger, out of what was kept")
    return f"{len(paths)} addresses, kept for 2 people: each got their own, and a stranger none"
