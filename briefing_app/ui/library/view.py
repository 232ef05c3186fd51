"""The library pane's left part: sidebar, head, and the list of articles grouped by event."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QListView, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.model.shelf import Shelf
from briefing_app.ui.elided import ElidedLabel
from briefing_app.ui.library.article_list import ArticleList
from briefing_app.ui.library.delegate import ShelfDelegate
from briefing_app.ui.library.listing import Listing, ShelfEntry
from briefing_app.ui.library.model import ArticleListModel, Role, ShelfModel
from briefing_app.ui.theme import HEAD, Look, Type
from briefing_app.ui.words import digits


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


class ListPane(QWidget):
    """Head and list; says what to do when there is nothing."""

    def __init__(self, look: Look, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._import_key, self._inviting = "", False
        self.list = ArticleList(look, model)
        self._name, self._count, self._order, self._empty = ElidedLabel(), QLabel(), ElidedLabel(), QLabel()
        for label in (self._count, self._empty):
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
        chosen, current = self.list.chosen(), self._model.article_at(self.list.currentIndex().row())
        self._model.show(listing)
        if chosen and not self.list.selectionModel().hasSelection():
            first = [current] if current in chosen and current is not None else []
            self.list.choose([*first, *(number for number in chosen if number != current)])
        self._name.setText(name)
        self._count.setText(digits(self._model.total))
        self._order.setText(self.tr("by event, newest"))
        empty = self._model.total == 0
        self._inviting = False
        if not listing.articles:
            self._invite()
        else:
            self._empty.setText(self.tr("Nothing stands here."))
        self._stack.setCurrentWidget(self._empty if empty else self.list)

    def show_import_key(self, key: str) -> None:
        """Name the key that imports."""
        self._import_key = key
        if self._inviting:
            self._invite()

    def _invite(self) -> None:
        self._inviting = True
        words = self.tr("No articles yet.\n\nDrop files or folders here,\nor press %1 to import them.")
        self._empty.setText(words.replace("%1", self._import_key))

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
