"""The drawer beside the levels: one drawing at a time, tabs above it; arrows and Enter go to the words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from briefing_app.ui.accessible import describe
from briefing_app.ui.comparison.drawer.figure import Figure
from briefing_app.ui.comparison.drawer.table import TABS, Tab
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.standing import Standing
from briefing_app.ui.painting import begin, plain_rect, ring
from briefing_app.ui.theme import DRAWER, Look, Type
from briefing_app.ui.wrapping import WrapLayout

_PAD = 16


class FigureView(QAbstractScrollArea):
    """Paints a figure; says which of its parts was opened."""

    opened = Signal(object)  # Place
    accessible_role = QAccessible.Role.Chart

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.figure: Figure | None = None
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_figure(self, figure: Figure) -> None:
        """Take another drawing."""
        self.figure, self._current = figure, -1
        self.setAccessibleDescription(". ".join(", ".join(row) for row in figure.rows))
        self._measure()
        self.viewport().update()

    def viewportSizeHint(self) -> QSize:
        """As much as the drawer gives."""
        return QSize(200, 400)

    def _measure(self) -> None:
        bar, px = self.verticalScrollBar(), self._look.px
        height = px(self.figure.height + 2 * _PAD) if self.figure else 0
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height scrolls another way."""
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a part, Enter goes to its words."""
        hits = self.figure.hits if self.figure else []
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and hits:
            self._current = max(0, min(len(hits) - 1, self._current + step))
            rect, bar, scale = hits[self._current].rect, self.verticalScrollBar(), self._look.scale
            if not bar.value() <= (rect.top() + _PAD) * scale <= bar.value() + self.viewport().height() - rect.height() * scale:
                bar.setValue(round(rect.top() * scale))
            describe(self, hits[self._current].words)
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._current < len(hits):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def open_current(self) -> bool:
        """Go to the chosen part's words; False when none is chosen."""
        if self.figure is None or not 0 <= self._current < len(self.figure.hits):
            return False
        self.opened.emit(self.figure.hits[self._current].place)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the words of what is pressed."""
        point = (event.position() + QPointF(0, self.verticalScrollBar().value())) / self._look.scale - QPointF(_PAD, _PAD)
        for at, hit in enumerate(self.figure.hits if self.figure else []):
            if hit.rect.contains(point):
                self._current = at
                self.open_current()
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, the chosen part in its ring."""
        painter, _area = begin(self.viewport(), self._look)
        painter.fillRect(plain_rect(self._look, event.rect()), self._look.color("paper"))
        if self.figure is None:
            return
        painter.translate(_PAD, _PAD - self.verticalScrollBar().value() / self._look.scale)
        self.figure.paint(painter)
        if self.hasFocus() and 0 <= self._current < len(self.figure.hits):
            ring(painter, self._look.plain, self.figure.hits[self._current].rect.adjusted(-3, -2, 3, 2))


class Drawer(QWidget):
    """320 wide, a hairline at its left; follows the chosen row."""

    place_wanted = Signal(object)  # Place

    def __init__(self, look: Look, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._standing = look, standing
        self._compared: Compared | None = None
        self.tab: Tab = TABS[0]
        self.view = FigureView(look)
        self.view.setAccessibleName(self.tab.words)
        rows = self._rows = QVBoxLayout(self)
        tabs = QWidget()
        self._line = WrapLayout(tabs)
        group = QButtonGroup(self)
        self._buttons = {tab.id: QPushButton(tab.words) for tab in TABS}
        for tab in TABS:
            button = self._buttons[tab.id]
            button.setCheckable(True)
            button.setProperty("flat", True)
            button.clicked.connect(lambda _on=False, tab=tab: self.choose(tab))
            group.addButton(button)
            self._line.addWidget(button)
        rows.setSpacing(0)
        rows.addWidget(tabs)
        rows.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.opened.connect(self.place_wanted)
        standing.moved.connect(self.refresh)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_compared(self, compared: Compared) -> None:
        """Take another comparison."""
        self._compared = compared
        self.refresh()

    def choose(self, tab: Tab) -> None:
        """Open a tab."""
        self.tab = tab
        self.view.setAccessibleName(tab.words)
        self._dress()

    def next_tab(self) -> None:
        """The next tab, round and round."""
        self.choose(TABS[(TABS.index(self.tab) + 1) % len(TABS)])

    def refresh(self) -> None:
        """Draw it for what is chosen now; nothing while it is closed."""
        if self._compared is not None and self.isVisible():
            width = float(DRAWER - 2 * _PAD - 10)
            self.view.show_figure(self.tab.make(self._look.plain, self._compared, self._standing.claim, width))

    def setVisible(self, visible: bool) -> None:
        """Opened: draw."""
        super().setVisible(visible)
        if visible:
            self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline towards the levels."""
        painter, area = begin(self, self._look)
        painter.fillRect(QRectF(0, 0, 1, area.height()), self._look.color("line"))

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.setFixedWidth(px(DRAWER))
        self._rows.setContentsMargins(1, 0, 0, 0)
        self._line.setContentsMargins(px(8), px(8), px(2), px(8))
        self._line.setSpacing(0)
        for name, button in self._buttons.items():
            button.setChecked(name == self.tab.id)
            button.setProperty("open", name == self.tab.id)
            button.setStyleSheet(f"padding: 0 {px(3)}px;")
            button.ensurePolished()  # which would take the font of the window's style
            button.style().polish(button)
            button.setFont(look.font(Type.SMALL_BOLD if name == self.tab.id else Type.SMALL))
            button.setFixedHeight(px(24))
        self.refresh()
