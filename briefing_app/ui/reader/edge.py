"""The thin strip at the reader's right edge: scroll bar and map of the marks in one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from briefing_app.model.annotation import Tint
from briefing_app.ui.painting import begin
from briefing_app.ui.reader.mark_words import mark_words
from briefing_app.ui.reader.model import MarkKind, TextMark
from briefing_app.ui.theme import EDGE, Look
from briefing_app.ui.tips import plain_tip

_HIGH, _USUAL, _WIDE = 4, 6, 10
_NEAR = 4.0
"""So far from a mark (pixels of 100 %) the pointer still means it."""

_ORDER = (MarkKind.QUOTATION, MarkKind.PROGRESSION, MarkKind.NOTE, MarkKind.HIT, MarkKind.FOUND, MarkKind.CONFLICT)
"""What is painted later lies above, and is what the pointer means."""


class EdgeStrip(QWidget):
    """Shows marks at their share of the article's height (0 to 1) and the part that is in view.

    A press on a mark goes to it, elsewhere it scrolls; the pointer tells what a mark is about.
    """

    mark_pressed = Signal(object)  # TextMark

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, bar: QScrollBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bar = bar
        self._marks: tuple[tuple[float, TextMark], ...] = ()
        self._dragging = False
        self.setAccessibleName(self.tr("Marks over the whole article"))
        self.setMouseTracking(True)
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)
        look.changed.connect(self._dress)
        self._dress()

    def show_marks(self, marks: Sequence[tuple[float, TextMark]]) -> None:
        """Marks with their share of the height."""
        self._marks = tuple(sorted(marks, key=lambda entry: _ORDER.index(entry[1].kind)))
        self.setAccessibleDescription(self.tr("%Ln mark(s)", "", len(marks)))
        self.update()

    def sizeHint(self) -> QSize:
        """12 pixels wide."""
        return QSize(self._look.px(EDGE), 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline, the visible part, the marks."""
        painter, area = begin(self, self._look)
        with painter:
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
            for share, mark in self._marks:
                width = _WIDE if mark.kind is MarkKind.CONFLICT else _USUAL
                painter.setBrush(self._color(mark))
                painter.drawRoundedRect(QRectF((EDGE + 1 - width) / 2, share * (height - _HIGH), width, _HIGH), 2, 2)

    def _color(self, mark: TextMark) -> QColor:
        look = self._look
        match mark.kind:
            case MarkKind.CONFLICT:
                return look.color("conflict")
            case MarkKind.PROGRESSION | MarkKind.HIT:
                return look.color("accent")
            case MarkKind.FOUND:
                return look.bar(Tint.SUN)
            case MarkKind.QUOTATION:
                return look.color("muted")
            case MarkKind.NOTE:
                return look.bar(mark.tint or Tint.SUN)

    def _mark_at(self, y: float) -> TextMark | None:
        """The uppermost of the nearest marks to a height of the widget, None when none is near."""
        scale = self._look.scale
        height = self.height() / scale - _HIGH
        near: tuple[float, TextMark] | None = None
        for share, mark in self._marks:
            distance = abs(share * height + _HIGH / 2 - y / scale)
            if distance <= _NEAR and (near is None or distance <= near[0]):
                near = distance, mark
        return near[1] if near else None

    def event(self, event: QEvent) -> bool:
        """The tool tip of a mark."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(mark_words(mark)) if mark else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the mark, or to the place."""
        mark = self._mark_at(event.position().y())
        if mark is not None:
            self.mark_pressed.emit(mark)
            return
        self._dragging = True
        self._scroll_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pressed pointer; a hand over a mark."""
        if self._dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position().y())
        over = self._mark_at(event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over and not self._dragging else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The end of a drag."""
        self._dragging = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the text."""
        self._bar.setValue(self._bar.value() - event.angleDelta().y() // 2)

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(EDGE))
        self.update()

    def _scroll_to(self, y: float) -> None:
        whole = self._bar.maximum() - self._bar.minimum() + self._bar.pageStep()
        self._bar.setValue(round(whole * y / max(1, self.height()) - self._bar.pageStep() / 2))
