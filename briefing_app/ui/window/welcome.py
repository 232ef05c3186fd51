"""What an empty library shows in the place of its articles: how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.ui.actions import ActionRow
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin, paint_key, paint_words, ring
from briefing_app.ui.theme import ICON, RADIUS, Look, Type

_WIDTH, _ROW = 460, 52


@dataclass(frozen=True, slots=True)
class Way:
    """A way to begin: what it does, in which words, with which key (empty for none)."""

    row: ActionRow
    explained: str
    key: str


class WayButton(QAbstractButton):
    """One way: icon, verb, explanation below it, key at the right."""

    def __init__(self, look: Look, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.way = look, way
        self.setText(way.row.words.removesuffix(" …"))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(way.explained)
        self.setToolTip(way.explained)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(self._look.px(_WIDTH), self._look.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Words may be elided."""
        return QSize(self._look.px(160), self._look.px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet row; a ground under the pointer."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        with painter:
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("chip"))
                painter.drawRoundedRect(area, RADIUS, RADIUS)
            paint_icon(painter, self.way.row.icon or "plus", QRectF(12, 9, ICON, ICON), look.color("accent"))
            right = area.right() - 12
            if self.way.key:
                right -= paint_key(painter, look, self.way.key, right, 17) + 12
            paint_words(painter, self.text(), QRectF(40, 7, right - 40, 20), look.font(Type.UI_BOLD), look.color("ink"))
            below = QRectF(40, 27, area.right() - 52, 18)
            paint_words(painter, self.way.explained, below, look.font(Type.SMALL), look.color("muted"))
            if self.hasFocus():
                ring(painter, look, area, RADIUS)


class Welcome(QScrollArea):
    """A heading, a sentence, and the ways to begin; Down and Up walk them, Enter takes one."""

    chosen = Signal(object)  # ActionRow

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ways: list[WayButton] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = QLabel(self.tr("Nothing in this library yet"))
        self._words = QLabel()
        self._foot = QLabel(self.tr("Everything stays on this machine; no network connection is ever opened."))
        for label in (self._title, self._words, self._foot):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._page, self._column = QWidget(), QWidget()
        around = QGridLayout(self._page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._column, 1, 1)
        around.setColumnStretch(1, 1000)  # the column takes what it may have, the rest lies evenly around it
        for edge in (0, 2):
            around.setColumnStretch(edge, 1)
            around.setRowStretch(edge, 1)
        self._rows = QVBoxLayout(self._column)
        for label in (self._title, self._words, self._foot):
            self._rows.addWidget(label)
        self.setWidget(self._page)
        look.changed.connect(self._dress)
        self._dress()

    def show_ways(self, words: str, ways: Sequence[Way]) -> None:
        """Say what can be done and offer the ways; the focus stays in its place among them, also while a dialog lies above."""
        self._words.setText(words)
        focused = self.window().focusWidget()
        place = next((at for at, button in enumerate(self._ways) if button is focused), None)
        for button in self._ways:
            button.hide()
            button.deleteLater()
        self._ways = []
        for at, way in enumerate(ways):
            button = WayButton(self._look, way, self._column)
            button.clicked.connect(lambda _on=False, row=way.row: self.chosen.emit(row))
            self._rows.insertWidget(2 + at, button)
            self._ways.append(button)
        if place is not None and ways:
            button = self._ways[min(place, len(ways) - 1)]
            button.show()  # now, not with the layout: below a dialog the window remembers no focus of what is not seen yet
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """To the first way."""
        if self._ways:
            self._ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, down: int) -> None:
        """To the next or previous way."""
        at = next((at for at, button in enumerate(self._ways) if button.hasFocus()), -down)
        if self._ways:
            button = self._ways[max(0, min(len(self._ways) - 1, at + down))]
            button.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(button)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._column.setMaximumWidth(px(_WIDTH))
        self._rows.setContentsMargins(px(16), px(24), px(16), px(24))
        self._rows.setSpacing(px(4))
        for label, kind, token in ((self._title, Type.TITLE, "ink"), (self._words, Type.UI, "muted"), (self._foot, Type.SMALL, "muted")):
            label.setStyleSheet(f"color: {look.color(token).name()}")
            label.setFont(look.font(kind))
        self._words.setContentsMargins(0, px(4), 0, px(12))
        self._foot.setContentsMargins(0, px(12), 0, 0)
        for button in self._ways:
            button.updateGeometry()
            button.update()
