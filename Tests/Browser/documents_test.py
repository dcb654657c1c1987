"""What an instance brings for the terminal: the manual page, and completion of what is typed."""

import os
import re
import subprocess

from command_line_test import COMMANDS
from instance import Instance
from runner import expect, expect_equal, test, test_each

# What bash asks for once it has read the completions: the answer to the last word of the command line.
COMPLETE = """
source "$1"; shift
[[ $(complete -p vestibule) =~ -F\\ ([^ ]+) ]]
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
"${BASH_REMATCH[1]}" "$1" "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@test
def man_shows_the_page_without_a_warning(instance: Instance) -> None:
    environment = {**os.environ, "MANPATH": f"{instance.state}/share/man", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["man", "--warnings", "vestibule"], env=environment, text=True, capture_output=True, timeout=60)
    expect_equal((done.returncode, done.stderr), (0, ""), "the exit status, and the warnings,")
    page = " ".join(re.sub(".\b", "", done.stdout).split())
    keys = [line.split("=")[0] for line in (instance.state / "vestibule.conf").read_text().splitlines()]
    for words in [*(f"vestibule {words}".strip() for words in COMMANDS), *keys, "VESTIBULE_CONFIGURATION", "EXIT STATUS",
                  "vestibule account add email --name name [--role role] --password-stdin", "super-admin", "5 to 43200"]:
        expect(words in page, f"the page does not name {words!r}")


@test_each("case", {
    "commands": (["acc"], ["account"]),
    "subcommands": (["account", "set-"], ["set-password", "set-role"]),
    "roles": (["account", "set-role", "ada@example.test", ""], ["user", "admin", "it-admin", "super-admin"]),
    "roles of an option": (["account", "add", "ada@example.test", "--role", "su"], ["super-admin"]),
    "settings": (["settings", "set", "require"], ["require-mfa-for-everyone", "require-mfa-for-admins"]),
    "on and off": (["settings", "set", "require-mfa-for-admins", ""], ["on", "off"]),
    "no number": (["settings", "set", "session-lifetime-minutes", ""], [""]),
})
def bash_offers_what_can_follow(instance: Instance, case: tuple[list[str], list[str]]) -> None:
    words, offered = case
    completions = instance.state / "share/bash-completion/completions/vestibule"
    command = ["bash", "--norc", "-c", COMPLETE, "bash", str(completions), str(instance.state / "vestibule"), *words]
    done = subprocess.run(command, text=True, capture_output=True, timeout=60, check=True)
    expect_equal(done.stdout.removesuffix("\n").split("\n"), offered, f"what bash offers after {words}")


@test
def zsh_and_fish_find_their_completions(instance: Instance) -> None:
    for file in ("zsh/site-functions/_vestibule", "fish/vendor_completions.d/vestibule.fish"):
        text = (instance.state / "share" / file).read_text()
        expect("reset-second-factor" in text and "it-admin" in text, f"{file} offers nothing")
