"""The head of the comparison: what is compared, from how many origins, and the switch between the three levels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.painting import begin, paint_keycap, paint_words, ring
from briefing_app.ui.theme import COMPARE_HEAD, RADIUS, Look, Type

_PAD, _SWITCH = 8, 24
_LEAST_TITLE = 160.0
_ONE_LINE = 36


class LevelButton(QAbstractButton):
    """One level: its key and its name."""

    def __init__(self, look: Look, level: Level, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._level = look, level
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Padding, key, name, padding."""
        words = QFontMetricsF(self._look.plain.font(Type.UI_STRONG)).horizontalAdvance(self.text())
        return QSize(self._look.px(_PAD + 16 + 6 + words + _PAD + 2), self._look.px(_SWITCH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The open level has a ground."""
        painter, box = begin(self, self._look)
        look = self._look.plain
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selection" if self.isChecked() else "chip"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        width = paint_keycap(painter, look, str(self._level.value), box.adjusted(_PAD, 4, 0, -4))
        color = look.color("ink" if self.isChecked() else "muted")
        font = look.font(Type.UI_STRONG if self.isChecked() else Type.UI)
        paint_words(painter, self.text(), box.adjusted(_PAD + width + 6, 0, 0, 0), font, color)
        if self.hasFocus():
            ring(painter, look, box, RADIUS)


class CompareHead(QWidget):
    """Title and date, the facts below them, the levels at the right."""

    accessible_role = QAccessible.Role.Grouping

    level_chosen = Signal(object)  # Level

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title, self._dated, self._facts = "", "", ""
        self._short = False
        line = self._line = QHBoxLayout(self)
        line.addStretch()
        group = QButtonGroup(self)
        self._levels: dict[Level, LevelButton] = {}
        for level, name in ((Level.MATRIX, self.tr("Matrix")), (Level.TEXTS, self.tr("Texts")), (Level.WORDS, self.tr("Words"))):
            button = self._levels[level] = LevelButton(look, level, name, self)
            button.clicked.connect(lambda _on=False, level=level: self.level_chosen.emit(level))
            group.addButton(button)
            line.addWidget(button)
        look.changed.connect(self._dress)
        self._dress()

    def show_words(self, title: str, dated: str, facts: str) -> None:
        """What is compared, in words."""
        self._title, self._dated, self._facts = title, dated, facts
        self.setAccessibleName(". ".join(words for words in (title, dated, facts) if words))
        self.setToolTip("\n".join(words for words in (title, facts) if words))
        self.update()

    def say(self, facts: str) -> None:
        """Other words in the place of the facts, while something is worked out."""
        self._facts = facts
        self.update()

    def fit(self, *, low: bool) -> None:
        """In a low pane the facts are left to the tool tip."""
        if low != self._short:
            self._short = low
            self._dress()

    def button(self, level: Level) -> LevelButton:
        """The button of a level."""
        return self._levels[level]

    def show_level(self, level: Level) -> None:
        """Mark the open level."""
        self._levels[level].setChecked(True)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words; a long title ends before its date, and the date before the switch; where it is narrow the title alone."""
        painter, _area = begin(self, self._look)
        look = self._look.plain
        small, muted = look.font(Type.SMALL), look.color("muted")
        right = min(button.x() for button in self._levels.values()) / self._look.scale - 16
        dated = QFontMetricsF(small).horizontalAdvance(self._dated) + 12 if self._dated else 0.0
        heading = look.font(Type.HEADING)
        if right - 16 - dated < min(_LEAST_TITLE, QFontMetricsF(heading).horizontalAdvance(self._title)):
            dated = 0.0  # the columns below tell when
        width = paint_words(painter, self._title, QRectF(16, 8, right - 16 - dated, 22), heading, look.color("ink"))
        if dated:
            paint_words(painter, self._dated, QRectF(16 + width + 12, 9, dated, 22), small, muted)
        if not self._short:
            paint_words(painter, self._facts, QRectF(16, 31, right - 16, 16), small, muted)

    def _dress(self) -> None:
        px = self._look.px
        self.setFixedHeight(px(_ONE_LINE if self._short else COMPARE_HEAD))
        self._line.setContentsMargins(px(16), 0, px(16), 0)
        self._line.setSpacing(px(4))
        self.update()
