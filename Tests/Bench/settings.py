"""What an instance is configured with."""

import re
from pathlib import Path

from instance import Instance
from second import free_port


def make_cheap(state: Path) -> None:
    """Makes the folder of an instance that hashes as cheaply as the product accepts, and lets the bench be a site."""
    state.mkdir(mode=0o700)
    (state / "lock").touch()
    lines = ("NAME=Vestibule", "PASSWORD_COST=m=19456,t=2", f"SITES=http://127.0.0.1:{free_port()}")
    (state / "vestibule.conf").write_text("".join(f"VESTIBULE_{line}\n" for line in lines))


def password_cost(instance: Instance) -> tuple[str, str]:
    """KiB and passes of Argon2id."""
    return _setting(instance, r"PASSWORD_COST=m=(\d+),t=(\d+)")


def site(instance: Instance) -> tuple[str, str]:
    """The address of the site, and its port."""
    return _setting(instance, r"SITES=(http://127\.0\.0\.1:(\d+))")


def _setting(instance: Instance, line: str) -> tuple[str, str]:
    found = re.search(f"^VESTIBULE_{line}$", (instance.state / "vestibule.conf").read_text(), re.MULTILINE)
    if not found:
        raise AssertionError(f"{instance.state}/vestibule.conf needs a line VESTIBULE_{line}; deploy/bench writes it")
    return found.groups()
