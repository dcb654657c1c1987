"""The facts that no fault may break. Those of the database are asked by SQL, a file each; no row is what is wanted."""

import re
from collections import Counter
from pathlib import Path

from scene import Scene
from target import kept

FOLDER = Path(__file__).with_name("facts")
# What people's answers and the command line tell, as against the database.
ANSWERS = {"I9": "no secret stands where it must not", "I10": "the audit log verifies",
           "I11": "no page behind the gate is delivered without a session"}


def sentences() -> dict[str, str]:
    """Every fact, in words."""
    asked = {number: words for number, words in (_named(file) for file in _files())}
    return dict(sorted({**ANSWERS, **asked}.items(), key=lambda fact: int(fact[0][1:])))


def new_violations(scene: Scene) -> list[tuple[str, str]]:
    """Which facts do not hold, and where, at an instant when nobody acts. What was found once is not found again."""
    found = scene.ledger.take_surprises() + by_sql(scene) + of_the_audit_log(scene)
    found = [each for each in found if each not in scene.found]
    scene.found.update(found)
    return found


def by_sql(scene: Scene, after: str = "", only: str = "") -> list[tuple[str, str]]:
    """What the database tells, perhaps after other statements of the same session, which never commits them."""
    found = []
    for file in _files():
        number, words = _named(file)
        if only in ("", number):
            rows = scene.instance.sql(_told(scene) + "START TRANSACTION;\n" + after + file.read_text())
            found += [(number, f"it is not so that {words}: {' '.join(row)}") for row in rows]
    return found


def _files() -> list[Path]:
    return sorted(FOLDER.glob("I*.sql"))


def _named(file: Path) -> tuple[str, str]:
    number, _, words = file.stem.partition("_")
    return number, words.replace("_", " ")


def _told(scene: Scene) -> str:
    """Two temporary tables of what people were told."""
    changes = [f"('{email}', '{event}', {acknowledged}, {unheard})"
               for email, event, acknowledged, unheard in scene.ledger.rows()]
    browsers = [f"({kept(client.session)}, 0)" for member in scene.everybody for client in member.browsers]
    browsers += [f"({kept(shown.session)}, 1)" for member in scene.everybody for shown in member.ended]
    text = (FOLDER / "told.sql").read_text()
    for word, rows in (("changes", changes), ("browsers", browsers)):
        text += f"INSERT INTO told_{word} VALUES {', '.join(rows)};\n" if rows else ""
    return text


def of_the_audit_log(scene: Scene) -> list[tuple[str, str]]:
    done = scene.instance.run("audit", "verify")
    return [("I10", (done.stdout + done.stderr).strip()[:300])] if done.returncode else []


def summary(found: list[tuple[str, str]]) -> str:
    """Which facts were broken, each with how often."""
    counts = Counter(number for number, _ in found)
    ordered = sorted(counts, key=lambda number: int(re.sub(r"\D", "", number) or 0))
    return ", ".join(f"{number} ×{counts[number]}" for number in ordered) or "–"
