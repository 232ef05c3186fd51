"""Shows a spread: the chosen passage stays at the top, the others scroll below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing_app.ui.comparison.scrolled import Scrolled
from briefing_app.ui.comparison.words.spread import Spread
from briefing_app.ui.painting import begin, plain_rect, ring
from briefing_app.ui.theme import Look

MOST = 0.62
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


class Sheet(Scrolled):
    """Says which passage was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.spread: Spread | None = None
        self._top = _Top(look, self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The passages of one row, word by word"))

    def show_spread(self, spread: Spread | None) -> None:
        """Take another spread; another row begins at the top."""
        self.spread = spread
        self.measure()
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

    def measure(self) -> None:
        """The bar, and how much of the chosen passage stays."""
        fixed = min(self._look.px(self.spread.fixed) if self.spread else 0, round(self.height() * MOST))
        self.setViewportMargins(0, fixed, 0, 0)
        self._top.setGeometry(0, 0, self.viewport().width(), fixed)
        self.fit_bar(self.verticalScrollBar(), self.spread.height if self.spread else 0, self.viewport().height())

    def part_at(self, point: QPointF) -> int | None:
        """The passage there."""
        return self.spread.at(point) if self.spread else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The others, as far as they are seen."""
        painter, _area = begin(self.viewport(), self._look)
        strip = plain_rect(self._look, event.rect())
        painter.fillRect(strip, self._look.color("paper"))
        if self.spread is not None:
            shift = self.verticalScrollBar().value() / self._look.scale
            painter.translate(0, -shift)
            self.spread.paint_others(painter, strip.translated(0, shift))
