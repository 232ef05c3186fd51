"""Hides in which of very many documents some words stand side by side: a flag for each place, where looking up each place takes long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from briefing_app.library.index.arrays import Array, spread, starts_of
from briefing_app.library.index.opened import Opened, SegmentField
from briefing_app.library.patience import Patience

_FLAGS: Final = 1 << 21
"""Places that are flagged at once: as many bytes, which the processor keeps near itself."""

_FEW: Final = 1 / 4
"""Of the documents that hold a word, from which share on it is quicker to read the places of all of them."""


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where a word stands in one segment: its documents, how often in each, and at which ``places`` of all documents put in a row."""

    documents: Array
    often: Array
    places: Array


def documents_in_a_row(opened: Opened, name: str, terms: Sequence[str], among: Array, patience: Patience) -> Array:
    """For each document whether these terms stand side by side in a field of it; ``among`` are those that are asked about."""
    found = np.zeros(opened.count, bool)
    at = [{segment.base: place for segment, _, place in opened.places(name, term)} for term in terms]
    for segment, field in opened.fields(name):
        patience.go_on()
        here = slice(segment.base, segment.base + segment.count)
        if field.spaces is not None and all(segment.base in one for one in at) and among[here].any():
            found[here] = _in_a_row(field, [one[segment.base] for one in at], among[here])
    return found & among


def _in_a_row(field: SegmentField, terms: Sequence[int], among: Array) -> Array:
    """For each document of a segment whether the terms at these places of the lexicon stand in a row, the rarest looked at first."""
    rare = sorted(range(len(terms)), key=lambda at: int(np.subtract(*field.bounds(terms[at], terms[at] + 1)[::-1])))
    before, stands = rare[0], _stands(field, terms[rare[0]], among)
    places = stands.places
    hit = np.ones(len(places), bool)
    for at in rare[1:]:
        stands = _stands(field, terms[at], among)
        places = places if before == rare[0] else places[hit]
        hit = _flagged(places, stands.places, at - before)
        before, places = at, stands.places
    found = np.zeros(len(among), bool)
    found[stands.documents[_any(hit, stands.often)].astype(np.intp)] = True
    return found


def _any(hit: Array, counts: Array) -> Array:
    """Of stretches side by side of these lengths, which hold a hit."""
    so_far = starts_of(hit)
    ends: Array = so_far[np.cumsum(counts, dtype=np.intp)]
    return np.diff(ends, prepend=0) > 0


def _stands(field: SegmentField, term: int, among: Array) -> _Stands:
    """Where a term stands in the documents that are asked about, and perhaps in others."""
    assert field.spaces is not None
    start, end = field.bounds(term, term + 1)
    documents, often = field.documents[start:end], field.frequencies[start:end]
    kept = among.take(documents)
    if np.count_nonzero(kept) < len(kept) * _FEW:
        postings = np.flatnonzero(kept) + start
        documents, often = field.documents[postings], field.frequencies[postings]
        places = field.places[spread(field.firsts(postings), often.astype(np.int64))]
    else:
        places = field.places[int(field.occurrences[term]) : int(field.occurrences[term + 1])]
    rowed = np.repeat(field.spaces.take(documents).astype(np.intp), often)
    rowed += places
    return _Stands(documents, often, rowed)


def _flagged(some: Array, places: Array, apart: int) -> Array:
    """Which of the places are so far behind one of some others; both ascend."""
    flags = np.zeros(_FLAGS, bool)
    edges = np.arange(0, int(places.max(initial=0)) + 1 + _FLAGS, _FLAGS)
    bounds, others = np.searchsorted(places, edges).tolist(), np.searchsorted(some, edges - apart).tolist()
    found = []
    for edge, (first, last), (start, end) in zip(edges.tolist(), pairwise(bounds), pairwise(others), strict=False):
        here = some[start:end] - (edge - apart)
        flags[here] = True
        found.append(flags.take(places[first:last] - edge))
        flags[here] = False
    return np.concatenate(found)
