"""A list of named facts: the name at the left in its colour, the words wrapped beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from briefing_app.model.span import Span
from briefing_app.ui.comparison.prose import Prose
from briefing_app.ui.painting import paint_words
from briefing_app.ui.theme import Look, Type

_GAP, _AFTER_NAME = 4.0, 12.0


@dataclass(frozen=True, slots=True)
class Fact:
    """``token`` is the colour of the name."""

    name: str
    words: str
    token: str = "muted"


class Listing:
    """Facts laid out for a width; ``height`` is what they take. Lists below each other that are given the same ``names`` stand in line."""

    def __init__(self, look: Look, facts: Iterable[Fact], width: float, names: Iterable[str] = ()) -> None:
        self._look = look
        self._facts = tuple(facts)
        metrics = QFontMetricsF(look.font(Type.SMALL_BOLD))
        widest = (metrics.horizontalAdvance(name) for name in (*names, *(fact.name for fact in self._facts)))
        self._names = max(widest, default=0.0) + _AFTER_NAME
        self._words = [
            Prose(look, fact.words, Span(0, len(fact.words)), max(40.0, width - self._names), kind=Type.SMALL) for fact in self._facts
        ]
        self.height = sum(words.height + _GAP for words in self._words)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw them with the top left corner ``at``."""
        look, top = self._look, at.y()
        for fact, words in zip(self._facts, self._words, strict=True):
            box = QRectF(at.x(), top, self._names, look.line_height(Type.SMALL))
            paint_words(painter, fact.name, box, look.font(Type.SMALL_BOLD), look.color(fact.token))
            words.paint(painter, QPointF(at.x() + self._names, top), look.color("ink"))
            top += words.height + _GAP
