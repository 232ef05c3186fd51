"""Finds sentences that give one tally ("97-1"): each is the only one of its article that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from briefing_app.comparison.sentences.units import Unit

_TALLY = re.compile(r"(?<![\w.,/–-])(\d{1,3})[–-](\d{1,3})(?![\w/–-]|[.,]\d)")


def same_lone_tally(units: Sequence[Unit]) -> frozenset[tuple[int, int]]:
    """Pairs of sentences (indices, the smaller first) of different articles: "The final tally was 97-1", "This followed a 97-1 vote"."""
    at: dict[tuple[str, str], dict[int, list[int]]] = {}
    for k, unit in enumerate(units):
        for tally in {(found[1], found[2]) for found in _TALLY.finditer(unit.text)}:
            at.setdefault(tally, {}).setdefault(unit.column, []).append(k)
    lone = [[places[0] for places in columns.values() if len(places) == 1] for columns in at.values()]
    return frozenset(pair for places in lone for pair in combinations(places, 2))
