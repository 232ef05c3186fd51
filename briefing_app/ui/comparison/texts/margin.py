"""Why the chosen row stands where it stands, beside texts that leave a wide window room for it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.ui.accessible import describe
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.peek import WhyCard
from briefing_app.ui.comparison.standing import Standing
from briefing_app.ui.painting import begin
from briefing_app.ui.theme import SOURCE_HEAD, Look

_LEAST, _MOST = 300.0, 420.0
"""The narrowest that it stands there, and the widest that its words become."""
_PAD = 20.0


class WhyMargin(QWidget):
    """The reasons of the chosen row, as long as there is room; the card (``w``) has all of them in any window."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._standing = look, standing
        self._width = 0
        self._compared: Compared | None = None
        self._card: WhyCard | None = None
        self.setAccessibleName(self.tr("Why"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()
        standing.moved.connect(self._refresh)

    def show_compared(self, compared: Compared) -> None:
        """Take another comparison."""
        self._compared = compared
        self._refresh()

    def fit(self, spare: float) -> None:
        """Stand there when ``spare`` pixels of 100 % are enough to be read in."""
        self._width = self._look.px(spare)
        self.updateGeometry()
        self.setVisible(spare >= _LEAST)
        self._refresh()

    def sizeHint(self) -> QSize:
        """As wide as the texts leave room, and no obstacle to a narrower window."""
        return QSize(self._width, 0)

    def minimumSizeHint(self) -> QSize:
        """Nothing."""
        return QSize(0, 0)

    def _refresh(self) -> None:
        claim, compared = self._standing.claim, self._compared
        known = not self.isHidden() and compared is not None and claim is not None and claim < len(compared.comparison.claims)
        self._card = None
        if known and compared is not None and claim is not None:
            width = min(_MOST, self._width / self._look.scale - 2 * _PAD)
            self._card = WhyCard(self._look.plain, compared, claim, self._standing.place, width)
        describe(self, self._card.spoken if self._card else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline at the left, the facts below the height of the sources' names."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, look.color("paper"))
        painter.fillRect(QRectF(0, SOURCE_HEAD - 1, area.width(), 1), look.color("line"))
        painter.fillRect(QRectF(0, 0, 1, area.height()), look.color("line"))
        if self._card is not None:
            self._card.paint(painter, QPointF(_PAD, SOURCE_HEAD + 12))
