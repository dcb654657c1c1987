"""On what was measured, in one line."""

import os
import re
from pathlib import Path


def machine() -> str:
    model = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    cores = f"{os.cpu_count()} cores" + (f" of {model[1]}" if model else "")
    return f"The same check behind the same nginx and MariaDB, on {cores}"
