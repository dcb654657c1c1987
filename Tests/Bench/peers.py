"""The peers of the product: the reference in C and php-fpm, with the same statement on the same database."""

import grp
import os
import pwd
import shlex
import shutil
import signal
import subprocess
from pathlib import Path

from instance import Instance
from runner import eventually
from statement import PARAMETERS, statement

HERE = Path(__file__).parent
LIBRARIES = ["fcgi", "libmariadb", "libcrypto"]


class Peer:
    """A program that listens at a socket in the bench's folder."""

    def __init__(self, folder: Path, name: str, command: list[str]) -> None:
        self.log = folder / f"{name}.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *command], cwd=folder,
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        eventually(10, (folder / f"{name}.sock").exists, f"{name} does not start; see {self.log}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def reference(instance: Instance, folder: Path) -> Peer:
    """C, with as many processes as the gate has."""
    program = folder / "reference"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *LIBRARIES], capture_output=True, text=True, check=True)
    subprocess.run(["gcc", "-O2", str(HERE / "reference.c"), "-o", str(program), *shlex.split(flags.stdout)], check=True)
    return Peer(folder, "reference", [
        str(program), str(folder / "reference.sock"), str(len(instance.workers("gate"))), instance.cookie("session"),
        f"{instance.state}/mariadb.sock", password(instance), statement(instance), *PARAMETERS])


def php(instance: Instance, folder: Path) -> Peer:
    """PHP as a host would run it at its best: eight children that stay, and compiled code that stays in memory."""
    values = {"token": "$hash", **{word: f"$now - {word.removeprefix('now-')} * 1000000" for word in PARAMETERS if word != "token"}}
    words = {
        "FOLDER": str(folder), "USER": pwd.getpwuid(os.geteuid()).pw_name, "GROUP": grp.getgrgid(os.getegid()).gr_name,
        "COOKIE": instance.cookie("session"), "SOCKET": f"{instance.state}/mariadb.sock", "PASSWORD": password(instance),
        "STATEMENT": statement(instance), "PARAMETERS": ", ".join(values[word] for word in PARAMETERS)}
    for name in ("check.php", "php-fpm.conf"):
        text = (HERE / name).read_text()
        for word, value in words.items():
            text = text.replace(f"@{word}@", value)
        (folder / name).write_text(text)
    shutil.copy(HERE / "page.php", folder)
    return Peer(folder, "php", ["php-fpm8.2", "--allow-to-run-as-root", "-c", str(HERE / "php.ini"),
                                "--fpm-config", str(folder / "php-fpm.conf")])


def password(instance: Instance) -> str:
    """That of the site's own account, whose rights the peers share."""
    return (instance.state / "secrets" / "web").read_text().strip()
