"""The command-line tool, as an administrator at the server's own terminal meets it."""

import json
import secrets
from dataclasses import replace

import canaries
from instance import Instance
from person import somebody
from runner import expect, expect_equal, test, test_each
from visitor import Visitor

# Every command, and what its help must name.
COMMANDS = {
    "": ["account", "settings", "audit", "keys", "protect", "serve", "worker", "housekeeper", "migrate", "install", "calibrate", "manual", "--version"],
    "account": ["add", "import", "list", "show", "set-password", "set-role", "disable", "enable", "reset-second-factor"],
    "account add": ["<email>", "--name <name>", "--role <role>", "--password-stdin", "super-admin", "At least 12 characters"],
    "account import": ["<file>", "--domain <domain>", "--dry-run", "email, name, role", "password_hash", "$2y$", "$wp$2y$", "$y$", "$6$"],
    "account list": ["--json"],
    "account show": ["<email>", "--json"],
    "account set-password": ["<email>", "--password-stdin", "At least 12 characters"],
    "account set-role": ["<email>", "<role>", "user", "admin", "it-admin", "super-admin"],
    "account disable": ["<email>"],
    "account enable": ["<email>"],
    "account reset-second-factor": ["<email>", "phone"],
    "settings": ["show", "set"],
    "settings show": ["--json"],
    "settings set": ["<setting>", "<value>", "require-mfa-for-everyone", "require-mfa-for-admins", "session-lifetime-minutes",
                     "audit-retention-days", "on or off", "5 to 43200", "30 to 36500"],
    "audit": ["list", "verify", "purge"],
    "audit list": ["--person <person>", "--event <event>", "--address <address>", "--from <from>", "--to <to>",
                   "--limit <limit>", "--json"],
    "audit verify": ["VESTIBULE_AUDIT_ANCHOR"],
    "audit purge": ["audit-retention-days"],
    "keys": ["list", "add", "rotate", "retire", "VESTIBULE_KEY_RING"],
    "keys list": ["--json", "current", "older", "waiting", "retired", "unknown"],
    "keys add": ["keys rotate"],
    "keys rotate": ["run again"],
    "keys retire": ["<key>", "backup"],
    "protect": ["check", "probe", "site"],
    "protect check": ["<file>", "--open <open>", "--json", "nginx -T", "the line to write"],
    "protect probe": ["<url>", "--record", "VESTIBULE_URL", "VESTIBULE_PROBES", "without a cookie", "401"],
    "protect site": ["<name>", "--require <require>", "--nginx <nginx>", "sites-available", "byte for byte"],
    "serve": ["SIGTERM", "SIGHUP"],
    "worker": ["--lane <lane>", "--slot <slot>", "gate, portal, sign-in"],
    "housekeeper": ["twice a minute", "protect probe --record"],
    "migrate": ["VESTIBULE_SQL"],
    "install": ["VESTIBULE_ADMIN_EMAIL", "VESTIBULE_ADMIN_PASSWORD"],
    "calibrate": ["VESTIBULE_PASSWORD_COST"],
    "manual": ["man -l"],
}

WRONG = [
    "nonsense", "account nonsense", "account add", "account add ada@example.test --name Ada", "account show", "account show ada",
    "account add ada --name Ada --password-stdin", "account add ada@example.test --name  --password-stdin",
    "account add ada@example.test --name Ada --role king --password-stdin", "account set-role ada@example.test king",
    "account set-password ada@example.test", "account import", "account import people.csv --domain a..b", "account list --nonsense", "settings set", "settings set nonsense on",
    "settings set require-mfa-for-everyone maybe", "settings set require-mfa-for-admins 1",
    "settings set session-lifetime-minutes 4", "settings set session-lifetime-minutes 43201",
    "settings set session-lifetime-minutes on", "settings set audit-retention-days 29", "audit list --event nonsense",
    "audit list --from yesterday", "audit list --limit -1", "keys retire", "keys retire first", "keys retire -1",
    "keys rotate 2", "protect probe wiki.example.org", "protect check nginx.conf nginx.conf",
    "protect site", "protect site wiki --require role:king", "worker --lane nonsense",
]


@test_each("command", {f"vestibule {words}".strip(): words.split() for words in COMMANDS})
def every_command_explains_itself(instance: Instance, command: list[str]) -> None:
    done = instance.run(*command, "--help")
    expect_equal((done.returncode, done.stderr), (0, ""), "the exit status, and standard error,")
    help_text = " ".join(done.stdout.split())
    for word in ["OVERVIEW:", "USAGE:", *COMMANDS[" ".join(command)]]:
        expect(word in help_text, f"the help does not name {word!r}")


@test
def a_wrong_command_line_ends_with_64_and_says_how_it_is_right(instance: Instance) -> None:
    for words in WRONG:
        done = instance.run(*words.split(" "), line="a horse, a battery, a staple\n")
        expect_equal((done.returncode, done.stdout), (64, ""), f"the exit status of {words!r}, and standard output,")
        expect("Usage: vestibule " in done.stderr, f"no usage after {words!r}: {done.stderr!r}")


