"""How a cell of the matrix is painted and how high it needs to be."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.model.comparison import ClaimStatus
from briefing_app.ui.comparison.matrix.headers import NOTED
from briefing_app.ui.comparison.matrix.model import GroupRow, Role
from briefing_app.ui.comparison.passages import CellView, ClaimRow
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import at_plain, paint_hatch, paint_plate, paint_words, ring
from briefing_app.ui.pieces import LINE, Keeping, paint_pieces
from briefing_app.ui.theme import Look, Type

Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y, _REMARK, MOST_LINES = 12, 6, 16, 2
_APART = 4


class CellDelegate(QStyledItemDelegate):
    """Paints cells: words with the ones that matter strong, or hatching where a source is silent."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keeping = Keeping(look)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        cell = index.data(Role.CELL)
        if not isinstance(index.data(Role.ROW), GroupRow) and isinstance(cell, CellView):
            with at_plain(painter, self._look, option.rect) as rect:
                self._paint_cell(painter, cell, rect, option, index)

    def _paint_cell(self, painter: QPainter, cell: CellView, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look.plain
        state: QStyle.StateFlag = option.state
        ground = look.color("selection" if _in_current_row(option, index) else "paper")
        painter.fillRect(rect, ground)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.color("line"))
        if cell.absent:
            hatch = rect.adjusted(12, 4, -12, -5)
            paint_hatch(painter, look, hatch)
            words = self._silence(cell)
            fitting = QFontMetricsF(look.font(Type.SMALL)).elidedText(words, Qt.TextElideMode.ElideRight, hatch.width() - 52)
            paint_plate(painter, look, "hedge" if cell.perhaps else "omission", fitting, hatch.adjusted(8, 0, -8, 0), ground)
        else:
            self._paint_words(painter, cell, rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y))
        if state & QStyle.StateFlag.State_HasFocus or state & QStyle.StateFlag.State_Selected:
            ring(painter, look, rect, focused=bool(state & QStyle.StateFlag.State_HasFocus))

    def _silence(self, cell: CellView) -> str:
        """What is said in place of a passage."""
        if cell.left_out:
            return self.tr("left out: %1").replace("%1", cell.left_out)
        return self.tr("perhaps: “%1”").replace("%1", cell.whole) if cell.perhaps else self.tr("absent")

    def _paint_words(self, painter: QPainter, cell: CellView, rect: QRectF) -> None:
        """Each passage with who says it below; what is remarked of the cell stands below the last."""
        look, top = self._look.plain, rect.top()
        for at, passage in enumerate(cell.passages):
            last = at == len(cell.passages) - 1
            words = below_words(cell, at)
            room = QRectF(rect.left(), top, rect.width(), rect.bottom() - top)
            fitting = int((room.height() - (_REMARK if words else 0) + 2) // LINE)
            most = MOST_LINES if len(cell.passages) > 1 else MOST_LINES + 2
            lines = paint_pieces(painter, look, passage.pieces, room, Type.UI, max(1, min(most, fitting)), self._keeping)
            top += lines * LINE
            if words and top + _REMARK <= rect.bottom() + 3:
                self._paint_remark(painter, words, cell.hedged and last, QRectF(rect.left(), top, rect.width(), _REMARK))
                top += _REMARK
            top += _APART

    def _paint_remark(self, painter: QPainter, words: str, hedged: bool, box: QRectF) -> None:
        if hedged:
            paint_icon(painter, "hedge", QRectF(box.left(), box.top() + 1, 14, 14), self._look.color("muted"))
            box.setLeft(box.left() + 19)
        paint_words(painter, words, box, self._look.plain.font(Type.SMALL), self._look.color("muted"))


def below_words(cell: CellView, at: int) -> str:
    """The small line below a passage: who says it, and below the last one what is remarked of the cell."""
    parts = [cell.passages[at].teller]
    if at == len(cell.passages) - 1:
        parts += [cell.remark, f"+{cell.more}" if cell.more else ""]
    return " · ".join(part for part in parts if part)


def _in_current_row(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()


def row_height(row: ClaimRow, cells: list[CellView], look: Look, cell_width: float, statement: int) -> int:
    """The height a claim needs, in pixels of 100 % as ``cell_width``: its longest cell, with two lines a passage and one for who says it;
    never below 44, conflicts 72."""
    metrics = QFontMetricsF(look.plain.font(Type.UI))
    most = statement * LINE + (NOTED if row.noted else 0)
    for cell in cells:
        height = -_APART
        for at, passage in enumerate(cell.passages):
            words = metrics.horizontalAdvance("".join(words for words, _ in passage.pieces)) * 1.04
            lines = max(1, min(MOST_LINES, -int(-words // max(1.0, cell_width - 2 * _PAD_X - 8))))
            height += lines * LINE + (_REMARK if below_words(cell, at) else 0) + _APART
        most = max(most, height)
    floor = 72 if row.claim.status is ClaimStatus.CONFLICT else 44
    return max(floor, most + 2 * _PAD_Y + 1)
