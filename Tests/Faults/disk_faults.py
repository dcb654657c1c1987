"""The disk is full: an instance of its own, on a file system that is small enough to be filled."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facts import new_violations
from faults import fault
from runner import expect
from scene import Scene
from second import Second

SIZE = "400m"


@fault(short=0, whole=3, is_alone=True)
def the_disk_is_full(scene: Scene, times: int) -> None:
    expect(os.geteuid() == 0, "only root can mount a small file system; run deploy/faults as root")
    with _small(scene.instance.state.with_name(scene.instance.state.name + "-small")) as folder:
        second = Second(_prepared(folder / "run", scene))
        try:
            with Scene(second.instance, people=12) as other:
                try:
                    _fill_again_and_again(other, folder / "ballast", times)
                finally:
                    scene.tally.add(other.tally)
        finally:
            second.stop()


def _fill_again_and_again(scene: Scene, ballast: Path, times: int) -> None:
    with scene.at_work(), scene.besieged():
        for _ in range(times):
            with ballast.open("wb") as file:
                _fill(file.fileno())
                time.sleep(6)
            ballast.unlink()
            scene.recovers(20)
    broken = new_violations(scene)
    expect(not broken, f"of its own instance: {broken[:3]}")


def _fill(file: int) -> None:
    """Takes whatever is left, down to the last kilobytes."""
    for size in (1 << 20, 1 << 12):
        try:
            while True:
                os.write(file, bytes(size))
        except OSError:
            continue


def _prepared(state: Path, scene: Scene) -> Path:
    """A state folder with the settings of the first instance, whose passwords cost as little as is allowed."""
    state.mkdir(mode=0o700)
    (state / "lock").touch()
    shutil.copy(scene.instance.state / "vestibule.conf", state)
    return state


@contextmanager
def _small(folder: Path) -> Iterator[Path]:
    """A file system of its own, which is gone when the block ends."""
    folder.mkdir(mode=0o700)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0700", "vestibule-small", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        folder.rmdir()
