"""Shows a spread: the chosen passage stays at the top, the others scroll below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing_app.ui.comparison.words.spread import Spread
from briefing_app.ui.painting import begin, plain_rect, ring
from briefing_app.ui.theme import Look

_STEP = 20
_MOST = 0.62
"""Share of the height that the chosen passage may take before it scrolls with the others."""


class _Top(QWidget):
    """The part that stays."""

    def __init__(self, look: Look, parent: Sheet) -> None:
        super().__init__(parent)
        self._look, self._sheet = look, parent
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Claim and chosen passage."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        painter.fillRect(area, look.color("paper"))
        spread = self._sheet.spread
        if spread is not None:
            spread.paint_top(painter)
            painter.fillRect(QRectF(0, area.height() - 1, area.width(), 1), look.color("line"))
            if self._sheet.hasFocus():
                ring(painter, look, spread.base_rect)


class Sheet(QAbstractScrollArea):
    """Says which passage was pressed."""

    accessible_role = QAccessible.Role.Document

    pressed = Signal(int)
    double_pressed = Signal(int)
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.spread: Spread | None = None
        self._top = _Top(look, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("The passages of one row, word by word"))

    def show_spread(self, spread: Spread | None) -> None:
        """Take another spread; another row begins at the top."""
        self.spread = spread
        self._measure()
        self._top.update()
        self.viewport().update()

    def show_other(self) -> None:
        """Scroll until the compared passage is seen."""
        spread = self.spread
        if spread is None or spread.other is None:
            return
        rect, scale, bar = spread.rect(spread.other), self._look.scale, self.verticalScrollBar()
        top, bottom = rect.top() * scale, rect.bottom() * scale
        if top < bar.value():
            bar.setValue(round(top - 12 * scale))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(round(min(top - 12 * scale, bottom - self.viewport().height() + 12 * scale)))

    def base_rect(self) -> QRect:
        """Where the chosen passage stands, in pixels of the screen."""
        if self.spread is None:
            return QRect()
        scale, rect = self._look.scale, self.spread.base_rect
        return QRectF(rect.topLeft() * scale, rect.size() * scale).toRect()

    def viewportSizeHint(self) -> QSize:
        """As much as a window gives."""
        return QSize(900, 600)

    def _measure(self) -> None:
        px, bar = self._look.px, self.verticalScrollBar()
        fixed = px(self.spread.fixed) if self.spread else 0
        self.setViewportMargins(0, min(fixed, round(self.height() * _MOST)), 0, 0)
        self._top.setGeometry(0, 0, self.viewport().width(), min(fixed, round(self.height() * _MOST)))
        bar.setRange(0, max(0, px(self.spread.height if self.spread else 0) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(px(_STEP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another spread."""
        super().resizeEvent(event)
        self._measure()
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted."""
        self.viewport().scroll(dx, dy)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Compare with what is pressed."""
        number = self._under(event.position())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it in its article."""
        number = self._under(event.position())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self.double_pressed.emit(number)

    def _under(self, point: QPointF) -> int | None:
        place = (point + QPointF(0, self.verticalScrollBar().value())) / self._look.scale
        return self.spread.at(place) if self.spread else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The others, as far as they are seen."""
        painter, _area = begin(self.viewport(), self._look)
        strip = plain_rect(self._look, event.rect())
        painter.fillRect(strip, self._look.color("paper"))
        if self.spread is not None:
            shift = self.verticalScrollBar().value() / self._look.scale
            painter.translate(0, -shift)
            self.spread.paint_others(painter, strip.translated(0, shift))
