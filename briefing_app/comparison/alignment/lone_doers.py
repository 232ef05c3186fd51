"""Finds sentences that surely tell one deed though they share few words: each is the only one of its article that names the doer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing_app.comparison.deeds import Deed, deeds_of, told_alike
from briefing_app.comparison.sentences.units import Unit
from briefing_app.model.going_on import GoOn, always

_FEWEST = 5  # sentences that an article must have for a name in only one of them to tell anything


def same_lone_deed(units: Sequence[Unit], twin_of: Sequence[int], go_on: GoOn = always) -> frozenset[tuple[int, int]]:
    """Pairs of sentences (indices, the smaller first) of different articles: "Australia has banned ...", "Australia also excluded ...".

    All names of the doer stand nowhere else in either article, and the verbs tell the same deed. ``twin_of``: as ``twins_of``.
    """
    lengths = Counter(unit.column for unit in units)
    named = [frozenset(word.stem for word in unit.words if word.name) for unit in units]
    times = Counter((unit.column, stem) for unit, stems in zip(units, named, strict=True) for stem in stems)
    lone: dict[str, list[int]] = {}
    for k, (unit, stems) in enumerate(zip(units, named, strict=True)):
        for stem in stems:
            if lengths[unit.column] >= _FEWEST and times[unit.column, stem] == 1:
                lone.setdefault(stem, []).append(k)
    pairs = {pair for found in lone.values() for pair in combinations(found, 2)}
    found = set()
    for i, j in pairs:
        go_on()
        if _tell_one(units[twin_of[i]], units[twin_of[j]], {stem for stem in named[i] & named[j] if {i, j} <= set(lone.get(stem, ()))}):
            found.add((i, j))
    return frozenset(found)


def _tell_one(a: Unit, b: Unit, lone: set[str]) -> bool:
    """Whether both tell the same deed of a doer all of whose names are among ``lone``."""
    return any(
        min(mine, other, key=len) <= lone and (mine <= other or other <= mine) and told_alike(one, another) is not None
        for one, mine in _named_deeds(a)
        for another, other in _named_deeds(b)
    )


def _named_deeds(unit: Unit) -> Iterator[tuple[Deed, frozenset[str]]]:
    """The deeds whose doer is named, with the stems of the names."""
    names = frozenset(word.stem for word in unit.words if word.name)
    for deed in deeds_of(unit):
        if doer := deed.doer & names:
            yield deed, doer
