"""The palette on the screen: a field, what it finds, and a line that says how to use it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from briefing_app.ui.list_field import ListField
from briefing_app.ui.palette.delegate import PaletteDelegate
from briefing_app.ui.palette.entries import Column, Entry
from briefing_app.ui.palette.finder import Finder, Found
from briefing_app.ui.palette.model import PaletteModel, Role, spoken
from briefing_app.ui.plain_list import plain_list
from briefing_app.ui.popover import Popover
from briefing_app.ui.theme import PALETTE, PALETTE_ROW, TOP_BAR, Look, Type

_MOST_ROWS = 11


class Palette(Popover):
    """One field over everything; ``chosen`` tells what is to be done."""

    chosen = Signal(object)  # Entry

    def __init__(self, look: Look, finder: Finder, window: QWidget) -> None:
        super().__init__(look, window)
        self._finder = finder
        self._pending: str | None = None
        self._take_soon = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a press on the last line leaves the cursor in the field
        self.setAccessibleName(self.tr("Find anything"))
        self.field = ListField()
        self.field.setPlaceholderText(self.tr("A command, an article, an event, a note, a source …"))
        self.field.setAccessibleName(self.tr("Find commands, articles, events and notes"))
        self._model = PaletteModel()
        self._model.setParent(self)
        self.list = plain_list(self._model, self.tr("What was found"), focus=False)
        self.list.setItemDelegate(PaletteDelegate(look, self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._foot = QLabel()
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self.field)
        rows.addWidget(self.list)
        rows.addWidget(self._foot)
        window.installEventFilter(self)
        self.field.textChanged.connect(self._ask)
        self.field.stepped.connect(self._step)
        self.field.taken.connect(self._take)
        self.field.left.connect(self.dismiss)
        self.list.clicked.connect(lambda _index: self._take())
        self.list.selectionModel().currentChanged.connect(self._tell)
        finder.found.connect(self._show_found)
        look.changed.connect(self._dress)
        self._dress()

    def open(self, verbs: Column, libraries: Column, typed: str = "") -> None:
        """Show it with what the verbs are like now and something typed already."""
        self.remember_focus()
        self._finder.open(verbs, libraries)
        self.field.setText(typed)
        self._ask(typed)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # the others select what is typed already

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of a window that changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _ask(self, query: str) -> None:
        self._pending, self._take_soon = query, False
        self._finder.ask(query)

    def _show_found(self, found: tuple[Found, ...]) -> None:
        self._pending = None
        self._model.show(found)
        ways = self.tr("↑ ↓ choose · Enter do it · > commands · @ libraries")
        self._foot.setText(ways if found else self.tr("Nothing is called that."))
        self._place()
        if found:
            self.list.setCurrentIndex(self._model.index(0))
            self.list.scrollToTop()
            if self._take_soon:
                self._take()

    @property
    def settled(self) -> bool:
        """Whether the list answers what is typed."""
        return self._pending is None

    def _step(self, down: int) -> None:
        """Walk; a single step goes round at the ends."""
        count = self._model.rowCount()
        if not count:
            return
        row = self.list.currentIndex().row() + down
        row = row % count if abs(down) == 1 else max(0, min(count - 1, row))
        self.list.setCurrentIndex(self._model.index(row))

    def _take(self) -> None:
        """Do what is chosen; when the answer to what was typed is still to come, do its first entry then."""
        found = self.list.currentIndex().data(Role.FOUND)
        self._take_soon = not self.settled
        if self.settled and isinstance(found, Found):
            entry: Entry = found.entry
            self._finder.used(entry)
            self.dismiss()
            self.chosen.emit(entry)

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """A screen reader, whose focus is in the field, says what Enter would do."""
        found = current.data(Role.FOUND)
        self.field.setAccessibleDescription(spoken(found) if isinstance(found, Found) else self.tr("nothing found"))
        QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))

    def _place(self) -> None:
        room, px = self._room.rect(), self._look.px
        self.setFixedWidth(min(px(PALETTE), room.width() - 32))
        fitting = (room.height() - px(TOP_BAR + 120)) // px(PALETTE_ROW)
        self.list.setFixedHeight(max(1, min(_MOST_ROWS, fitting, self._model.rowCount())) * px(PALETTE_ROW))
        self.setFixedHeight(self.sizeHint().height())
        self.move((room.width() - self.width()) // 2, px(TOP_BAR + 8))

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._rows.setContentsMargins(px(8), px(8), px(8), px(6))
        self._rows.setSpacing(px(6))
        self.field.setFixedHeight(px(34))
        self._foot.setContentsMargins(px(10), 0, 0, 0)
        self.field.setFont(look.font(Type.UI))
        self._foot.setFont(look.font(Type.SMALL))
        self._foot.setStyleSheet(f"color: {look.colours.muted}")
        self.list.setStyleSheet(f"QListView {{ background: {look.colours.surface}; }}")
        self.update()
