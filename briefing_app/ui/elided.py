"""A label on one line that gives way: what it has no room for ends in an ellipsis, and its tool tip says the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget


class ElidedLabel(QLabel):
    """Plain words, as short as they have to be."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """An ellipsis is enough."""
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words, cut where they have to be."""
        painter = QPainter(self)
        box = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        if self.toolTip() != (full := "" if shown == self.text() else self.text()):
            self.setToolTip(full)
        self.style().drawItemText(painter, box, self.alignment(), self.palette(), self.isEnabled(), shown, self.foregroundRole())
