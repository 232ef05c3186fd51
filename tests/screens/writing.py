"""What stands written in a window: every stretch of text as it is painted, with its place, its colour and what cuts it off.

The widgets paint themselves once more, onto a device that keeps the texts instead of drawing them. So whatever reaches the screen is seen,
whether a label, a delegate or a document wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPaintEngine, QPainter, QRegion, QTextItem
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QScrollArea, QStackedWidget, QWidget

from briefing_app.ui.popover import Popover

_METRICS = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True)
class Stretch:
    """Words in one font on one line. ``box`` and ``seen`` are in pixels of the widget: where they stand, and what of that place shows."""

    widget: QWidget
    words: str
    box: QRectF
    seen: QRectF
    color: QColor

    @property
    def on_window(self) -> QRect:
        """Where what shows of it stands in its window."""
        return self.seen.translated(QPointF(self.widget.mapTo(self.widget.window(), QPoint(0, 0)))).toAlignedRect()

    def __str__(self) -> str:
        box = self.on_window
        return f"“{self.words}” in {type(self.widget).__name__} at {box.x()},{box.y()} {box.width()}x{box.height()}"


class _Recorder(QPaintEngine):
    """Keeps texts, draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[tuple[str, QRectF, QRectF | None, QColor]] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: object) -> None:
        pass

    def _draw_nothing(self, *_what: object) -> None:
        pass

    drawEllipse = drawImage = drawLines = drawPath = drawPixmap = drawPoints = drawPolygon = drawRects = drawTiledPixmap = _draw_nothing

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        painter = self.painter()
        place = painter.combinedTransform()
        words = item.text()
        blank = item.width() * (len(words) - len(words.rstrip())) / max(1, len(words))  # a blank at the end of a line may hang out
        box = QRectF(at.x(), at.y() - item.ascent(), item.width() - blank, item.ascent() + item.descent())
        clip = place.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        self.texts.append((words, place.mapRect(box), clip, painter.pen().color()))


class _Page(QPaintDevice):
    """A surface of a widget's size at the resolution of the screen."""

    def __init__(self, size: QSize, dots: int) -> None:
        super().__init__()
        self.recorder = _Recorder()
        self._size, self._dots = size, dots

    def paintEngine(self) -> QPaintEngine:
        return self.recorder

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        dots = (_METRICS.PdmDpiX, _METRICS.PdmDpiY, _METRICS.PdmPhysicalDpiX, _METRICS.PdmPhysicalDpiY)
        return {
            _METRICS.PdmWidth: self._size.width(),
            _METRICS.PdmHeight: self._size.height(),
            _METRICS.PdmDevicePixelRatio: 1,
            _METRICS.PdmDevicePixelRatioScaled: 0x10000,
            _METRICS.PdmDepth: 32,
            **dict.fromkeys(dots, self._dots),
        }.get(metric, 0)


def written(window: QWidget) -> list[Stretch]:
    """Everything written in a window that a person can see, widget by widget; what lies under another widget is left out."""
    return [stretch for widget in _shown(window) for stretch in _written_in(widget) if not _covered(stretch)]


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is window and not widget.visibleRegion().isEmpty():
            yield widget


def _written_in(widget: QWidget) -> Iterator[Stretch]:
    page = _Page(widget.size(), widget.logicalDpiX())
    painter = QPainter(page)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    shown = QRectF(widget.visibleRegion().boundingRect())
    for words, box, clip, color in page.recorder.texts:
        seen = box & shown & (clip if clip is not None else box)
        if words.strip() and seen.height() > 1 and seen.width() > 0:
            yield Stretch(widget, words, box, seen, color)


def _covered(stretch: Stretch) -> bool:
    """Whether another widget lies over the middle of it."""
    window = stretch.widget.window()
    if stretch.widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return False  # the pointer does not find it, the eye does
    at = stretch.widget.mapTo(window, stretch.seen.center().toPoint())
    top = window.childAt(at) or window
    return top is not stretch.widget and not stretch.widget.isAncestorOf(top) and not _sees_through(top, stretch.widget)


def _sees_through(top: QWidget, below: QWidget) -> bool:
    """A label that only says something over its own widget's ground does not hide what lies below."""
    return top.isAncestorOf(below) or top.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def cut_off(stretches: list[Stretch], slack: float = 1.5) -> list[str]:
    """What is written beyond the edge of what shows of it: letters that nobody can read. Text that scrolls may leave above and below."""
    found = []
    for stretch in stretches:
        wide = stretch.box.left() >= stretch.seen.left() - slack and stretch.box.right() <= stretch.seen.right() + slack
        high = stretch.box.height() - stretch.seen.height() <= slack + stretch.box.height() * 0.2
        if not (wide or _scrolls(stretch.widget, sideways=True)) or not (high or _scrolls(stretch.widget, sideways=False)):
            found.append(str(stretch))
    return found


def _popover_of(widget: QWidget | None) -> Popover | None:
    """The box above the page that a widget belongs to; what lies below it is covered."""
    while widget is not None and not isinstance(widget, Popover):
        widget = widget.parentWidget()
    return widget


def crowded(window: QWidget) -> list[str]:
    """Widgets of one parent that lie on each other though nobody put one above the other."""
    found = []
    for parent in _shown(window):
        if isinstance(parent, QAbstractScrollArea | QStackedWidget | QLineEdit):
            continue
        children = [child for child in parent.children() if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()]
        children = [child for child in children if not isinstance(child, Popover) and not child.visibleRegion().isEmpty()]
        for first, second in combinations(children, 2):
            common = first.geometry() & second.geometry()
            if common.width() > 2 and common.height() > 2:
                found.append(f"{_name(first)} {first.geometry().getRect()} and {_name(second)} {second.geometry().getRect()}")
    return found


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}".strip()


def _core(box: QRect) -> QRect:
    share = round(box.height() * 0.28)
    return box.adjusted(1, share, -1, -share)


def _scrolls(widget: QWidget, *, sideways: bool) -> bool:
    """Whether it lies in something that can be scrolled that way, so that its edge is the edge of a page."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            bar = above.horizontalScrollBar() if sideways else above.verticalScrollBar()
            off = above.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if bar.maximum() > bar.minimum() and not (sideways and off):
                return True
            if isinstance(above, QScrollArea) and not sideways:
                return True
        above = above.parentWidget()
    return False


def overlapping(stretches: list[Stretch]) -> list[str]:
    """Pairs of texts that stand on each other: the lower case letters of one on those of the other, whatever room the font asks for."""
    boxes = [(stretch, _core(stretch.on_window)) for stretch in stretches]
    boxes.sort(key=lambda one: one[1].top())
    found = []
    for at, (first, box) in enumerate(boxes):
        for second, other in boxes[at + 1 :]:
            if other.top() > box.bottom():
                break
            if box.intersects(other) and _popover_of(first.widget) is _popover_of(second.widget):
                found.append(f"{first} and {second}")
    return found