@test
def a_refusal_ends_with_1_and_one_line_that_says_what_to_do(instance: Instance) -> None:
    ada, stranger = somebody(instance), "nobody@example.test"
    add = ["account", "add", "new.person@example.test", "--name", "New Person", "--password-stdin"]
    for arguments, line, words in [
        (["account", "show", stranger], "", "account list"),
        (["account", "disable", stranger], "", "account list"),
        (["account", "set-role", stranger, "admin"], "", "account list"),
        (["account", "reset-second-factor", stranger], "", "account list"),
        (["account", "set-password", stranger, "--password-stdin"], "a horse, a battery\n", "account list"),
        (["account", "set-password", ada.email, "--password-stdin"], "", "write one"),
        (["account", "set-password", ada.email, "--password-stdin"], "Ada Lovelace 1815\n", "own name"),
        (["account", "add", ada.email, "--name", "Ada", "--password-stdin"], "a horse, a battery\n", "choose another address"),
        (add, "eleven char\n", "at least 12"), (add, "a" * 1025 + "\n", "at most 1024"), (add, "password1234\n", "a common one"),
        (add, "New Person 2026\n", "own name"), (add, "new.person@example.test\n", "own address"),
        (add, "Vestibule2026\n", "this site"), (["keys", "retire", "4000000000"], "", "keys list"),
    ]:
        done = instance.run(*arguments, line=line)
        expect_equal((done.returncode, done.stdout), (1, ""), f"the exit status of {arguments}, and standard output,")
        expect_equal(done.stderr.count("\n"), 1, f"the number of lines after {arguments}")
        expect(words in done.stderr, f"{arguments} says {done.stderr!r}, not {words!r}")
    expect_equal(instance.run("account", "show", "new.person@example.test").returncode, 1, "the status of who was refused")


@test
def an_account_is_made_changed_and_shown(instance: Instance) -> None:
    ada = somebody(instance, "Ada King")
    for role in ("admin", "it-admin", "super-admin", "user"):
        expect_equal(instance.vestibule("account", "set-role", ada.email, role), "", "what set-role prints")
        expect_equal(shown(instance, ada.email)["role"], role, "the role")
    instance.vestibule("account", "disable", ada.email)
    expect_equal(shown(instance, ada.email)["disabled"], True, "whether the account is disabled")
    expect("account        disabled" in instance.vestibule("account", "show", ada.email), "it is not said to be disabled")
    instance.vestibule("account", "enable", ada.email)
    account = shown(instance, ada.email)
    expect_equal([account[key] for key in ("email", "name", "disabled", "secondFactor")], [ada.email, ada.name, False, False],
                 "the account")
    expect(account in json.loads(instance.vestibule("account", "list", "--json")), "the account is not in the list")
    line = f"{ada.email}\tuser\tpassword-only\tenabled\tnever\t{ada.name}"
    expect(line in instance.vestibule("account", "list").splitlines(), f"no line {line!r} in the list")


@test
def who_lost_the_phone_and_the_password_is_let_in_again(instance: Instance) -> None:
    visitor, ada = Visitor(instance), somebody(instance)
    new = replace(ada, password=canaries.remember("password", f"an owl, a lamp {secrets.token_urlsafe(12)}"))
    visitor.sign_in(ada)
    visitor.enrol()
    expect_equal(shown(instance, ada.email)["secondFactor"], True, "whether two-factor is enabled")
    instance.vestibule("account", "reset-second-factor", ada.email)
    instance.vestibule("account", "set-password", ada.email, "--password-stdin", line=new.password + "\n")
    expect_equal(shown(instance, ada.email)["secondFactor"], False, "whether two-factor is enabled")
    expect_equal(visitor.ask("GET", "/my").header("Location"), "/login", "where the session of before leads")
    visitor.sign_in(new)
    expect_equal(visitor.ask("GET", "/my").status, 200, "the status of the portal after the new password alone")


@test
def the_settings_are_shown_as_they_are_set(instance: Instance) -> None:
    before = json.loads(instance.vestibule("settings", "show", "--json"))
    expect_equal(dict(line.split(" ") for line in instance.vestibule("settings", "show").splitlines()), before, "the settings")
    try:
        for key, value in [("session-lifetime-minutes", "43200"), ("require-mfa-for-admins", "on"),
                           ("require-mfa-for-everyone", "off")]:
            expect_equal(instance.vestibule("settings", "set", key, value), "", "what `settings set` prints")
            expect_equal(json.loads(instance.vestibule("settings", "show", "--json"))[key], value, key)
    finally:
        for key, value in before.items():
            instance.vestibule("settings", "set", key, value)


def shown(instance: Instance, email: str) -> dict[str, object]:
    return json.loads(instance.vestibule("account", "show", email, "--json"))
