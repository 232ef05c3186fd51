"""The sidebar on the screen: shelves to choose, heads to fold, places to drop articles on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from briefing_app.model.ids import SearchId
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.library.carried import carried
from briefing_app.ui.shelves.delegate import SIDE_PAD, ShelfDelegate
from briefing_app.ui.shelves.entries import BriefingEntry, Entry, SearchEntry, Section, SectionKind, ShelfEntry
from briefing_app.ui.shelves.model import Role, ShelfModel
from briefing_app.ui.theme import Look
from briefing_app.ui.viewport import give_viewport

_PLUS = 29
"""From the right edge: where a press on a head adds something rather than folds."""
_TAKES = frozenset({ShelfKind.ALL, ShelfKind.UNREAD, ShelfKind.STARRED, ShelfKind.EVENT, ShelfKind.CASE, ShelfKind.TAG, ShelfKind.TRASH})
"""The shelves on which articles can be dropped."""


class Sidebar(QListView):
    """The shelves. What the list shows is ``chosen``; the cursor of the keys walks over heads, too."""

    shelf_chosen = Signal(object)  # Shelf
    search_chosen = Signal(object)  # SavedSearch
    briefing_opened = Signal(object)  # BriefingId, by Enter or a press
    entered = Signal()  # Enter: on to the list
    folded = Signal()
    case_wanted = Signal(object)  # tuple of ArticleId to file in it
    dropped = Signal(object, object)  # Shelf, tuple of ArticleId
    menu_wanted = Signal(object, object)  # Entry, QPoint on the screen

    def __init__(self, look: Look, model: ShelfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._look = look
        self._model = model
        self._delegate = ShelfDelegate(look, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # names wrap to the width
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Shelves"))
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.selectionModel().currentChanged.connect(self._tell)
        look.changed.connect(self._dress)
        self._dress()

    # What is chosen

    def show_chosen(self, chosen: Shelf | SearchId) -> None:
        """Mark what the list shows without telling it on; the cursor follows unless it is here."""
        self._delegate.chosen = chosen
        index = self._model.index_of(chosen) if isinstance(chosen, Shelf) else self._model.index_of_search(chosen)
        if not self.hasFocus() or not self.currentIndex().isValid():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
        self.viewport().update()

    def entry_here(self) -> Entry | None:
        """Where the cursor of the keys stands."""
        entry = self.currentIndex().data(Role.ENTRY)
        return entry if isinstance(entry, (Section, ShelfEntry, SearchEntry, BriefingEntry)) else None

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = current.data(Role.ENTRY)
        if isinstance(entry, ShelfEntry):
            self.shelf_chosen.emit(entry.shelf)
        elif isinstance(entry, SearchEntry):
            self.search_chosen.emit(entry.search)

    # Folding

    def fold(self, kind: SectionKind, folded: bool) -> None:
        """Fold a section away, or unfold it; the cursor goes to its head."""
        self._model.fold(self._model.folded | {kind} if folded else self._model.folded - {kind})
        self.setCurrentIndex(self._model.index_of_head(kind))
        self.folded.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left goes to the head and folds it, Right unfolds it; Enter goes on to the list, on a head it folds; the rest is Qt's."""
        entry, key = self.entry_here(), event.key()
        head = entry if isinstance(entry, Section) else None
        if key == Qt.Key.Key_Left and head is None:
            above = self._model.head_of(self.currentIndex().row())
            if above.isValid():
                self.setCurrentIndex(above)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and head is not None:
            self.fold(head.kind, key == Qt.Key.Key_Left)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if head is not None:
                self.fold(head.kind, head.kind not in self._model.folded)
            elif isinstance(entry, BriefingEntry):
                self.briefing_opened.emit(entry.briefing.id)
            else:
                self._tell(self.currentIndex(), QModelIndex())
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a head folds it, on its plus makes a new case; a press on what is chosen already tells it again."""
        index = self.indexAt(event.position().toPoint())
        entry = index.data(Role.ENTRY)
        if event.button() == Qt.MouseButton.LeftButton and isinstance(entry, Section):
            if entry.kind is SectionKind.CASES and event.position().x() > self.viewport().width() - self._look.px(_PLUS):
                self.case_wanted.emit(())
            else:
                self.fold(entry.kind, entry.kind not in self._model.folded)
            return
        again = event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex()
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        if again:
            self._tell(index, QModelIndex())
        if event.button() == Qt.MouseButton.LeftButton and isinstance(entry, BriefingEntry):
            self.briefing_opened.emit(entry.briefing.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the pointer, or of the one where the cursor of the keys stands."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(self.viewport().mapFrom(self, event.pos()))
        entry = index.data(Role.ENTRY)
        if isinstance(entry, (Section, ShelfEntry, SearchEntry)):
            self.menu_wanted.emit(entry, self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos())

    # Dropping articles

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Articles from the list may come."""
        if carried(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The row under the pointer shows that it would take them."""
        index = self.indexAt(event.position().toPoint())
        takes = bool(carried(event.mimeData())) and self._takes(index.data(Role.ENTRY))
        self._aim(index.row() if takes else -1)
        event.setAccepted(takes)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Nothing is aimed at."""
        self._aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where."""
        entry = self.indexAt(event.position().toPoint()).data(Role.ENTRY)
        articles = carried(event.mimeData())
        self._aim(-1)
        if not articles or not self._takes(entry):
            event.ignore()
            return
        event.acceptProposedAction()
        if isinstance(entry, ShelfEntry):
            self.dropped.emit(entry.shelf, articles)
        else:
            self.case_wanted.emit(articles)

    def _takes(self, entry: object) -> bool:
        if isinstance(entry, ShelfEntry):
            return entry.shelf.kind in _TAKES
        return isinstance(entry, Section) and entry.kind is SectionKind.CASES

    def _aim(self, row: int) -> None:
        if row != self._delegate.target:
            self._delegate.target = row
            self.viewport().update()

    def _dress(self) -> None:
        self.setViewportMargins(self._look.px(SIDE_PAD), self._look.px(12), self._look.px(SIDE_PAD), 0)
        self.scheduleDelayedItemsLayout()
