"""Cuts the site's connections to the database, and occupies those that it would use."""

import os
import subprocess
from pathlib import Path

from scene import Scene

STATEMENTS = Path(__file__).with_name("statements")
"""What an administrator of the database does to it, a file each."""


def statement(name: str) -> str:
    return (STATEMENTS / f"{name}.sql").read_text()


def of_the_site(scene: Scene) -> list[str]:
    """The numbers of the connections that the site has."""
    return [number for number, in scene.instance.sql(statement("connections_of_the_site"))]


def cut(numbers: list[str], socket: Path) -> None:
    """Ends connections, of which one may have ended by itself."""
    for number in numbers:
        command = ["mariadb", "--no-defaults", f"--socket={socket}"]
        subprocess.run(command, input=statement("cut").replace("@NUMBER@", number), text=True, stderr=subprocess.DEVNULL)


def cut_all(scene: Scene) -> None:
    cut(of_the_site(scene), scene.instance.state / "mariadb.sock")


def occupy(scene: Scene) -> "subprocess.Popen[str]":
    """One connection of somebody without privileges, for some seconds, unless there is none left."""
    password = (scene.instance.state / "secrets" / "backup").read_text()
    command = ["mariadb", "--no-defaults", f"--socket={scene.instance.state}/mariadb.sock", "--user=vestibule_backup",
               f"--execute={statement('occupy')}"]
    return subprocess.Popen(command, env={**os.environ, "MYSQL_PWD": password}, stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def hold(scene: Scene, name: str) -> "subprocess.Popen[str]":
    """A session that stays open after a statement, until its input is closed."""
    command = ["mariadb", "--no-defaults", f"--socket={scene.instance.state}/mariadb.sock", "vestibule"]
    session = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    session.stdin.write(statement(name))
    session.stdin.flush()
    return session
