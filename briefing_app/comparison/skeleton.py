"""How far two sentences tell of the same doers, the same things and the same acts; hides the deeds behind rows of stems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from briefing_app.comparison.deeds import deeds_of
from briefing_app.comparison.deeds.matching import widened
from briefing_app.comparison.likeness import Floats, Indices, Likeness, products
from briefing_app.comparison.units import Unit

_LEAST = 0.3  # weight that a side has at least: the one light stem of a side must not decide
_UNWEIGHED = 1.0  # of what is no stem of the vocabulary, as "shut down"


def doers(unit: Unit) -> frozenset[str]:
    """Stems of those who do something, of verbs with a subject of their own."""
    return frozenset[str]().union(*(deed.doer for deed in deeds_of(unit) if deed.finite and not deed.frame))


def things(unit: Unit) -> frozenset[str]:
    """Stems of those to whom something is done."""
    return frozenset[str]().union(*(deed.thing for deed in deeds_of(unit) if not deed.frame))


def acts(unit: Unit) -> frozenset[str]:
    """Stems of what is done, mere telling left out."""
    return frozenset[str]().union(*(deed.verbs for deed in deeds_of(unit) if not deed.frame))


def in_common(of: Callable[[Unit], frozenset[str]], likeness: Likeness, i: Indices, j: Indices) -> Floats:
    """Weight of what units i[k] and j[k] have in common among what ``of`` reads out of them, near meanings counted, of the mean of both."""
    held = [of(unit) for unit in likeness.units]
    met = [widened(stems) for stems in held]
    place = {stem: column for column, stem in enumerate(sorted(frozenset[str]().union(*met)))}
    weight = np.full(max(1, len(place)), _UNWEIGHED, dtype=np.float32)
    known = [(column, likeness.vocabulary[stem]) for stem, column in place.items() if stem in likeness.vocabulary]
    if known:
        columns, stems = np.array(known, dtype=np.intp).T
        weight[columns] = likeness.weight[stems]
    rows = _rows(held, place) * weight
    near = _rows(met, place)
    mass = rows.sum(axis=1) + np.float32(_LEAST)
    return np.asarray((products(rows, near, i, j) + products(rows, near, j, i)) / (mass[i] + mass[j]), dtype=np.float32)


def _rows(stems: Sequence[frozenset[str]], place: dict[str, int]) -> Floats:
    rows: Floats = np.zeros((len(stems), max(1, len(place))), dtype=np.float32)
    for row, some in enumerate(stems):
        rows[row, [place[stem] for stem in some]] = 1.0
    return rows


SKELETON: tuple[tuple[str, Callable[[Likeness, Indices, Indices], Floats]], ...] = (
    ("doers", partial(in_common, doers)),
    ("things", partial(in_common, things)),
    ("acts", partial(in_common, acts)),
)
"""Name and function of every feature of who does what to whom."""
