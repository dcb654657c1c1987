"""The real Prometheus, as the example of deploy/ sets it up, but that it asks every second."""

import json
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from instance import Instance
from runner import expect

CONFIGURATION = Path(__file__).resolve().parents[2] / "deploy/prometheus"


class Prometheus:
    def __init__(self, port: int) -> None:
        self._url = f"http://127.0.0.1:{port}/api/v1"

    def values(self, query: str) -> list[float]:
        """The newest value of each series that a query returns."""
        return [float(series["value"][1]) for series in self._ask("query", {"query": query})["result"]]

    def alerts(self) -> dict[str, str]:
        """The rules for alerts, and whether each could be judged."""
        groups = self._ask("rules", {"type": "alert"})["groups"]
        return {rule["name"]: rule["health"] for group in groups for rule in group["rules"]}

    def is_ready(self) -> bool:
        try:
            return bool(self.values("up"))
        except OSError:
            return False

    def _ask(self, what: str, parameters: dict[str, str]) -> dict:
        with urlopen(f"{self._url}/{what}?{urlencode(parameters)}", timeout=5) as answer:
            return json.load(answer)["data"]


@contextmanager
def watching(instance: Instance) -> Iterator[Prometheus]:
    """Has Prometheus watch the instance for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        example = (CONFIGURATION / "prometheus.yml").read_text()
        text = example.replace("127.0.0.1:8081", f"127.0.0.1:{instance.port + 1}").replace("15s", "1s")
        expect(text.count("1s") == 1 and str(instance.port + 1) in text, "the example is not what it was")
        Path(folder, "prometheus.yml").write_text("global:\n  evaluation_interval: 1s\n" + text)
        Path(folder, "alerts.yml").write_text((CONFIGURATION / "alerts.yml").read_text())
        port = _free_port()
        process = subprocess.Popen(
            ["prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data", f"--web.listen-address=127.0.0.1:{port}"],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield Prometheus(port)
        finally:
            process.terminate()
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
