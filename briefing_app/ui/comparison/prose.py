"""Words of an article laid out for a column: muted beside what matters, underlined or strong where it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from briefing_app.model.span import Span
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch is shown; several styles over one word add up. ``line`` is the colour token of an underline, dotted when ``faint``."""

    span: Span
    muted: bool = False
    strong: bool = False
    line: str = ""
    faint: bool = False


class Prose:
    """A stretch of a text, wrapped to a width, on the line grid of its type.

    Lines in which one of ``glossed`` begins get ``gloss`` pixels more below them.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        span: Span,
        width: float,
        styles: Iterable[Style] = (),
        *,
        kind: Type = Type.DENSE,
        glossed: Iterable[Span] = (),
        gloss: int = 0,
    ) -> None:
        words = _one_break(span.of(text))
        self._units = Utf16(words)
        self.span = span
        self._line = look.line_height(kind)
        self._layout = QTextLayout(words, look.font(kind))
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(look, [style for style in styles if style.span.overlap(span)]))
        self._tops: list[int] = []
        self.height = float(self._wrap(width, [self._unit(one.start) for one in glossed], gloss))

    def _wrap(self, width: float, glossed: Sequence[int], gloss: int) -> int:
        layout, top = self._layout, 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self._line - line.height()) / 2))
            self._tops.append(top)
            end = line.textStart() + line.textLength()
            top += self._line + (gloss if any(line.textStart() <= at < end for at in glossed) else 0)
        layout.endLayout()
        return top

    def _formats(self, look: Look, styles: Sequence[Style]) -> list[QTextLayout.FormatRange]:
        """Cut at every border: of several ranges over one word Qt would take the last alone."""
        edges = sorted({at for style in styles for at in (max(style.span.start, self.span.start), min(style.span.end, self.span.end))})
        found: list[QTextLayout.FormatRange] = []
        for start, end in pairwise(edges):
            over = [style for style in styles if style.span.start <= start and end <= style.span.end]
            if over:
                made = QTextLayout.FormatRange()
                first, last = self._unit(start), self._unit(end)
                made.start, made.length, made.format = first, last - first, _format(look, over)
                found.append(made)
        return found

    def _unit(self, at: int) -> int:
        return self._units.to_units(at - self.span.start)

    @property
    def widest(self) -> float:
        """How wide its longest line is."""
        return max((self._layout.lineAt(at).naturalTextWidth() for at in range(self._layout.lineCount())), default=0.0)

    def places(self, span: Span) -> list[QRectF]:
        """Where words stand, a rectangle a line, relative to the top left corner."""
        start, end = self._unit(span.start), self._unit(span.end)
        found: list[QRectF] = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = sorted((_x(line.cursorToX(first)), _x(line.cursorToX(last))))
                found.append(QRectF(left, self._tops[number], right - left, self._line))
        return found

    def paint(self, painter: QPainter, at: QPointF, color: QColor) -> None:
        """Draw it with its top left corner ``at``."""
        painter.setPen(color)
        self._layout.draw(painter, at)


def outside(span: Span, core: Sequence[Span]) -> list[Style]:
    """Muted is what lies before, between and behind the core's words; nothing when there is no core."""
    found: list[Style] = []
    at = span.start
    for one in sorted(core):
        if one.start > at:
            found.append(Style(Span(at, one.start), muted=True))
        at = max(at, one.end)
    if core and at < span.end:
        found.append(Style(Span(at, span.end), muted=True))
    return found


def _format(look: Look, styles: Sequence[Style]) -> QTextCharFormat:
    form = QTextCharFormat()
    if any(style.muted for style in styles):
        form.setForeground(look.color("muted"))
    if any(style.strong for style in styles):
        form.setFontWeight(QFont.Weight.DemiBold)
    line = next((style for style in styles if style.line), None)
    if line is not None:
        solid, dotted = QTextCharFormat.UnderlineStyle.SingleUnderline, QTextCharFormat.UnderlineStyle.DotLine
        form.setUnderlineStyle(dotted if line.faint else solid)
        form.setUnderlineColor(look.color(line.line))
    return form


def _x(found: object) -> float:
    """Qt gives the position alone or with the cursor that it settled on."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _one_break(words: str) -> str:
    """Each run of white space around a line end as one line separator, filled up so that every position stays."""
    return _BREAK.sub(lambda found: "\u2028" + "\u200b" * (len(found[0]) - 1), words).replace("\t", " ")
