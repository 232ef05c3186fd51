"""The matrix as a table: sticky sources and claims, arrows and hjkl."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from briefing_app.ui.comparison.matrix.cells import CellDelegate, row_height
from briefing_app.ui.comparison.matrix.headers import ClaimHeader, SourceHeader, statement_lines
from briefing_app.ui.comparison.matrix.model import GroupRow, MatrixModel
from briefing_app.ui.comparison.passages import ClaimRow
from briefing_app.ui.theme import GROUP_ROW, Look, claim_column

_MIN_COLUMN = 190


class MatrixTable(QTableView):
    """The matrix itself; arrows and hjkl move, Enter opens the sentence in its article."""

    opened = Signal(QModelIndex)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setItemDelegate(CellDelegate(look, self))
        self.setHorizontalHeader(SourceHeader(look, self))
        self._claims = ClaimHeader(look, self)
        self.setVerticalHeader(self._claims)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that scrolling moves what is painted already
        self.setAccessibleName(self.tr("Claims against sources"))
        self._claims.sectionClicked.connect(lambda row: self.setCurrentIndex(self.model().index(row, max(0, self.currentIndex().column()))))
        self.activated.connect(self.opened)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """The whole row of the current cell is tinted."""
        super().currentChanged(current, previous)
        self._claims.show_current(current.row())
        self.viewport().update()

    def step(self, down: int, right: int) -> None:
        """Move by claims and sources; heads of groups are stepped over."""
        model = self.model()
        index = self.currentIndex()
        if not isinstance(model, MatrixModel) or not model.rowCount():
            return
        if not index.isValid():
            self.setCurrentIndex(model.first_claim())
            return
        row = index.row() + down
        while isinstance(model.row_at(row), GroupRow):
            row += down or 1
        if model.row_at(row) is None:
            row = index.row()
        column = max(0, min(model.columnCount() - 1, index.column() + right))
        self.setCurrentIndex(model.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step over heads."""
        steps = {
            Qt.Key.Key_Down.value: (1, 0),
            Qt.Key.Key_Up.value: (-1, 0),
            Qt.Key.Key_Left.value: (0, -1),
            Qt.Key.Key_Right.value: (0, 1),
        }
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(*steps[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper below and between the cells."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("paper"))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Give columns and rows their sizes."""
        model = self.model()
        if not isinstance(model, MatrixModel) or not model.columnCount():
            return
        look, count = self._look, model.columnCount()
        claims = claim_column(self.width() / look.scale)
        if self._claims.width() != look.px(claims):
            self._claims.fit(look.px(claims))
            self.updateGeometries()
        room = self.viewport().width()
        width = max(room // count, look.px(_MIN_COLUMN))
        for column in range(count):
            self.setColumnWidth(column, width)
        for at in range(model.rowCount()):
            row = model.row_at(at)
            if isinstance(row, ClaimRow):
                lines = statement_lines(row, look, claims - 28)
                self.setRowHeight(at, look.px(row_height(row, model.speaking(at), look, width / look.scale, lines)))
            else:
                self.setRowHeight(at, look.px(GROUP_ROW + 4))
