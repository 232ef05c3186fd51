"""The card of the tour: in the lower right corner of the window, above everything, without taking the focus."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.ui.accessible import announce
from briefing_app.ui.popover import Popover
from briefing_app.ui.theme import EDGE, STATUS_BAR, Look, Type
from briefing_app.ui.wrapping import WrapLayout

_FROM_EDGE = 12


class TourCard(Popover):
    """Which step it is, what to do, and a way on, back and out."""

    holds_focus = closes_beside = False  # it stands beside what it tells to do
    next_pressed = Signal()
    back_pressed = Signal()
    end_pressed = Signal()

    def __init__(self, look: Look, window: QWidget, foot: Callable[[], int]) -> None:
        """``foot`` tells how high what must stay in sight is above the status bar."""
        super().__init__(look, window)
        self._foot = foot
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Tour"))
        self._title, self._words, self._count = QLabel(), QLabel(), QLabel()
        self._told: tuple[str, tuple[str, ...]] = ("", ())
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextFormat(Qt.TextFormat.RichText)  # every letter of it escaped
        for label in (self._title, self._words):
            label.setWordWrap(True)
        self._back, self._end, self._next = QPushButton(self.tr("Back")), QPushButton(), QPushButton()
        line = self._line = WrapLayout(trailing=True)
        for button in (self._end, self._back, self._next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("flat", button is not self._next)
            line.addWidget(button)
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self._count)
        rows.addWidget(self._title)
        rows.addWidget(self._words)
        rows.addLayout(line)
        self._back.clicked.connect(self.back_pressed)
        self._end.clicked.connect(self.end_pressed)
        self._next.clicked.connect(self.next_pressed)
        window.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()

    def show_step(self, title: str, words: str, named: Sequence[str], at: int, count: int, keys: tuple[str, str]) -> None:
        """The step ``at`` of ``count``, counted from 0; the keys ``named`` stand for %1, %2 … in the words, ``keys`` lead on and out."""
        self._title.setText(title)
        self._told = (words, tuple(named))
        self._words.setText(self._marked())
        self._count.setText(self.tr("%1 of %2").replace("%1", str(at + 1)).replace("%2", str(count)))
        last = at == count - 1
        forward, out = keys
        self._next.setText(self.tr("Done") if last else self.tr("Next"))
        self._next.setToolTip(forward)
        self._end.setText(self.tr("End the tour"))
        self._end.setToolTip(out)
        self._end.setVisible(not last)
        self._back.setEnabled(at > 0)
        self.place()
        self.show()
        self.raise_()
        announce(self, f"{title}. {_with_keys(words, named)}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner of a window that changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Stand in the corner, above the foot."""
        room, px, foot = self._room.rect(), self._look.px, self._foot()
        self.setFixedWidth(min(px(344), room.width() - 2 * px(_FROM_EDGE)))
        self.fit(room.height() - foot - px(STATUS_BAR + 2 * _FROM_EDGE))
        left = room.width() - self.width() - px(EDGE + _FROM_EDGE)
        self.move(left, room.height() - self.height() - foot - px(STATUS_BAR + _FROM_EDGE))

    def _marked(self) -> str:
        """The words with each key on a ground of its own, so that a single letter is seen to be one."""
        words, named = self._told
        style = f"background-color: {self._look.colours.chip}; font-weight: 600"
        return _with_keys(html.escape(words), [f"<span style='{style}'>&nbsp;{html.escape(key)}&nbsp;</span>" for key in named])

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._words.setText(self._marked())
        self._rows.setContentsMargins(px(16), px(12), px(12), px(10))
        self._rows.setSpacing(px(6))
        self._line.setSpacing(px(4))
        self._title.setFont(look.font(Type.UI_BOLD))
        self._words.setFont(look.font(Type.UI))
        self._count.setFont(look.font(Type.SMALL))
        self._count.setStyleSheet(f"color: {look.colours.muted}")
        for button in (self._back, self._end, self._next):
            button.setFont(look.font(Type.UI))
        if self.isVisible():
            self.place()
        self.update()


def _with_keys(words: str, keys: Sequence[str]) -> str:
    for number, key in enumerate(keys, 1):
        words = words.replace(f"%{number}", key)
    return words
