"""Which clauses make a row, as the analyst joins, parts and moves them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing_app.comparison.rows import ClauseLinks, Node, Row, row_of
from briefing_app.comparison.rulings.settling import Settled, meets
from briefing_app.comparison.sentences.units import Unit
from briefing_app.model.comparison import Place
from briefing_app.model.ids import RulingId
from briefing_app.model.ruling import Dismissed, Joined, Moved, Parted

_MINE = 0.5
"""Share of a row's clauses that must be among the ruled words for the whole row to be meant."""


@dataclass(slots=True)
class _Drawn:
    """A row under way: its clauses, and the rulings that touched it."""

    nodes: set[Node]
    by: tuple[RulingId, ...] = ()


def on_rows(rulings: Iterable[Settled], links: ClauseLinks, rows: Iterable[Row]) -> list[Row]:
    """The rows as ruled, ruling by ruling; those that none touches stay as they are."""
    units = links.alignment.units
    drawn = [_Drawn(set(row.nodes)) for row in rows]
    for one in rulings:
        match one.rule:
            case Joined():
                _join(drawn, [_nodes(units, places) for places in one.rows], one.id)
            case Parted():
                _part(drawn, _nodes(units, one.rows[0]), _nodes(units, one.rows[1]), one.id)
            case Moved():
                mine = _nodes(units, one.rows[0])
                _part(drawn, mine, _nodes(units, one.rows[1]), one.id)
                _join(drawn, [mine, _nodes(units, one.rows[2])], one.id)
            case Dismissed() if one.rule.kind is not None:
                _keep(drawn, _nodes(units, one.rows[0]), one.id)
            case _:
                continue
    made = [row_of(row.nodes, links, row.by) for row in drawn if row.nodes]
    return sorted(made, key=lambda row: row.nodes)


def units_at(units: Sequence[Unit], place: Place) -> list[int]:
    """The sentences that a place touches, by index."""
    return [k for k, unit in enumerate(units) if unit.place.article == place.article and unit.span.overlap(place.span)]


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


def _nodes(units: Sequence[Unit], places: Sequence[Place]) -> set[Node]:
    return {node for place in places for node in _clauses(units, place)}


def _clauses(units: Sequence[Unit], place: Place) -> Iterator[Node]:
    """The clauses that lie in a place by half at least, or in which it lies."""
    for k in units_at(units, place):
        unit = units[k]
        clauses = unit.sentence.clauses or (unit.span,)
        met = [clause for clause, span in enumerate(clauses) if meets(place, place.article, span)]
        yield from ((k, clause) for clause in met or [max(range(len(clauses)), key=lambda c: clauses[c].overlap(place.span))])
