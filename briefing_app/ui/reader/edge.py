"""The thin strip at the reader's right edge: scroll bar and map of the marks in one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from briefing_app.ui.painting import begin
from briefing_app.ui.theme import EDGE, Look


class EdgeStrip(QWidget):
    """Shows marks at their share of the article's height (0 to 1) and the part that is visible; click or drag scrolls."""

    def __init__(self, look: Look, bar: QScrollBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bar = bar
        self._marks: tuple[tuple[float, QColor, bool], ...] = ()
        self.setAccessibleName(self.tr("Marks over the whole article"))
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)
        look.changed.connect(self._dress)
        self._dress()

    def show_marks(self, marks: Sequence[tuple[float, QColor, bool]]) -> None:
        """Marks as (share of the height, colour, wide)."""
        self._marks = tuple(marks)
        self.update()

    def sizeHint(self) -> QSize:
        """12 pixels wide."""
        return QSize(self._look.px(EDGE), 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline, the visible part, the marks."""
        painter, area = begin(self, self._look)
        look, height = self._look.plain, area.height()
        painter.fillRect(area, look.color("paper"))
        painter.fillRect(QRectF(0, 0, 1, height), look.color("line"))
        whole = self._bar.maximum() - self._bar.minimum() + self._bar.pageStep()
        if whole > self._bar.pageStep():
            ink = look.color("ink")
            ink.setAlphaF(0.14 if look.colours.dark else 0.08)
            top = height * self._bar.value() / whole
            painter.fillRect(QRectF(1, top, EDGE - 1, max(12.0, height * self._bar.pageStep() / whole)), ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, color, wide in self._marks:
            width = 10 if wide else 6
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF((EDGE + 1 - width) / 2, share * (height - 4), width, 4), 2, 2)

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(EDGE))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scroll to the place."""
        self._scroll_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pressed pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the text."""
        self._bar.setValue(self._bar.value() - event.angleDelta().y() // 2)

    def _scroll_to(self, y: float) -> None:
        whole = self._bar.maximum() - self._bar.minimum() + self._bar.pageStep()
        self._bar.setValue(round(whole * y / max(1, self.height()) - self._bar.pageStep() / 2))
