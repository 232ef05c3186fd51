"""Titles and days: of pages beside trafilatura alone in the same run, and of the acceptance texts, which tell little."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import trafilatura

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.model.article import Document
from briefing_app.model.errors import ImportSkipped
from tests.bench.cleaning import bootstrap_interval, four_gram_f1, pages

_SETS = ("html_fundus", "html_aeb", "html_readability", "html_trafilatura")
_ALIKE = 0.6
"""F1 of 4-word sequences from which two titles are one; sites add their name."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a text of the acceptance set tells: which fields are known, and the days between which it was published."""

    known: frozenset[str]
    first: date
    last: date


SEEDS = {
    "000": Told(frozenset({"title", "source", "byline"}), date(2020, 10, 16), date(2020, 10, 16)),
    "001": Told(frozenset(), date(2020, 10, 16), date(2020, 10, 16)),
    "002": Told(frozenset({"agency"}), date(2018, 12, 10), date(2018, 12, 10)),
    "003": Told(frozenset({"title"}), date(2020, 10, 16), date(2020, 10, 16)),
    "004": Told(frozenset(), date(2018, 12, 5), date(2018, 12, 9)),
}
_FIELDS = ("title", "source", "byline", "agency")


def measure(shared: Path) -> dict[str, float]:
    """Shares (0 to 1) and counts."""
    counts = Counter[str]()
    above: dict[str, list[float]] = defaultdict(list)
    for name in _SETS:
        for row, data in pages(shared, name):
            _page(row, data, counts, above)
    figures: dict[str, float] = {}
    for what in ("title", "day"):
        number = max(1, counts[what])
        figures[f"pages with a known {what}"] = counts[what]
        figures[f"{what} right"] = counts[f"{what} ours"] / number
        figures[f"{what} right, trafilatura alone"] = counts[f"{what} theirs"] / number
        figures[f"{what} right, of those told"] = counts[f"{what} ours"] / max(1, counts[f"{what} told"])
        low, high = bootstrap_interval(above[what])
        figures[f"{what} right above trafilatura, low end of 95 %"] = low
        figures[f"{what} right above trafilatura, high end of 95 %"] = high
    return {**figures, **_seeds(shared)}


def _page(row: dict[str, str], data: bytes, counts: Counter[str], above: dict[str, list[float]]) -> None:
    document = _document(data, row["id"])
    theirs = trafilatura.extract_metadata(data)
    title, day = row.get("title") or "", (row.get("date") or "")[:10]
    mine = document.date.value.day if document.date.value else None
    pairs = {
        "title": (title, document.title.value or "", (theirs and theirs.title) or ""),
        "day": (day, str(mine or ""), (theirs and theirs.date) or ""),
    }
    for what, (wanted, ours, other) in pairs.items():
        if not wanted or (what == "day" and not re.fullmatch(r"\d{4}-\d\d-\d\d", wanted)):
            continue
        right = [(four_gram_f1(each, wanted) > _ALIKE if what == "title" else each == wanted) for each in (ours, other)]
        counts[what] += 1
        counts[f"{what} ours"] += right[0]
        counts[f"{what} theirs"] += right[1]
        counts[f"{what} told"] += bool(ours)
        above[what].append(right[0] - right[1])


def _seeds(shared: Path) -> dict[str, float]:
    """Of the acceptance texts: fields right (known where the text tells them, unknown elsewhere), fields invented, and dates."""
    counts = Counter[str]()
    for name, told in SEEDS.items():
        path = shared / "seeds" / f"{name}.txt"
        document = clean(next(read(path.read_bytes(), path.name)), path.name)
        for field in _FIELDS:
            known = getattr(document, field).known
            counts["right"] += known == (field in told.known)
            counts["invented"] += known and field not in told.known
        day = document.date.value
        if day is not None:
            counts["dates"] += 1
            counts["hold"] += (day.first is None or day.first <= told.last) and (day.last is None or day.last >= told.first)
    return {
        "seeds, fields right": counts["right"] / (len(SEEDS) * len(_FIELDS)),
        "seeds, fields invented": counts["invented"],
        "seeds, dates told": counts["dates"],
        "seeds, dates told that hold the day": counts["hold"] / max(1, counts["dates"]),
    }


def _document(data: bytes, name: str) -> Document:
    try:
        return clean(next(read(data, f"{name}.html")), name)
    except ImportSkipped:
        return Document("")


if __name__ == "__main__":
    for figure, value in measure(Path(sys.argv[1])).items():
        print(f"{value:.3f}  {figure}")
