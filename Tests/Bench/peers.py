"""The peers of the product: the reference in C and php-fpm, with the same statement on the same database."""

import grp
import os
import pwd
import shlex
import shutil
import signal
import subprocess
from pathlib import Path

from filled import HERE, filled
from instance import Instance
from runner import eventually
from settings import password_cost
from statement import PARAMETERS, statement

LIBRARIES = ["fcgi", "libmariadb", "libcrypto"]


class Peer:
    """A program that listens at a socket in the bench's folder."""

    def __init__(self, folder: Path, name: str, command: list[str]) -> None:
        errors = folder / f"{name}.log"
        with errors.open("ab") as log:
            # In a session of its own, as the pool is: the kernel gives each the same share of the processors.
            self.process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *command], cwd=folder,
                                            start_new_session=True, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        eventually(10, (folder / f"{name}.sock").exists, f"{command[0]} does not start; see {errors}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def c(instance: Instance, folder: Path, cookie: str) -> Peer:
    """C, with as many processes as the gate has."""
    program = str(folder / "reference")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *LIBRARIES], capture_output=True, text=True, check=True)
    sources = map(str, (HERE / "reference").glob("*.c"))
    subprocess.run(["gcc", "-O2", *sources, "-o", program, *shlex.split(flags.stdout)], check=True)
    return Peer(folder, "c", [program, str(folder / "c.sock"), str(len(instance.workers("gate"))), cookie,
                              f"{instance.state}/mariadb.sock", _password(instance), statement(instance), *PARAMETERS])


def php(instance: Instance, folder: Path, cookie: str) -> Peer:
    """PHP as a host would run it at its best: eight children that stay, and compiled code that stays in memory."""
    account = {"USER": pwd.getpwuid(os.geteuid()).pw_name, "GROUP": grp.getgrgid(os.getegid()).gr_name}
    (folder / "php-fpm.conf").write_text(filled("php-fpm.conf", FOLDER=folder, **account))
    (folder / "check.php").write_text(filled(
        "check.php", COOKIE=cookie, SOCKET=f"{instance.state}/mariadb.sock", PASSWORD=_password(instance),
        STATEMENT=statement(instance), PARAMETERS=", ".join(map(_expression, PARAMETERS))))
    (folder / "sign-in.php").write_text(filled("sign-in.php", HASH=_hash(instance)))
    shutil.copy(HERE / "page.php", folder)
    return Peer(folder, "php", ["php-fpm8.2", "--allow-to-run-as-root", "-c", str(HERE / "php.ini"),
                                "--fpm-config", str(folder / "php-fpm.conf")])


def _expression(parameter: str) -> str:
    match parameter:
        case "token": return "$hash"
        case "site": return "$_SERVER['SITE']"
        case _: return f"$now - {parameter.removeprefix('now-')} * 1000000"


def _hash(instance: Instance) -> str:
    """That of a password nobody knows, at the cost of the instance's own."""
    memory, passes = password_cost(instance)
    return f"$argon2id$v=19$m={memory},t={passes},p=1${'A' * 22}${'A' * 43}"


def _password(instance: Instance) -> str:
    """That of the site's own account, whose rights the peers share."""
    return (instance.state / "secrets" / "web").read_text().strip()
