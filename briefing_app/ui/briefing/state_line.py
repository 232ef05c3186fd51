"""The line at the foot of the briefing: how its sentences stand, each standing with its sign, and what else is to be known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.briefing import Provenance, Standing
from briefing_app.ui.briefing.remarks import standing_words, tally_words
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin, paint_words
from briefing_app.ui.theme import ICON, PROVENANCE, Look, Type

_SIGNS = {Standing.SOURCED: ("check", "accent"), Standing.ASSESSMENT: ("note", "muted"), Standing.UNSOURCED: ("warning", "caution")}
"""The sign of a standing, and the colour that it has where there are such sentences."""
_AFTER_SIGN, _APART = 6, 20


class StateLine(QWidget):
    """Paints the standings, those without a sentence muted; the rest follows as far as there is room."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._provenance: Provenance | None = None
        self._rest = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_state(self, provenance: Provenance | None, besides: Sequence[str]) -> None:
        """Take how the sentences stand (None while nobody knows) and what else is said."""
        self._provenance, self._rest = provenance, "  ·  ".join(besides)
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()

    def text(self) -> str:
        """All of it in words."""
        told = [self.tr("provenance: %1").replace("%1", tally_words(self._provenance))] if self._provenance else []
        return "  ·  ".join([*told, self._rest])

    def minimumSizeHint(self) -> QSize:
        """It gives way: the tool tip has all of it."""
        return QSize(self._look.px(ICON), self._look.px(ICON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign and words of each standing, then the rest."""
        painter, area = begin(self, self._look)
        line = QRectF(0, 0, area.width(), min(float(PROVENANCE), area.height()))
        if self._provenance is not None:
            for standing in Standing:
                line = self._paint_standing(painter, standing, self._provenance.count(standing), line)
        if line.width() > _APART:
            paint_words(painter, self._rest, line, self._look.plain.font(Type.UI), self._look.color("muted"))

    def _paint_standing(self, painter: QPainter, standing: Standing, count: int, line: QRectF) -> QRectF:
        """Returns what is left of the line."""
        look, (sign, token) = self._look.plain, _SIGNS[standing]
        words, font = standing_words(standing, count), look.font(Type.UI)
        if line.width() < ICON + _AFTER_SIGN + QFontMetricsF(font).horizontalAdvance(words):
            return QRectF(line.right(), line.top(), 0, line.height())
        box = QRectF(line.left(), line.center().y() - ICON / 2, ICON, ICON)
        paint_icon(painter, sign, box, look.color(token if count else "muted"))
        color = look.color("muted" if not count else "caution" if standing is Standing.UNSOURCED else "ink")
        width = paint_words(painter, words, line.adjusted(ICON + _AFTER_SIGN, 0, 0, 0), font, color)
        return line.adjusted(ICON + _AFTER_SIGN + width + _APART, 0, 0, 0)
