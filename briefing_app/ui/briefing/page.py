"""The typeset page beside the blocks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from briefing_app.ui.theme import PAGE, Look


class PageView(QScrollArea):
    """The typeset pages as pictures, one below the other."""

    width_changed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(16, 12, 16, 24)
        self._rows.setSpacing(12)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The printed page"))
        self._pages: tuple[bytes, ...] = ()

    def page_pixels(self) -> int:
        """How wide a page's picture should be, in device pixels."""
        return round((self.viewport().width() - 34) * self.devicePixelRatioF())

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Take other pages; the place is kept."""
        if pages == self._pages:
            return
        self._pages = pages
        was = self.verticalScrollBar().value()
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, data in enumerate(pages, 1):
            picture = QPixmap.fromImage(QImage.fromData(data))
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            label = QLabel()
            label.setPixmap(picture)
            label.setFrameShape(QFrame.Shape.Box)
            label.setStyleSheet(f"border: 1px solid {self._look.colours.line}")
            label.setAccessibleName(self.tr("page %1 of %2").replace("%1", str(number)).replace("%2", str(len(pages))))
            self._rows.addWidget(label)
        self.verticalScrollBar().setValue(was)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for other pictures."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.width_changed.emit(self.page_pixels())

    def sizeHint(self) -> QSize:
        """420 wide."""
        return QSize(PAGE, 600)
