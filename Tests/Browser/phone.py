"""A phone with an authenticator app. The codes are oathtool's, the picture is read by zbarimg: none of our own code."""

import subprocess
import time
from datetime import datetime, timezone
from urllib.parse import parse_qs, unquote, urlsplit

import canaries

STEP = 30


class Phone:
    def __init__(self, key: str) -> None:
        self.key = canaries.remember("key", key.replace(" ", ""))
        # The latest step of which a code was given.
        self.last = 0

    @classmethod
    def scanning(cls, picture: bytes) -> "Phone":
        """The phone after its camera has seen the picture, a PNG."""
        return cls(parse_qs(urlsplit(key_uri(picture)).query)["secret"][0])

    def code(self) -> str:
        """A code that the site must accept: of a step not used before, waiting for the next one if need be."""
        now = time.time()
        earliest = int(now // STEP) - (1 if now % STEP < STEP - 8 else 0)
        step = max(self.last + 1, earliest)
        while step > time.time() // STEP + 1:
            time.sleep(0.2)
        self.last = step
        return canaries.remember("code", self.code_at(step))

    @property
    def has_code(self) -> bool:
        """Whether there is a code just now that was not used before."""
        return self.last < time.time() // STEP + 1

    def code_at(self, step: int) -> str:
        moment = datetime.fromtimestamp(step * STEP, timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
        done = subprocess.run(["oathtool", "--totp", "--base32", f"--now={moment}", "-"], input=self.key, text=True,
                              capture_output=True, check=True)
        return done.stdout.strip()

    def wrong_code(self) -> str:
        """Six digits that are no code of this phone for some minutes around now."""
        now = int(time.time() // STEP)
        near = {self.code_at(step) for step in range(now - 21, now + 22)}
        return next(digits for number in range(1_000_000) if (digits := f"{number:06}") not in near)


def key_uri(picture: bytes) -> str:
    """What the QR code in the picture says."""
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "-"], input=picture, capture_output=True)
    if done.returncode:
        raise AssertionError("zbarimg finds no QR code in the picture")
    return done.stdout.decode().strip()


def label(uri: str) -> str:
    """The issuer and the account that a key URI names, decoded."""
    return unquote(urlsplit(uri).path.removeprefix("/"))
