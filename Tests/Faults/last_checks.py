"""What is checked once, after all faults: every key, every secret, and that the checks themselves can fail."""

from collections.abc import Iterator
from pathlib import Path

import canaries
import facts
from leaks import leaking, leaks
from places import logs
from scene import Scene

MISMATCH = "That code did not match"
FOLDER = Path(__file__).with_name("violations")

Check = tuple[str, list[tuple[str, str]]]


def last_checks(scene: Scene) -> Iterator[Check]:
    """The name of each check, and what it finds wrong."""
    yield "Everybody signs in once more, with the phone where two-factor is enabled", _roll_call(scene)
    yield "No secret stands in the database, its files, a log, or beside a process", leaks(scene.instance)
    _do_everything_once(scene)
    for file in sorted(FOLDER.glob("*.sql")):
        number, _, words = file.stem.partition("_")
        found = facts.by_sql(scene, after=file.read_text(), only=number)
        yield _noticed(number, words.replace("_", " "), len(found) > len(facts.by_sql(scene, only=number)))
    for where, other in {"here": {"entrance": ""}, "next door": {"session": ""}}.items():
        yield _noticed("I7", f"somebody gets in {where} whose session was ended", _notices_who_gets_in(scene, other))
    yield _noticed("I9", "a password stands in a log", _notices_a_secret(scene))
    yield _noticed("I10", "a row of the audit log is changed", _notices_a_changed_row(scene))


def _roll_call(scene: Scene) -> list[tuple[str, str]]:
    """Has everybody who has a phone bring a code of it, new or used: the answer shows that the key opens."""
    for member in scene.members:
        member.codes = []
        if member.phone and not member.phone.has_code:
            client, fields = member.browser(), {"Authenticator code": member.phone.code_at(member.phone.last)}
            if member.give_password(client) and MISMATCH not in client.post("Verify and sign in", fields).page.text:
                member.ledger.surprise("I13", f"{member.person.email} has a code that is not judged")
        else:
            before = len(member.browsers)
            member.sign_in()
            if len(member.browsers) == before:
                member.ledger.surprise("I13", f"{member.person.email} cannot sign in")
    return facts.new_violations(scene)


def _do_everything_once(scene: Scene) -> None:
    """One more person leaves behind whatever a violation is made of, however few faults came before."""
    ada = scene.member()
    scene.members.append(ada)
    ada.sign_in()
    ada.set_up()
    for act in (ada.use_recovery_code, ada.use_code):
        client = ada.browser()
        ada.give_password(client)
        act(client)
        ada.browsers.append(client)
    ada.sign_out()


def _noticed(number: str, words: str, is_noticed: bool) -> Check:
    return f"It is noticed when {words} ({number})", [] if is_noticed else [(number, "nothing was noticed")]


def _notices_who_gets_in(scene: Scene, other: dict[str, str]) -> bool:
    """Calls a session that goes on one that was ended: whoever knocks with it, or with a part of it, gets in."""
    watcher = scene.watcher
    watcher.sign_in()
    watcher.browsers[-1].passes()
    watcher.ended.append(watcher.browsers[-1].proof._replace(**other))
    watcher.knock()
    watcher.ended.pop()
    return [number for number, _ in scene.ledger.take_surprises()] == ["I7"]


def _notices_a_secret(scene: Scene) -> bool:
    file = scene.instance.state / "log" / "noticed.log"
    file.write_text(next(iter(canaries.of_kind("password"))))
    found = leaking(logs(scene.instance))
    file.unlink()
    return [words for _, words in found] == [file.name]


def _notices_a_changed_row(scene: Scene) -> bool:
    """Changes a row, and changes it back."""
    seen = []
    for _ in range(2):
        scene.instance.sql((FOLDER / "by_hand" / "change_a_row.sql").read_text())
        seen.append(facts.of_the_audit_log(scene))
    return [bool(found) for found in seen] == [True, False]
