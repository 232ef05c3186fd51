"""The window's edges: top bar, status bar, and the bar that words a trouble."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.ui.error_text import Trouble
from briefing_app.ui.icons import icon, paint_icon
from briefing_app.ui.painting import ring
from briefing_app.ui.search.view import SearchField
from briefing_app.ui.session import Pane
from briefing_app.ui.theme import STATUS_BAR, TOP_BAR, Look, Type

_SAID_MS = 4000


class PaneButton(QAbstractButton):
    """A word in the top bar; the open pane's is underlined."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The word and 24 beside it."""
        return QSize(round(QFontMetricsF(self._look.font(Type.UI_BOLD)).horizontalAdvance(self.text())) + 24, TOP_BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The word, the line below it."""
        painter = QPainter(self)
        look = self._look
        chosen = self.isChecked()
        painter.setFont(look.font(Type.UI_BOLD if chosen else Type.UI_STRONG))
        painter.setPen(look.color("ink" if chosen or self.underMouse() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            painter.fillRect(QRectF(12, self.height() - 2, self.width() - 24, 2), look.color("accent"))
        if self.hasFocus():
            ring(painter, look, QRectF(self.rect()).adjusted(4, 8, -4, -8), 6)


class IconButton(QAbstractButton):
    """An icon of 20 px in the top bar."""

    def __init__(self, look: Look, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(32, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon; a ground under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("chip"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        paint_icon(painter, self._name, QRectF(6, 6, 20, 20), self._look.color("ink"))
        if self.hasFocus():
            ring(painter, self._look, QRectF(self.rect()), 6)


class TopBar(QWidget):
    """Menu, panes, search field, text size, theme, help."""

    pane_chosen = Signal(object)
    menu_pressed = Signal()
    size_pressed = Signal()
    theme_pressed = Signal()
    help_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(TOP_BAR)
        self.menu = IconButton(look, "menu", self.tr("Menu"))
        self.field = SearchField(look)
        self.field.setMinimumWidth(180)
        self.field.setMaximumWidth(456)
        size = IconButton(look, "text-size", self.tr("Larger reading text (Ctrl++)"))
        theme = IconButton(look, "theme", self.tr("Light, dark, sepia (Ctrl+D)"))
        help_button = IconButton(look, "help", self.tr("All keys (?)"))
        names = {Pane.LIBRARY: self.tr("Library"), Pane.COMPARE: self.tr("Compare"), Pane.BRIEFING: self.tr("Briefing")}
        self._panes = {pane: PaneButton(look, words) for pane, words in names.items()}
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(0)
        line.addWidget(self.menu)
        line.addSpacing(8)
        for pane, button in self._panes.items():
            line.addWidget(button)
            button.clicked.connect(lambda _on, pane=pane: self.pane_chosen.emit(pane))
        line.addStretch(2)
        line.addWidget(self.field, 6)
        line.addStretch(3)
        for extra in (size, theme, help_button):
            line.addWidget(extra)
        self.menu.clicked.connect(self.menu_pressed)
        size.clicked.connect(self.size_pressed)
        theme.clicked.connect(self.theme_pressed)
        help_button.clicked.connect(self.help_pressed)
        look.changed.connect(self._dress)
        self._dress()

    def show_pane(self, pane: Pane) -> None:
        """Underline the open pane."""
        self._panes[pane].setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("line"))

    def _dress(self) -> None:
        self.field.setFont(self._look.font(Type.UI))
        self.update()


class StatusBar(QWidget):
    """Keys at the left, the library's state at the right; a long job takes the left with its progress and a way to stop it."""

    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: tuple[tuple[str, str], ...] = ()
        self._said = ""
        self._progress, self._share = "", 0.0
        self._state = ""
        self.setFixedHeight(STATUS_BAR)
        self._cancel = QPushButton(self.tr("Stop"), self)
        self._cancel.setProperty("flat", True)
        self._cancel.setStyleSheet("padding: 0 6px;")
        self._cancel.setAccessibleName(self.tr("Stop the running work"))
        self._cancel.setFixedHeight(20)
        self._cancel.hide()
        self._cancel.clicked.connect(self.cancelled)
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(_SAID_MS)
        self._hush.timeout.connect(lambda: self.say(""))
        look.changed.connect(self.update)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Keys and what they do."""
        self._hints = tuple(hints)
        self.update()

    def say(self, words: str) -> None:
        """A sentence for a few seconds."""
        self._said = words
        if words:
            self._hush.start()
        self.update()

    def show_progress(self, words: str, share: float, *, stoppable: bool) -> None:
        """A long job in words, empty when there is none; ``share`` of it is done (0 to 1)."""
        self._progress, self._share = words, share
        self._cancel.setVisible(bool(words) and stoppable)
        self._cancel.setFont(self._look.font(Type.SMALL))
        self.update()

    def show_state(self, words: str) -> None:
        """What the library is like."""
        self._state = words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline, then words."""
        painter = QPainter(self)
        look = self._look
        painter.fillRect(0, 0, self.width(), 1, look.color("line"))
        small = look.font(Type.SMALL)
        metrics = QFontMetricsF(small)
        width = metrics.horizontalAdvance(self._state)
        painter.setFont(small)
        painter.setPen(look.color("muted"))
        painter.drawText(QRectF(self.width() - 16 - width, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self._state)
        room = self.width() - 16 - width - 32
        if self._progress:
            self._paint_progress(painter, room, metrics)
        elif self._said:
            painter.setPen(look.color("ink"))
            painter.drawText(QRectF(16, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, self._said)
        else:
            self._paint_hints(painter, room)

    def _paint_progress(self, painter: QPainter, room: float, metrics: QFontMetricsF) -> None:
        look = self._look
        bar = QRectF(16, self.height() / 2 - 2, 96, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * min(1.0, self._share), 4), 2, 2)
        painter.setPen(look.color("ink"))
        words = metrics.elidedText(self._progress, Qt.TextElideMode.ElideRight, room - 170)
        painter.drawText(QRectF(124, 0, room - 124, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        left = round(124 + metrics.horizontalAdvance(words) + 8)
        if self._cancel.x() != left:
            self._cancel.move(left, 2)

    def _paint_hints(self, painter: QPainter, room: float) -> None:
        look = self._look
        left = 16.0
        hint, small = look.font(Type.HINT), look.font(Type.SMALL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key, words in self._hints:
            width = QFontMetricsF(hint).horizontalAdvance(key) + 8
            rest = QFontMetricsF(small).horizontalAdvance(words)
            if left + width + 5 + rest > room:
                return
            box = QRectF(left, self.height() / 2 - 8, width, 16)
            painter.setPen(look.color("line"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(look.color("muted"))
            painter.setFont(hint)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            painter.setFont(small)
            painter.drawText(QRectF(box.right() + 5, 0, rest + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            left = box.right() + 5 + rest + 16


class TroubleBar(QFrame):
    """What went wrong, why, and what to do next; the content below stays."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words, self._details = QLabel(), QLabel()
        for label in (self._words, self._details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton(self.tr("Which?"))
        self._close = QPushButton()
        self._close.setAccessibleName(self.tr("Close"))
        for button in (self._more, self._close):
            button.setProperty("flat", True)
        line = QHBoxLayout()
        self._icon = QLabel()
        line.addWidget(self._icon)
        line.addSpacing(4)
        line.addWidget(self._words, 1)
        line.addWidget(self._more)
        line.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 6, 12, 6)
        rows.setSpacing(4)
        rows.addLayout(line)
        rows.addWidget(self._details)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        self._close.clicked.connect(self.hide)
        self._more.clicked.connect(lambda: self._details.setVisible(not self._details.isVisible()))
        look.changed.connect(self._dress)
        self._dress()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say it until it is closed or something newer went wrong."""
        self._words.setText(f"{trouble.sentence} {trouble.next_step}".strip())
        lines = trouble.details[:12]
        rest = len(trouble.details) - len(lines)
        self._details.setText("\n".join([*lines, self.tr("and %n more", "", rest)] if rest > 0 else lines))
        self._details.hide()
        self._more.setVisible(len(trouble.details) > 1)
        self.show()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def _dress(self) -> None:
        look = self._look
        self.setStyleSheet(f"TroubleBar {{ background: {look.colours.surface}; border-bottom: 1px solid {look.colours.caution}; }}")
        self._words.setFont(look.font(Type.UI))
        self._more.setFont(look.font(Type.UI))
        self._details.setFont(look.font(Type.SMALL))
        self._details.setStyleSheet(f"color: {look.colours.muted}; padding-left: 24px;")
        self._icon.setPixmap(icon("warning", look.color("caution")).pixmap(16, 16))
        self._close.setIcon(icon("close", look.color("muted")))
