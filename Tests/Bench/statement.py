"""The statement that a check asks the database, as the product, the reference and PHP all run it."""

from pathlib import Path

from instance import Instance

NAME = "session/find"
# What is put in place of each `?`: the token's hash, or so many seconds before now.
PARAMETERS = ("now-900", "token", "now-0", "now-0")


def statement(instance: Instance) -> str:
    """Its text without the comments, which nobody needs to send or prepare."""
    lines = Path(instance.state, "sql", "queries", f"{NAME}.sql").read_text().splitlines()
    return "\n".join(line for line in lines if not line.startswith("--"))
