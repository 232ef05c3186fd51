"""Puts the passages of one row on one height wherever the order of every text permits. Without Qt: heights in, boxes and ribbons out.

Each text is a chain of items from top to bottom. The items of a row are tied together, weightiest row first, as long as no tie makes an
item stand above and below another at once; what cannot be tied stays in its order, and its ribbon runs slanting. An item then stands as
high as everything above it allows (longest path through the ties).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing_app.ui.comparison.texts.flow import Column, Fold, Item, Passage, Silence

ROW_GAP, FOLD_GAP = 8.0, 4.0
SILENCE = 28.0
Slot = tuple[int, int]
"""Column and place in it."""


@dataclass(frozen=True, slots=True)
class Box:
    """An item where it stands: top and height in pixels; ``row`` names the tie it belongs to, boxes of one row share a top."""

    column: int
    item: Item
    top: float
    height: float
    row: int

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Joins two boxes (by their index) of neighbouring columns that belong to one row of the comparison."""

    claim: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All boxes, column by column and from top to bottom, the ribbons between them, and the whole height."""

    boxes: tuple[Box, ...] = ()
    ribbons: tuple[Ribbon, ...] = ()
    height: float = 0.0

    def column(self, column: int) -> tuple[int, ...]:
        """The indices of the boxes of a column, from top to bottom."""
        return tuple(at for at, box in enumerate(self.boxes) if box.column == column)

    def of_claim(self, claim: int, column: int) -> tuple[int, ...]:
        """The boxes in which a column answers a row; the silent one when it does not."""
        return tuple(at for at, box in enumerate(self.boxes) if box.column == column and claim in claims_of(box.item))


def claims_of(item: Item) -> tuple[int, ...]:
    """The rows that an item belongs to."""
    if isinstance(item, Passage):
        return item.claims
    return (item.claim,) if isinstance(item, Silence) else ()


def arrange(
    columns: Sequence[Column],
    heights: Sequence[Sequence[float]],
    weights: Sequence[int],
    silent: Sequence[tuple[int, int]] = (),
    held: Slot | None = None,
) -> Arrangement:
    """Boxes for ``columns``; ``heights`` of their items in pixels. ``weights`` names the rows, weightiest first.

    ``silent`` are (row, column) that get a place of their own although the column says nothing of the row. ``held`` is an item to which
    the others of the first row come.
    """
    ties = _Ties(columns)
    for at, claim in enumerate(weights):
        ties.tie_row(claim, held if at == 0 else None)
    order = ties.order()
    chains = [
        [_Link(item, heights[column][place], 2 * order[ties.group[column, place]]) for place, item in enumerate(items)]
        for column, items in enumerate(columns)
    ]
    for claim, column in silent:
        row = ties.chief_of(claim)
        if row is None:
            continue
        taken = {link.row for link in chains[column]}  # at the height of another row of a shared passage, else right below it
        free = next((level for level in (2 * order[row], 2 * order[row] + 1) if level not in taken), None)
        if free is not None:
            chains[column].append(_Link(Silence(claim), SILENCE, free))
    for chain in chains:
        chain.sort(key=lambda link: link.row)
    return _placed(chains, weights)


@dataclass(frozen=True, slots=True)
class _Link:
    """An item in its column's chain; ``row`` rises from top to bottom and is the same for items that are tied."""

    item: Item
    height: float
    row: int


