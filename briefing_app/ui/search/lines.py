"""The concordance: every hit a line, its words in the middle, one below the other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.model.search import Concordance, Line
from briefing_app.ui.direction import right_to_left
from briefing_app.ui.painting import at_plain, paint_words, ring
from briefing_app.ui.theme import BAR, Look, Type

Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _GAP = 24, 6.0
_SOURCE_FROM = 520
"""Width from which on a line has room for its source."""


class LineModel(QAbstractListModel):
    """The lines of a concordance."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, concordance: Concordance | None) -> None:
        """Take other lines."""
        self.beginResetModel()
        self._lines = concordance.lines if concordance else ()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or its words."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(words for words in (line.before, line.words, line.after, line.source) if words)
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a line: what stands before the hit up to it, the hit strong, what follows, and the source where there is room.

    Words that run from the right have what stands before them at their right.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 (Qt's own)
        """One line of small words."""
        return QSize(self._look.px(100), self._look.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        line = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(line, Line):
            with at_plain(painter, self._look, option.rect) as rect:
                self._paint_line(painter, line, rect, option.state)

    def _paint_line(self, painter: QPainter, line: Line, rect: QRectF, state: QStyle.StateFlag) -> None:
        look = self._look.plain
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("selection"))
            painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), look.color("accent"))
        small, strong = look.font(Type.SMALL), look.font(Type.UI_STRONG)
        room = rect.adjusted(12, 0, -12, 0)
        if rect.width() >= _SOURCE_FROM:
            source = QRectF(room.right() - 110, room.top(), 110, room.height())
            paint_words(painter, line.source or self.tr("unknown"), source, small, look.color("muted"))
            room.setRight(source.left() - 10)
        width = min(QFontMetricsF(strong).horizontalAdvance(line.words) + 1, room.width() / 2)
        left = room.left() + (room.width() - width) * 0.42
        backwards = right_to_left(f"{line.before} {line.words} {line.after}")
        close = _GAP if backwards or line.after[:1].isalnum() else 1.0  # a full stop or comma stands at its word
        at_left = QRectF(room.left(), room.top(), left - _GAP - room.left(), room.height())
        at_right = QRectF(left + width + close, room.top(), max(0.0, room.right() - left - width - close), room.height())
        before, after = (at_right, at_left) if backwards else (at_left, at_right)
        self._paint_before(painter, line.before, before, right=not backwards)
        paint_words(painter, line.words, QRectF(left, room.top(), width, room.height()), strong, look.color("ink"))
        paint_words(painter, line.after, after, small, look.color("ink"), right=backwards)
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect)

    def _paint_before(self, painter: QPainter, words: str, room: QRectF, *, right: bool) -> None:
        """The end of what stands before; whole words, as many as there is room for, close to the hit."""
        look = self._look.plain
        font = look.font(Type.SMALL)
        metrics = QFontMetricsF(font)
        while words and metrics.horizontalAdvance(words) > room.width():
            words = words.partition(" ")[2]
        paint_words(painter, words, room, font, look.color("ink"), right=right)
