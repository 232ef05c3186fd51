"""How a cell of the matrix is painted and how high it needs to be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.model.comparison import ClaimStatus
from briefing_app.ui.comparison.matrix.headers import NOTED
from briefing_app.ui.comparison.matrix.model import GroupRow, Role
from briefing_app.ui.comparison.passages import CellView, ClaimRow, PassageView, silence_words
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import at_plain, paint_hatch, paint_plate, ring
from briefing_app.ui.pieces import LINE, Keeping, Laid, paint_pieces
from briefing_app.ui.theme import Look, Type

Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y = 12, 6
MOST_LINES = 2
"""Lines of a passage that a row makes room for; one alone in its cell takes what room a longer neighbour leaves it."""
MOST_OF_REMARK, _MORE_OF_REMARK = 2, 2
"""Lines of who says a passage and what is remarked of it, and how many more below a cell's last passage where its row is high enough.

The row's reasons (``w``) have all of it.
"""
_PLATE_LINES, _SIGN = 2, 19
_BETWEEN = " · "
_APART = 4
TRANSLATED_LINES, TRANSLATED_IN = 2, 10
"""Lines of an analyst's translation below a passage, and how far it stands in."""


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
            self._paint_silence(painter, cell, hatch.adjusted(8, 0, -8, 0), ground)
        else:
            self._paint_words(painter, cell, rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y))
        if state & QStyle.StateFlag.State_HasFocus or state & QStyle.StateFlag.State_Selected:
            ring(painter, look, rect, focused=bool(state & QStyle.StateFlag.State_HasFocus))

    def _paint_silence(self, painter: QPainter, cell: CellView, rect: QRectF, ground: QColor) -> None:
        """What is said in place of a passage, on a plate as large as its words."""
        look, sign, words = self._look.plain, "hedge" if cell.perhaps or cell.elsewhere else "omission", ((silence_words(cell), False),)
        room = rect.width() - 28
        laid = self._keeping.laid(look, words, room, Type.SMALL, max(1, min(_PLATE_LINES, int(rect.height() // LINE))))
        if laid.lines == 1:
            paint_plate(painter, look, sign, words[0][0], rect, ground)
            return
        plate = QRectF(rect.left(), rect.center().y() - laid.lines * LINE / 2, rect.width(), laid.lines * LINE)
        painter.fillRect(plate, ground)
        paint_icon(painter, sign, QRectF(plate.left() + 4, plate.top() + 2, 14, 14), look.color("muted"))
        laid.paint(painter, look, plate.adjusted(24, 0, -4, 0), "muted")

    def _paint_words(self, painter: QPainter, cell: CellView, rect: QRectF) -> None:
        """Each passage with who says it and what is remarked of it below."""
        look, top = self._look.plain, rect.top()
        for at, passage in enumerate(cell.passages):
            room = QRectF(rect.left(), top, rect.width(), rect.bottom() - top)
            below = self._remark(cell, at, room)
            fitting = int((room.height() - (below.lines * LINE if below else 0) + 4) // LINE)
            most = max(1, min(_most_lines(cell), fitting))
            top += paint_pieces(painter, look, passage.pieces, room, Type.UI, most, self._keeping) * LINE
            if passage.translation and top + LINE <= rect.bottom() + 3:
                top += self._paint_translation(painter, passage.translation, QRectF(rect.left(), top, rect.width(), rect.bottom() - top))
            if below is not None and top + below.lines * LINE <= rect.bottom() + 5:
                self._paint_remark(painter, below, passage, QRectF(rect.left(), top - 1, rect.width(), below.lines * LINE))
                top += below.lines * LINE
            top += _APART

    def _paint_translation(self, painter: QPainter, words: str, room: QRectF) -> float:
        """An analyst's own words for the passage, behind a line that sets them off from those of the source; how high they are."""
        look = self._look.plain
        most = max(1, min(TRANSLATED_LINES, int((room.height() + 2) // LINE)))
        laid = self._keeping.laid(look, ((words, False),), room.width() - TRANSLATED_IN, Type.SMALL, most)
        painter.fillRect(QRectF(room.left(), room.top() + 2, 2, laid.lines * LINE - 4), look.color("accent"))
        laid.paint(painter, look, room.adjusted(TRANSLATED_IN, 0, 0, 0), "muted")
        return float(laid.lines * LINE)

    def _remark(self, cell: CellView, at: int, room: QRectF) -> Laid | None:
        """Who says it in ink, the rest quiet; below the last passage in what lines the words leave. None where nothing is remarked."""
        words, passage, look = below_words(cell, at), cell.passages[at], self._look.plain
        if not words:
            return None
        fitting, most = int((room.height() + 5) // LINE), MOST_OF_REMARK
        if at == len(cell.passages) - 1:
            taken = self._keeping.laid(look, passage.pieces, room.width(), Type.UI, _most_lines(cell)).lines
            most = max(most, min(MOST_OF_REMARK + _MORE_OF_REMARK, fitting - taken - (TRANSLATED_LINES if passage.translation else 0)))
        most, width = max(1, min(most, fitting - 1)), room.width() - (_SIGN if passage.hedged else 0)
        return whole_remarks(words, lambda some: self._keeping.laid(look, ((some, False),), width, Type.SMALL, most, len(passage.teller)))

    def _paint_remark(self, painter: QPainter, laid: Laid, passage: PassageView, box: QRectF) -> None:
        """The sign of a hedge, and the words beside it."""
        if passage.hedged:
            paint_icon(painter, "hedge", QRectF(box.left(), box.top() + 2, 14, 14), self._look.color("muted"))
            box.setLeft(box.left() + _SIGN)
        laid.paint(painter, self._look.plain, box, "muted")


def _most_lines(cell: CellView) -> int:
    return MOST_LINES if len(cell.passages) > 1 else MOST_LINES + 3


def below_words(cell: CellView, at: int) -> str:
    """The small line below a passage: who says it and what is remarked of it; below the last one also what is noted of the cell."""
    passage = cell.passages[at]
    parts = [passage.teller, passage.remark]
    if at == len(cell.passages) - 1:
        parts += [cell.note, _tr("%Ln more passage(s)", cell.more) if cell.more else ""]
    return _BETWEEN.join(part for part in parts if part)


def whole_remarks(words: str, lay: Callable[[str], Laid]) -> Laid:
    """As many remarks as ``lay`` has room for from the first on, none of them cut; an ellipsis stands for the others."""
    parts = words.split(_BETWEEN)
    laid = lay(words)
    while len(parts) > 1 and not laid.whole:
        parts.pop()
        laid = lay(f"{_BETWEEN.join(parts)} …")
    return laid


def _in_current_row(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()


def row_height(row: ClaimRow, cells: list[CellView], look: Look, cell_width: float, statement: int) -> int:
    """The height a claim needs, in pixels of 100 % as ``cell_width``: its longest cell, with the lines of its passages and of who
    says each; never below 44, conflicts 72."""
    ui, small = (QFontMetricsF(look.plain.font(kind)) for kind in (Type.UI, Type.SMALL))
    room = cell_width - 2 * _PAD_X
    most = statement * LINE + (NOTED if row.noted else 0)
    for cell in cells:
        height = -_APART
        for at, passage in enumerate(cell.passages):
            height += LINE * _lines("".join(words for words, _ in passage.pieces), ui, room - 8, MOST_LINES) + _APART
            below = below_words(cell, at)
            height += LINE * _lines(below, small, room - (_SIGN if passage.hedged else 0), MOST_OF_REMARK) if below else 0
            if passage.translation:
                height += LINE * _lines(passage.translation, small, room - TRANSLATED_IN, TRANSLATED_LINES)
        most = max(most, height)
    floor = 72 if row.claim.status is ClaimStatus.CONFLICT else 44
    return max(floor, most + 2 * _PAD_Y + 1)


def _lines(words: str, metrics: QFontMetricsF, room: float, most: int) -> int:
    """About how many lines the words take, at most so many; a break between words costs a little."""
    return max(1, min(most, -int(-metrics.horizontalAdvance(words) * 1.04 // max(1.0, room))))


def _tr(words: str, count: int) -> str:
    return QCoreApplication.translate("comparison", words, "", count)
