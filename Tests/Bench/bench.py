"""Where is measured: an instance, an nginx of the bench's own before it, and the peers."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

import peers
import sessions
from front import Front
from instance import Instance
from load import Load, request
from parts import Parts, family
from rounds import Series
from visitor import Visitor


class Bench:
    def __init__(self, instance: Instance, is_quick: bool) -> None:
        self.instance = instance
        self.is_quick = is_quick
        self.rounds = 6 if is_quick else 20
        self.folder = instance.state / "bench"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700)
        # What was measured beside the goals, for the table and the chart.
        self.series: dict[str, Series] = {}
        self._ends = ExitStack()
        self.front = Front(instance, self.folder)
        self._ends.callback(self.front.stop)
        self.parts: Parts = {
            "nginx": lambda: family(self.front.process.pid),
            "pool": lambda: family(instance.process_id("vestibule")),
            "MariaDB": lambda: [instance.process_id("mariadb")],
        }

    def __enter__(self) -> "Bench":
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    @cached_property
    def cookies(self) -> list[dict[str, str]]:
        """Those of a thousand browsers that may pass."""
        return [{self.front.cookie: value} for value in sessions.sign_in(self.instance, self.front.url)]

    def start_peers(self) -> None:
        """Has C and PHP answer too, unless they do already."""
        for name, start in (("C", peers.c), ("php-fpm", peers.php)):
            if name not in self.parts:
                peer = start(self.instance, self.folder, self.front.cookie)
                self._ends.callback(peer.stop)
                self.parts[name] = lambda process=peer.process.pid: family(process)

    def checks(self, path: str, clients: int = 32) -> Load:
        """Browsers that may pass, and all ask for one address."""
        return self.load([request(path, cookies) for cookies in self.cookies], clients)

    def load(self, requests: list[bytes], clients: int) -> Load:
        return Load(self.front.port, self.folder, self.parts, requests, clients)

    def browser(self) -> Visitor:
        """One more browser, which comes by the bench's nginx."""
        return Visitor(Instance(self.front.url, self.instance.state))
