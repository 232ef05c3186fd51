"""The texts side by side on one scrolled page: passages on one height, ribbons across the gutters, silence hatched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from briefing_app.ui.accessible import describe
from briefing_app.ui.comparison.scrolled import Scrolled
from briefing_app.ui.comparison.sources import ColumnHead, column_heads, paint_source
from briefing_app.ui.comparison.texts.flow import Fold, Silence
from briefing_app.ui.comparison.texts.page import Page
from briefing_app.ui.comparison.texts.painting import fold_words, paint_page
from briefing_app.ui.painting import begin, plain_rect, ring
from briefing_app.ui.theme import SOURCE_HEAD, TEXT_GUTTER, Look


class Heads(QWidget):
    """The sources above their columns, moved sideways with them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._heads: tuple[ColumnHead, ...] = ()
        self._page: Page | None = None
        self._shift = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_heads(self, page: Page | None, shift: float) -> None:
        """Take the sources of a page, moved left by ``shift`` pixels."""
        if page is not self._page:
            self._heads = column_heads(page.compared) if page else ()
        self._page, self._shift = page, shift
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One head a column, a hairline below all."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        painter.fillRect(area, look.color("paper"))
        painter.fillRect(QRectF(0, area.height() - 1, area.width(), 1), look.color("line"))
        for head in self._heads if self._page else ():
            assert self._page is not None
            box = QRectF(self._page.left(head.place) - self._shift, 0, self._page.column_width, area.height())
            if box.right() > 0 and box.left() < area.width():
                paint_source(painter, look, head, box.adjusted(4, 0, 0, 0))


class Canvas(Scrolled):
    """Paints a page; says what was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._page: Page | None = None
        self._current: int | None = None
        self._hovered: int | None = None
        self._heads = Heads(look, self)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("The texts side by side"))
        look.changed.connect(self._dress)
        self._dress()

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    def show_page(self, page: Page | None) -> None:
        """Take another page; the place it is scrolled to stays as far as it can."""
        self._page, self._current, self._hovered = page, None, None
        self.measure()
        self.viewport().update()

    def choose(self, box: int | None) -> None:
        """Put the ring around a box."""
        self._current = box
        describe(self, self._spoken(box))
        self.viewport().update()

    def _spoken(self, box: int | None) -> str:
        """The box for a screen reader: whose words, then the words."""
        if self._page is None or box is None:
            return ""
        one = self._page.arranged.boxes[box]
        letter = self._page.compared.letter(one.column)
        if isinstance(one.item, Fold):
            return f"{letter}: {fold_words(self._page, box, one.item)}"
        if isinstance(one.item, Silence):
            return f"{letter}: {self.tr('silent')}"
        return f"{letter}: {' '.join(one.item.span.of(self._page.compared.articles[one.column].text).split())}"

    def show_box(self, box: int) -> None:
        """Scroll until the box is seen, its top no lower than two thirds."""
        if self._page is None:
            return
        rect, view = self._page.rect(box), self._seen()
        px = self._look.px
        if rect.top() < view.top() + 8 or rect.bottom() > view.bottom() - 8:
            self.verticalScrollBar().setValue(px(rect.top() - max(8.0, view.height() / 3 - rect.height() / 2)))
        if rect.left() < view.left() or rect.right() > view.right():
            self.horizontalScrollBar().setValue(px(rect.left() - max(0.0, min(TEXT_GUTTER, view.width() - rect.width()))))

    def height_of(self, box: int) -> float:
        """How far below the upper edge of the view a box stands."""
        return self._page.rect(box).top() - self._seen().top() if self._page else 0.0

    def keep_height(self, box: int, height: float) -> None:
        """Scroll so that a box stands as far below the upper edge as told."""
        if self._page is not None:
            self.verticalScrollBar().setValue(self._look.px(self._page.rect(box).top() - height))

    def rect_of(self, box: int) -> QRect:
        """Where a box stands in the viewport, in pixels of the screen."""
        assert self._page is not None
        scale, rect = self._look.scale, self._page.rect(box).translated(-self._seen().topLeft())
        return QRectF(rect.topLeft() * scale, rect.size() * scale).toRect()

    def _seen(self) -> QRectF:
        """The part of the page that is in the viewport, in pixels of 100 %."""
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return plain_rect(self._look, QRect(corner, self.viewport().size()))

    def measure(self) -> None:
        """Both bars, and the heads above the columns."""
        size, (width, height) = self.viewport().size(), (self._page.width, self._page.height) if self._page else (0, 0.0)
        self.fit_bar(self.verticalScrollBar(), height, size.height())
        self.fit_bar(self.horizontalScrollBar(), width, size.width())
        self._heads.setGeometry(0, 0, size.width(), self._look.px(SOURCE_HEAD))
        self._heads.show_heads(self._page, self._seen().left())

    def _dress(self) -> None:
        self.setViewportMargins(0, self._look.px(SOURCE_HEAD), 0, 0)

    # Qt's own events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The heads go along sideways."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self._heads.show_heads(self._page, self._seen().left())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A fold says that it can be pressed."""
        box = self.under(event.position())
        fold = box is not None and self._page is not None and isinstance(self._page.arranged.boxes[box].item, Fold)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if fold else Qt.CursorShape.ArrowCursor)
        if (box if fold else None) != self._hovered:
            self._hovered = box if fold else None
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hovered = None
        self.viewport().update()
        super().leaveEvent(event)

    def part_at(self, point: QPointF) -> int | None:
        """The box there."""
        return self._page.at(point) if self._page else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ribbons first, then the boxes that touch the strip."""
        painter, _area = begin(self.viewport(), self._look)
        look, strip = self._look.plain, plain_rect(self._look, event.rect())
        painter.fillRect(strip, look.color("paper"))
        if self._page is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shift = self._seen().topLeft()
        painter.translate(-shift)
        strip.translate(shift)
        paint_page(painter, look, self._page, strip, self._hovered)
        if self._current is not None and self.hasFocus():
            ring(painter, look, self._page.rect(self._current))
        elif self._current is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("muted"), 1))
            painter.drawRect(self._page.rect(self._current).adjusted(0.5, 0.5, -0.5, -0.5))
