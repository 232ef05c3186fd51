"""The passages of one row laid out for a width: the chosen one, below it the others, at the end who is silent."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from briefing_app.model.comparison import Claim, ClaimStatus
from briefing_app.model.span import Span
from briefing_app.ui.comparison.matrix.headers import STATUS_ICONS, status_words
from briefing_app.ui.comparison.passages import Compared, claim_words
from briefing_app.ui.comparison.prose import Prose
from briefing_app.ui.comparison.words.block import LEFT, Block
from briefing_app.ui.comparison.words.strands import Strand, meetings
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import paint_badge_before, paint_words
from briefing_app.ui.theme import BAR, Look, Type

_TOP, _STATEMENT, _GAP, _SILENT_GAP = 12.0, 28.0, 12.0, 10.0


@dataclass(frozen=True, slots=True)
class Position:
    """Which row of how many is shown."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class _Silent:
    place: int
    words: Prose
    top: float


class Spread:
    """``base`` is the strand at the top, ``other`` the one that it is compared with (indices; None when there is no other).

    What stays at the top takes no more than ``room`` pixels of 100 % where one line of the claim is enough.
    """

    def __init__(
        self,
        look: Look,
        compared: Compared,
        claim: int,
        strands: tuple[Strand, ...],
        base: int,
        other: int | None,
        width: float,
        at: Position,
        room: float = math.inf,
    ) -> None:
        self._look, self._compared = look, compared
        self._claim: Claim = compared.comparison.claims[claim]
        self._index, self._position, self.width = claim, at, width
        self.base, self.other = base, other
        met = meetings(compared, claim, strands, base)
        named = met[other].here if other is not None else ()
        self._base = Block(look, compared, strands[base], named, width)
        self._statement = Prose(look, self._words, Span(0, len(self._words)), width - LEFT - 16, kind=Type.HEADING)
        self._head = 24 + self._statement.height
        self._low = _TOP + self._head + _GAP + self._base.height > room
        if self._low:
            self._head = float(_STATEMENT)
        self.fixed = _TOP + self._head + _GAP + self._base.height
        self.blocks: dict[int, tuple[float, Block]] = {}
        top = _GAP
        for number, meeting in met.items():
            block = Block(look, compared, strands[number], meeting.there, width, meeting)
            self.blocks[number] = (top, block)
            top += block.height + _GAP
        self._silent: list[_Silent] = []
        for place in range(len(compared.articles)):
            if not compared.cell(claim, place).spans:
                words = self._silence(place)
                made = Prose(look, words, Span(0, len(words)), min(640.0, width - LEFT - 16), kind=Type.UI)
                self._silent.append(_Silent(place, made, top))
                top += made.height + _SILENT_GAP
        self.height = top + 24

    @property
    def _words(self) -> str:
        return claim_words(self._claim)

    def _silence(self, place: int) -> str:
        """What is to be said of a source that says nothing."""
        compared, cell = self._compared, self._compared.cell(self._index, place)
        left_out = compared.left_out(self._index, place)
        if not left_out and compared.is_foreign(self._claim, place):
            return _tr("in another language: not compared")
        words = _tr("leaves it out: %1").replace("%1", left_out) if left_out else _tr("says nothing of it")
        if cell.nearest is None:
            return words
        if cell.nearest.likely and not left_out:
            words = _tr("perhaps says it")
        elif compared.is_elsewhere(self._index, place) and not left_out:
            words = _tr("says it, if at all, in another row")
        near = " ".join(cell.nearest.span.of(compared.articles[place].text).split())
        nearest = _tr("nearest to it, %1 % sure: “%2”").replace("%1", str(round(100 * cell.nearest.score))).replace("%2", near)
        return f"{words} · {nearest}"

    def rect(self, number: int) -> QRectF:
        """Where a compared passage stands among the others."""
        top, block = self.blocks[number]
        return QRectF(0, top, self.width, block.height)

    def at(self, point: QPointF) -> int | None:
        """The passage under a point among the others."""
        return next((number for number in self.blocks if self.rect(number).contains(point)), None)

    def paint_top(self, painter: QPainter) -> None:
        """The claim, its place among the rows, and the chosen passage."""
        look, claim = self._look, self._claim
        color = look.color("conflict" if claim.status is ClaimStatus.CONFLICT else "muted")
        paint_icon(painter, STATUS_ICONS[claim.status], QRectF(LEFT - 8 - 16, _TOP + 2, 16, 16), color)
        if self._low:
            line = QRectF(LEFT, _TOP, self.width - LEFT - 16, 22)
            paint_words(painter, self._words, line, look.font(Type.HEADING), look.color("ink"))
        else:
            self._paint_statement(painter, color)
        top = _TOP + self._head + _GAP
        painter.fillRect(QRectF(0, top - _GAP / 2, self.width, 1), look.color("line"))
        self._base.paint(painter, top)

    def _paint_statement(self, painter: QPainter, color: QColor) -> None:
        """Its status, its place among the rows, and all of its words."""
        look, claim = self._look, self._claim
        left = paint_words(painter, status_words(claim.status), QRectF(LEFT, _TOP, 200, 20), look.font(Type.SMALL_BOLD), color)
        words = _tr("row %1 of %2").replace("%1", str(self._position.number)).replace("%2", str(self._position.of))
        paint_words(painter, words, QRectF(LEFT + left + 12, _TOP, 300, 20), look.font(Type.SMALL), look.color("muted"))
        self._statement.paint(painter, QPointF(LEFT, _TOP + 22), look.color("ink"))

    @property
    def base_rect(self) -> QRectF:
        """Where the chosen passage stands at the top."""
        top = _TOP + self._head + _GAP
        return QRectF(0, top - _GAP / 2, self.width, self._base.height + _GAP / 2)

    def paint_others(self, painter: QPainter, strip: QRectF) -> None:
        """The other passages; the one that is compared has a ground and a bar."""
        look = self._look
        for number, (top, block) in self.blocks.items():
            rect = self.rect(number)
            if not rect.intersects(strip):
                continue
            if number == self.other:
                painter.fillRect(rect.adjusted(0, -_GAP / 2, 0, _GAP / 2), look.color("surface"))
                painter.fillRect(QRectF(0, rect.top() - _GAP / 2, BAR, rect.height() + _GAP), look.color("accent"))
            block.paint(painter, top)
            painter.fillRect(QRectF(LEFT, rect.bottom() + _GAP / 2, self.width - LEFT, 1), look.color("line"))
        for silent in self._silent:
            paint_badge_before(painter, look, self._compared.letter(silent.place), QPointF(LEFT - 8, silent.top + 2))
            silent.words.paint(painter, QPointF(LEFT, silent.top), look.color("muted"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)
