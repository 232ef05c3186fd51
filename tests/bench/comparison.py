"""The comparison against the hand-made golds, every event measured with weights that were fitted without it, beside plain TF-IDF.

python tests/bench/comparison.py
"""

from __future__ import annotations

import gc
import importlib.util
import os
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program's workers have it
import numpy as np

CHECKOUT = Path(__file__).resolve().parents[2]
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.comparison.compare import compare, examine  # noqa: E402
from briefing_app.comparison.study import Study  # noqa: E402
from briefing_app.model.comparison import CLASHES, ClaimStatus, Comparison, DifferenceKind, Place, Relation  # noqa: E402
from briefing_app.model.span import Span  # noqa: E402
from tests.bench import superpal  # noqa: E402
from tests.bench.gold_claims import Expert, Marks  # noqa: E402
from tests.bench.gold_events import GOLDS, GoldEvent, scorer  # noqa: E402
from tests.bench.plain_pairs import KINDS, PlainPairs, plain_tfidf  # noqa: E402

COUNTED = frozenset(DifferenceKind) - {
    DifferenceKind.HEDGE,
    DifferenceKind.CONDITION,
    DifferenceKind.ATTRIBUTION,
    DifferenceKind.WORDING,
}
"""The kinds of difference that the golds call conflicts."""

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
    """Per gold: F1 of pairs (all, strict), average precision, rows, conflict claims found, only-here, each beside plain TF-IDF; seconds.

    What is said of all ten events counts their pairs together, as one gold; of each event its lead over plain TF-IDF is told too.
    """
    recipe, score = fitting(), scorer(shared)
    labelled = recipe.labelled_events()
    weights = recipe.left_out(labelled)
    out: dict[str, float] = {}
    seconds: list[float] = []
    leads: list[float] = []
    plainly: list[tuple[PlainPairs, dict[str, float]]] = []
    in_rows, seen = [], []
    pooled: dict[str, Counter[str]] = defaultdict(Counter)
    hard_claims: Counter[str] = Counter()
    for gold in GOLDS:
        expert = Expert.of(shared, gold)
        loaded = expert.gold
        mine = [one for one in labelled if one.event.gold == gold]
        found = []
        for one in mine:
            begun = time.process_time()
            found.append(examine(Study(one.event.articles, one.event.findings, weights[one.name])))
            seconds.append(time.process_time() - begun)
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
        asked = [_of(loaded, one) for one in mine]
        rows = [score.score_pairs(of, score.map_pairs(of, rowed(one.event, c))) for of, one, c in zip(asked, mine, found, strict=True)]
        in_rows += rows
        out[f"{name} rows strict precision"] = float(np.mean([row["strict"]["P"] for row in rows]))
        out[f"{name} rows strict recall"] = float(np.mean([row["strict"]["R"] for row in rows]))
        for of, one, c in zip(asked, mine, found, strict=True):
            ours = _f1(of, one, c, score)
            plainly.append((PlainPairs(of, one, score), ours))
            lead = _lead(of, one, ours, plain, score)
            leads.append(min(lead.values()))
            out |= {f"{name} {one.event.name} lead over plain TF-IDF, {kind}": value for kind, value in lead.items()}
        for kind in ("all", "strict"):
            pooled[kind].update({key: result["pairs"][kind][key] for key in ("tp", "pred", "gold")})
        marks = [expert.marks(one.event, c) for one, c in zip(mine, found, strict=True)]
        out |= {f"{name} {key}": value for key, value in _marked(marks).items()}
        seen += marks
        out[f"{name} only here F1"] = result["only_here"]["F1"]
        out[f"{name} conflict claims found"] = result["conflicts"]["claim_recall"]
        hard, every = map(int, result["conflicts"]["claim_recall_hard"].split("/"))
        out[f"{name} hard conflict claims found"] = hard / max(1, every)
        out[f"{name} conflict pairs precision"] = result["conflicts"]["P"]
        strong = predictions([one.event for one in mine], found, CLASHES)
        proven = score.score(loaded, strong)["conflicts"] if "conflicts" in strong else {"P": 1.0, "tp": 0, "pred": 0}
        out[f"{name} hard conflict pairs precision"] = proven["P"]
        hard_claims.update({"found": hard, "of": every, "right": proven["tp"], "shown": proven["pred"]})
        out[f"{name} rows of conflict"] = float(sum(claim.status is ClaimStatus.CONFLICT for c in found for claim in c.claims))
    taken, right = (sum(row["strict"][key] for row in in_rows) for key in ("pred", "tp"))
    out["rows strict precision, all pairs of the golds"] = right / max(1, taken)
    for kind, count in pooled.items():
        out[f"all ten events, pairs {kind} F1"] = 2 * count["tp"] / (count["pred"] + count["gold"])
    out["all ten events, hard conflict claims found"] = hard_claims["found"] / hard_claims["of"]
    out["all ten events, hard conflict pairs precision"] = hard_claims["right"] / max(1, hard_claims["shown"])
    out |= {f"all ten events, {key}": value for key, value in _marked(seen).items()}
    out["events above plain TF-IDF at the threshold best for their gold, all and strict"] = float(sum(lead > 0 for lead in leads))
    out["events above plain TF-IDF at the threshold best for the other events, all and strict"] = float(_above(plainly))
    out |= summaries(recipe, labelled, weights)
    golds = [one.event for one in labelled if one.event.gold in GOLDS]
    out["unrelated articles, rows of conflict or progression"] = float(sum(map(at_odds, unrelated(golds))))
    out["seconds of the processor a comparison, median"] = float(np.median(seconds))
    out["MB that 200 comparisons add"] = growth(golds)
    return out


