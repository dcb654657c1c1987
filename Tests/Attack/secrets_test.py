"""Nothing that is secret is found where it must not be: not in the database, not in a log, not beside a process."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import canaries
import search
from instance import Instance, command_line, processes
from person import somebody
from runner import expect, expect_equal, test
from visitor import Visitor

KINDS = ("password", "key", "code", "recovery code", "cookie")


def expect_none(places: Iterable[tuple[str, bytes]], control: str) -> None:
    """No secret is found; the control, which is no secret, is there, so the right places are searched."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for place, content in places:
            (folder / place).write_bytes(content)
        expect_equal(search.leaking_files(folder) + search.codes_alone(folder), [], "what is found")
        expect(search.holds(folder, control.encode()), f"not even {control!r} is found")


@test
def every_kind_of_secret_has_been_used(instance: Instance) -> None:
    ada, visitor = somebody(instance), Visitor(instance)
    visitor.sign_in(ada)
    phone, _ = visitor.enrol()
    visitor.press("Sign out")
    visitor.sign_in(ada, phone)
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
    logs = ((path.name, path.read_bytes()) for path in (instance.state / "log").iterdir())
    expect_none(logs, "/login/two-factor/recovery")


@test
def no_secret_is_beside_a_process(instance: Instance) -> None:
    expect_none(beside_processes(instance), "vestibule.conf")


def dump(instance: Instance) -> Iterator[tuple[str, bytes]]:
    """Each column of each table, as the bytes that it holds."""
    columns = instance.sql(
        "SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c "
        "JOIN information_schema.tables t USING (table_schema, table_name) "
        "WHERE t.table_type = 'BASE TABLE' AND c.table_schema IN ('vestibule', 'vestibule_vault')")
    for schema, table, column in columns:
        cells = instance.sql(f"SELECT HEX(CAST(`{column}` AS BINARY)) FROM `{schema}`.`{table}`")
        yield f"{table}.{column}", b"\n".join(bytes.fromhex(cell) for cell, in cells if cell != "NULL")


def beside_processes(instance: Instance) -> Iterator[tuple[str, bytes]]:
    """The environment and the command line of every process of the instance."""
    ours = [pid for pid in processes() if any(str(instance.state) in word for word in command_line(pid))]
    supervised = [instance.process_id(name) for name in ("vestibule", "nginx", "mariadb")] + instance.workers()
    for pid in {*ours, *supervised}:
        for name in ("environ", "cmdline"):
            try:
                yield f"{name} of {pid}", Path(f"/proc/{pid}/{name}").read_bytes()
            except (FileNotFoundError, ProcessLookupError):
                continue
