"""The bar below the text in which words of the article are sought."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from briefing_app.ui.icon_button import IconButton
from briefing_app.ui.reader.finding import MOST
from briefing_app.ui.theme import HEAD, Look, Type
from briefing_app.ui.words import digits

_FIELD = 240


class _Field(QLineEdit):
    """Enter goes on, Shift+Enter back, Escape leaves."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that do not write."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if shift else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """A field, how many places there are, and the ways to the next one and out."""

    typed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._total = self._hidden = 0
        self.field = _Field()
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self.count = QLabel()
        self._previous = IconButton(look, "up", self.tr("Previous place (Shift+Enter)"))
        self._next = IconButton(look, "down", self.tr("Next place (Enter)"))
        close = IconButton(look, "close", self.tr("Close (Esc)"))
        line = self._line = QHBoxLayout(self)
        for widget in (self.field, self._previous, self._next, self.count):
            line.addWidget(widget)
        line.addStretch()
        line.addWidget(close)
        self.field.textChanged.connect(self.typed)
        self.field.stepped.connect(self.stepped)
        self.field.left.connect(self.closed)
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.closed)
        self.hide()
        look.changed.connect(self._dress)
        self._dress()

    def open(self, words: str) -> None:
        """Begin to seek; ``words`` replace what stood in the field, unless they are empty."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, at: int, total: int, hidden: int) -> None:
        """``at`` counts from 0, -1 when at none; ``hidden`` places stand in lines that are not shown."""
        self._total, self._hidden = total, hidden
        self.show_at(at)

    def show_at(self, at: int) -> None:
        """Another place of as many."""
        total, hidden = self._total, self._hidden
        words = self.field.text().strip()
        if not words:
            said = ""
        elif not total:
            said = self.tr("not found")
        elif total >= MOST:
            said = self.tr("%1 of more than %2").replace("%1", digits(at + 1)).replace("%2", digits(MOST))
        else:
            said = self.tr("%1 of %2").replace("%1", digits(at + 1)).replace("%2", digits(total))
        if hidden:
            said = " · ".join(filter(None, (said, self.tr("%Ln more in hidden lines (z)", "", hidden))))
        self.count.setText(said)
        missing = bool(words) and not total
        self.count.setStyleSheet(f"color: {self._look.colours.caution if missing else self._look.colours.muted}")
        for button in (self._previous, self._next):
            button.setEnabled(total > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._look.color("line"))
        painter.end()

    def _dress(self) -> None:
        px = self._look.px
        self.setFixedHeight(px(HEAD))
        self._line.setContentsMargins(px(16), px(1), px(12), 0)
        self._line.setSpacing(px(8))
        self.field.setFont(self._look.font(Type.UI))
        self.field.setFixedHeight(px(28))
        self.field.setMaximumWidth(px(_FIELD))
        self.count.setFont(self._look.font(Type.SMALL))
