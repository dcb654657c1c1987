"""What an operator sees at the listener of their own: the health, the pool at work, and what Prometheus reads."""

import json
import re
from contextlib import closing
from http.client import HTTPConnection

from instance import Instance
from visitor import Answer

SAMPLE = re.compile(r'([a-z_]+)(?:\{(.*)\})? (\S+)')
LABEL = re.compile(r'([a-z_]+)="([^"]*)"')


def as_operator(instance: Instance, path: str) -> Answer:
    with closing(HTTPConnection("127.0.0.1", instance.port + 1, timeout=15)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        return Answer(response.status, response.getheaders(), response.read().decode())


def health(instance: Instance) -> tuple[int, str]:
    """What a monitor sees: the status, and the words."""
    answer = as_operator(instance, "/health")
    return answer.status, answer.text


def status(instance: Instance) -> dict[str, dict]:
    """What the pool says of each of its lanes."""
    return {lane["name"]: lane for lane in json.loads(as_operator(instance, "/status?json").text)["lanes"]}


class Measurements:
    """What /metrics says now."""

    def __init__(self, instance: Instance) -> None:
        self.text = as_operator(instance, "/metrics").text
        lines = [line for line in self.text.splitlines() if not line.startswith("#")]
        self.samples = [(match[1], dict(LABEL.findall(match[2] or "")), float(match[3]))
                        for match in map(SAMPLE.fullmatch, lines) if match]
        assert len(self.samples) == len(lines), self.text

    def value(self, name: str, **labels: str) -> float:
        """The sum of the samples that have these labels, and perhaps others."""
        found = [value for given, its, value in self.samples if given == name and labels.items() <= its.items()]
        assert found, f"there is no {name} {labels}"
        return sum(found)

    def growth(self, name: str, since: "Measurements", **labels: str) -> float:
        """By how much a count has grown."""
        return self.value(name, **labels) - since.value(name, **labels)