@dataclass(slots=True)
class _Ties:
    """Which slots stand on one height: a partition of all slots that leaves every column's order possible."""

    columns: Sequence[Column]
    group: dict[Slot, int] = field(default_factory=dict)
    members: dict[int, list[Slot]] = field(default_factory=dict)
    slots: dict[int, dict[int, list[int]]] = field(default_factory=dict)
    tied: list[set[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        number = 0
        for column, items in enumerate(self.columns):
            self.tied.append(set())
            for place, item in enumerate(items):
                self.group[column, place] = number
                self.members[number] = [(column, place)]
                number += 1
                for claim in claims_of(item):
                    self.slots.setdefault(claim, {}).setdefault(column, []).append(place)

    def tie_row(self, claim: int, held: Slot | None = None) -> None:
        """Bring the row's items to one height, beginning with ``held``: in each column the first one that can."""
        anchors = [held] if held else []
        for column, places in sorted(self.slots.get(claim, {}).items()):
            if held and column == held[0]:
                continue
            if not anchors:
                anchors.append((column, next((place for place in places if len(self.members[self.group[column, place]]) > 1), places[0])))
            elif not any(self._tie(anchor, (column, place)) for place in places for anchor in anchors):
                anchors.append((column, places[0]))

    def _tie(self, a: Slot, b: Slot) -> bool:
        """Tie two slots unless that would need one of them above the other, or two items of one column on one height."""
        one, other = self.group[a], self.group[b]
        if one == other:
            return True
        if {column for column, _ in self.members[one]} & {column for column, _ in self.members[other]}:
            return False
        if self._leads(one, other) or self._leads(other, one):
            return False
        for slot in self.members.pop(other):
            self.group[slot] = one
            self.members[one].append(slot)
        for column, place in self.members[one]:
            self.tied[column].add(place)
        return True

    def _leads(self, start: int, goal: int) -> bool:
        """Whether the goal must stand below the start. Only tied items lead from one column into another."""
        goals = dict(self.members[goal])
        reached: dict[int, int] = {}
        waiting = list(self.members[start])
        while waiting:
            column, place = waiting.pop()
            known = reached.get(column)
            if known is not None and known <= place:
                continue
            reached[column] = place
            if column in goals and goals[column] > place:
                return True
            upto = len(self.columns[column]) if known is None else known
            for tied in self.tied[column]:
                if place < tied < upto:
                    waiting += [slot for slot in self.members[self.group[column, tied]] if slot[0] != column]
        return False

    def chief_of(self, claim: int) -> int | None:
        """The group that holds most of the row's items, None when no column carries it."""
        groups = [self.group[column, place] for column, places in self.slots.get(claim, {}).items() for place in places]
        return max(groups, key=lambda number: (len(self.members[number]), -number), default=None)

    def order(self) -> dict[int, int]:
        """A number for every group so that in each column numbers rise from top to bottom."""
        above = {number: len([1 for _, place in slots if place]) for number, slots in self.members.items()}
        ready = sorted((number for number, count in above.items() if not count), reverse=True)
        found: dict[int, int] = {}
        while ready:
            number = ready.pop()
            found[number] = len(found)
            for column, place in self.members[number]:
                below = self.group.get((column, place + 1))
                if below is not None:
                    above[below] -= 1
                    if not above[below]:
                        ready.append(below)
        return found


def _placed(chains: Sequence[Sequence[_Link]], weights: Sequence[int]) -> Arrangement:
    """Every row as high as the items above its members allow."""
    rows: dict[int, list[Slot]] = {}
    for column, chain in enumerate(chains):
        for place, link in enumerate(chain):
            rows.setdefault(link.row, []).append((column, place))
    tops: dict[int, float] = {}
    for row in sorted(rows):
        above = [(chains[column][place - 1], chains[column][place]) for column, place in rows[row] if place]
        tops[row] = max((tops[over.row] + over.height + _gap(over.item, link.item) for over, link in above), default=0.0)
    boxes = [Box(column, link.item, tops[link.row], link.height, link.row) for column, chain in enumerate(chains) for link in chain]
    return Arrangement(tuple(boxes), _ribbons(boxes, weights), max((box.bottom for box in boxes), default=0.0))


def _ribbons(boxes: Sequence[Box], weights: Sequence[int]) -> tuple[Ribbon, ...]:
    """From every box of a row to every box of it in the next column; later ones lie above, so the weightiest come last."""
    found: dict[int, dict[int, list[int]]] = {}
    for at, box in enumerate(boxes):
        for claim in claims_of(box.item):
            found.setdefault(claim, {}).setdefault(box.column, []).append(at)
    return tuple(
        Ribbon(claim, a, b)
        for claim in reversed(weights)
        for column, here in sorted(found.get(claim, {}).items())
        for a in here
        for b in found[claim].get(column + 1, ())
    )


def _gap(above: Item, below: Item) -> float:
    return FOLD_GAP if isinstance(above, Fold) or isinstance(below, Fold) else ROW_GAP
