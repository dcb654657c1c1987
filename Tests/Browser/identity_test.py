"""One person, one account: what only looks like somebody's address makes none and enters none."""

import secrets

from instance import Instance
from person import Person, somebody
from runner import expect, expect_equal, test
from visitor import Visitor

# What somebody types instead of an address that begins with "k". The command line holds no zero byte.
SAME = ["{}", "{upper}", " {} ", "\t{upper}\t"]
NONE = [
    "{}\n", "\n{}", "{}\r\nBcc: a@b.test", "{local}\t@{domain}", "{local} @{domain}", "{}\u00a0", "ｋ{rest}@{domain}", "{local}＠{domain}",
    "{local}@example。test", "к{rest}@{domain}", "{local}@еxample.test", "κ{rest}@{domain}", "\u212a{rest}@{domain}",
    "k\u0131{rest}@{domain}", "\u0130{rest}@{domain}", "ß{rest}@{domain}", "\u017f{rest}@{domain}", "k\u0301{rest}@{domain}",
    "k\u200d{rest}@{domain}", "k\u200b{rest}@{domain}", "k\u00ad{rest}@{domain}", "\u200f{}", "\ufeff{}", "{local}😀@{domain}",
    "𝓀{rest}@{domain}", "{}.", "{local}.@{domain}", "{local}@example..test", '"{local}"@{domain}', "{local}(me)@{domain}",
    "K <{}>", "{local}@@{domain}", "{}@evil.test", "{},a@b.test", "{local}@xn--ex\u00e4mple.test", "{local}",
]
OTHERS = ["{local}+news@{domain}", "k.{rest}@{domain}", "{local}@XN--{domain}", "{local}@mail.{domain}", "{}.com"]


@test
def the_command_line_takes_an_address_as_it_is_spelt_by_whoever_has_it(instance: Instance) -> None:
    person = kim(instance)
    before = accounts(instance)
    for spellings, statuses in [(SAME, (0, 1)), (NONE, (64, 64)), (OTHERS, (1, 0))]:
        for spelling in spelt(person, spellings):
            shown = instance.run("account", "show", spelling).returncode
            added = instance.run("account", "add", spelling, "--name", "K", "--password-stdin", line="a horse, a battery, a staple\n")
            expect_equal((shown, added.returncode), statuses, f"the end of `account show` and `account add` of {spelling!r}")
    expect_equal(accounts(instance), before + len(OTHERS), "the number of accounts")


@test
def the_site_lets_nobody_in_by_what_looks_like_an_address(instance: Instance) -> None:
    person = kim(instance)
    for spelling in spelt(person, SAME):
        expect_equal(Visitor(instance).sign_in(Person("K", spelling, person.password)).status, 200, f"the status for {spelling!r}")
    for spelling in [*spelt(person, NONE[::3] + OTHERS), f"{person.email}\0", f"{person.email}\0x@y.test"]:
        answer = Visitor(instance).sign_in(Person("K", spelling, person.password))
        expect("Email or password did not match." in answer.text, f"{spelling!r} is answered with {answer.status}")


def kim(instance: Instance) -> Person:
    return somebody(instance, f"k{secrets.token_hex(3)}")


def spelt(person: Person, spellings: list[str]) -> list[str]:
    local, _, domain = person.email.partition("@")
    return [spelling.format(person.email, upper=person.email.upper(), local=local, rest=local[1:], domain=domain)
            for spelling in spellings]


def accounts(instance: Instance) -> int:
    return instance.count("SELECT COUNT(*) FROM accounts")
