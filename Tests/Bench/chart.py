"""Draws what was measured, as an SVG that follows the reader's light or dark."""

from collections.abc import Iterator
from html import escape

from panels import Bar, Panel

WIDTH = 760
# Where bars begin, and how long the longest of a panel is.
LEFT, LONGEST = 150, 380
ROW, BAR, HEAD, GAP, TOP = 28, 18, 34, 20, 76

STYLE = """
    text { font: 14px system-ui, sans-serif; fill: #0f172a; }
    .title { font-size: 20px; font-weight: 600; }
    .panel { font-weight: 600; }
    .soft { fill: #475569; }
    .ground { fill: #ffffff; stroke: #e2e8f0; }
    .ours { fill: #059669; }
    .peer { fill: #94a3b8; }
    .part-1 { fill-opacity: .65; }
    .part-2 { fill-opacity: .35; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f1f5f9; }
      .soft { fill: #cbd5e1; }
      .ground { fill: #0f172a; stroke: #334155; }
      .ours { fill: #34d399; }
      .peer { fill: #64748b; }
    }
"""


def chart(panels: list[Panel], subtitle: str) -> str:
    height = TOP + sum(HEAD + ROW * len(panel.bars) + GAP for panel in panels)
    words = "; ".join(panel.words for panel in panels)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'aria-labelledby="title words">',
        '<title id="title">Vestibule beside C and PHP</title>',
        f'<desc id="words">{escape(words)}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="ground" x=".5" y=".5" width="{WIDTH - 1}" height="{height - 1}" rx="12"/>',
        _text(24, 38, "Vestibule beside C and PHP", "title"),
        _text(24, 60, subtitle, "soft"),
    ]
    y = TOP
    for panel in panels:
        lines += _drawn(panel, y)
        y += HEAD + ROW * len(panel.bars) + GAP
    return "\n".join([*lines, "</svg>", ""])


def _drawn(panel: Panel, y: int) -> Iterator[str]:
    yield _text(24, y + 22, panel.title, "panel")
    if panel.note:
        yield f'<text class="soft" x="{WIDTH - 24}" y="{y + 22}" text-anchor="end">{escape(panel.note)}</text>'
    scale = LONGEST / max(sum(bar.values) for bar in panel.bars)
    for number, bar in enumerate(panel.bars):
        yield from _drawn_bar(bar, scale, y + HEAD + ROW * number)


def _drawn_bar(bar: Bar, scale: float, y: int) -> Iterator[str]:
    middle = y + BAR / 2 + 5
    yield _text(24, middle, bar.label)
    x = float(LEFT)
    for number, value in enumerate(bar.values):
        width = max(value * scale, 1)
        kind = f"{'ours' if bar.is_ours else 'peer'} part-{number}"
        yield f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BAR}"/>'
        x += width
    yield _text(x + 8, middle, bar.words, "soft")


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    style = f' class="{kind}"' if kind else ""
    return f'<text{style} x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'
