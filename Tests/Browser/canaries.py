"""Every secret that the tests have used, so that the last of them can look for each where it must not be."""

_seen: dict[str, set[str]] = {}


def remember(kind: str, secret: str) -> str:
    """Notes a secret of one kind: password, key, code, recovery code or cookie. Empty ones are none."""
    if secret:
        _seen.setdefault(kind, set()).add(secret)
    return secret


def remember_cookie(name: str, value: str) -> None:
    """Notes a cookie, but for the one that counts arrivals: it lets nobody in."""
    if not name.endswith("-arrivals"):
        remember("cookie", value)


def of_kind(kind: str) -> set[str]:
    return _seen.get(kind, set())


def all_seen() -> list[tuple[str, str]]:
    return [(kind, secret) for kind, secrets in _seen.items() for secret in sorted(secrets)]
