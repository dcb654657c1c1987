"""The statement that a check asks the database, as the product, the reference and PHP all run it."""

from instance import Instance

NAME = "site_session/check"
# What is put in place of each `?`: the hash of the cookie, the site that asks, or so many seconds before now.
PARAMETERS = ("token", "site", "now-0", "now-0")


def statement(instance: Instance) -> str:
    """Its text without the comments, which nobody needs to send."""
    lines = (instance.state / "sql" / "queries" / f"{NAME}.sql").read_text().splitlines()
    return "\n".join(line for line in lines if not line.startswith("--"))
