"""A drawing of the drawer: what is painted, what leads to which words, and the same as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from briefing_app.model.comparison import Place
from briefing_app.model.span import Span
from briefing_app.ui.comparison.prose import Prose
from briefing_app.ui.theme import Look, Type


@dataclass(frozen=True, slots=True)
class Hit:
    """A part that leads to words of an article; ``words`` are it for a screen reader."""

    rect: QRectF
    place: Place
    words: str


@dataclass(slots=True)
class Figure:
    """Made for a width in pixels of 100 %. ``head`` and ``rows`` are the table that it can be exported as."""

    look: Look
    width: float
    head: tuple[str, ...]
    height: float = 0.0
    rows: list[tuple[str, ...]] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    strokes: list[Callable[[QPainter], None]] = field(default_factory=list)

    def paint(self, painter: QPainter) -> None:
        """Draw everything, the top left corner at the painter's origin."""
        for stroke in self.strokes:
            stroke(painter)

    def write(self, words: str, left: float = 0.0, *, token: str = "ink", kind: Type = Type.SMALL, gap: float = 4.0) -> QRectF:
        """Words wrapped below what stands there; returns where they stand."""
        made = Prose(self.look, words, Span(0, len(words)), self.width - left, kind=kind)
        at, look = QPointF(left, self.height), self.look
        self.strokes.append(lambda painter: made.paint(painter, at, look.color(token)))
        self.height += made.height + gap
        return QRectF(at.x(), at.y(), self.width - left, made.height)

    def draw(self, stroke: Callable[[QPainter], None]) -> None:
        """Something painted by hand."""
        self.strokes.append(stroke)
