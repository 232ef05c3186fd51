"""A page painted by hand and larger than its view: scrolling moves what is painted; a press is told by the part that it hits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from briefing_app.ui.theme import Look

_STEP = 20


class Scrolled(QAbstractScrollArea):
    """Who shows a page on it says where a part is (``part_at``), measures it (``measure``) and paints."""

    accessible_role = QAccessible.Role.Document

    pressed = Signal(int)
    double_pressed = Signal(int)
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def part_at(self, point: QPointF) -> int | None:
        """The number of the part at a point of the page in pixels of 100 %, None where there is none."""
        raise NotImplementedError

    def measure(self) -> None:
        """Fit the bars, and what does not scroll, to the page and the view."""
        raise NotImplementedError

    def fit_bar(self, bar: QScrollBar, page: float, room: int) -> None:
        """``page`` in pixels of 100 %, ``room`` in those of the screen."""
        px = self._look.px
        bar.setRange(0, max(0, px(page) - room))
        bar.setPageStep(room)
        bar.setEnabled(bar.maximum() > 0)  # with nothing to scroll it keeps its place and shows no handle
        bar.setSingleStep(px(_STEP))

    def under(self, point: QPointF) -> int | None:
        """The part below a point of the viewport."""
        corner = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self.part_at((point + corner) / self._look.scale)

    def viewportSizeHint(self) -> QSize:
        """As much as a window gives."""
        return QSize(900, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another page."""
        super().resizeEvent(event)
        self.measure()
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What is painted already is moved; only the uncovered strip is painted."""
        self.viewport().scroll(dx, dy)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell what is pressed."""
        self._tell(event, self.pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell what is pressed twice."""
        self._tell(event, self.double_pressed)

    def _tell(self, event: QMouseEvent, signal: SignalInstance) -> None:
        part = self.under(event.position())
        if part is not None and event.button() is Qt.MouseButton.LeftButton:
            signal.emit(part)
