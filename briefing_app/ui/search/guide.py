"""The guide to queries: one page of examples that run on the open library, each with what it finds there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing_app.ui.dialog import Dialog
from briefing_app.ui.painting import at_plain, paint_chosen, paint_words, ring
from briefing_app.ui.search.examples import Example
from briefing_app.ui.theme import RADIUS, Look, Type
from briefing_app.ui.words import digits

Index = QModelIndex | QPersistentModelIndex
_ROW, _HEAD, _COLUMN, _COLUMNS_MOST = 44, 34, 340, 3
_WIDTH, _HEIGHT = 1120, 760


class Role(IntEnum):
    """What only the guide's delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1


class GuideModel(QAbstractListModel):
    """Examples under their heads; a head is a row of words that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Example | str, ...] = ()

    def show(self, examples: Sequence[Example]) -> None:
        """Take other examples, or the same with their counts."""
        self.beginResetModel()
        rows: list[Example | str] = []
        for at, example in enumerate(examples):
            if at == 0 or examples[at - 1].head != example.head:
                rows.append(example.head)
            rows.append(example)
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Heads and examples."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head is only read."""
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or its words."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.query
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Example):
            return f"{row.query}: {row.meaning}"
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Example):
            return ", ".join(words for words in (row.query, row.meaning, _count(row)) if words)
        return None


class GuideDelegate(QStyledItemDelegate):
    """Paints an example with what it finds, its meaning below; a head in small capitals of the sidebar."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.width = _COLUMN

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads are lower than examples; all as wide as their column."""
        high = _HEAD if isinstance(index.data(Role.ROW), str) else _ROW
        return QSize(self.width, self._look.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(Role.ROW)
        with at_plain(painter, self._look, option.rect) as rect:
            if isinstance(row, str):
                line = QRectF(rect.left() + 10, rect.bottom() - 24, rect.width() - 20, 20)
                paint_words(painter, row, line, self._look.plain.font(Type.SMALL_BOLD), self._look.color("muted"))
            elif isinstance(row, Example):
                self._paint_example(painter, row, rect.adjusted(0, 1, -8, -1), option.state)

    def _paint_example(self, painter: QPainter, example: Example, rect: QRectF, state: QStyle.StateFlag) -> None:
        look = self._look.plain
        paint_chosen(painter, look, rect, state)
        room = rect.adjusted(10, 3, -10, -3)
        small, muted = look.font(Type.SMALL), look.color("muted")
        line = QRectF(room.left(), room.top(), room.width(), 20)
        counted = paint_words(painter, _count(example), line, small, muted, right=True)
        line.setRight(line.right() - counted - 10)
        paint_words(painter, example.query, line, look.font(Type.UI_STRONG), look.color("accent"))
        paint_words(painter, example.meaning, QRectF(room.left(), room.top() + 20, room.width(), 16), small, look.color("ink"))
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect, RADIUS)


class SearchGuide(Dialog):
    """One page; arrows walk, Enter or a click runs the example, Escape or F1 closes."""

    taken = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("How to search"))
        self._model = GuideModel(self)
        self._delegate = GuideDelegate(look, self)
        self._intro = QLabel(self.tr("Each example runs on this library: choose one with the arrows, Enter searches for it."))
        self._intro.setWordWrap(True)
        self._intro.setFont(look.font(Type.UI))
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFlow(QListView.Flow.TopToBottom)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setAccessibleName(self.windowTitle())
        self.list.activated.connect(self._take)
        self.list.clicked.connect(self._take)
        close = QPushButton(self.tr("Close"))
        close.setFont(look.font(Type.UI))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._intro, 1)
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        px = look.px
        rows.setContentsMargins(px(16), px(8), px(16), px(12))
        rows.setSpacing(px(8))
        rows.addWidget(self.list, 1)
        rows.addLayout(foot)
        self.finished.connect(lambda _how: self.deleteLater())
        room = parent.size()
        self.resize(min(room.width() - px(32), px(_WIDTH)), min(room.height() - px(32), px(_HEIGHT)))
        self.list.setFocus()

    def show_examples(self, examples: Sequence[Example]) -> None:
        """Show examples, or the same with their counts; what is chosen stays chosen."""
        at = max(1, self.list.currentIndex().row())
        self._model.show(examples)
        self.list.setCurrentIndex(self._model.index(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for, and as are needed."""
        super().resizeEvent(event)
        room = self.width() - self._look.px(32 + 18)
        columns = max(1, min(_COLUMNS_MOST, room // self._look.px(_COLUMN)))
        self._delegate.width = room // columns
        self.list.setWrapping(columns > 1)
        self.list.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if columns > 1 else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.list.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 closes too."""
        if event.key() == Qt.Key.Key_F1:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _take(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, Example):
            self.accept()
            self.taken.emit(row.query)


def _count(example: Example) -> str:
    return "" if example.count is None else digits(example.count)
