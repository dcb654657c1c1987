"""Looks for the secrets that the tests have used, in any form and any encoding."""

import html
import re
import subprocess
from base64 import b32decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import quote, quote_plus

import canaries


def codes_alone(folder: Path) -> list[str]:
    """The files below a folder in which a code that was used stands by itself, as six digits."""
    return [path.name for path in folder.iterdir() if canaries.of_kind("code") & {
        digits.decode() for digits in re.findall(rb"(?<![\w.])\d{6}(?![\w.])", path.read_bytes())}]


def leaking_files(folder: Path) -> list[str]:
    """The files below a folder in which a secret stands, as it is or encoded."""
    return _grep(_patterns(), folder)


def holds(folder: Path, words: bytes) -> bool:
    """Whether any file below a folder holds these words."""
    return bool(_grep({words}, folder))


def _grep(patterns: set[bytes], folder: Path) -> list[str]:
    """The names of the files that hold one of the patterns; grep looks for thousands at once, in seconds."""
    with NamedTemporaryFile() as file:
        file.write(b"\n".join(patterns))
        file.flush()
        command = ["grep", "--files-with-matches", "--text", "--fixed-strings", f"--file={file.name}", "--recursive", folder]
        done = subprocess.run(command, capture_output=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
    if done.returncode > 1:
        raise AssertionError(done.stderr.decode())
    return done.stdout.decode().split()


def _patterns() -> set[bytes]:
    """What to look for. Six digits in clear are looked for by themselves, above."""
    return {max(encoded.split(b"\n"), key=len) for kind, secret in canaries.all_seen() for form in _forms(kind, secret)
            for encoded in _encodings(form) if len(encoded) > 6}


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
    """The bytes themselves, and as a log, a dump, a page or an address may spell them."""
    text = secret.decode("latin-1")
    return {secret, secret[::-1], secret.hex().encode(), secret.hex().upper().encode(), quote(secret, safe="").encode(),
            quote_plus(secret).encode(), quote(quote(secret, safe=""), safe="").encode(), _dumped(secret),
            "".join(f"%{byte:02x}" for byte in secret).encode(), "".join(f"\\x{byte:02X}" for byte in secret).encode(),
            "".join(f"&#{byte};" for byte in secret).encode(), "".join(f"&#x{byte:x};" for byte in secret).encode(),
            html.escape(text).encode("latin-1"), text.encode("utf-16-le"), text.encode("utf-16-be"), *_base64(secret)}


def _dumped(secret: bytes) -> bytes:
    """As MariaDB writes a text in a dump or a log."""
    escapes = {0: b"\\0", 10: b"\\n", 13: b"\\r", 26: b"\\Z", 34: b'\\"', 39: b"\\'", 92: b"\\\\"}
    return b"".join(escapes.get(byte, bytes([byte])) for byte in secret)


def _base64(secret: bytes) -> set[bytes]:
    """Wherever it begins within a longer text: the digits that follow from it alone."""
    digits = [encode(b"\0" * before + secret).rstrip(b"=")[before + 1 if before else 0:-1]
              for before in range(3) for encode in (b64encode, urlsafe_b64encode)]
    return set(digits)
