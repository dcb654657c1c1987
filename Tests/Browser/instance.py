"""The instance under test: its address, its state folder, its database, its processes."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import canaries

LANES = ("gate", "portal", "sign-in")


@dataclass(frozen=True)
class Instance:
    url: str
    state: Path

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 80

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cookie(self, kind: str) -> str:
        """The name of the cookie that stands for `kind`: form, challenge or session."""
        return f"vestibule-{self.port}-{kind}"

    def vestibule(self, *arguments: str, line: str = "") -> str:
        """Runs the command-line tool with `line` on standard input, and returns what it prints."""
        done = self.run(*arguments, line=line)
        if done.returncode:
            raise AssertionError(f"vestibule {' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def run(self, *arguments: str, line: str = "") -> subprocess.CompletedProcess[str]:
        """Runs the command-line tool, which may refuse."""
        command = [str(self.state / "vestibule"), *arguments]
        return subprocess.run(command, input=line, text=True, capture_output=True, timeout=60)

    def sql(self, statement: str, timeout: float = 60) -> list[list[str]]:
        """Asks the database, as its administrator: the rows."""
        command = ["mariadb", "--no-defaults", f"--socket={self.state}/mariadb.sock", "--batch", "--skip-column-names",
                   "--default-character-set=utf8mb4", "vestibule"]
        done = subprocess.run(command, input=statement, text=True, capture_output=True, timeout=timeout, check=True)
        return [row.split("\t") for row in done.stdout.splitlines()]

    def count(self, statement: str) -> int:
        """The one number that a statement selects."""
        return int(self.sql(statement)[0][0])

    def add_account(self, email: str, name: str, password: str, role: str) -> None:
        canaries.remember("password", password)
        self.vestibule("account", "add", email, "--name", name, "--role", role, "--password-stdin", line=password + "\n")

    def process_id(self, name: str) -> int:
        """The process that wrote its number into the state folder: mariadb, nginx or vestibule."""
        return int((self.state / f"{name}.pid").read_text())

    def workers(self, lane: str = "") -> list[int]:
        """The worker processes of a lane, or of all of them."""
        arguments = {child: command_line(child) for child in children(self.process_id("vestibule"))}
        return sorted(child for child, words in arguments.items() if "worker" in words and (not lane or lane in words))


def children(parent: int) -> list[int]:
    """The living children of a process."""
    return [pid for pid in processes() if (status := stat(pid)) and status[1] == parent and status[0] != "Z"]


def processes() -> list[int]:
    return [int(entry) for entry in os.listdir("/proc") if entry.isdigit()]


def stat(pid: int) -> tuple[str, int] | None:
    """The state of a process, as one letter, and its parent; None once it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return fields[0], int(fields[1])


def command_line(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except (FileNotFoundError, ProcessLookupError):
        return []


def working_folder(pid: int) -> Path | None:
    try:
        return Path(os.readlink(f"/proc/{pid}/cwd"))
    except OSError:
        return None
