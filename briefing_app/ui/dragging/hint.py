"""The sheet over the window while something is dragged across it: what dropping would do, or why it would do nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from briefing_app.ui.accessible import announce
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin
from briefing_app.ui.theme import RADIUS, Look, Type

_WIDTH, _VEIL = 480, 0.6


class DropHint(QWidget):
    """Lets the pointer through."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._words, self._refused = "", False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_words(self, words: str, *, refused: bool) -> None:
        """Lay it over the whole window."""
        self._words, self._refused = words, refused
        self.setAccessibleName(words)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()
        announce(self, words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ring around the window, what is in it a little paler, and a plate with the words in its middle."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        with painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            token = "caution" if self._refused else "accent"
            font = look.font(Type.UI_BOLD)
            room = min(_WIDTH, area.width() - 48)
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
            text = QFontMetricsF(font).boundingRect(QRectF(0, 0, room - 72, 400), flags, self._words)
            plate = QRectF(0, 0, min(room, text.width() + 74), text.height() + 32)
            plate.moveCenter(area.center())
            veil = look.color("paper")
            veil.setAlphaF(_VEIL)
            painter.fillRect(area, veil)
            ring = QPen(look.color(token), 2, j=Qt.PenJoinStyle.MiterJoin)
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))
            painter.setPen(QPen(look.color(token), 1))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(plate, RADIUS, RADIUS)
            icon = QRectF(plate.left() + 18, plate.center().y() - 8, 16, 16)
            paint_icon(painter, "warning" if self._refused else "import", icon, look.color(token))
            painter.setPen(look.color("ink"))
            painter.setFont(font)
            painter.drawText(plate.adjusted(48, 0, -16, 0), flags, self._words)
