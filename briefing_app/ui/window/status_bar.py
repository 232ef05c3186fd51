"""The window's lower edge: keys, what was just done, a long job's progress, the library's state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from briefing_app.ui.accessible import announce
from briefing_app.ui.painting import begin, keycap_width, paint_keycap, paint_share, paint_words
from briefing_app.ui.theme import STATUS_BAR, Look, Type

_SAID_MS = 4000
_SIDE, _APART, _WORDS, _LEAST_STATE = 16, 16, 108, 60
"""Where words begin, how far the state stays from them, where those of a job begin behind its bar, and from how little room on it goes."""


class StatusBar(QWidget):
    """Keys at the left, the library's state at the right; a long job takes the left with its progress and a way to stop it."""

    accessible_role = QAccessible.Role.StatusBar

    cancelled = Signal()
    jobs_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: tuple[tuple[str, str], ...] = ()
        self._said = ""
        self._progress = ""
        self._share: float | None = None
        self._state = ""
        self._cancel = QPushButton(self.tr("Stop"), self)
        self._cancel.setProperty("flat", True)
        self._cancel.setAccessibleName(self.tr("Stop the running work"))
        self._cancel.hide()
        self._cancel.clicked.connect(self.cancelled)
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(_SAID_MS)
        self._hush.timeout.connect(lambda: self.say(""))
        look.changed.connect(self._dress)
        self._dress()

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Keys and what they do."""
        self._hints = tuple(hints)
        self.update()

    def say(self, words: str) -> None:
        """A sentence for a few seconds."""
        self._said = words
        if words:
            self._hush.start()
            announce(self, words)
        self._tell()

    def unsay(self, words: str) -> None:
        """That sentence is true no more; another one stays."""
        if words == self._said:
            self.say("")

    def show_progress(self, words: str, share: float | None) -> None:
        """A long job in words, empty when there is none; ``share`` of it is done (0 to 1, None while nobody knows)."""
        self._progress, self._share = words, share
        self._cancel.setVisible(bool(words))
        self.setCursor(Qt.CursorShape.PointingHandCursor if words else Qt.CursorShape.ArrowCursor)
        self._tell()

    def show_state(self, words: str) -> None:
        """What the library is like."""
        self._state = words
        self.setToolTip(words)
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(". ".join(words for words in (self._progress, self._said, self._state) if words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline, then words."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        painter.fillRect(QRectF(0, 0, area.width(), 1), look.color("line"))
        small = look.font(Type.SMALL)
        metrics = QFontMetricsF(small)
        wanted = self._progress_width(metrics) if self._progress else metrics.horizontalAdvance(self._said) if self._said else 0.0
        room = area.width() - 2 * _SIDE
        state = QRectF(_SIDE + wanted + _APART, 0, room - wanted - _APART, area.height())
        taken = paint_words(painter, self._state, state, small, look.color("muted"), right=True) if state.width() > _LEAST_STATE else 0.0
        room -= taken + _APART if taken else 0.0
        if self._progress:
            self._paint_progress(painter, room)
        elif self._said:
            paint_words(painter, self._said, QRectF(_SIDE, 0, room, area.height()), small, look.color("ink"))
        else:
            self._paint_hints(painter, room)

    def _progress_width(self, metrics: QFontMetricsF) -> float:
        return self._words_left() + metrics.horizontalAdvance(self._progress) + self._cancel_width()

    def _words_left(self) -> float:
        """How far from the side the words of a job begin: behind its bar when there is one."""
        return _WORDS if self._share is not None else 0.0

    def _cancel_width(self) -> float:
        return 0.0 if self._cancel.isHidden() else 8 + self._cancel.width() / self._look.scale

    def _paint_progress(self, painter: QPainter, room: float) -> None:
        look, before = self._look.plain, self._words_left()
        if self._share is not None:
            paint_share(painter, look, QRectF(_SIDE, STATUS_BAR / 2 - 2, 96, 4), self._share)
        box = QRectF(_SIDE + before, 0, room - before - self._cancel_width(), STATUS_BAR)
        width = paint_words(painter, self._progress, box, look.font(Type.SMALL), look.color("ink"))
        left = self._look.px(box.left() + width + 8)
        if self._cancel.x() != left:
            self._cancel.move(left, self._look.px(2))

    def _paint_hints(self, painter: QPainter, room: float) -> None:
        look = self._look.plain
        left = float(_SIDE)
        small = look.font(Type.SMALL)
        for key, words in self._hints:
            rest = QFontMetricsF(small).horizontalAdvance(words)
            if left + keycap_width(look, key) + 5 + rest > _SIDE + room:
                return
            left += paint_keycap(painter, look, key, QRectF(left, 0, room, STATUS_BAR)) + 5
            painter.setPen(look.color("muted"))
            painter.setFont(small)
            painter.drawText(QRectF(left, 0, rest + 1, STATUS_BAR), Qt.AlignmentFlag.AlignVCenter, words)
            left += rest + 16

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the work opens the list of all work under way."""
        if self._progress and event.button() is Qt.MouseButton.LeftButton:
            self.jobs_pressed.emit()
        else:
            super().mouseReleaseEvent(event)

    def _dress(self) -> None:
        px = self._look.px
        self.setFixedHeight(px(STATUS_BAR))
        self._cancel.setFont(self._look.font(Type.SMALL))
        self._cancel.setStyleSheet(f"padding: 0 {px(6)}px;")
        self._cancel.setFixedHeight(px(20))
        self._cancel.adjustSize()
        self.update()
