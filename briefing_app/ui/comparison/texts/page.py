"""The texts laid out for one width: columns, prose, boxes and ribbons, and what stands where. Made once, painted often."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from PySide6.QtCore import QPointF, QRectF

from briefing_app.model.annotation import Tint
from briefing_app.model.article import ZoneKind
from briefing_app.model.comparison import ClaimStatus, Comparison, DifferenceKind
from briefing_app.model.span import Span
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.prose import Prose, Style, outside
from briefing_app.ui.comparison.texts.arrangement import SILENCE, Arrangement, Ribbon, Slot, arrange, claims_of
from briefing_app.ui.comparison.texts.flow import Column, Fold, Item, Passage, column_of, silent_places, weights_of
from briefing_app.ui.theme import FOLD_LINE, TEXT_COLUMN, TEXT_GUTTER, Look, Type

PAD_LEFT, PAD_RIGHT, PAD_Y = 16, 12, 4
TOP, FOOT = 12.0, 40.0
_WIDEST_GUTTER = 96
_ROOMY = 1.12
"""How much wider than the measure of 66 characters a column may become."""
_KINDS = (Type.READING, Type.ZONE)
"""Types for columns that have room for a full measure of them, the largest first; any narrower one is dense."""
_CYCLE = (Tint.SKY, Tint.LEAF, Tint.SUN, Tint.CLAY)
_HARD = frozenset({DifferenceKind.CONTRADICTION, DifferenceKind.NUMBER, DifferenceKind.DATE, DifferenceKind.STAGE})
_CLASHING = (ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION)
Opened = Collection[tuple[int, Span]]
"""Columns and folds that are unfolded."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A passage to which the others of its row come: its row, its column and where it starts in the text."""

    claim: int
    column: int
    start: int


