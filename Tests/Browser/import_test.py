"""People of another system, who are imported with their passwords."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import canaries
from instance import Instance
from person import Person, somebody
from runner import expect, expect_equal, test
from visitor import Visitor

# Each was made by its tool of one password.
PASSWORD = "correct horse battery"
HASHES = {
    "PHP": "$2y$10$hIaN6iKyba6rThPh2q.lVuDZ6Inmq7UxRZfksqzTcEG.Q6/4M1z9C",
    "Nextcloud": "3|$argon2id$v=19$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo",
    "WordPress": "$wp$2y$04$taFgbn7TJv75P.b1VJ1sY.wiH6g6nGisbZ0Anuj8lyDUoLxjPzgzm",
    "Debian": "$y$j9T$L0xqyPL6x7kc5XA3wnIPP0$m.aZMhM6kkbXJ7N/PnLQWv0eAa3FL9OrmzqPBaeq897",
}
STORED = "SELECT hash FROM vestibule_vault.password_hashes h JOIN accounts a ON a.id = h.account_id WHERE a.email = '{}'"


@test
def a_table_is_tried_then_imported_and_its_people_sign_in(instance: Instance) -> None:
    people = {tool: newcomer(tool) for tool in HASHES}
    table = "email,name,role,password_hash\r\n" + "".join(
        f'{people[tool].email.upper()},"{people[tool].name}",{"admin" if tool == "PHP" else ""},"{text}"\r\n'
        for tool, text in HASHES.items())
    accounts, events = counted(instance)
    expect_equal(imported(instance, table, "people.csv", "--dry-run"), "would import 4 accounts: 3 user, 1 admin\n", "the rehearsal")
    expect_equal(counted(instance), (accounts, events), "what there is after the rehearsal")
    expect_equal(imported(instance, table, "people.csv"), "imported 4 accounts: 3 user, 1 admin\n", "the import")
    expect_equal(counted(instance), (accounts + 4, events + 4), "what there is after the import")
    for person in people.values():
        expect_equal(Visitor(instance).sign_in(person).status, 200, f"the status of {person.name}'s first page")
        expect(stored(instance, person).startswith("$argon2id$v=19$m="), f"{person.name} has {stored(instance, person)[:12]}")
        expect_equal(Visitor(instance).sign_in(person).status, 200, f"the status of {person.name}'s second sign-in")


@test
def an_htpasswd_file_is_completed_by_a_domain(instance: Instance) -> None:
    name = f"grace.{secrets.token_hex(3)}"
    lines = f"# staff\n{name}:{HASHES['PHP']}\n\n"
    refused = tried(instance, lines, ".htpasswd")
    expect_equal((refused.returncode, refused.stdout), (1, "line 2: no email address such as ada@example.org\n"), "the refusal")
    expect_equal(imported(instance, lines, ".htpasswd", "--domain", "example.test"), "imported 1 account: 1 user\n", "the import")
    expect_equal(Visitor(instance).sign_in(Person(name, f"{name}@example.test", PASSWORD)).status, 200, "the portal's status")


@test
def a_file_with_one_wrong_line_is_refused_line_by_line_and_changes_nothing(instance: Instance) -> None:
    ada, grace = somebody(instance), newcomer("Grace")
    canary = canaries.remember("password", f"plain {secrets.token_urlsafe(9)}")
    table = "\n".join([
        "email,name,role,password_hash", f"{grace.email},Grace,,{HASHES['PHP']}", f" {ada.email.title()},Ada,,{HASHES['PHP']}",
        f"{grace.email.upper()},Grace,,{HASHES['PHP']}", f"x@example.test,X,king,{HASHES['PHP']}",
        "y@example.test,Y,,$apr1$UrzCQuUf$xsJkqcMRkD24ujxnjP0Ge0", f"z@example.test,Z,,{canary}", "w@example.test,W",
    ])
    before = counted(instance)
    for more in ([], ["--dry-run"]):
        done = tried(instance, table, "people.csv", *more)
        expect_equal(done.returncode, 1, "the exit status")
        for line, words in zip(done.stdout.splitlines(), [
                f"line 3: {ada.email} has an account already", f"line 4: {grace.email} stands in line 2 already",
                "line 5: no role", "line 6: the hash is MD5 as Apache writes it", "line 7: the hash is plain text",
                "line 8: 2 cells instead of 4"], strict=True):
            expect(line.startswith(words), f"the report says {line!r}, not {words!r}")
        expect("nothing was imported" in done.stderr and done.stderr.count("\n") == 1, f"standard error is {done.stderr!r}")
        expect("$" not in done.stdout + done.stderr and canary not in done.stdout + done.stderr, "a hash is printed")
    expect_equal(counted(instance), before, "what there is after the refusal")


@test
def sixteen_first_sign_ins_at_once_leave_one_hash_of_ours(instance: Instance) -> None:
    ada = newcomer("Ada")
    imported(instance, f"{ada.email}:{HASHES['PHP']}\n", ".htpasswd")
    with ThreadPoolExecutor(16) as pool:
        pages = list(pool.map(lambda _: Visitor(instance).sign_in(ada), range(16)))
    expect_equal([page.status for page in pages], [200] * 16, "the statuses")
    expect_equal(len(instance.sql(STORED.format(ada.email))), 1, "the number of hashes")
    expect(stored(instance, ada).startswith("$argon2id$v=19$m="), "the hash is not ours")
    expect_equal(Visitor(instance).sign_in(ada).status, 200, "the status of the next sign-in")


@test
def a_file_that_holds_nobody_or_cannot_be_read_is_refused(instance: Instance) -> None:
    missing = instance.run("account", "import", "/nowhere/people.csv")
    for words, done in [("cannot read", missing), ("1 of 1 lines", tried(instance, "", "people.csv")),
                        ("no line with an account", tried(instance, "email,name,password_hash\n", "people.csv"))]:
        expect_equal((done.returncode, done.stderr.count("\n")), (1, 1), f"the end of what says {done.stderr!r}")
        expect(words in done.stderr, f"it says {done.stderr!r}, not {words!r}")


def newcomer(name: str) -> Person:
    return Person(name, f"new.{secrets.token_hex(4)}@example.test", PASSWORD)


def tried(instance: Instance, text: str, name: str, *more: str) -> CompletedProcess[str]:
    """Imports a file of this text and this name, which may be refused."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_text(text, newline="")
        return instance.run("account", "import", str(file), *more)


def imported(instance: Instance, text: str, name: str, *more: str) -> str:
    """Imports a file, and returns what is said about it."""
    done = tried(instance, text, name, *more)
    expect_equal((done.returncode, done.stderr), (0, ""), f"the end, and standard error, of an import of {text!r}")
    return done.stdout


def stored(instance: Instance, person: Person) -> str:
    """The person's password as the database has it."""
    return instance.sql(STORED.format(person.email))[0][0]


def counted(instance: Instance) -> tuple[int, int]:
    """How many accounts there are, and how many imported ones in the audit log."""
    events = "SELECT COUNT(*) FROM audit WHERE event = 'account-imported'"
    return instance.count("SELECT COUNT(*) FROM accounts"), instance.count(events)
