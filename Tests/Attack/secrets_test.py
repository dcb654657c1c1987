"""Nothing that is secret is found where it must not be: not in the database, a log or a file, not beside a process."""

from collections.abc import Iterable
from urllib.parse import urlencode

import canaries
import search
from enrolled import enrolled
from instance import Instance
from person import somebody
from places import beside_processes, dump, logs, written
from runner import expect, expect_equal, test
from visitor import Visitor

KINDS = ("password", "key", "code", "recovery code", "cookie")


def expect_none(places: Iterable[tuple[str, bytes]], control: str) -> None:
    """No secret is found; the control, which is no secret, is there, so the right places are searched."""
    with written(places) as folder:
        expect_equal(search.leaking_files(folder) + search.codes_alone(folder), [], "what is found")
        expect(search.holds(folder, control.encode()), f"not even {control!r} is found")


@test
def every_kind_of_secret_has_been_used(instance: Instance) -> None:
    ada, phone, _ = enrolled(instance)
    Visitor(instance).sign_in(ada, phone)
    expect(all(map(canaries.of_kind, KINDS)), "a kind of secret was never used")


@test
def no_secret_is_in_the_database(instance: Instance) -> None:
    ada = somebody(instance)
    expect_none(dump(instance), ada.email)


@test
def no_secret_is_in_the_files_of_the_database(instance: Instance) -> None:
    folder = instance.state / "mariadb"
    expect_equal(search.leaking_files(folder), [], "what is found")
    expect(search.holds(folder, somebody(instance).email.encode()), "not even an address is found")


@test
def no_secret_is_in_a_log(instance: Instance) -> None:
    expect_none(logs(instance), "/login/two-factor/recovery")


@test
def no_secret_is_in_a_file_left_behind(instance: Instance) -> None:
    kept = {"mariadb", "log", "secrets", "bin", "share"}
    files = [path for path in instance.state.rglob("*")
             if path.is_file() and path.relative_to(instance.state).parts[0] not in kept]
    expect_none(((f"{number} {path.name}", path.read_bytes()) for number, path in enumerate(files)), "VESTIBULE_URL")


@test
def no_secret_comes_back_with_an_error(instance: Instance) -> None:
    ada, visitor = somebody(instance), Visitor(instance)
    visitor.sign_in(ada)
    session = visitor.cookies[instance.cookie("session")]
    typed = {"email": "x", "password": ada.password, "new-password": ada.password, "current-password": ada.password,
             "name": "x", "session": session, "enrolment": session, "reason": "", "csrf_token": session}
    answers = [visitor.ask(method, path, urlencode(typed) if method == "POST" else None, {"X-Canary": session})
               for path in ("/nothing", "/my/nothing", "/admin", "/login", "/my/profile/password", "/static/nothing",
                            "/my/profile/two-factor/confirm", "/activate/x", "/%ff", "/%00")
               for method in ("GET", "POST", "PUT", "TRACE")]
    said = [(f"answer {number}", f"{answer.headers}{answer.text}".encode()) for number, answer in enumerate(answers)]
    expect_none(said, "Page not found")


@test
def no_secret_is_beside_a_process(instance: Instance) -> None:
    expect_none(beside_processes(instance), "vestibule.conf")
