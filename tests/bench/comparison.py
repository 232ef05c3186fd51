"""The comparison against the hand-made golds, every event measured with weights that were fitted without it, beside plain TF-IDF.

python tests/bench/comparison.py
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

CHECKOUT = Path(__file__).resolve().parents[2]
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.comparison.compare import compare, examine  # noqa: E402
from briefing_app.comparison.likeness import unit_length  # noqa: E402
from briefing_app.comparison.study import Study  # noqa: E402
from briefing_app.model.comparison import ClaimStatus, Comparison, DifferenceKind, Place  # noqa: E402
from tests.bench.gold_events import GOLDS, GoldEvent, answers, scorer  # noqa: E402

COUNTED = frozenset(DifferenceKind) - {
    DifferenceKind.HEDGE,
    DifferenceKind.CONDITION,
    DifferenceKind.ATTRIBUTION,
    DifferenceKind.WORDING,
}
"""The kinds of difference that the golds call conflicts."""

HARD = frozenset({DifferenceKind.CONTRADICTION, DifferenceKind.NUMBER, DifferenceKind.PROGRESSION, DifferenceKind.STAGE})
"""The kinds that are hardly arguable."""

Row = list[Any]


def fitting() -> ModuleType:
    """The recipe of the weights; ``packaging`` is no package, so it is loaded by its path."""
    spec = importlib.util.spec_from_file_location("fit_comparison", CHECKOUT / "packaging" / "fit_comparison.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["fit_comparison"] = module
    spec.loader.exec_module(module)
    return module


def measure(shared: Path) -> dict[str, float]:
    """Per gold: F1 of pairs (all, strict), average precision, conflict claims found, only-here, each beside plain TF-IDF; seconds."""
    recipe, score = fitting(), scorer(shared)
    labelled = recipe.labelled_events()
    weights = recipe.left_out(labelled)
    out: dict[str, float] = {}
    seconds = []
    for gold in GOLDS:
        loaded = answers(shared, gold)
        mine = [one for one in labelled if one.event.gold == gold]
        found = []
        for one in mine:
            begun = time.perf_counter()
            found.append(examine(Study(one.event.articles, one.event.findings, weights[f"{gold}/{one.event.name}"])))
            seconds.append(time.perf_counter() - begun)
        result = score.score(loaded, predictions([one.event for one in mine], found))
        ranked = score.score_pairs(
            loaded, score.map_pairs(loaded, [row for one, c in zip(mine, found, strict=True) for row in _ranked(one.event, c)])
        )
        plain = score.score_pairs(loaded, score.map_pairs(loaded, [row for one in mine for row in plain_tfidf(one)]))
        name = gold.removesuffix(".json")
        out[f"{name} pairs all F1"] = result["pairs"]["all"]["F1"]
        out[f"{name} pairs all F1, plain TF-IDF at its best threshold"] = plain["best_all"]["F1"]
        out[f"{name} pairs strict F1"] = result["pairs"]["strict"]["F1"]
        out[f"{name} pairs strict F1, plain TF-IDF at its best threshold"] = plain["best_strict"]["F1"]
        out[f"{name} pairs average precision"] = ranked["best_all"]["ap"]
        out[f"{name} pairs average precision, plain TF-IDF"] = plain["best_all"]["ap"]
        out[f"{name} only here F1"] = result["only_here"]["F1"]
        out[f"{name} conflict claims found"] = result["conflicts"]["claim_recall"]
        hard, of = result["conflicts"]["claim_recall_hard"].split("/")
        out[f"{name} hard conflict claims found"] = int(hard) / max(1, int(of))
        out[f"{name} conflict pairs precision"] = result["conflicts"]["P"]
        strong = predictions([one.event for one in mine], found, HARD)
        out[f"{name} hard conflict pairs precision"] = score.score(loaded, strong)["conflicts"]["P"] if "conflicts" in strong else 1.0
        out[f"{name} rows of conflict"] = float(sum(claim.status is ClaimStatus.CONFLICT for c in found for claim in c.claims))
    out["unrelated articles, rows of conflict or progression"] = float(sum(map(at_odds, unrelated([one.event for one in labelled]))))
    out["seconds a comparison, median"] = float(np.median(seconds))
    return out


def unrelated(events: Sequence[GoldEvent]) -> Iterator[Comparison]:
    """As many events as there are, each of four articles out of four different ones: whatever they are said to dispute is wrong."""
    for k in range(len(events)):
        picked = [events[(k + 3 * step) % len(events)] for step in range(4)]
        places = [(one, (k + step) % len(one.articles)) for step, one in enumerate(picked)]
        yield compare([one.articles[at] for one, at in places], [one.findings[at] for one, at in places])


def at_odds(comparison: Comparison) -> int:
    """Rows of conflict or progression."""
    return sum(claim.status in (ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION) for claim in comparison.claims)


def predictions(
    events: Sequence[GoldEvent], comparisons: Sequence[Comparison], kinds: frozenset[DifferenceKind] = COUNTED
) -> dict[str, list[Row]]:
    """Comparisons in the form that the scorer of the golds reads; differences of these kinds count as conflicts."""
    rows: dict[str, list[Row]] = {"pairs": [], "only_here": [], "conflicts": [], "quotes": [], "attributions": []}
    for event, comparison in zip(events, comparisons, strict=True):
        doc = event.doc_of

        def at(place: Place, doc: dict[Any, str] = doc) -> Row:
            return [doc[place.article], place.span.start, place.span.end]

        rows["pairs"] += [[*at(pair.a), *at(pair.b), pair.score] for pair in comparison.pairs]
        rows["conflicts"] += [[*at(one.a), *at(one.b), str(one.kind)] for one in comparison.differences if one.kind in kinds]
        for claim in comparison.claims:
            if claim.status is ClaimStatus.ONLY:
                rows["only_here"] += [at(Place(cell.article, span)) for cell in claim.cells for span in cell.spans]
    return {name: some for name, some in rows.items() if some}


def _ranked(event: GoldEvent, comparison: Comparison) -> list[Row]:
    doc = event.doc_of
    return [
        [doc[pair.a.article], pair.a.span.start, pair.a.span.end, doc[pair.b.article], pair.b.span.start, pair.b.span.end, pair.score]
        for pair in comparison.pairs + comparison.candidates
    ]


def plain_tfidf(labelled: Any) -> list[Row]:
    """Every sentence pair of different articles by the cosine of its stems, idf over the event's own sentences."""
    likeness, docs = labelled.weighing.likeness, labelled.event.docs
    held = likeness.words.sum(axis=0)
    idf = np.log((1 + len(likeness.words)) / (1 + held)) + 1
    rows = unit_length(likeness.words * idf)
    cosine = rows @ rows.T
    units, found = likeness.units, []
    for i, j in zip(*np.nonzero(np.triu(cosine > 0, 1)), strict=True):
        a, b = units[i], units[j]
        if a.column != b.column:
            found.append([docs[a.column], a.span.start, a.span.end, docs[b.column], b.span.start, b.span.end, float(cosine[i, j])])
    return found


if __name__ == "__main__":
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        sys.exit("needs the folder 'shared' beside the checkout")
    for name, value in measure(folder).items():
        print(f"{value:8.3f}  {name}")
