"""The bench's own nginx before the product's pool and its peers, each reached by the product's own settings."""

import os
import re
import signal
import subprocess
from pathlib import Path

from filled import filled
from instance import Instance, children
from runner import eventually
from settings import site

# As long as a page of a small site.
PAGE = "<!doctype html><title>Inside</title><h1>Inside</h1>".ljust(400, "\n")


class Front:
    """It is a site that the instance knows."""

    def __init__(self, instance: Instance, folder: Path) -> None:
        self.folder = folder
        self.url, port = site(instance)
        self.port = int(port)
        self.cookie = f"vestibule-{port}-site"
        (folder / "files").mkdir()
        (folder / "files" / "page.html").write_text(PAGE)
        nginx = instance.state / "nginx"
        user = "" if os.geteuid() else "user root;"
        (folder / "front.conf").write_text(filled("front.conf", FOLDER=folder, NGINX=nginx, PORT=port, USER=user))
        upstream = re.search(r"upstream vestibule_gate \{.*?\}", (nginx / "lanes.conf").read_text(), re.DOTALL)[0]
        gate = f"{instance.state}/sockets/gate.sock"
        (folder / "upstream-c.conf").write_text(_for_c(upstream).replace(gate, f"{folder}/c.sock"))
        for name in ("check", "protect"):
            text = (nginx / f"{name}.conf").read_text()
            (folder / f"{name}-c.conf").write_text(_for_c(text))
            (folder / f"{name}-php.conf").write_text(_for_php(text, folder))
        self._start()

    def _start(self) -> None:
        errors = self.folder / "nginx-error.log"
        command = ["setpriv", "--pdeathsig", "TERM", "nginx", "-p", str(self.folder), "-e", str(errors),
                   "-c", str(self.folder / "front.conf"), "-g", "daemon off;"]
        self.process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, start_new_session=True)
        eventually(10, lambda: children(self.process.pid), f"the bench's nginx does not start; see {errors}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def _for_c(text: str) -> str:
    """The product's settings, by which the reference answers."""
    return text.replace("/auth/check", "/auth/c").replace("vestibule_gate", "bench_c")


def _for_php(text: str, folder: Path) -> str:
    """The same for PHP, whose children serve one connection at a time: kept ones would leave everybody else waiting."""
    script = f'fastcgi_param SCRIPT_FILENAME "{folder}/check.php";'
    return (text.replace("/auth/check {", f"/auth/check {{\n    {script}").replace("/auth/check", "/auth/php")
            .replace("vestibule_gate", "bench_php").replace("fastcgi_keep_conn on", "fastcgi_keep_conn off"))
