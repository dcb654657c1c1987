"""A nginx of the suite's own before an instance's pool: that instance's configuration, and a site next door."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

from counted import INSIDE
from instance import Instance, children
from runner import eventually
from second import free_port

HERE = Path(__file__).parent


class Door:
    """The way in for the load. It may be reloaded and restarted, which deploy/run's own may not."""

    def __init__(self, instance: Instance) -> None:
        self.folder = instance.state / "door"
        self.port = free_port()
        shutil.rmtree(self.folder, ignore_errors=True)
        for folder in ("guarded", "sites"):
            (self.folder / folder).mkdir(parents=True, mode=0o700)
        for page in ("index.html", "guarded/index.html"):
            (self.folder / page).write_text(f"<!doctype html><title>Guarded</title><h1>{INSIDE}</h1>")
        self._fill("guarded.conf", "guarded.conf", instance)
        self._fill("next-door.conf", "sites/next-door.conf", instance)
        for file in (instance.state / "nginx").glob("*.conf"):
            if file.name != "demo.conf":
                (self.folder / file.name).write_text(self._moved(file.read_text(), instance))
        self.start()

    def _moved(self, text: str, instance: Instance) -> str:
        """The same configuration with ports, files and logs of our own."""
        for name in ("log", "tmp"):
            text = text.replace(f'"{instance.state}/{name}/', f'"{instance.state}/{name}/door-')
        for old, new in (("nginx/", ""), ("sites/", "sites/")):
            text = text.replace(f'"{instance.state}/{old}', f'"{self.folder}/{new}')
        text = text.replace(f'"{instance.state}/nginx.pid"', f'"{self.folder}/nginx.pid"')
        for step in (0, 1):
            text = re.sub(rf"\b127\.0\.0\.1:{instance.port + step}\b", f"127.0.0.1:{self.port + step}", text)
        # Whoever asks is told the site as the instance knows it.
        text = text.replace('":$server_port"', '"$door_port"')
        gate = f'include "{self.folder}/gate.conf";'
        return text.replace(gate, f'{gate}\n    include "{self.folder}/guarded.conf";')

    def _fill(self, template: str, file: str, instance: Instance) -> None:
        text = (HERE / template).read_text()
        for word, value in {"FOLDER": self.folder, "PORT": self.port, "INSTANCE_PORT": instance.port}.items():
            text = text.replace(f"@{word}@", str(value))
        (self.folder / file).write_text(text)

    def start(self) -> None:
        errors = self.folder / "error.log"
        command = ["setpriv", "--pdeathsig", "TERM", "nginx", "-p", str(self.folder), "-e", str(errors),
                   "-c", str(self.folder / "nginx.conf"), "-g", "daemon off;"]
        self.process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL)
        eventually(10, self._has_workers, f"the suite's nginx does not start; see {errors}")

    def _has_workers(self) -> bool:
        return bool(children(self.process.pid)) and (self.folder / "nginx.pid").exists()

    def reload(self) -> None:
        """Has new processes take over, and waits until the old ones are gone or have only their last answers to give."""
        old = set(children(self.process.pid))
        os.kill(self.process.pid, signal.SIGHUP)
        eventually(10, lambda: set(children(self.process.pid)) - old, "the suite's nginx does not reload")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
