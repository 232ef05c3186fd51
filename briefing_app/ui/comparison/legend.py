"""What the signs of the open level mean, on one line that can be hidden."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from briefing_app.model.annotation import Tint
from briefing_app.model.comparison import DifferenceKind
from briefing_app.ui.comparison.kinds import kind_token, kind_words
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin, dotted_line, paint_hatch, paint_words
from briefing_app.ui.theme import LEGEND, Look, Type

_SIGN, _GAP, _APART = 18.0, 6.0, 18.0
_RAISED = QPointF(0, 3)
"""Lines stand where they would stand below the words."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """``draw`` names an icon, or one of: strong, hatch, dots, ribbon, line:TOKEN."""

    draw: str
    words: str


class Legend(QWidget):
    """The signs from left to right, as many as fit."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._level = look, Level.MATRIX
        self.gives_way = False
        """Whether the pane is so low that the texts need the room."""
        self.setAccessibleName(self.tr("Legend"))
        look.changed.connect(self._dress)
        self._dress()

    def show_level(self, level: Level) -> None:
        """The signs of another level."""
        self._level = level
        words = ", ".join(sign.words for sign in _signs(level))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def fit(self, *, low: bool) -> None:
        """Leave a low pane its room for the texts."""
        if low is not self.gives_way:
            self.gives_way = low
            self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(0 if self.gives_way else self._look.px(LEGEND))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign and word, sign and word."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        painter.fillRect(area, look.color("paper"))
        painter.fillRect(QRectF(0, 0, area.width(), 1), look.color("line"))
        metrics, left = QFontMetricsF(look.font(Type.SMALL)), 16.0
        for sign in _signs(self._level):
            width = metrics.horizontalAdvance(sign.words)
            if left + _SIGN + _GAP + width > area.right() - 16:
                return
            _paint_sign(painter, look, sign.draw, QRectF(left, (area.height() - 16) / 2, _SIGN, 16))
            words = QRectF(left + _SIGN + _GAP, 0, width + 1, area.height())
            paint_words(painter, sign.words, words, look.font(Type.SMALL), look.color("muted"))
            left = words.right() + _APART


def _paint_sign(painter: QPainter, look: Look, draw: str, box: QRectF) -> None:
    if draw == "strong":
        paint_words(painter, "b", box, look.font(Type.UI_BOLD), look.color("ink"))
    elif draw == "hatch":
        paint_hatch(painter, look, box)
    elif draw == "dots":
        dotted_line(painter, box.bottomLeft().toPoint().toPointF() - _RAISED, box.width(), look.color("muted"))
    elif draw == "ribbon":
        painter.fillRect(box.adjusted(0, 2, 0, -2), look.tint(Tint.SKY))
    elif draw.startswith("line:"):
        painter.setPen(QPen(look.color(draw.removeprefix("line:")), 1.5))
        painter.drawLine(box.bottomLeft() - _RAISED, box.bottomRight() - _RAISED)
    else:
        token = "conflict" if draw == "conflict" else "muted"
        paint_icon(painter, draw, QRectF(box.left() + 1, box.top(), 16, 16), look.color(token))


def _signs(level: Level) -> tuple[_Sign, ...]:
    conflict, progression = _Sign("conflict", _tr("contradict each other")), _Sign("progression", _tr("later stage"))
    if level is Level.MATRIX:
        return (
            conflict,
            progression,
            _Sign("all", _tr("in all")),
            _Sign("some", _tr("in some")),
            _Sign("only", _tr("only here")),
            _Sign("hatch", _tr("silent")),
            _Sign("omission", _tr("left out by this one")),
            _Sign("hedge", _tr("hedged or weaker")),
            _Sign("note", _tr("corrected or judged by you")),
            _Sign("strong", _tr("words that matter")),
            _Sign("dots", _tr("inferred")),
        )
    if level is Level.TEXTS:
        return (
            _Sign("ribbon", _tr("passages of one row")),
            conflict,
            progression,
            _Sign("hatch", _tr("silent")),
            _Sign("line:ink", _tr("words that matter")),
            _Sign("dots", _tr("inferred")),
        )
    kinds = (DifferenceKind.NUMBER, DifferenceKind.HEDGE, DifferenceKind.ATTRIBUTION)
    named = tuple(_Sign(f"line:{kind_token(kind)}", words) for kind, words in zip(kinds, _named(), strict=True))
    return (*named, _Sign("dots", kind_words(DifferenceKind.WORDING)), _Sign("strong", _tr("words that matter")))


def _named() -> tuple[str, str, str]:
    """What the three colours of level 3 stand for."""
    return (_tr("contradiction, number, date, negation"), _tr("hedge, scope, condition, plan or deed"), _tr("who says it"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)
