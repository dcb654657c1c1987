"""Many browsers of one person, who has given the password in each and owes the code."""

import time
from collections.abc import Callable

from crowd import volley
from person import Person
from phone import STEP, Phone
from target import Target, kept, new_token
from visitor import Answer, Visitor


class Challenged:
    """Browsers whose owner gave the right password. Their challenges can be put back, unspent."""

    def __init__(self, target: Target, owner: Person, count: int) -> None:
        self.target = target
        self.account = target.account(owner)
        self.tokens = [new_token() for _ in range(count)]
        self.browsers = [Visitor(target) for _ in self.tokens]
        self.put_back()
        for browser in self.browsers:
            browser.open("/login/two-factor")

    def put_back(self) -> None:
        """The challenges as after the password, the codes as before any sign-in, and nobody signed in."""
        now = time.time_ns() // 1000
        rows = ", ".join(f"({kept(token)}, {self.account}, {now}, FALSE)" for token in self.tokens)
        self.target.sql(
            f"SET @who = {self.account}; DELETE FROM sessions WHERE account_id = @who; "
            "DELETE FROM challenges WHERE account_id = @who; DELETE FROM throttles; "
            f"INSERT INTO challenges (id, account_id, started_at, is_kept) VALUES {rows}; "
            "UPDATE vestibule_vault.authenticators SET last_step = 0 WHERE account_id = @who; "
            "DELETE FROM vestibule_vault.accepted_steps WHERE account_id = @who; "
            "UPDATE vestibule_vault.recovery_codes SET used_at = NULL, used_by = NULL WHERE account_id = @who")
        self.show_challenges()

    def show_challenges(self) -> None:
        """Gives each browser its challenge's cookie, and no other."""
        for number, browser in enumerate(self.browsers):
            browser.cookies = {self.target.cookie("challenge"): self.tokens[number % len(self.tokens)]}

    def gains(self) -> list[int]:
        """How many sessions there are, how many recovery codes are used, and whether a step is."""
        return self.target.numbers(
            f"SET @who = {self.account}; SELECT COUNT(*) FROM sessions WHERE account_id = @who; "
            "SELECT COUNT(*) FROM vestibule_vault.recovery_codes WHERE account_id = @who AND used_at IS NOT NULL; "
            "SELECT last_step > 0 FROM vestibule_vault.authenticators WHERE account_id = @who")

    def race(self, fields: Callable[[int], tuple[str, str, str]]) -> list[Answer]:
        """Lets every browser press a button at once: which, which field, and what it types there."""
        self.show_challenges()
        requests = []
        for number, browser in enumerate(self.browsers):
            caption, label, typed = fields(number)
            requests.append(browser.prepared("POST", *browser.filled(caption, {label: typed})))
        return volley(requests)


def sharing(target: Target, owner: Person, count: int) -> Challenged:
    """Browsers that share so many challenges."""
    crowd = Challenged(target, owner, target.abreast)
    for number, browser in enumerate(crowd.browsers):
        browser.answer = crowd.browsers[number % count].answer
    crowd.tokens = crowd.tokens[:count]
    return crowd


def early_in_a_step() -> int:
    """The present time step, with at least eight seconds left of it."""
    while time.time() % STEP > STEP - 8:
        time.sleep(0.2)
    return int(time.time() // STEP)


def now_code(phone: Phone) -> str:
    """The code that the phone shows now, and for some seconds more."""
    return phone.code_at(early_in_a_step())
