"""MariaDB dies, stands still, refuses, is locked, only reads, or has no connection left, amid people who sign in."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from connections import cut, cut_all, hold, occupy, of_the_site, statement, tell
from faults import fault
from runner import eventually
from scene import Scene


@fault(short=1, whole=20)
def mariadb_is_killed_amid_transactions(scene: Scene, times: int) -> None:
    for _ in range(times):
        database = scene.instance.process_id("mariadb")
        os.kill(database, signal.SIGKILL)
        eventually(30, lambda: _answers(scene), "MariaDB is not started again")
        scene.recovers(5)
        time.sleep(0.5)


def _answers(scene: Scene) -> bool:
    try:
        return scene.instance.count(statement("is_there")) == 1
    except subprocess.CalledProcessError:
        return False


@fault(short=1, whole=5)
def mariadb_stands_still_for_two_seconds(scene: Scene, times: int) -> None:
    for _ in range(times):
        _stand_still(scene, 2)
        scene.recovers(5)


@fault(short=0, whole=2)
def mariadb_stands_still_for_ten_seconds(scene: Scene, times: int) -> None:
    for _ in range(times):
        _stand_still(scene, 10)
        scene.recovers(10)


def _stand_still(scene: Scene, seconds: float) -> None:
    database = scene.instance.process_id("mariadb")
    os.kill(database, signal.SIGSTOP)
    time.sleep(seconds)
    os.kill(database, signal.SIGCONT)


@fault(short=2, whole=20)
def every_connection_to_mariadb_is_cut(scene: Scene, times: int) -> None:
    for _ in range(times):
        cut_all(scene)
        time.sleep(0.5)


@fault(short=1, whole=10)
def every_statement_is_ended_by_somebody(scene: Scene, times: int) -> None:
    for _ in range(times * 5):
        cut_all(scene, "end_the_statement")
        time.sleep(0.1)


@fault(short=1, whole=5)
def mariadb_only_reads_for_a_while(scene: Scene, times: int) -> None:
    for _ in range(times):
        with _settings(scene, "only_read", "write_again"):
            time.sleep(1.5)
        scene.recovers(5)


@fault(short=1, whole=5)
def mariadb_has_no_connection_left(scene: Scene, times: int) -> None:
    for _ in range(times):
        with _settings(scene, "leave_ten_connections", "leave_many_connections"):
            guests = []
            for _ in range(8):
                cut_all(scene)
                guests += [occupy(scene) for _ in range(4)]
            time.sleep(1)
        for guest in guests:
            guest.wait(20)
        scene.recovers(5)


@fault(short=1, whole=5)
def mariadb_has_no_connection_left_for_the_site(scene: Scene, times: int) -> None:
    for _ in range(times):
        with _settings(scene, "leave_the_site_two", "leave_the_site_all"):
            cut_all(scene)
            time.sleep(1.5)
        scene.recovers(5)


@fault(short=1, whole=5)
def mariadb_refuses_to_be_reached(scene: Scene, times: int) -> None:
    socket = scene.instance.state / "mariadb.sock"
    for _ in range(times):
        numbers, away = of_the_site(scene), socket.rename(socket.with_suffix(".away"))
        try:
            cut(numbers, away)
            time.sleep(1.5)
        finally:
            away.rename(socket)
        scene.recovers(5)


@fault(short=1, whole=5)
def somebody_locks_the_table_of_sessions(scene: Scene, times: int) -> None:
    _lock(scene, "lock_the_sessions", times, 2)


@fault(short=1, whole=5)
def somebody_locks_everything_for_a_backup(scene: Scene, times: int) -> None:
    _lock(scene, "lock_everything", times, 2)


@fault(short=0, whole=5)
def somebody_locks_every_account_for_longer_than_is_waited(scene: Scene, times: int) -> None:
    _lock(scene, "lock_every_account", times, 5)


def _lock(scene: Scene, name: str, times: int, seconds: float) -> None:
    for _ in range(times):
        session = hold(scene, name)
        time.sleep(seconds)
        session.communicate(timeout=20)
        scene.recovers(10)


@contextmanager
def _settings(scene: Scene, bad: str, good: str) -> Iterator[None]:
    tell(scene, bad)
    try:
        yield
    finally:
        tell(scene, good)
