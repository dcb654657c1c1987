"""The bench's own nginx before the product's pool and its peers, each reached by the product's own settings."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from instance import Instance, children
from runner import eventually
from second import free_port

TEMPLATE = Path(__file__).with_name("front.conf")
# As long as a page of a small site.
FILE = "<!doctype html><title>Inside</title><h1>Inside</h1>".ljust(400, "\n")


class Front:
    def __init__(self, instance: Instance, folder: Path) -> None:
        self.instance = instance
        self.folder = folder
        self.port = free_port()
        (folder / "files").mkdir()
        (folder / "files" / "page.html").write_text(FILE)
        self._write("front", TEMPLATE.read_text())
        # Whatever serves the product's check well serves the peers as well: all of it is theirs, but who answers.
        check = (instance.state / "nginx" / "check.conf").read_text()
        script = f'fastcgi_param SCRIPT_FILENAME "{folder}/check.php";'
        self._write("check-reference", check.replace("/auth/check", "/auth/reference").replace("vestibule_gate", "reference"))
        self._write("check-php", check.replace("= /auth/check {", f"= /auth/php {{\n    {script}")
                    .replace("vestibule_gate", "php").replace("fastcgi_keep_conn on", "fastcgi_keep_conn off"))
        self._start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _write(self, name: str, text: str) -> None:
        words = {"FOLDER": self.folder, "NGINX": self.instance.state / "nginx", "PORT": self.port,
                 "USER": "" if os.geteuid() else "user root;"}
        for word, value in words.items():
            text = text.replace(f"@{word}@", str(value))
        (self.folder / f"{name}.conf").write_text(text)

    def _start(self) -> None:
        errors = self.folder / "nginx-error.log"
        command = ["setpriv", "--pdeathsig", "TERM", "nginx", "-p", str(self.folder), "-e", str(errors),
                   "-c", str(self.folder / "front.conf"), "-g", "daemon off;"]
        self.process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL)
        eventually(10, lambda: children(self.process.pid), f"the bench's nginx does not start; see {errors}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
