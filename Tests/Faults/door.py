"""A nginx of the suite's own before an instance's pool, with that instance's configuration and a guarded site beside it."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

from instance import Instance, children
from runner import eventually
from second import free_port

TEMPLATE = Path(__file__).with_name("guarded.conf")


class Door:
    """The way in for the load. It may be reloaded and restarted, which deploy/run's own may not."""

    def __init__(self, instance: Instance) -> None:
        self.folder = instance.state / "door"
        self.port = free_port()
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "guarded").mkdir(parents=True, mode=0o700)
        (self.folder / "guarded" / "index.html").write_text("<!doctype html><title>Guarded</title><h1>Inside</h1>")
        (self.folder / "guarded.conf").write_text(TEMPLATE.read_text().replace("@FOLDER@", str(self.folder)))
        for file in (instance.state / "nginx").glob("*.conf"):
            (self.folder / file.name).write_text(self._moved(file.read_text(), instance))
        self.start()

    def _moved(self, text: str, instance: Instance) -> str:
        """The same configuration with ports, files and logs of our own."""
        for name in ("log", "tmp"):
            text = text.replace(f'"{instance.state}/{name}/', f'"{instance.state}/{name}/door-')
        text = text.replace(f'"{instance.state}/nginx/', f'"{self.folder}/')
        text = text.replace(f'"{instance.state}/nginx.pid"', f'"{self.folder}/nginx.pid"')
        for step in (0, 1):
            text = re.sub(rf"\b127\.0\.0\.1:{instance.port + step}\b", f"127.0.0.1:{self.port + step}", text)
        check = f'include "{self.folder}/check.conf";'
        return text.replace(check, f'{check}\n    include "{self.folder}/guarded.conf";')

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
