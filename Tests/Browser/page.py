"""Reads a page as a person without JavaScript does: its words, its forms, the captions of buttons and fields."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

UNSEEN = {"head", "script", "style", "template"}
VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass
class Form:
    action: str = ""
    method: str = "get"
    values: dict[str, str] = field(default_factory=dict)
    buttons: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)


class Page(HTMLParser):
    """A parsed page or fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.tags: list[str] = []
        self.codes: list[str] = []
        self._words: list[str] = []
        self._open: list[str] = []
        self._label = ""
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """The words of the page, hidden ones of a closed disclosure or dialog included."""
        return re.sub(r"\s+", " ", "".join(self._words)).strip()

    def form(self, caption: str) -> Form:
        """The form with a button of that caption."""
        for form in self.forms:
            if caption in form.buttons:
                return form
        raise AssertionError(f"no button {caption!r} on the page {self.text[:200]!r}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag not in VOID:
            self._open.append(tag)
        self._words.append(" ")
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get")))
        elif tag == "button" and self.forms:
            self.forms[-1].buttons.append("")
        elif tag == "code":
            self.codes.append("")
        elif tag == "label":
            self._label = ""
        elif tag in ("input", "select") and self.forms:
            self._add_input(given)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        self._words.append(" ")

    def handle_data(self, data: str) -> None:
        if UNSEEN.intersection(self._open):
            return
        self._words.append(data)
        if "label" in self._open:
            self._label += data
        if "button" in self._open and self.forms:
            self.forms[-1].buttons[-1] += data.strip()
        if "code" in self._open:
            self.codes[-1] += data

    def _add_input(self, given: dict[str, str]) -> None:
        form, name = self.forms[-1], given.get("name", "")
        if given.get("type") != "hidden":
            form.labels[self._label.strip()] = name
        if given.get("type") != "checkbox" or "checked" in given:
            form.values[name] = given.get("value", "")
