"""The typeset page beside the blocks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QImage, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.model.briefing import ChangedPages
from briefing_app.ui.theme import PAGE, PAGE_HEAD, Look, Type

_WIDE = 320
_SIDE, _TOP, _BOTTOM = 0.132, 0.04, 0.032
"""Shares of the page's width and height that "Text width" leaves out; the typeset margins are a little wider."""


class _Pages(QScrollArea):
    """The pages, one below the other."""

    accessible_role = QAccessible.Role.Document


class _Page(QLabel):
    """One page; pulling at it drags the briefing."""

    pulled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where the pull begins."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough is a pull."""
        here = event.position().toPoint()
        if self._pressed is not None and (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.pulled.emit()


class PageView(QWidget):
    """The typeset pages as pictures, one below the other: cropped to the text so that it can be read, or whole."""

    width_changed = Signal(int)
    dragged = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pages: tuple[bytes, ...] = ()
        self._labels: list[_Page] = []
        self._changed: set[int] = set()
        """Pages that show another picture than ``_pages`` holds, from 0."""
        self._fit_changed = False
        self._wanted = 0
        self._number = QLabel()
        self._text_width = QPushButton(self.tr("Text width"))
        self._whole_page = QPushButton(self.tr("Whole page"))
        self._scroll = _Pages()
        body = self._body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setObjectName("ringed")
        self._scroll.setAccessibleName(self.tr("The printed page"))
        self._scroll.verticalScrollBar().valueChanged.connect(self._tell_number)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._tell_number)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._go_to_wanted)
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        head = self._head = QWidget()
        line = self._line = QHBoxLayout(head)
        line.addWidget(self._number)
        line.addStretch()
        group = QButtonGroup(self)
        for button in (self._text_width, self._whole_page):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("flat", True)
            button.clicked.connect(self._change_fit)
            group.addButton(button)
            line.addWidget(button)
        self._text_width.setChecked(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self._scroll, 1)

    @property
    def first_stop(self) -> QWidget:
        """What Tab comes to first."""
        return self._text_width

    def page_pixels(self) -> int:
        """How wide a page's picture should be, in device pixels."""
        share = 1 - 2 * _SIDE if self._text_width.isChecked() else 1.0
        bar = self._scroll.verticalScrollBar().sizeHint().width()  # the viewport's own width is still the old one while resizing
        return round((self.width() - bar - 2 * self._look.px(12) - 2 * self._look.px(2) - 2) / share * self.devicePixelRatioF())

    def show_page(self, number: int) -> None:
        """Bring a page (from 1) into view unless it is seen already; one that is not laid out yet, as soon as it is."""
        self._wanted = number
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if not 1 <= self._wanted <= len(self._labels):
            return
        bar, label = self._scroll.verticalScrollBar(), self._labels[self._wanted - 1]
        top, seen = label.y(), self._scroll.viewport().height()
        if not (top < bar.value() + seen // 2 and top + label.height() > bar.value() + seen // 4):
            bar.setValue(top)

    def show_pages(self, pages: tuple[bytes, ...]) -> bool:
        """Take other pages; the place is kept, and so are the pictures that are the same. False when all are."""
        if pages == self._pages and not self._changed:
            return False
        was, old = self._scroll.verticalScrollBar().value(), self._pages
        self._pages = pages
        for label in self._labels[len(pages) :]:
            label.hide()
            label.deleteLater()
        del self._labels[len(pages) :]
        for at, data in enumerate(pages):
            if at == len(self._labels):
                self._labels.append(self._new_page())
            elif at not in self._changed and data == old[at] and not self._fit_changed:
                continue
            self._labels[at].setPixmap(self._picture(QImage.fromData(data)))
        self._fit_changed = False
        self._changed.clear()
        for number, label in enumerate(self._labels, 1):
            label.setAccessibleName(self._number_words(number))
        self._make_room()
        self._scroll.verticalScrollBar().setValue(was)
        self._tell_number()
        return True

    def _make_room(self) -> None:
        """As high as all pages are, at once: until the next layout Qt would squeeze them into the room of the last ones."""
        self._body.resize(self._body.width(), max(self._scroll.viewport().height(), self._rows.totalSizeHint().height()))

    def show_changed(self, changed: ChangedPages) -> None:
        """Take the pages that a change is on, until all come."""
        for number, data in enumerate(changed.pages, changed.first - 1):
            if number == len(self._labels):
                self._labels.append(self._new_page())
            page = QImage.fromData(data)
            if number == changed.first - 1 and changed.top:
                painter = QPainter(page)
                painter.drawImage(QPoint(), QImage.fromData(self._pages[number]), QRect(0, 0, page.width(), changed.top))
                painter.end()
            self._labels[number].setPixmap(self._picture(page))
            self._changed.add(number)

    def _new_page(self) -> _Page:
        label = _Page()
        label.pulled.connect(self.dragged)
        label.setToolTip(self.tr("Drag the page to another program or folder to hand the briefing over as PDF"))
        label.setStyleSheet(f"border: 1px solid {self._look.colours.line}")
        self._rows.addWidget(label)
        label.show()  # now, not with the layout, which passes over what is hidden
        return label

    def _picture(self, page: QImage) -> QPixmap:
        if self._text_width.isChecked():
            left, top = round(page.width() * _SIDE), round(page.height() * _TOP)
            page = page.copy(QRect(left, top, page.width() - 2 * left, page.height() - top - round(page.height() * _BOTTOM)))
        picture = QPixmap.fromImage(page)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        return picture

    def _change_fit(self) -> None:
        self._fit_changed = True
        self._dress()
        self.width_changed.emit(self.page_pixels())

    def _tell_number(self) -> None:
        """Name the page in the middle of what is seen."""
        middle = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height() // 2
        seen = sum(label.y() <= middle for label in self._labels)
        words = self._number_words(max(1, seen)) if self.width() >= self._look.px(_WIDE) else f"{max(1, seen)} / {len(self._pages)}"
        self._number.setText(words if self._labels else self.tr("typesetting …"))

    def _number_words(self, number: int) -> str:
        return self.tr("page %1 of %2").replace("%1", str(number)).replace("%2", str(len(self._pages)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for other pictures."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.width_changed.emit(self.page_pixels())

    def sizeHint(self) -> QSize:
        """420 wide."""
        return QSize(self._look.px(PAGE), 600)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._rows.setContentsMargins(px(12), px(8), px(12), px(24))
        self._rows.setSpacing(px(12))
        self._head.setFixedHeight(px(PAGE_HEAD))
        self._line.setContentsMargins(px(16), 0, px(12), 0)
        self._number.setFont(look.font(Type.UI))
        self._number.setStyleSheet(f"color: {look.colours.muted}")
        for button in (self._text_width, self._whole_page):
            button.setFont(look.font(Type.SMALL_BOLD if button.isChecked() else Type.SMALL))
            button.setProperty("open", button.isChecked())
            button.style().polish(button)
            button.setStyleSheet(f"padding: 0 {px(8)}px;")
            button.setFixedHeight(px(22))
        for label in self._labels:
            label.setStyleSheet(f"border: 1px solid {look.colours.line}")
        self._tell_number()
