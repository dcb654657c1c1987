"""Cuts the site's connections to the database, and occupies those that it would use."""

import os
import subprocess
import time
from pathlib import Path

from scene import Scene

# What an administrator of the database does to it, a file each.
STATEMENTS = Path(__file__).with_name("statements")


def statement(name: str) -> str:
    return (STATEMENTS / f"{name}.sql").read_text()


def tell(scene: Scene, name: str) -> list[list[str]]:
    """Has the database's administrator do something, who has one connection apart, and waits until it is free."""
    for _ in range(100):
        try:
            return scene.instance.sql(statement(name))
        except subprocess.CalledProcessError:
            time.sleep(0.05)
    raise AssertionError(f"MariaDB refuses {name} to its administrator for five seconds")


def of_the_site(scene: Scene) -> list[str]:
    """The numbers of the connections that the site has."""
    return [number for number, in tell(scene, "connections_of_the_site")]


def cut(numbers: list[str], socket: Path, how: str = "cut") -> None:
    """Ends connections, or what they are at. Those that ended by themselves meanwhile are passed over."""
    statements = "".join(statement(how).replace("@NUMBER@", number) for number in numbers)
    command = ["mariadb", "--no-defaults", "--force", f"--socket={socket}"]
    subprocess.run(command, input=statements, text=True, stderr=subprocess.DEVNULL)


def cut_all(scene: Scene, how: str = "cut") -> None:
    cut(of_the_site(scene), scene.instance.state / "mariadb.sock", how)


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
