"""The library pane's left part: sidebar, head, and the list of articles grouped by event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QListView, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.model.ids import ArticleId
from briefing_app.ui.library.delegate import ArticleDelegate, ShelfDelegate
from briefing_app.ui.library.listing import ArticleEntry, EventHead, Listing, Shelf, ShelfEntry
from briefing_app.ui.library.model import ArticleListModel, Role, ShelfModel
from briefing_app.ui.theme import HEAD, Look, Type


class Sidebar(QListView):
    """The shelves."""

    shelf_chosen = Signal(object)

    def __init__(self, look: Look, model: ShelfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ShelfDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Shelves"))
        self.selectionModel().currentChanged.connect(self._tell)
        look.changed.connect(self._dress)
        self._look = look
        self._dress()

    def show_shelf(self, shelf: Shelf) -> None:
        """Mark the chosen shelf without telling it on."""
        index = self._model.index_of(shelf)
        was = self.blockSignals(True)
        self.selectionModel().blockSignals(True)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().blockSignals(False)
        self.blockSignals(was)
        self.viewport().update()

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = current.data(Role.ENTRY)
        if isinstance(entry, ShelfEntry):
            self.shelf_chosen.emit(entry.shelf)

    def _dress(self) -> None:
        self.setViewportMargins(self._look.px(8), self._look.px(12), self._look.px(8), 0)
        self.scheduleDelayedItemsLayout()


class ArticleList(QListView):
    """The articles; left and right fold and unfold events, several can be chosen for comparing."""

    article_shown = Signal(object)  # ArticleId
    article_opened = Signal(object)  # ArticleId, by Enter or double click

    def __init__(self, look: Look, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ArticleDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(100)
        self.setAccessibleName(self.tr("Articles"))
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._open)
        look.changed.connect(self.scheduleDelayedItemsLayout)
        self._look = look

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = current.data(Role.ENTRY)
        if isinstance(entry, ArticleEntry):
            self.article_shown.emit(entry.row.id)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(Role.ENTRY)
        if isinstance(entry, ArticleEntry):
            self.article_opened.emit(entry.row.id)
        elif isinstance(entry, EventHead):
            self._fold(entry, entry.open)

    def _fold(self, entry: EventHead, folded: bool) -> None:
        self._model.fold(entry.event, folded)
        for row in range(self._model.rowCount()):
            index = self._model.index(row)
            head = index.data(Role.ENTRY)
            if isinstance(head, EventHead) and head.event == entry.event:
                self.setCurrentIndex(index)

    def fold_here(self, folded: bool) -> None:
        """Fold the event of the current row, or unfold it."""
        index = self.currentIndex()
        row = index.row()
        while row >= 0:
            entry = self._model.index(row).data(Role.ENTRY)
            if isinstance(entry, EventHead):
                if entry.open == folded:
                    self._fold(entry, folded)
                return
            if isinstance(entry, ArticleEntry) and entry.row.event is None:
                return
            row -= 1

    def step(self, down: int) -> None:
        """Go to the next or previous row."""
        row = self.currentIndex().row() + down
        if row >= self._model.rowCount() and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row))

    def chosen(self) -> tuple[ArticleId, ...]:
        """The chosen articles in the order of the list; an event's line stands for all its articles."""
        found: list[ArticleId] = []
        for index in sorted(self.selectedIndexes(), key=lambda index: index.row()):
            entry = index.data(Role.ENTRY)
            if isinstance(entry, ArticleEntry):
                found.append(entry.row.id)
            elif isinstance(entry, EventHead):
                found += self._model.members(entry.event)
        return tuple(dict.fromkeys(found))

    def choose(self, articles: Sequence[ArticleId]) -> None:
        """Choose these articles, the first of them current, as far as they are on the shelf; nothing is told on."""
        model = self.selectionModel()
        model.blockSignals(True)
        model.clearSelection()
        for number in articles:
            index = self._model.index_of(number)
            if index.isValid():
                model.select(index, QItemSelectionModel.SelectionFlag.Select)
        first = self._model.index_of(articles[0]) if articles else QModelIndex()
        if first.isValid():
            model.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.blockSignals(False)
        if first.isValid():
            self.scrollTo(first)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right fold; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Left:
            self.fold_here(True)
        elif event.key() == Qt.Key.Key_Right:
            self.fold_here(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on an event's chevron folds it."""
        index = self.indexAt(event.position().toPoint())
        entry = index.data(Role.ENTRY)
        if isinstance(entry, EventHead) and event.position().x() < self._look.px(28):
            self._fold(entry, entry.open)
            return
        super().mousePressEvent(event)


class ListPane(QWidget):
    """Head and list; says what to do when there is nothing."""

    def __init__(self, look: Look, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self.list = ArticleList(look, model)
        self._name, self._count, self._order, self._empty = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._name, self._count, self._order, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        head = self._head = QWidget()
        line = self._head_line = QHBoxLayout(head)
        line.addWidget(self._name)
        line.addWidget(self._count)
        line.addStretch()
        line.addWidget(self._order)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self._rule)
        rows.addWidget(body, 1)

    def show_listing(self, listing: Listing, name: str) -> None:
        """Take other articles or another shelf; what was chosen stays chosen."""
        chosen = self.list.chosen()
        current = self.list.currentIndex().data(Role.ENTRY)
        first = current.row.id if isinstance(current, ArticleEntry) else None
        self._model.show(listing)
        if not self.list.selectedIndexes():
            kept = [number for number in chosen if self._model.index_of(number).isValid()]
            if kept:
                self.list.choose([first, *[n for n in kept if n != first]] if first in kept and first is not None else kept)
        self._name.setText(name)
        self._count.setText(f"{self._model.total:,}")
        self._order.setText(self.tr("by event, newest"))
        empty = self._model.total == 0
        if not any(isinstance(entry, ShelfEntry) and entry.count for entry in listing.shelves[:1]):
            self._empty.setText(self.tr("No articles yet.\n\nDrop files or folders here,\nor press Ctrl+O to import them."))
        else:
            self._empty.setText(self.tr("Nothing stands here."))
        self._stack.setCurrentWidget(self._empty if empty else self.list)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._head.setFixedHeight(px(HEAD))
        self._head_line.setContentsMargins(px(16), 0, px(12), 0)
        self._head_line.setSpacing(px(8))
        self._name.setFont(look.font(Type.UI_BOLD))
        for label in (self._count, self._order, self._empty):
            label.setFont(look.font(Type.SMALL if label is self._order else Type.UI))
            label.setStyleSheet(f"color: {look.colours.muted}")
        self._rule.setStyleSheet(f"background: {look.colours.line}")
