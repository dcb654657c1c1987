"""Looks for the secrets that the tests have used, in any form and any encoding."""

import re
import subprocess
from base64 import b32decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import quote, quote_plus

import canaries


def leaks(content: bytes) -> list[str]:
    """The kinds of secret that stand in the content."""
    alone = {digits.decode() for digits in re.findall(rb"(?<![\w.])\d{6}(?![\w.])", content)}
    codes = ["code"] * len(alone & canaries.of_kind("code"))
    return codes + [kind for kind, patterns in _patterns().items() if _grep(patterns, content=content)]


def leaking_files(folder: Path) -> list[str]:
    """The files below a folder in which a secret stands, as it is or encoded; each with the kind of secret."""
    return [f"{kind} in {name}" for kind, patterns in _patterns().items() for name in _grep(patterns, folder=folder)]


def holds(folder: Path, words: bytes) -> bool:
    """Whether any file below a folder holds these words."""
    return bool(_grep({words}, folder=folder))


def _grep(patterns: set[bytes], content: bytes | None = None, folder: Path | None = None) -> list[str]:
    """The names of the files that hold one of the patterns; grep looks for thousands at once."""
    where = ["--recursive", str(folder)] if folder else ["-"]
    with NamedTemporaryFile() as file:
        file.write(b"\n".join(patterns))
        file.flush()
        command = ["grep", "--files-with-matches", "--text", "--fixed-strings", f"--file={file.name}", *where]
        done = subprocess.run(command, input=content, capture_output=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
    if done.returncode > 1:
        raise AssertionError(done.stderr.decode())
    return done.stdout.decode().split()


def _patterns() -> dict[str, set[bytes]]:
    """What to look for, by the kind of secret. Six digits in clear are looked for by themselves, above."""
    patterns: dict[str, set[bytes]] = {}
    for kind, secret in canaries.all_seen():
        for form in _forms(kind, secret):
            patterns.setdefault(kind, set()).update(
                max(encoded.split(b"\n"), key=len) for encoded in _encodings(form) if len(encoded) > 6)
    return patterns


def _forms(kind: str, secret: str) -> set[bytes]:
    """What a secret may look like before it is encoded."""
    text = secret.encode()
    if kind == "key":
        grouped = " ".join(secret[place:place + 4] for place in range(0, len(secret), 4)).encode()
        return {text, text.lower(), grouped, b32decode(secret)}
    if kind == "recovery code":
        return {text, text.lower(), text.replace(b"-", b""), text.replace(b"-", b"").lower()}
    if kind == "cookie":
        return {text, urlsafe_b64decode(text + b"=" * (-len(text) % 4))}
    return {text}


def _encodings(secret: bytes) -> set[bytes]:
    """The bytes themselves, and as hexadecimal, Base64, and in an address."""
    return {secret, secret.hex().encode(), secret.hex().upper().encode(), b64encode(secret).rstrip(b"="),
            urlsafe_b64encode(secret).rstrip(b"="), quote(secret, safe="").encode(), quote_plus(secret).encode()}
