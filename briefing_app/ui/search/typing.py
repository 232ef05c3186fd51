"""While a query is typed: how it may go on, and what was searched for before, in a list under the field that never takes the focus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from briefing_app.model.search import Completion, CompletionKind
from briefing_app.ui.elided import ElidedLabel
from briefing_app.ui.palette.delegate import PaletteDelegate
from briefing_app.ui.palette.entries import Entry
from briefing_app.ui.palette.finder import Found
from briefing_app.ui.palette.model import PaletteModel, Role, spoken
from briefing_app.ui.plain_list import plain_list
from briefing_app.ui.popover import Popover
from briefing_app.ui.session.searching import Searching
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import PALETTE_ROW, Look, Type
from briefing_app.ui.utf16 import Utf16
from briefing_app.ui.words import digits

_MOST_BEFORE = 2
"""Queries of before among the completions."""
_MOST_ROWS = 10
_LEAST_WIDTH = 320
_KEY = Qt.Key
_TAKING = (_KEY.Key_Tab, _KEY.Key_Return, _KEY.Key_Enter)


class OfferList(Popover):
    """The list under the field."""

    clicked = Signal()

    def __init__(self, look: Look, field: QLineEdit, window: QWidget) -> None:
        super().__init__(look, window)
        self._field = field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("How the query may go on"))
        self._model = PaletteModel()
        self._model.setParent(self)
        self.list = plain_list(self._model, self.accessibleName(), focus=False)
        self.list.setItemDelegate(PaletteDelegate(look, self.list))
        self._foot = ElidedLabel(self.tr("Tab takes · ↓ ↑ choose · Esc closes · F1 how to search"))
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self.list)
        rows.addWidget(self._foot)
        self.list.clicked.connect(lambda _index: self.clicked.emit())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._tell())
        look.changed.connect(self._dress)
        self._dress()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is offered now."""
        rows = range(self._model.rowCount()) if self.isVisible() else ()
        return tuple(self._model.index(row).data(Role.FOUND).entry for row in rows)

    @property
    def chosen(self) -> Entry | None:
        """What was walked to."""
        found = self.list.currentIndex().data(Role.FOUND)
        return found.entry if isinstance(found, Found) else None

    def offer(self, entries: Sequence[Entry]) -> None:
        """Show other offers, none of them chosen; close when there are none."""
        self._model.show(tuple(Found(entry) for entry in entries))
        if not entries:
            self.dismiss()
            return
        self._place()
        self.show()
        self.raise_()

    def walk(self, down: int) -> None:
        """Choose the next; beyond the ends none is chosen."""
        count = self._model.rowCount()
        row = (self.list.currentIndex().row() + 1 + down) % (count + 1) - 1
        self.list.setCurrentIndex(self._model.index(row))

    def _tell(self) -> None:
        """A screen reader, whose focus is in the field, says what would be taken."""
        found = self.list.currentIndex().data(Role.FOUND)
        self._field.setAccessibleDescription(spoken(found) if isinstance(found, Found) else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self._field, QAccessible.Event.DescriptionChanged))

    def _place(self) -> None:
        room, px = self._room.rect(), self._look.px
        corner = self._field.mapTo(self._room, QPoint(0, self._field.height() + px(4)))
        width = min(max(self._field.width(), px(_LEAST_WIDTH)), room.width() - 16)
        fitting = (room.height() - corner.y() - px(64)) // px(PALETTE_ROW)
        self.list.setFixedHeight(max(1, min(_MOST_ROWS, fitting, self._model.rowCount())) * px(PALETTE_ROW))
        self.setFixedWidth(width)
        self.setFixedHeight(self.sizeHint().height())
        self.move(max(8, min(corner.x(), room.width() - width - 8)), corner.y())

    def _dress(self) -> None:
        px = self._look.px
        self._rows.setContentsMargins(px(6), px(6), px(6), px(4))
        self._rows.setSpacing(px(4))
        self._foot.setContentsMargins(px(10), 0, 0, 0)
        self._foot.setFont(self._look.font(Type.SMALL))


