"""The search field in the top bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing_app.model.span import Span
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin, keycap_width, paint_key
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

_ROOM_FOR_KEY = 72
"""A field that is narrower shows the glass alone."""
_LEAVE, _PAD = "Esc", 8


class SearchField(QLineEdit):
    """The field in the top bar; Escape, or a press on its name there, empties and leaves it, Down and Enter go to the hits.

    ``key`` leads to it.
    """

    left = Signal()
    entered = Signal()
    focus_changed = Signal()
    guide_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.key = ""
        self._entering = False
        self._proposals = (self.tr("Search words, “phrases”, source:, date:"), self.tr("Search words, “phrases”"), self.tr("Search"), "")
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(self._proposals[0])
        look.changed.connect(self._dress)
        self._dress()

    def event(self, event: QEvent) -> bool:
        """F1 is the guide to queries here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            event.accept()
            return True
        return super().event(event)

    def show_mistakes(self, spans: Sequence[Span]) -> None:
        """Underline what is wrong (code points) with a wave; nothing for an empty list."""
        from PySide6.QtGui import QInputMethodEvent, QTextCharFormat  # with the first mistake

        places = Utf16(self.text())
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self._look.color("conflict"))
        kind, cursor = QInputMethodEvent.AttributeType.TextFormat, self.cursorPosition()
        marks = []
        for span in spans:
            first = places.to_units(span.start)
            marks.append(QInputMethodEvent.Attribute(kind, first - cursor, max(1, places.to_units(span.end) - first), form))
        # A line of text takes formats from input methods only; one that types nothing is the way to give them.
        QCoreApplication.sendEvent(self, QInputMethodEvent("", marks))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Enter leave the field, F1 opens the guide."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_F1:
            self.guide_wanted.emit()
        else:
            super().keyPressEvent(event)

    @property
    def way_out(self) -> QRectF:
        """Where the key that leaves is named, and can be pressed; empty where it is not."""
        width = self._look.px(keycap_width(self._look.plain, _LEAVE) + 2 * _PAD)
        shown = self.hasFocus() and self.width() >= self._look.px(_ROOM_FOR_KEY)
        return QRectF(self.width() - width, 0, width, self.height()) if shown else QRectF()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the key that leaves does what the key does; the press that enters the field never leaves it."""
        entering, self._entering = self._entering, False
        if event.button() == Qt.MouseButton.LeftButton and not entering and self.way_out.contains(event.position()):
            self._leave()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over the key that leaves, which is no text."""
        super().mouseMoveEvent(event)
        leaves = self.way_out.contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if leaves else Qt.CursorShape.IBeamCursor)

    def _leave(self) -> None:
        self.clear()
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        self._entering = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Propose what there is room for."""
        super().resizeEvent(event)
        self._propose()

    def _propose(self) -> None:
        metrics = QFontMetricsF(self._look.font(Type.UI))
        room = self.width() - self._look.px(24 + 28 + 2 * 8 + 4)
        self.setPlaceholderText(next(words for words in self._proposals if not words or metrics.horizontalAdvance(words) <= room))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A glass at the left, the key at the right."""
        super().paintEvent(event)
        painter, area = begin(self, self._look)
        paint_icon(painter, "search", QRectF(9, area.center().y() - 8, 16, 16), self._look.color("muted"))
        words = _LEAVE if self.hasFocus() else self.key
        if words and area.width() >= _ROOM_FOR_KEY:
            paint_key(painter, self._look.plain, words, area.right() - _PAD, area.center().y())

    def _dress(self) -> None:
        self.setFont(self._look.font(Type.UI))
        self.setFixedHeight(self._look.px(30))
        self.setTextMargins(self._look.px(24), 0, self._look.px(28), 0)
        self._propose()
