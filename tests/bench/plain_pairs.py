"""What plain TF-IDF pairs in the golds, at the threshold best for a whole gold or at the one best for the other nine events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from briefing_app.comparison.matrices.all_products import dense
from briefing_app.comparison.matrices.row_products import unit_length

Row = list[Any]
Counts = Mapping[str, float]
"""``tp``, ``pred`` and ``gold`` of some pairs, as the scorer of the golds counts them."""

KINDS = ("all", "strict")
_BARS = tuple(np.arange(0.05, 0.9, 0.01))


def plain_tfidf(labelled: Any) -> list[Row]:
    """Every sentence pair of different articles by the cosine of its stems, idf over the event's own sentences."""
    likeness, docs = labelled.weighing.likeness, labelled.event.docs
    words = dense(likeness.words)
    idf = np.log((1 + len(words)) / (1 + words.sum(axis=0))) + 1
    rows = unit_length(words * idf)
    cosine = rows @ rows.T
    units, found = likeness.units, []
    for i, j in zip(*np.nonzero(np.triu(cosine > 0, 1)), strict=True):
        a, b = units[i], units[j]
        if a.column != b.column:
            found.append([docs[a.column], a.span.start, a.span.end, docs[b.column], b.span.start, b.span.end, float(cosine[i, j])])
    return found


class PlainPairs:
    """An event's pairs by plain TF-IDF, counted at every threshold."""

    def __init__(self, gold: Any, labelled: Any, score: Any) -> None:
        """``gold``: the event's part of its gold; ``score``: the scorer of the golds."""
        scored = score.map_pairs(gold, plain_tfidf(labelled))
        self._counts: list[dict[str, Counts]] = []
        for bar in _BARS:
            found = score.score_pairs(gold, {pair: value for pair, value in scored.items() if value >= bar})
            self._counts.append({kind: found[kind] for kind in KINDS})

    def f1(self, kind: str, others: Sequence[PlainPairs]) -> float:
        """F1 of this event's pairs at the threshold that is best for the pairs of ``others``, counted together."""
        best = max(range(len(_BARS)), key=lambda at: _f1([one._counts[at][kind] for one in others]))
        return _f1([self._counts[best][kind]])


def _f1(counts: Sequence[Counts]) -> float:
    right, both = (sum(one[key] for one in counts for key in keys) for keys in (("tp",), ("pred", "gold")))
    return 2 * right / both if both else 0.0
