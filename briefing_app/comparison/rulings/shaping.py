"""Which pairs, disputes and differences count, as the analyst joins, parts, moves and dismisses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from briefing_app.comparison.rulings.rows import units_at
from briefing_app.comparison.rulings.settling import Settled, meets
from briefing_app.model.comparison import Difference, Pair, Place
from briefing_app.model.ruling import Dismissed, Joined, Moved, Parted

if TYPE_CHECKING:
    from briefing_app.comparison.disputes import Dispute
    from briefing_app.comparison.study import Study

Places = Sequence[Place]


def on_disputes(study: Study, disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """The disputes but those between passages that are parted, and those that are dismissed."""
    return tuple(one for one in disputes if not any(_against(ruling, one.difference) for ruling in study.rulings))


def on_differences(study: Study, differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """The differences but those that are dismissed."""
    dismissals = [one for one in study.rulings if isinstance(one.rule, Dismissed)]
    return tuple(one for one in differences if not any(_against(ruling, one) for ruling in dismissals))


def on_pairs(study: Study, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs but those of passages that are parted and share no row; with those that are joined, as sure as the analyst."""
    kept = {(pair.a, pair.b): pair for pair in pairs}
    together = {pair for row in study.rows for pair in combinations(row.units, 2)}
    for one in study.rulings:
        for apart in _parted(one):
            for ends in _across(study, *apart):
                if ends not in together:
                    kept.pop(_places(study, ends), None)
        for joined in _joined(one):
            for ends in _across(study, *joined):
                places = _places(study, ends)
                reasons = kept[places].reasons if places in kept else ()
                kept[places] = Pair(*places, 1.0, reasons)
    return tuple(kept[places] for places in sorted(kept, key=lambda ends: [(place.article, place.span) for place in ends]))


def _parted(one: Settled) -> Iterator[tuple[Places, Places]]:
    if isinstance(one.rule, (Parted, Moved)):
        yield one.rows[0], one.rows[1]


def _joined(one: Settled) -> Iterator[tuple[Places, Places]]:
    if isinstance(one.rule, Moved):
        yield one.rows[0], one.rows[2]
    elif isinstance(one.rule, Joined):
        yield from combinations(one.rows, 2)


def _across(study: Study, some: Places, others: Places) -> Iterator[tuple[int, int]]:
    """Pairs of sentences of different articles, one of each side, the earlier first."""
    mine, theirs = ({k for place in places for k in units_at(study.units, place)} for places in (some, others))
    for i, j in sorted({(min(a, b), max(a, b)) for a in mine for b in theirs}):
        if study.units[i].column != study.units[j].column:
            yield i, j


def _places(study: Study, ends: tuple[int, int]) -> tuple[Place, Place]:
    a, b = (study.units[k].place for k in ends)
    return a, b


def _against(one: Settled, found: Difference) -> bool:
    """Whether a ruling says that a difference is none."""
    for mine, others in _parted(one):
        if (_in(mine, found.a) and _in(others, found.b)) or (_in(mine, found.b) and _in(others, found.a)):
            return True
    if not isinstance(one.rule, Dismissed) or one.rule.kind is not found.kind:
        return False
    claim = one.rows[0]
    return one.rule.article in (found.a.article, found.b.article) and _in(claim, found.a) and _in(claim, found.b)


def _in(places: Places, other: Place) -> bool:
    return any(meets(place, other.article, other.span) for place in places)
