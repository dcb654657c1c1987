"""The build: how long a first one takes, and how large what comes of it."""

import subprocess
import time
from pathlib import Path

from bench import Bench
from goals import Figure, at_most, measures

ROOT = Path(__file__).resolve().parents[2]
BUILD = at_most(60, "Seconds of a first build, for debugging", " s")
SIZE = at_most(20, "Size of the executable", " MB")


@measures(BUILD, takes_long=True)
def first_build(bench: Bench) -> list[Figure]:
    """In a folder of its own. Packages are fetched before: that is the network's time."""
    command = ["--package-path", str(ROOT), "--scratch-path", str(bench.folder / "build")]
    subprocess.run(["swift", "package", "resolve", *command], capture_output=True, check=True)
    began = time.monotonic()
    subprocess.run(["swift", "build", *command], capture_output=True, check=True)
    return [BUILD.of(time.monotonic() - began)]


@measures(SIZE)
def size(bench: Bench) -> list[Figure]:
    executable = bench.instance.state / "bin" / "vestibule"
    return [SIZE.of(executable.stat().st_size / 1e6, "static, stripped")]
