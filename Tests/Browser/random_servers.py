"""Servers of nginx's at random: some of their addresses are meant to be behind the gate, and some lines may undo that."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

FOLDERS = ("", "a/", "a/b/", "c/")
FILES = tuple(folder + name for folder in FOLDERS for name in ("index.html", "x", "x.php", "y.png"))
PREFIXES = ("/", "/a/", "/a/b/", "/c/", "/a", "/x")
EXPRESSIONS = (r"\.php$", "^/a/", "^/(a|c)/", r"\.(png|html)$", "/b/", r"\.php(/|$)")


@dataclass
class Server:
    name: str
    text: str
    # The prefixes of addresses that are meant to be behind the gate.
    meant: list[str]


class Maker:
    def __init__(self, random: Random, gate: Path, root: Path) -> None:
        self.random, self.gate, self.root = random, gate, root

    def server(self, name: str, port: int) -> Server:
        meant: list[str] = []
        lines = [f'include "{self.gate}/gate.conf";']
        if self.may(0.4):
            lines.append(self.protected("/", meant))
        lines += self.undoing(0.25, ["satisfy any; allow all;", "return 200 CONTENT;", "rewrite ^/a/ /c/x last;", "rewrite ^/a/ /x break;",
                                    "error_page 401 =200 /c/x;"])
        lines += self.locations(meant, "/", 0)
        own = f'listen 127.0.0.1:{port}; server_name {name}; root "{self.root}";'
        return Server(name, f"server {{\n{own}\n" + "\n".join(lines) + "\n}\n", meant)

    def locations(self, meant: list[str], around: str, depth: int) -> list[str]:
        written: dict[str, str] = {}
        for _ in range(self.random.randint(1, 4 - depth)):
            modifier, address = self.address()
            if address in written or modifier not in ("~", "~*") and not address.startswith(around):
                continue
            prefix = address if modifier in ("", "^~") else None
            lines = [self.protected(prefix, meant)] if self.may(0.4) else []
            lines += self.undoing(0.2, ["return 200 CONTENT;", "return 404;", "rewrite ^ /c/x last;", "rewrite ^ /a/x break;", "deny all;",
                                        "try_files $uri /a/x;", "satisfy any; allow all;", "if ($arg_q) { return 200 CONTENT; }"])
            if not lines and self.may(0.2):
                lines = ["auth_request off;"]
            if depth < 2 and prefix and self.may(0.3):
                lines += self.locations(meant, prefix, depth + 1)
            written[address] = f'location {modifier} "{address}" {{\n' + "\n".join(lines) + "\n}"
        return list(written.values())

    def address(self) -> tuple[str, str]:
        modifier = self.random.choice(["", "", "^~", "=", "~", "~*"])
        return modifier, self.random.choice(EXPRESSIONS if modifier.startswith("~") else PREFIXES)

    def protected(self, prefix: str | None, meant: list[str]) -> str:
        meant += [prefix] if prefix else []
        return f'include "{self.gate}/protect.conf";'

    def undoing(self, chance: float, lines: list[str]) -> list[str]:
        return [self.random.choice(lines)] if self.may(chance) else []

    def may(self, chance: float) -> bool:
        return self.random.random() < chance
