"""The instance under attack, and what an attack needs besides a browser: stolen tokens, and rows put back as they were."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

import canaries
from instance import Instance
from person import Person


@dataclass(frozen=True)
class Target(Instance):
    rounds: int
    abreast: int

    def account(self, person: Person) -> int:
        return self.count(f"SELECT id FROM accounts WHERE email = '{person.email}'")

    def browser_cookie(self, person: Person) -> str:
        """The name of the cookie by which a browser is known to `person`."""
        return self.cookie(f"browser-{sha256(person.email.encode()).hexdigest()[:8]}")

    def numbers(self, statement: str) -> list[int]:
        """The numbers that statements select, one after the other."""
        return [int(cell) for row in self.sql(statement) for cell in row]

    def state_of_things(self) -> list[list[str]]:
        """A checksum of every table that an attack could gain by; the log of what happened is none."""
        return self.sql(
            "CHECKSUM TABLE activations, security_policy, vestibule_vault.password_hashes, "
            "vestibule_vault.authenticators, vestibule_vault.recovery_codes, vestibule_vault.enrolments; "
            # That of a table with a generated column differs from one time to the next.
            "SELECT SUM(CRC32(CONCAT_WS('/', id, email, name, role, disabled_at, last_sign_in_at))) FROM accounts; "
            # Those that are over go by themselves.
            "SELECT COUNT(*) FROM audit WHERE event = 'challenge-started'; "
            "SELECT COUNT(*), MAX(started_at) FROM sessions")

    def forget_steps(self, account: int) -> None:
        """Lets codes of the phone be used that were used before."""
        self.sql(f"UPDATE vestibule_vault.authenticators SET last_step = 0 WHERE account_id = {account}; "
                 f"DELETE FROM vestibule_vault.accepted_steps WHERE account_id = {account}")

    def forget_failures(self) -> None:
        """Lets everybody try again, as if the day were over."""
        self.sql("DELETE FROM throttles")


def new_token() -> str:
    """A cookie's value as the site makes them."""
    return canaries.remember("cookie", urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("="))


def kept(token: str) -> str:
    """What the database keeps of a token, as SQL."""
    return f"UNHEX('{sha256(urlsafe_b64decode(token + '=' * (-len(token) % 4))).hexdigest()}')"
