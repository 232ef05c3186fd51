"""The bar below the matrix: what the row's status rests on, the whole passage of the cell, and who it comes from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing_app.model.comparison import ClaimStatus
from briefing_app.ui.comparison.matrix.headers import STATUS_ICONS
from briefing_app.ui.comparison.matrix.model import why_lines
from briefing_app.ui.comparison.passages import CellView, ClaimRow, Compared, cell_view
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin, paint_badge, paint_words
from briefing_app.ui.pieces import LINE, paint_pieces
from briefing_app.ui.theme import WHY_BAR, Look, Type, claim_column

_CHAIN = 230


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
        look.changed.connect(self._dress)
        self._dress()

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

    def _dress(self) -> None:
        self.setFixedHeight(self._look.px(WHY_BAR + 12))
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
        painter, area = begin(self, self._look)
        look = self._look.plain
        painter.fillRect(area, look.color("surface"))
        painter.fillRect(QRectF(0, 0, area.width(), 1), look.color("line"))
        if self._status is None or self._cell is None:
            return
        claims = claim_column(area.width())
        color = look.color("conflict" if self._status is ClaimStatus.CONFLICT else "muted")
        paint_icon(painter, STATUS_ICONS[self._status], QRectF(16, 14, 16, 16), color)
        paint_words(painter, self._status_words(self._status), QRectF(38, 12, claims - 50, 20), look.font(Type.UI_BOLD), color)
        right = area.right() - 16 - (_CHAIN + 16 if self._chain else 0)
        painter.setPen(look.color("ink"))
        box = QRectF(claims + 12, 12, right - claims - 12, 2 * LINE)
        lines = paint_pieces(painter, look, ((" · ".join(self._lines[:2]), False),), box, Type.UI, 2) if any(self._lines) else 0
        top = box.top() + lines * LINE + 4
        left = box.left() + paint_badge(painter, look, self._place, QPointF(box.left(), top + 1)) + 8
        painter.setPen(look.color("ink"))
        paint_pieces(painter, look, self._passage(self._cell), QRectF(left, top, right - left, 40), Type.UI, max(1, 3 - lines))
        if self._chain:
            self._paint_chain(painter, QRectF(area.right() - 16 - _CHAIN, 12, _CHAIN, 20))

    def _passage(self, cell: CellView) -> tuple[tuple[str, bool], ...]:
        if not cell.absent:
            return ((f"“{cell.whole}”", False),)
        if not cell.whole:
            return ((self.tr("says nothing of it"), False),)
        return ((self.tr("says nothing of it; nearest: “%1”").replace("%1", cell.whole), False),)

    def _paint_chain(self, painter: QPainter, box: QRectF) -> None:
        """Who the source has it from: the origin first, the letter of the source above."""
        look = self._look.plain
        small = look.font(Type.SMALL)
        paint_badge(painter, look, self._place, QPointF(box.right() - 16, box.top() + 2))
        paint_words(painter, self.tr("chain of"), box.adjusted(0, 0, -22, 0), small, look.color("muted"), right=True)
        painter.setFont(small)
        painter.setPen(look.color("ink"))
        below = QRectF(box.left(), box.bottom() + 3, box.width(), 48)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, " → ".join(self._chain))
