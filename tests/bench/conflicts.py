"""Hard conflicts in events that no weight was fitted on, labelled before the program was asked: how many it finds, how many are right.

``python tests/bench/conflicts.py``; with ``--missed``, to read what it misses or tells wrongly in events in view, never in those put away.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program's workers have it
import numpy as np

CHECKOUT = Path(__file__).resolve().parents[2]
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.comparison.compare import examine  # noqa: E402
from briefing_app.comparison.matrices.all_products import dense  # noqa: E402
from briefing_app.comparison.matrices.row_products import unit_length  # noqa: E402
from briefing_app.comparison.study import Study  # noqa: E402
from briefing_app.model.comparison import CLASHES, Comparison, Place  # noqa: E402
from tests.bench.comparison import COUNTED  # noqa: E402
from tests.bench.disputed_events import PARTS, DisputedEvent, disputed_events  # noqa: E402

Pairs = Sequence[tuple[Place, Place]]

_LIKE = 0.15
"""Cosine of two sentences from which plain TF-IDF holds them to be of one thing, the best of several tried on other labels."""

_FIGURE = re.compile(r"\d[\d.,]*")


def measure(shared: Path) -> dict[str, float]:
    """For each part and both together: claims, how many of each kind are found, how many shown are right, beside plain TF-IDF."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for labelled in disputed_events(shared):
        study = Study(labelled.event.articles, labelled.event.findings)
        counts = _counted(labelled, study, examine(study))
        seen[labelled.part] += counts
        seen["all"] += counts
    return {f"{part}: {key}": value for part in (*PARTS, "all") for key, value in _figures(seen[part]).items()}


def _counted(labelled: DisputedEvent, study: Study, comparison: Comparison) -> Counter[str]:
    counts = Counter(events=1, claims=len(labelled.claims))
    counts.update(f"claims of {claim.kind}" for claim in labelled.claims)
    shown = {"hard": differences(comparison, hard=True), "any": differences(comparison, hard=False), "plain": list(plain(study))}
    for name, pairs in shown.items():
        found = _found(labelled, pairs)
        counts[f"{name} pairs"] += len(pairs)
        counts[f"{name} right"] += sum(any(claim.between(labelled.event, *pair) for claim in labelled.claims) for pair in pairs)
        counts[f"{name} found"] += len(found)
        counts.update(f"{name} found of {labelled.claims[k].kind}" for k in found)
    return counts


def _found(labelled: DisputedEvent, pairs: Pairs) -> list[int]:
    return [k for k, claim in enumerate(labelled.claims) if any(claim.between(labelled.event, *pair) for pair in pairs)]


def _figures(counts: Counter[str]) -> dict[str, float]:
    kinds = sorted(name.removeprefix("claims of ") for name in counts if name.startswith("claims of "))
    told = {"hard": "told as hard", "any": "told in any way", "plain": "by plain TF-IDF"}
    figures: dict[str, float] = {"events": counts["events"], "hard claims": counts["claims"]}
    for name, words in told.items():
        figures[f"hard claims found, {words}"] = counts[f"{name} found"]
        figures[f"pairs shown, {words}"] = counts[f"{name} pairs"]
        figures[f"pairs right, {words}"] = counts[f"{name} right"]
    for kind in kinds:
        figures[f"hard claims of {kind}"] = counts[f"claims of {kind}"]
        figures[f"hard claims of {kind} found, told as hard"] = counts[f"hard found of {kind}"]
    return figures


def differences(comparison: Comparison, *, hard: bool) -> list[tuple[Place, Place]]:
    """The places of a comparison's differences that are hard, or of all kinds that the golds call conflicts."""
    kinds = CLASHES if hard else COUNTED
    return [(one.a, one.b) for one in comparison.differences if one.kind in kinds]


def plain(study: Study) -> Iterator[tuple[Place, Place]]:
    """Sentences of different articles that are alike by plain TF-IDF, and of which one has a figure or a negation that the other lacks."""
    likeness = study.alignment.weighing.likeness
    words = dense(likeness.words)
    rows = unit_length(words * (np.log((1 + len(words)) / (1 + words.sum(axis=0))) + 1))
    alike = np.triu(rows @ rows.T >= _LIKE, 1)
    for i, j in zip(*np.nonzero(alike), strict=True):
        a, b = study.units[i], study.units[j]
        if a.column == b.column:
            continue
        figures = [set(_FIGURE.findall(unit.text)) for unit in (a, b)]
        negated = [bool(study.side(int(unit)).negations) for unit in (i, j)]
        if (all(figures) and figures[0] != figures[1]) or negated[0] != negated[1]:
            yield Place(study.articles[a.column].id, a.span), Place(study.articles[b.column].id, b.span)


def missed(shared: Path) -> Iterator[str]:
    """In the events in view: each claim that is not told as hard, and each hard difference that no claim bears out, in lines to read."""
    for labelled in disputed_events(shared, PARTS[:1]):
        event = labelled.event
        comparison = examine(Study(event.articles, event.findings))
        found = _found(labelled, differences(comparison, hard=True))
        text = {article.id: article.document.text for article in event.articles}
        yield f"== {event.gold} {event.name}: {len(found)} of {len(labelled.claims)}"
        for k, claim in enumerate(labelled.claims):
            yield f"{'found ' if k in found else 'MISSED'} {claim.kind}: {claim.what}"
            sides = {told.row: text for told in claim.sides[0] + claim.sides[1] for text in [_of(labelled, told.row)]}
            for name, side in zip("AB", claim.sides, strict=True):
                yield from (f"   {name} {sides[told.row][told.span.start : told.span.end]}" for told in side)
        for one in comparison.differences:
            if one.kind in CLASHES and not any(claim.between(event, one.a, one.b) for claim in labelled.claims):
                yield f"WRONG  {one.kind}: {one.why}"
                yield from (f"   {name} {text[p.article][p.span.start : p.span.end]}" for name, p in zip("ab", (one.a, one.b), strict=True))


def _of(labelled: DisputedEvent, row: str) -> str:
    return labelled.event.articles[labelled.event.docs.index(row)].document.text


def _lines(figures: dict[str, float]) -> Iterable[str]:
    return (f"{value:8g}  {name}" for name, value in figures.items())


if __name__ == "__main__":
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        sys.exit("needs the folder 'shared' beside the checkout")
    for line in missed(folder) if "--missed" in sys.argv[1:] else _lines(measure(folder)):
        print(line)