class Typing(QObject):
    """Offers completions as they come and earlier queries on the up key, and puts what is taken into the field."""

    def __init__(self, look: Look, field: QLineEdit, searching: Searching, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._field, self._searching, self._settings = field, searching, settings
        self.offers = OfferList(look, field, window)
        self.offers.clicked.connect(self._take)
        field.installEventFilter(self)
        field.textEdited.connect(self._ask)
        searching.completed.connect(self._offer)

    def remember(self) -> None:
        """What is searched for was meant: keep it for later."""
        query = self._searching.query.strip()
        if query and self._settings.queries()[:1] != (query,):
            self._settings.remember_query(query)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the list is open its keys are no shortcuts of the window and nothing to type."""
        if event.type() == QEvent.Type.FocusOut:
            self.offers.dismiss()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.offers.isVisible() and event.key() in (_KEY.Key_Escape, _KEY.Key_Up, _KEY.Key_Down):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event.key()) if event.modifiers() == Qt.KeyboardModifier.NoModifier else False
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> bool:
        """Whether the key meant something to the list."""
        if not self.offers.isVisible():
            wanted = key == _KEY.Key_Up or (key == _KEY.Key_Down and not self._field.text())
            return wanted and self._offer_earlier()
        if key in (_KEY.Key_Up, _KEY.Key_Down):
            self.offers.walk(1 if key == _KEY.Key_Down else -1)
        elif key == _KEY.Key_Escape:
            self.offers.dismiss()
        elif key == _KEY.Key_Tab or (key in _TAKING and self.offers.chosen is not None):
            self._take()
        else:
            if key in _TAKING:
                self.offers.dismiss()
            return False
        return True

    def _ask(self) -> None:
        text = self._field.text()
        if text.strip():
            self._searching.complete(text, Utf16(text).to_code_points(self._field.cursorPosition()))
        else:
            self.offers.dismiss()

    def _offer(self, typed: str, found: tuple[Completion, ...]) -> None:
        if typed == self._field.text() and self._field.hasFocus():
            begun = typed.casefold().lstrip()
            before = [one for one in self._settings.queries() if one.casefold().startswith(begun) and one != typed.strip()]
            self.offers.offer([*map(_completion_entry, found), *_earlier(before[:_MOST_BEFORE])])

    def _offer_earlier(self) -> bool:
        """What was searched for before, as a list; whether there is any."""
        entries = list(_earlier(one for one in self._settings.queries() if one != self._field.text().strip()))
        self.offers.offer(entries)
        return bool(entries)

    def _take(self) -> None:
        """Put what is chosen, else the first, into the field."""
        entry = self.offers.chosen or self.offers.entries[0]
        self.offers.dismiss()
        taken = entry.target
        query, at = (taken.query, taken.at) if isinstance(taken, Completion) else (str(taken), len(str(taken)))
        self._field.setText(query)
        self._field.setCursorPosition(Utf16(query).to_units(at))
        self._field.setFocus()
        if query[:at].endswith(":"):
            self._ask()


def _earlier(queries: Iterable[str]) -> Iterable[Entry]:
    return (Entry(query, query, "search", _tr("Searched before")) for query in queries)


def _completion_entry(found: Completion) -> Entry:
    icon, kind = {
        CompletionKind.SEARCH: ("search", _tr("Saved search")),
        CompletionKind.OPERATOR: ("", _tr("Operator")),
        CompletionKind.WORD: ("", _tr("Word")),
        CompletionKind.SOURCE: ("source", _tr("Source")),
        CompletionKind.TAG: ("tag", _tr("Tag")),
        CompletionKind.CASE: ("case", _tr("Case")),
        CompletionKind.EVENT: ("event", _tr("Event")),
        CompletionKind.LANGUAGE: ("", _tr("Language")),
        CompletionKind.DATE: ("", _tr("Date")),
        CompletionKind.PERSON: ("quotation", _tr("Speaks")),
    }[found.kind]
    return Entry(found, found.words, icon, kind if found.count is None else f"{kind} · {digits(found.count)}")


def _tr(words: str) -> str:
    return QCoreApplication.translate("search", words)
