"""The sheet of all keys: what applies in the place that is open first, then everything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.ui.actions import ActionRow, Menu, Where, in_place
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.keys.keymap import Keymap
from briefing_app.ui.painting import begin, paint_key, paint_words
from briefing_app.ui.theme import Look, Type

_COLUMN, _KEYS, _LINE = 372, 88, 24
_GAP = 16


class KeyLine(QWidget):
    """An action with its key, painted like the hints of the status bar."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, row: ActionRow, key: str) -> None:
        super().__init__()
        self._look, self._row, self._key = look, row, key
        self.setAccessibleName(f"{row.words}, {key}")
        self.setToolTip(row.words)
        self.setFixedHeight(look.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The key, then the words."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        paint_key(painter, look, self._key, _KEYS, area.center().y())
        words = QRectF(_KEYS + 12, 0, area.width() - _KEYS - 12, area.height())
        paint_words(painter, self._row.words.removesuffix(" …"), words, look.font(Type.UI), look.color("ink"))


class KeySheet(Dialog):
    """Every action that has a key; any of Escape, ? and F1 closes it."""

    change_wanted = Signal()

    def __init__(self, look: Look, keymap: Keymap, place: Where, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._keymap = look, keymap
        self.setWindowTitle(self.tr("All keys"))
        self._groups = [(words, lines) for words, rows in self._sections(place) if (lines := self._with_keys(rows))]
        self._columns = 0
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("All keys"))
        change, close = QPushButton(self.tr("Change keys …")), QPushButton(self.tr("Close"))
        foot = QHBoxLayout()
        foot.addWidget(change)
        foot.addStretch()
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        px = look.px
        rows.setContentsMargins(px(24), px(16), px(24), px(16))
        rows.setSpacing(px(12))
        rows.addWidget(self._scroll, 1)
        rows.addLayout(foot)
        for button in (change, close):
            button.setFont(look.font(Type.UI))
        change.clicked.connect(self._change)
        close.clicked.connect(self.accept)
        self.finished.connect(lambda _how: self.deleteLater())
        room = parent.size()
        self.resize(min(room.width() - px(48), px(3 * _COLUMN + 2 * _GAP + 72)), min(room.height() - px(48), px(680)))
        self._scroll.setFocus()

    @property
    def heads(self) -> list[str]:
        """The heads in their order."""
        return [words for words, _lines in self._groups]

    def _sections(self, place: Where) -> list[tuple[str, tuple[ActionRow, ...]]]:
        here = {
            Where.LIBRARY: self.tr("Here, in the library"),
            Where.COMPARE: self.tr("Here, in the comparison"),
            Where.BRIEFING: self.tr("Here, in the briefing"),
        }
        there = {
            Where.LIBRARY: self.tr("In the library"),
            Where.COMPARE: self.tr("In the comparison"),
            Where.BRIEFING: self.tr("In the briefing"),
        }
        found = [(here[place], in_place(place))]
        everywhere = in_place(Where.ANYWHERE)
        found += [(menu.words, tuple(row for row in everywhere if row.menu is menu)) for menu in Menu]
        return found + [(words, in_place(where)) for where, words in there.items() if where is not place]

    def _with_keys(self, rows: Sequence[ActionRow]) -> list[tuple[ActionRow, str]]:
        return [(row, key) for row in rows if (key := self._keymap.shown(row.id))]

    def _head(self, words: str) -> QLabel:
        head = QLabel(words)
        head.setFont(self._look.font(Type.SMALL_BOLD))
        head.setStyleSheet(f"color: {self._look.colours.muted}")
        head.setContentsMargins(self._look.px(_KEYS + 12), self._look.px(12), 0, self._look.px(4))
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        gap = self._look.px(_GAP)
        room = self.width() - self._look.px(48 + 10)
        columns = max(1, (room + gap) // (self._look.px(_COLUMN) + gap))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        """The first group over all columns, so that it is read first; the others in columns of about the same height."""
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head, *lines = self._widgets(*self._groups[0])
        deep = -(-len(lines) // self._columns)
        rows.addWidget(head)
        rows.addLayout(self._side_by_side([lines[at * deep : (at + 1) * deep] for at in range(self._columns)]))
        columns: list[list[QWidget]] = [[] for _ in range(self._columns)]
        for group in self._groups[1:]:
            min(columns, key=len).extend(self._widgets(*group))
        rows.addLayout(self._side_by_side(columns))
        rows.addStretch()
        self._scroll.setWidget(page)

    def _widgets(self, words: str, lines: Sequence[tuple[ActionRow, str]]) -> list[QWidget]:
        return [self._head(words), *(KeyLine(self._look, row, key) for row, key in lines)]

    def _side_by_side(self, columns: Sequence[Sequence[QWidget]]) -> QHBoxLayout:
        beside = QHBoxLayout()
        beside.setSpacing(self._look.px(_GAP))
        for widgets in columns:
            column = QVBoxLayout()
            column.setSpacing(0)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch()
            beside.addLayout(column, 1)
        return beside

    def _change(self) -> None:
        self.accept()
        self.change_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """? and F1 close too."""
        if event.key() in (Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.accept()
        else:
            super().keyPressEvent(event)
