"""The bar below the matrix: what the row's status rests on, the whole passage of the cell, and who it comes from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing_app.model.comparison import ClaimStatus
from briefing_app.ui.comparison.cells import paint_pieces
from briefing_app.ui.comparison.headers import STATUS_ICONS
from briefing_app.ui.comparison.model import CellView, ClaimRow, Compared, cell_view, why_lines
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import paint_badge, paint_words
from briefing_app.ui.theme import CLAIM_COLUMN, WHY_BAR, Look, Type

_CHAIN = 250


class WhyBar(QWidget):
    """Paints the answer to "why is this row here, and what exactly does this source say?"."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._status: ClaimStatus | None = None
        self._lines: tuple[str, ...] = ()
        self._cell: CellView | None = None
        self._place = 0
        self._chain: tuple[str, ...] = ()
        self.setFixedHeight(WHY_BAR + 12)
        look.changed.connect(self.update)

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self._status = None
        self.update()

    def show_cell(self, compared: Compared, row: ClaimRow, place: int) -> None:
        """Answer for a cell."""
        self._status = row.claim.status
        self._lines = why_lines(compared, row, place)
        self._cell = cell_view(compared, row, place)
        self._place = place
        number = compared.articles[place].id
        self._chain = next((cell.chain for cell in row.claim.cells if cell.article == number), ())
        self.setAccessibleDescription(". ".join((*self._lines, self._cell.whole)))
        self.setToolTip("\n".join(self._lines))
        self.update()

    def _status_words(self, status: ClaimStatus) -> str:
        return {
            ClaimStatus.CONFLICT: self.tr("Why a conflict"),
            ClaimStatus.PROGRESSION: self.tr("Why a progression"),
            ClaimStatus.ALL: self.tr("Why in all"),
            ClaimStatus.SOME: self.tr("Why in some"),
            ClaimStatus.ONLY: self.tr("Why only here"),
        }[status]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Status at the left, reasons and passage in the middle, chain at the right."""
        painter = QPainter(self)
        look = self._look
        painter.fillRect(self.rect(), look.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, look.color("line"))
        if self._status is None or self._cell is None:
            return
        color = look.color("conflict" if self._status is ClaimStatus.CONFLICT else "muted")
        paint_icon(painter, STATUS_ICONS[self._status], QRectF(16, 14, 16, 16), color)
        paint_words(painter, self._status_words(self._status), QRectF(38, 12, CLAIM_COLUMN - 50, 20), look.font(Type.UI_BOLD), color)
        right = self.width() - 16 - (_CHAIN if self._chain else 0)
        box = QRectF(CLAIM_COLUMN + 12, 12, right - CLAIM_COLUMN - 12 - 16, 20)
        for line in self._lines[:1] or ("",):
            paint_words(painter, line, box, look.font(Type.UI), look.color("ink"))
        left = box.left() + paint_badge(painter, look, self._place, QPointF(box.left(), 36)) + 8
        painter.setPen(look.color("ink"))
        passage = QRectF(left, 35, right - 16 - left, 40)
        paint_pieces(painter, look, self._passage(self._cell), passage, Type.UI, 2)
        if self._chain:
            self._paint_chain(painter, QRectF(right, 12, _CHAIN, 20))

    def _passage(self, cell: CellView) -> tuple[tuple[str, bool], ...]:
        if not cell.absent:
            return ((f"“{cell.whole}”", False),)
        if not cell.whole:
            return ((self.tr("says nothing of it"), False),)
        return ((self.tr("says nothing of it; nearest: “%1”").replace("%1", cell.whole), False),)

    def _paint_chain(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        small = look.font(Type.SMALL)
        paint_words(painter, self.tr("from"), box, small, look.color("muted"), right=True)
        below = box.translated(0, 22)
        badge = 16 + 6
        paint_badge(painter, look, self._place, QPointF(below.right() - 16, below.center().y() - 8))
        words = " → ".join(self._chain) + " →"
        room = QRectF(below.left(), below.top(), below.width() - badge, below.height())
        fitting = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideLeft, room.width())
        paint_words(painter, fitting, room, small, look.color("ink"), right=True)