def growth(events: Sequence[GoldEvent]) -> float:
    """Megabytes that this process holds more after 200 comparisons of events that it had compared before; 0 where no one tells."""
    memory = Path("/proc/self/statm")
    if not memory.is_file():
        return 0.0

    def held() -> float:
        gc.collect()
        return int(memory.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6

    for event in events:
        compare(event.articles, event.findings)
    before = held()
    for k in range(200):
        event = events[k % len(events)]
        compare(event.articles, event.findings)
    return held() - before


def _of(loaded: Any, one: Any) -> Any:
    """The gold's pairs of one event."""
    docs = set(one.event.docs)
    return {**loaded, "P": {pair: strict for pair, strict in loaded["P"].items() if loaded["S"][pair[0]][0] in docs}}


def _f1(gold: Any, one: Any, comparison: Comparison, score: Any) -> dict[str, float]:
    """F1 of an event's pairs, all and strict."""
    found = score.score_pairs(gold, score.map_pairs(gold, predictions([one.event], [comparison]).get("pairs", [])))
    return {kind: found[kind]["F1"] for kind in KINDS}


def _lead(gold: Any, one: Any, ours: dict[str, float], plain: Any, score: Any) -> dict[str, float]:
    """By how much the F1 of an event's pairs, all and strict, is above plain TF-IDF at the threshold best for the whole gold."""
    found = {}
    for kind in KINDS:
        rows = [row for row in plain_tfidf(one) if row[-1] >= plain[f"best_{kind}"]["at"]]
        found[kind] = ours[kind] - score.score_pairs(gold, score.map_pairs(gold, rows))[kind]["F1"]
    return found


def _above(events: Sequence[tuple[PlainPairs, dict[str, float]]]) -> int:
    """How many events stand above plain TF-IDF, all and strict, when its threshold too is chosen without the event."""
    above = 0
    for plain, ours in events:
        others = [other for other, _ in events if other is not plain]
        above += all(ours[kind] > plain.f1(kind, others) for kind in KINDS)
    return above


def _marked(marks: Sequence[Marks]) -> dict[str, float]:
    """What a gold bears out of the omissions and conflict rows of its events; the words are those of ``gold_claims``."""
    listed, expected = sum(one.omissions for one in marks), sum(one.missing for one in marks)
    return {
        "false omissions an event, most": float(max(one.false_omissions for one in marks)),
        "false omissions an event, mean": float(np.mean([one.false_omissions for one in marks])),
        "omissions listed": float(listed),
        "omissions of rows that the gold has no claim for": float(sum(one.unknown_omissions for one in marks)),
        "omissions of the gold listed": sum(one.missing_found for one in marks) / max(1, expected),
        "false conflict rows an event, most": float(max(one.false_conflict_rows for one in marks)),
        "false conflict rows an event, mean": float(np.mean([one.false_conflict_rows for one in marks])),
    }


def rowed(event: GoldEvent, comparison: Comparison) -> list[Row]:
    """The pairs of passages of different articles that stand in one row."""
    doc = event.doc_of
    found: list[Row] = []
    for claim in comparison.claims:
        cells = [cell for cell in claim.cells if cell.relation is not Relation.ABSENT]
        for one, other in combinations(cells, 2):
            found += [[doc[one.article], *a, doc[other.article], *b, 1.0] for a in _ends(one.spans) for b in _ends(other.spans)]
    return found


def _ends(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def summaries(recipe: ModuleType, labelled: Sequence[Any], weights: Any) -> dict[str, float]:
    """F1 over the topics of pairs_superpal, each with weights fitted without it and the bar that is best for the other topics."""
    some = [one for one in labelled if one.event.gold == superpal.NAME]
    ours = {one.name: recipe.apply(weights[one.name], one) for one in some}
    plain = {one.name: one.weighing.cosine for one in some}
    bars = np.arange(0.02, 0.9, 0.01)

    def f1(scores: dict[str, Any], at: dict[str, float]) -> float:
        """Over the topics that ``at`` gives a bar to."""
        asked = [one for one in some if one.name in at]
        taken = [(scores[one.name] >= at[one.name]) & one.counted for one in asked]
        right = sum(one.answer[kept].sum() for one, kept in zip(asked, taken, strict=True))
        both = sum(kept.sum() + one.answer[one.counted].sum() + one.missed for one, kept in zip(asked, taken, strict=True))
        return float(2 * right / both)

    chosen: dict[str, float] = {}
    for held in some:
        others = [one.name for one in some if one is not held]
        chosen[held.name] = max(bars, key=lambda bar, others=others: f1(ours, dict.fromkeys(others, bar)))
    best = max(f1(plain, dict.fromkeys(plain, bar)) for bar in bars)
    return {"pairs_superpal F1": f1(ours, chosen), "pairs_superpal F1, weighted cosine at its best threshold": best}


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


if __name__ == "__main__":
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        sys.exit("needs the folder 'shared' beside the checkout")
    for name, value in measure(folder).items():
        print(f"{value:8.3f}  {name}")
