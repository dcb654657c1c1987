"""The bench's own files with what differs from run to run put in."""

from pathlib import Path

HERE = Path(__file__).parent


def filled(name: str, **words: object) -> str:
    """The text of a file beside this one, with its @WORDS@ filled in."""
    text = (HERE / name).read_text()
    for word, value in words.items():
        text = text.replace(f"@{word}@", str(value))
    return text
