"""Which clauses make a row, which pairs and disputes count, as the analyst joins, parts, moves and dismisses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from briefing_app.comparison.rows import Node, Row, row_of
from briefing_app.comparison.rulings.settling import Settled, meets
from briefing_app.model.comparison import Difference, Pair, Place
from briefing_app.model.ids import RulingId
from briefing_app.model.ruling import Dismissed, Joined, Moved, Parted

if TYPE_CHECKING:
    from briefing_app.comparison.disputes import Dispute
    from briefing_app.comparison.study import Study

_MINE = 0.5
"""Share of a row's clauses that must be among the ruled words for the whole row to be meant."""

Places = Sequence[Place]


@dataclass(slots=True)
class _Drawn:
    """A row under way: its clauses, and the rulings that touched it."""

    nodes: set[Node]
    by: tuple[RulingId, ...] = ()


def on_rows(study: Study, rows: Iterable[Row]) -> list[Row]:
    """The rows as ruled, ruling by ruling; those that none touches stay as they are."""
    drawn = [_Drawn(set(row.nodes)) for row in rows]
    for one in study.rulings:
        match one.rule:
            case Joined():
                _join(drawn, [_nodes(study, places) for places in one.rows], one.id)
            case Parted():
                _part(drawn, _nodes(study, one.rows[0]), _nodes(study, one.rows[1]), one.id)
            case Moved():
                mine = _nodes(study, one.rows[0])
                _part(drawn, mine, _nodes(study, one.rows[1]), one.id)
                _join(drawn, [mine, _nodes(study, one.rows[2])], one.id)
            case Dismissed() if one.rule.kind is not None:
                _keep(drawn, _nodes(study, one.rows[0]), one.id)
            case _:
                continue
    made = [row_of(row.nodes, study.links, row.by) for row in drawn if row.nodes]
    return sorted(made, key=lambda row: row.nodes)


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


def _join(drawn: list[_Drawn], sides: Sequence[set[Node]], number: RulingId) -> None:
    """One row of all sides, with the row that each of them stands for."""
    whole = _Drawn(set().union(*sides))
    for side in sides:
        meant = [row for row in drawn if len(row.nodes & side) >= _MINE * len(row.nodes)]
        if meant:
            best = max(meant, key=lambda row: len(row.nodes & side))
            drawn.remove(best)
            whole.nodes |= best.nodes
            whole.by += best.by
    whole.by = tuple(dict.fromkeys((*whole.by, number)))
    drawn.append(whole)


def _part(drawn: list[_Drawn], mine: set[Node], others: set[Node], number: RulingId) -> None:
    """Take clauses out of every row in which they stand beside the others; those that stand nowhere else make a row of their own."""
    for row in drawn:
        if row.nodes & mine and row.nodes & (others - mine):
            row.nodes -= mine
            row.by = tuple(dict.fromkeys((*row.by, number)))
    if not any(row.nodes & mine for row in drawn):
        drawn.append(_Drawn(set(mine), (number,)))


def _keep(drawn: list[_Drawn], claim: set[Node], number: RulingId) -> None:
    """What stood in one row because of a dispute stays in one row when that is dismissed."""
    if not any(len({unit for unit, _ in row.nodes & claim}) > 1 for row in drawn):
        drawn.append(_Drawn(set(claim), (number,)))


def _nodes(study: Study, places: Places) -> set[Node]:
    return {node for place in places for node in _clauses(study, place)}


def _clauses(study: Study, place: Place) -> Iterator[Node]:
    """The clauses that lie in a place by half at least, or in which it lies."""
    for k in _units(study, place):
        unit = study.units[k]
        clauses = unit.sentence.clauses or (unit.span,)
        met = [clause for clause, span in enumerate(clauses) if meets(place, place.article, span)]
        yield from ((k, clause) for clause in met or [max(range(len(clauses)), key=lambda c: clauses[c].overlap(place.span))])


def _units(study: Study, place: Place) -> list[int]:
    column = next(at for at, article in enumerate(study.articles) if article.id == place.article)
    return [k for k in study.of_column[column] if study.units[k].span.overlap(place.span)]


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
    mine, theirs = ({k for place in places for k in _units(study, place)} for places in (some, others))
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
