"""Finds where two articles put one thing: north of a town and south of it, in the Atlantic Ocean and in the Pacific Ocean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from briefing_app.comparison.deeds import common
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_SURELY = 0.6  # score of sentences that tell of one thing
_BESIDE = 2  # words in common besides the places that such sentences need
_PLACE = 40  # characters behind a bearing in which the name of the place stands


@dataclass(frozen=True, slots=True)
class _Site:
    """Where something is: the directions (``bearings``) from a place (``from_place``, stems of its name), and where both are told."""

    bearings: frozenset[str]
    from_place: frozenset[str]
    span: Span


def sites_apart(study: Study) -> Iterator[FilledApart]:
    """Every two aligned sentences that put what they tell on opposite sides of one place, or into two places of one kind."""
    told = [frozenset(word.stem for unit in column for word in study.units[unit].words if word.name) for column in study.units_of]
    for i, j in sorted(study.alignment.accepted):
        a, b = study.side(i), study.side(j)
        found = _opposite_sides(a, b)
        if found is None and study.alignment.matrix[i, j] >= _SURELY:
            found = _places_of_a_kind(a, b, told[a.unit.column], told[b.unit.column])
        if found:
            here, there = (Filled(unit, side.printed(span), span) for unit, side, span in ((i, a, found[0]), (j, b, found[1])))
            yield FilledApart(here, there, DifferenceKind.CONTRADICTION, f"“{here.value}” against “{there.value}”")


def _opposite_sides(a: Side, b: Side) -> tuple[Span, Span] | None:
    for x, y in product(a.once(_bearings), b.once(_bearings)):
        if common(x.from_place, y.from_place) and not x.bearings & y.bearings:
            return x.span, y.span
    return None


def _bearings(side: Side) -> tuple[_Site, ...]:
    """``two miles north of the village of Kamenar``."""
    return tuple(_bearings_in(side))


def _bearings_in(side: Side) -> Iterator[_Site]:
    for found in side.spans(side.cues.bearings):
        words = side.low_of(found)
        name = next((word for word in side.words if word.name and 0 <= word.span.start - found.end < _PLACE), None)
        if name is not None:
            directions = frozenset(part for part in side.cues.directions if part in words)
            named = next((one.span for one in side.unit.names if one.span.holds(name.span)), name.span)
            stems = frozenset(word.stem for word in side.words if named.holds(word.span))
            yield _Site(directions, stems, Span(found.start, named.end))


def _places_of_a_kind(a: Side, b: Side, told_by_a: frozenset[str], told_by_b: frozenset[str]) -> tuple[Span, Span] | None:
    """``the Atlantic Ocean`` and ``the Pacific Ocean``: one name of a kind in each sentence, which the other's article nowhere tells."""
    mine, other = a.once(_named_by_kind), b.once(_named_by_kind)
    for kind in (kind for kind in a.cues.place_kinds if kind in mine and kind in other):
        here, there = mine[kind], other[kind]
        if len(here) != 1 or len(there) != 1 or here[0][1] & there[0][1] or _shortened(a, here[0][0]) or _shortened(b, there[0][0]):
            continue
        if here[0][1] & told_by_b or there[0][1] & told_by_a:
            continue
        if len(common(a.telling - a.named, b.telling - b.named)) >= _BESIDE:
            return here[0][0], there[0][0]
    return None


def _shortened(side: Side, name: Span) -> bool:
    """``LA County``: initials, which may stand for any name."""
    return any(len(word.text) > 1 and word.text.isupper() for word in side.words if name.holds(word.span))


def _named_by_kind(side: Side) -> dict[str, list[tuple[Span, frozenset[str]]]]:
    """The names of several words by their last one (``ocean``), each with the stems of the others."""
    found: dict[str, list[tuple[Span, frozenset[str]]]] = {}
    for name in side.unit.names:
        words = [word for word in side.words if name.span.holds(word.span)]
        if name.kind is not NameKind.PERSON and len(words) > 1:
            found.setdefault(words[-1].low, []).append((name.span, frozenset(word.stem for word in words[:-1])))
    return found
