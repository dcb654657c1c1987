"""The sites behind the gate of the instance under test."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from instance import Instance


@dataclass(frozen=True)
class Site:
    origin: str
    # What its pages say to whoever gets to see them.
    words: str

    @property
    def host(self) -> str:
        """As the sign-in calls it."""
        return self.origin.removeprefix("http://")

    @property
    def port(self) -> int:
        return urlsplit(self.origin).port or 80


def demonstration(instance: Instance) -> Site:
    """The PHP application of `deploy/run --demo`."""
    return Site(f"http://127.0.0.1:{instance.port + 2}", "Let in by the gate")


def demonstration_elsewhere(instance: Instance) -> Site:
    """The same by its other name: another host than the sign-in's."""
    return Site(f"http://localhost:{instance.port + 2}", "Let in by the gate")


def folder(instance: Instance) -> Site:
    """A folder of files."""
    return Site(configured(instance)[0], "Inside the folder")


def service(instance: Instance) -> Site:
    """A proxied service under a host of its own, which `served` runs."""
    return Site(configured(instance)[1], "Inside the service")


def every_site(instance: Instance) -> list[Site]:
    return [demonstration(instance), demonstration_elsewhere(instance), folder(instance), service(instance)]


def configured(instance: Instance) -> list[str]:
    """The origins that were put into the instance's folder before it started."""
    lines = (instance.state / "vestibule.conf").read_text().splitlines()
    return next(line for line in lines if line.startswith("VESTIBULE_SITES=")).partition("=")[2].split()
