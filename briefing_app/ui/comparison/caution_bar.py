"""A bar over the comparison that says what to bear in mind of all of it; hides how words and buttons share a narrow one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefing_app.ui.accessible import announce
from briefing_app.ui.icons import icon
from briefing_app.ui.theme import ICON, Look, Type

_PAD, _GAP, _HEIGHT = 16, 8, 36


class CautionBar(QFrame):
    """A sign, a line of words, and what can be done about it (two buttons at most); hidden as long as there is nothing to say."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, sign: str, parent: QWidget | None = None, *, buttons: Sequence[QPushButton] = ()) -> None:
        super().__init__(parent)
        self._look, self._sign, self._buttons = look, sign, tuple(buttons)
        self._offered: tuple[QPushButton, ...] = ()
        self._wordings: tuple[str, ...] = ("",)
        self._icon, self._words = QLabel(), QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setMinimumWidth(1)  # as wide as its words a label would keep the bar from becoming narrower
        line = self._line = QHBoxLayout(self)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        for button in self._buttons:
            line.addWidget(button)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def say(self, wordings: tuple[str, ...], offered: Sequence[QPushButton] = ()) -> None:
        """Show the fullest wording (the first) that has room, and of its buttons those that are offered; without any, hide.

        A screen reader and the tool tip tell the first wording.
        """
        if wordings:
            if self.isHidden():
                announce(self, wordings[0])
            self._wordings = wordings
            self.setAccessibleName(wordings[0])
            self.setToolTip(wordings[0])
        self._offered = tuple(offered)
        self.setVisible(bool(wordings))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow bar says less, and a very narrow one offers one thing alone."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look, metrics = self._look, QFontMetricsF(self._look.font(Type.UI))
        rooms = [self.width() - look.px(2 * _PAD + ICON + _GAP) - sum(one.sizeHint().width() + look.px(_GAP) for one in some)
                 for some in (self._offered, self._offered[:1])]  # fmt: skip
        every = metrics.horizontalAdvance(self._wordings[-1]) <= rooms[0]
        room = rooms[0] if every else rooms[1]
        self._words.setText(next((words for words in self._wordings if metrics.horizontalAdvance(words) <= room), self._wordings[-1]))
        for button in self._buttons:
            button.setVisible(button in (self._offered if every else self._offered[:1]))

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.setFixedHeight(px(_HEIGHT))
        self._line.setContentsMargins(px(_PAD), 0, px(_PAD), 0)
        self._line.setSpacing(px(_GAP))
        self.setStyleSheet(f"CautionBar {{ background: {look.colours.surface}; border-bottom: 1px solid {look.colours.caution}; }}")
        for widget in (self._words, *self._buttons):
            widget.setFont(look.font(Type.UI))
        self._fit()
        self._icon.setPixmap(icon(self._sign, look.color("caution"), px(ICON)).pixmap(px(ICON), px(ICON)))
