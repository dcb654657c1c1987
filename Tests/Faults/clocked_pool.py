"""Workers in place of an instance's own, and perhaps a MariaDB too, whose clock is set by a file while they run."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from instance import LANES, stat
from runner import eventually
from scene import Scene

LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
# In each lane.
WORKERS = 2


class Clock:
    """The time of those that were started with its environment."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.step("+0")

    def step(self, offset: str) -> None:
        """Sets it off by that much at once, as in +1d or -1d."""
        # Renamed, because a reader must not find the file empty.
        new = self.file.with_suffix(".new")
        new.write_text(offset + "\n")
        new.rename(self.file)

    @property
    def environment(self) -> dict[str, str]:
        """Only the time of day is false: what is measured to last so long, lasts so long."""
        return {"LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(self.file), "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


@contextmanager
def clocked_workers(scene: Scene, clock: Clock) -> Iterator[None]:
    """Workers on sockets that take the names of the pool's; a descriptor 0 is all that a worker asks for."""
    state, workers, away = scene.instance.state, [], []
    environment = {"VESTIBULE_CONFIGURATION": str(state / "vestibule.conf"), "LANG": "C.UTF-8", **clock.environment}
    try:
        for lane in LANES:
            path = state / "sockets" / f"{lane}.sock"
            away.append((path.rename(path.with_suffix(".away")), path))
            with socket.socket(socket.AF_UNIX) as listener, (state / "log" / "clocked.log").open("ab") as log:
                listener.bind(str(path))
                listener.listen(64)
                command = ["setpriv", "--pdeathsig", "TERM", str(state / "bin" / "vestibule"), "worker", "--lane", lane]
                workers += [subprocess.Popen(command, stdin=listener, stdout=log, stderr=log, env={**os.environ, **environment})
                            for _ in range(WORKERS)]
        scene.door.reload()
        yield
    finally:
        for old, path in away:
            path.unlink(missing_ok=True)
            old.rename(path)
        for worker in workers:
            end(worker)
        scene.door.reload()


def start_clocked_database(scene: Scene, clock: Clock) -> None:
    """Has a MariaDB of the suite's own go on with the data, until the scene ends.

    Whoever ran the one before it is held still meanwhile, then finds this one answering and lets it be.
    """
    state, database = scene.instance.state, scene.instance.process_id("mariadb")
    if str(clock.file).encode() in Path(f"/proc/{database}/environ").read_bytes():
        return
    _, runner = stat(database)
    os.kill(runner, signal.SIGSTOP)
    try:
        os.kill(database, signal.SIGTERM)
        eventually(60, lambda: stat(database)[0] == "Z", "MariaDB does not end")
        command = ["setpriv", "--pdeathsig", "TERM", "mariadbd", f"--defaults-file={state}/my.cnf"]
        with (state / "log" / "mariadb.log").open("ab") as log:
            process = subprocess.Popen(command, cwd=state, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       env={**os.environ, **clock.environment})
        scene.at_the_end(lambda: end(process))
        eventually(20, lambda: scene.is_well, "MariaDB with a clock of its own does not start")
    finally:
        os.kill(runner, signal.SIGCONT)


def end(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGTERM)
    process.wait(60)
