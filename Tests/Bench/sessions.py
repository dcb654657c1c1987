"""Sessions that are really in the database, and the requests of the browsers that hold their cookies."""

import base64
import hashlib
import secrets
import time

from instance import Instance

TOKENS = 1000


def tokens() -> list[bytes]:
    return [secrets.token_bytes(32) for _ in range(TOKENS)]


def insert(instance: Instance, tokens: list[bytes]) -> None:
    now = int(time.time() * 1e6)
    hour = 3_600_000_000
    rows = ",".join(
        f"(x'{hashlib.sha256(token).hexdigest()}',x'{secrets.token_hex(16)}',@first+{number},{now},{now + hour},{now + 24 * hour})"
        for number, token in enumerate(tokens))
    instance.sql(f"""
        SET @now = {now};
        INSERT INTO accounts (email, name, role, created_at)
        SELECT CONCAT('bench.', n.seq, '.{secrets.token_hex(4)}@example.test'), 'Ada Lovelace', 'user', @now FROM seq_1_to_{len(tokens)} n;
        SET @first = LAST_INSERT_ID();
        CREATE TEMPORARY TABLE t (id BINARY(32), lineage BINARY(16), account_id BIGINT, a BIGINT, b BIGINT, c BIGINT);
        INSERT INTO t VALUES {rows};
        INSERT INTO sessions (id, lineage, account_id, started_at, last_seen_at, ends_at, is_kept, address, user_agent)
        SELECT id, lineage, account_id, a, b, c, FALSE, '127.0.0.1', 'bench' FROM t;
    """)


def text(token: bytes) -> str:
    """The token as its cookie has it."""
    return base64.urlsafe_b64encode(token).rstrip(b"=").decode()
