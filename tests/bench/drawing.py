"""Draws the figures of ``sizes`` as SVG: how disk, indexing, questions and memory grow with the number of articles.

``python tests/bench/run.py --write-readme`` makes ``packaging/gallery/sizes.svg`` of results.json together with README's table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, log10

Point = tuple[float, float]
"""A number of articles, and what was measured of it."""

_WIDTH, _HEIGHT = 840, 560
_LEFT, _TOP, _PLOT_WIDTH, _PLOT_HEIGHT = 52, 44, 250, 180
_INK, _GREY, _GRID = "#1f2328", "#59636e", "#d1d9e0"
_LINES = (("#0550ae", ""), ("#9a3412", "6 4"))
"""Colour and dashes of a panel's first and second line; each is named at its end, so that nothing is told by colour alone."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing: a head, its unit, lines by what they are called beside their end and in results.json, and a limit if there is one."""

    head: str
    lines: tuple[tuple[str, str], ...]
    limit: float | None = None


PANELS = (
    Panel("Disk, MB", (("database", "database, MB"), ("index", "index, MB"))),
    Panel("Indexing everything, seconds of the processor", (("", "indexed a second"),)),
    Panel("Questions, milliseconds of the processor", (("p95", "questions p95, ms"), ("p50", "questions p50, ms"))),
    Panel("Memory of the searching process, MB", (("", "searching process, PSS, MB"),), 250),
)


def drawing(figures: Mapping[str, float]) -> str:
    """The SVG of what ``sizes`` measured: names such as "10,000 articles: index, MB"."""
    sizes = sorted({int(name.partition(" ")[0].replace(",", "")) for name in figures})
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="13" role="img">',
        "<title>Disk, indexing, questions and memory by the number of articles</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
    ]
    for number, panel in enumerate(PANELS):
        x, y = (number % 2) * _WIDTH / 2, (number // 2) * _HEIGHT / 2
        parts.append(f'<g transform="translate({x:g} {y:g})">{_panel(panel, sizes, figures)}</g>')
    return "\n".join([*parts, "</svg>", ""])


def _panel(panel: Panel, sizes: Sequence[int], figures: Mapping[str, float]) -> str:
    lines = [(name, _points(what, sizes, figures)) for name, what in panel.lines]
    top = _round_up(max([value for _, points in lines for _, value in points] + [panel.limit or 0]))
    parts = [f'<text x="{_LEFT}" y="24" font-weight="bold" fill="{_INK}">{escape(panel.head)}</text>']
    for share in (0, 0.5, 1):
        y = _height(top * share, top)
        parts.append(f'<path d="M{_LEFT} {y:g}h{_PLOT_WIDTH}" stroke="{_GRID}"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:g}" text-anchor="end" fill="{_GREY}">{top * share:,.10g}</text>')
    for size in sizes:
        place = _across(size, sizes)
        parts.append(f'<text x="{place:g}" y="{_TOP + _PLOT_HEIGHT + 20}" text-anchor="middle" fill="{_GREY}">{size // 1000:,}k</text>')
    if panel.limit is not None:
        y = _height(panel.limit, top)
        parts.append(f'<path d="M{_LEFT} {y:g}h{_PLOT_WIDTH}" stroke="{_GREY}" stroke-dasharray="2 3"/>')
        parts.append(f'<text x="{_LEFT + _PLOT_WIDTH + 8}" y="{y + 4:g}" fill="{_GREY}">at most {panel.limit:g}</text>')
    for (name, points), (colour, dashes) in zip(lines, _LINES, strict=False):
        parts.append(_line(name, [(_across(size, sizes), _height(value, top), value) for size, value in points], colour, dashes))
    return "".join(parts)


def _line(name: str, places: Sequence[tuple[float, float, float]], colour: str, dashes: str) -> str:
    way = " ".join(f"{x:g},{y:.1f}" for x, y, _ in places)
    parts = [f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes or "none"}"/>']
    parts += [f'<circle cx="{x:g}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y, _ in places]
    if places:
        x, y, value = places[-1]
        parts.append(f'<text x="{x + 8:g}" y="{y + 4:.1f}" fill="{colour}">{escape(f"{name} {_short(value)}".strip())}</text>')
    return "".join(parts)


def _points(what: str, sizes: Sequence[int], figures: Mapping[str, float]) -> list[Point]:
    """What was measured at each size; of a rate, the time that all articles take."""
    found = [(size, figures[f"{size:,} articles: {what}"]) for size in sizes if f"{size:,} articles: {what}" in figures]
    return [(size, size / value if what.endswith("a second") else value) for size, value in found]


def _across(size: float, sizes: Sequence[int]) -> float:
    return _LEFT + _PLOT_WIDTH * size / max(sizes)


def _height(value: float, top: float) -> float:
    return _TOP + _PLOT_HEIGHT * (1 - value / top)


def _round_up(value: float) -> float:
    """The next of 1, 2, 3, 4, 5, 6, 8 or 10 times a power of ten."""
    unit: float = 10 ** (ceil(log10(value)) - 1) if value > 0 else 1
    return next(step * unit for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * unit >= value)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
