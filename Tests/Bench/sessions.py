"""Browsers that are signed in at a site, each as somebody else, and whose sessions are really in the database."""

import base64
import hashlib
import secrets

from instance import Instance
from filled import filled

BROWSERS = 1000


def sign_in(instance: Instance, site: str) -> list[str]:
    """The values of their cookies."""
    tokens = [secrets.token_bytes(32) for _ in range(BROWSERS)]
    browsers = ",".join(map(_row, tokens))
    instance.sql(filled("statements/sessions.sql", BROWSERS=browsers, SITE=site))
    return [base64.urlsafe_b64encode(token).rstrip(b"=").decode() for token in tokens]


def _row(token: bytes) -> str:
    """What the database knows of it, with a session and somebody of its own."""
    hash, session, name = hashlib.sha256(token).hexdigest(), secrets.token_hex(32), secrets.token_hex(8)
    return f"(x'{hash}', x'{session}', 'bench.{name}@example.test')"
