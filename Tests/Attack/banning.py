"""Debian's fail2ban with the filter and the jail of deploy/fail2ban, on the log of the instance under attack."""

import configparser
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from runner import eventually
from target import Target

OURS = Path(__file__).resolve().parents[2] / "deploy/fail2ban"
FILTER, JAIL = "filter.d/vestibule.conf", "jail.d/vestibule.conf"

# What differs from a machine of an operator's: the log, of which only what comes is read, where a ban goes, and that this
# machine is not spared.
LOCAL = """\
[vestibule]
logpath = %(log)s tail
backend = polling
ignoreip =
action = note
"""
NOTE = "[Definition]\nactionban = echo <ip> >>%s\n"
SERVER = "[Definition]\ndbfile = %s\nallowipv6 = no\n"


def log(target: Target) -> Path:
    return target.state / "log/vestibule.log"


def counted(lines: bytes) -> list[tuple[str, str]]:
    """The address that fail2ban finds in each line that it counts, and the event that the line names."""
    with TemporaryDirectory() as temporary:
        file = Path(temporary) / "vestibule.log"
        file.write_bytes(lines)
        done = subprocess.run(["fail2ban-regex", "--out", "<ip> <matches>", str(file), str(OURS / FILTER)],
                              capture_output=True, text=True, check=True, timeout=60)
    return [(line.partition(" ")[0], re.search(r" event=(\S+)", line)[1]) for line in done.stdout.splitlines()]


def tries() -> int:
    """How often somebody may be turned away before they are banned."""
    jail = configparser.ConfigParser(interpolation=None)
    jail.read(OURS / JAIL)
    return jail.getint("vestibule", "maxretry")


@contextmanager
def fail2ban(target: Target) -> Iterator[Path]:
    """Runs a fail2ban of our own beside the machine's: the file to which it adds each address that it bans."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bans, settings, words = folder / "bans", folder / "fail2ban", folder / "log"
        shutil.copytree("/etc/fail2ban", settings, ignore=shutil.ignore_patterns("jail.d", "*.local"))
        (settings / "jail.d").mkdir()
        for name in (FILTER, JAIL):
            shutil.copy(OURS / name, settings / name)
        (settings / JAIL).with_suffix(".local").write_text(LOCAL % {"log": log(target)})
        (settings / "action.d/note.conf").write_text(NOTE % bans)
        (settings / "fail2ban.local").write_text(SERVER % (folder / "bans.sqlite3"))
        bans.touch()
        command = ["fail2ban-server", "-f", "-c", str(settings), "-s", str(folder / "socket"), "-p", str(folder / "pid"),
                   "--logtarget", str(words), "start"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            try:
                eventually(15, lambda: words.exists() and "Jail 'vestibule' started" in words.read_text(), "fail2ban does not start")
                yield bans
            finally:
                server.terminate()
                server.wait(30)