class Page:
    """Everything that the texts pane paints at one width; boxes are told in pixels of the page.

    Few columns get the room of a wide window: larger type at its full measure, then wider gutters.
    """

    def __init__(self, look: Look, compared: Compared, width: int, opened: Opened = (), wanted: Wanted | None = None) -> None:
        self.compared, self.wanted = compared, wanted
        comparison = compared.comparison
        count = len(compared.articles)
        room = (width - TEXT_GUTTER * (count - 1)) // max(1, count)
        self.kind = next((kind for kind in _KINDS if _measure(look, kind) + PAD_LEFT + PAD_RIGHT <= room), Type.DENSE)
        self.column_width = max(TEXT_COLUMN, min(_widest_column(look, self.kind), room))
        left_over = (width - count * self.column_width) // max(1, count - 1)
        self.gutter = max(TEXT_GUTTER, min(_WIDEST_GUTTER, left_over))
        self.width = count * self.column_width + self.gutter * (count - 1)
        columns = tuple(column_of(comparison, one.id, one.text, compared.told(place)) for place, one in enumerate(compared.articles))
        self._prose = {
            (place, item): made
            for place, items in enumerate(columns)
            for item in items
            if (made := self._prose_of(look, place, item, opened)) is not None
        }
        heights = [[self._height(place, item) for item in items] for place, items in enumerate(columns)]
        weights = weights_of(comparison, columns, wanted.claim if wanted else None)
        held = _slot(columns, wanted) if wanted else None
        self.arranged: Arrangement = arrange(columns, heights, weights, silent_places(comparison, columns), held)
        self.height = TOP + self.arranged.height + FOOT
        self.tints = _tints(comparison, self.arranged)

    def _prose_of(self, look: Look, place: int, item: Item, opened: Opened) -> Prose | None:
        text, width = self.compared.articles[place].text, self.column_width - PAD_LEFT - PAD_RIGHT
        titles = [Style(zone.span, strong=True) for zone in self.compared.articles[place].document.zones if zone.kind is ZoneKind.TITLE]
        if isinstance(item, Fold):
            return Prose(look, text, item.span, width, titles, kind=self.kind) if (place, item.span) in opened else None
        if not isinstance(item, Passage):
            return None
        keys = [Style(key, line="ink") for claim in item.claims for key in self.compared.cell(claim, place).key_spans]
        return Prose(look, text, item.span, width, [*outside(item.span, item.core), *keys, *titles], kind=self.kind)

    def _height(self, place: int, item: Item) -> float:
        prose = self._prose.get((place, item))
        if isinstance(item, Fold):
            return FOLD_LINE + (prose.height + 2 * PAD_Y if prose else 0.0)
        return prose.height + 2 * PAD_Y if prose else SILENCE

    def prose(self, at: int) -> Prose | None:
        """The words of a box; None for a silent place or a closed fold."""
        box = self.arranged.boxes[at]
        return self._prose.get((box.column, box.item))

    def left(self, column: int) -> float:
        """Where a column begins."""
        return float(column * (self.column_width + self.gutter))

    def rect(self, at: int) -> QRectF:
        """Where a box stands."""
        return QRectF(self._rects[at])

    @cached_property
    def _rects(self) -> tuple[QRectF, ...]:
        return tuple(QRectF(self.left(box.column), TOP + box.top, self.column_width, box.height) for box in self.arranged.boxes)

    def boxes_in(self, strip: QRectF) -> list[int]:
        """The boxes that a strip touches."""
        left, right, top, bottom = strip.left(), strip.right(), strip.top() - TOP, strip.bottom() - TOP
        found: list[int] = []
        for column, boxes in self.columns.items():
            if self.left(column) < right and self.left(column) + self.column_width > left:
                every = self.arranged.boxes
                first = bisect_right(boxes, top, key=lambda at: every[at].bottom)
                last = bisect_left(boxes, bottom, key=lambda at: every[at].top)
                found += boxes[first:last]
        return found

    def ribbons_in(self, strip: QRectF) -> list[Ribbon]:
        """The ribbons that a strip touches, in the order in which they are painted."""
        left, right, top, bottom = strip.left(), strip.right(), strip.top(), strip.bottom()
        return [ribbon for ribbon, (x, end, y, foot) in self._gutters if x < right and end > left and y < bottom and foot > top]

    @cached_property
    def _gutters(self) -> tuple[tuple[Ribbon, tuple[float, float, float, float]], ...]:
        """Each ribbon with the left, right, top and bottom of what it crosses."""
        rects = self._rects
        ends = ((ribbon, rects[ribbon.left], rects[ribbon.right]) for ribbon in self.arranged.ribbons)
        return tuple((ribbon, (a.right(), b.left(), min(a.top(), b.top()), max(a.bottom(), b.bottom()))) for ribbon, a, b in ends)

    def at(self, point: QPointF) -> int | None:
        """The box under a point of the page."""
        column = int(point.x() // (self.column_width + self.gutter))
        return next((at for at in self.columns.get(column, ()) if self.rect(at).contains(point)), None)

    @cached_property
    def columns(self) -> dict[int, tuple[int, ...]]:
        """The boxes of each column from top to bottom."""
        found: dict[int, list[int]] = {}
        for at, box in enumerate(self.arranged.boxes):
            found.setdefault(box.column, []).append(at)
        return {column: tuple(boxes) for column, boxes in found.items()}

    @cached_property
    def clashing(self) -> frozenset[Ribbon]:
        """The ribbons on the way between two passages of a row that contradict each other or tell another number, date or stage.

        All of the row's when it is a conflict of no two passages that are named.
        """
        found: set[Ribbon] = set()
        for index, claim in enumerate(self.compared.comparison.claims):
            if claim.status in _CLASHING:
                ribbons = [ribbon for ribbon in self.arranged.ribbons if ribbon.claim == index]
                found.update([ribbon for pair in self._clashes(index) for ribbon in self._between(ribbons, *pair)] or ribbons)
        return frozenset(found)

    def _clashes(self, claim: int) -> list[tuple[int, int]]:
        """Pairs of boxes of a row, from left to right, between which there is a hard difference."""
        every = range(len(self.compared.articles))
        boxes = [at for column in every for at in self.arranged.of_claim(claim, column)]
        return [(a, b) for a, b in combinations(boxes, 2) if self._clash(a, b)]

    def _between(self, ribbons: Sequence[Ribbon], a: int, b: int) -> list[Ribbon]:
        """The ribbons that lead from one box to the other, through silence or through what others say."""
        boxes = self.arranged.boxes
        ends = {a, b}
        return [
            ribbon
            for ribbon in ribbons
            if boxes[a].column <= boxes[ribbon.left].column < boxes[b].column
            and (boxes[ribbon.left].column != boxes[a].column or ribbon.left in ends)
            and (boxes[ribbon.right].column != boxes[b].column or ribbon.right in ends)
        ]

    def _clash(self, a: int, b: int) -> bool:
        one, other = self.arranged.boxes[a], self.arranged.boxes[b]
        if one.column == other.column or not isinstance(one.item, Passage) or not isinstance(other.item, Passage):
            return False
        ids = (self.compared.articles[one.column].id, self.compared.articles[other.column].id)
        spans = {ids[0]: one.item.core, ids[1]: other.item.core}
        return any(
            difference.kind in _HARD
            and {difference.a.article, difference.b.article} == set(ids)
            and all(any(span.overlap(at.span) for span in spans[at.article]) for at in (difference.a, difference.b))
            for difference in self.compared.comparison.differences
        )

    def left_out(self, at: int) -> bool:
        """Whether a silent place is an omission."""
        box = self.arranged.boxes[at]
        return any(self.compared.left_out(claim, box.column) for claim in claims_of(box.item))

    def level(self, at: int) -> bool:
        """Whether every source that carries a row of the box stands at its height."""
        box = self.arranged.boxes[at]
        for claim in claims_of(box.item)[:1]:
            for column in range(len(self.compared.articles)):
                others = self.arranged.of_claim(claim, column)
                if others and not any(self.arranged.boxes[other].row == box.row for other in others):
                    return False
        return True


def widest_page(look: Look, columns: int) -> int:
    """How wide a page of so many texts becomes at most, in pixels of 100 %."""
    return columns * max(TEXT_COLUMN, _widest_column(look, _KINDS[0])) + (columns - 1) * _WIDEST_GUTTER


def _widest_column(look: Look, kind: Type) -> int:
    return round(_measure(look, kind) * _ROOMY) + PAD_LEFT + PAD_RIGHT


def _measure(look: Look, kind: Type) -> float:
    """The width of 66 characters of a serif type."""
    return look.measure * kind.value[0] / Type.READING.value[0]


def _slot(columns: Sequence[Column], wanted: Wanted) -> Slot | None:
    for place, item in enumerate(columns[wanted.column]):
        if isinstance(item, Passage) and wanted.claim in item.claims and item.span.start == wanted.start:
            return (wanted.column, place)
    return None


def _tints(comparison: Comparison, arranged: Arrangement) -> dict[int, Tint]:
    """A tint for each row: conflicts in rose, the others in turn from top to bottom, so that neighbours differ."""
    first: dict[int, float] = {}
    for box in arranged.boxes:
        for claim in claims_of(box.item):
            first[claim] = min(first.get(claim, box.top), box.top)
    found: dict[int, Tint] = {}
    turn = 0
    for claim in sorted(first, key=lambda claim: (first[claim], claim)):
        if comparison.claims[claim].status is ClaimStatus.CONFLICT:
            found[claim] = Tint.ROSE
        else:
            found[claim] = _CYCLE[turn % len(_CYCLE)]
            turn += 1
    return found
