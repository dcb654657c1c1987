"""Nothing starts with a key ring that is not the right one. The keys were replaced before, so there are several."""

import os
import secrets
import subprocess
import tempfile
from pathlib import Path

from instance import Instance
from runner import expect, expect_equal, test, test_each

HEX = secrets.token_hex(32)
# What may be wrong with the key ring file: its text, its mode, and what the refusal names. No text is no file.
WRONG_RINGS: dict[str, tuple[str | None, int, str]] = {
    "missing": (None, 0o400, "restore the key ring"),
    "empty": ("", 0o400, "restore it from its backup"),
    "with comments alone": ("# nothing\n", 0o400, "restore it from its backup"),
    "open to its group": (f"1 {HEX}\n", 0o440, "chmod 0400"),
    "open to everybody": (f"1 {HEX}\n", 0o644, "chmod 0400"),
    "malformed": (f"1 {HEX}\n2 {HEX[:-1]}\n", 0o400, "line 2"),
    "with a number twice": (f"1 {HEX}\n1 {HEX}\n", 0o400, "remove the wrong one"),
    "of retired keys alone": (f"audit 1 {HEX}\n", 0o400, "restore it from its backup"),
    "of another instance": (f"1 {HEX}\n", 0o400, "restore the right file"),
}


@test_each("ring", WRONG_RINGS)
def nothing_starts_with_a_key_ring_that_is(instance: Instance, ring: tuple[str | None, int, str]) -> None:
    text, mode, words = ring
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "keys"
        if text is not None:
            path.write_text(text)
            path.chmod(mode)
        for command in (["serve"], ["account", "list"], ["keys", "rotate"], ["install"]):
            refuses(instance, path, command, "restore the file" if text is None and command == ["install"] else words)
        expect_equal(path.exists(), text is not None, "whether there is a file after it")


@test
def nothing_starts_with_a_folder_in_the_place_of_the_key_ring(instance: Instance) -> None:
    with tempfile.TemporaryDirectory() as folder:
        refuses(instance, Path(folder), ["serve"], "check file and folder")


@test
def nothing_starts_with_a_key_ring_that_lacks_any_of_several_keys(instance: Instance) -> None:
    lines = (instance.state / "secrets" / "keys").read_text().splitlines(keepends=True)
    whole = [line for line in lines if not line.startswith("audit ")]
    expect(len(whole) >= 2, f"{len(whole)} keys alone are left of the rotations before")
    for missing in whole:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "keys"
            path.write_text("".join(line for line in lines if line != missing))
            path.chmod(0o400)
            refuses(instance, path, ["serve"], f"key {missing.split()[0]} of")


def refuses(instance: Instance, ring: Path, command: list[str], words: str) -> None:
    """A command refuses a key ring, in one line that names it and shows none of it."""
    environment = {**os.environ, "VESTIBULE_KEY_RING": str(ring)}
    done = subprocess.run([str(instance.state / "vestibule"), *command], env=environment, capture_output=True, text=True,
                          timeout=60)
    expect_equal((done.returncode, done.stdout, done.stderr.count("\n")), (1, "", 1), f"how {command} ends")
    expect(str(ring) in done.stderr and words in done.stderr, f"{command} says {done.stderr!r}")
    expect(HEX[:16] not in done.stderr, "a key is shown")
