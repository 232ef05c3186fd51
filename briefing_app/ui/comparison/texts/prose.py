"""The words of a passage laid out for a column: muted beside the row's own words, underlined where they matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from briefing_app.model.span import Span
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

_BREAK = re.compile(r"\s*\n\s*")


class Prose:
    """A stretch of a text, wrapped to a width, its lines on the grid of its type."""

    def __init__(
        self,
        look: Look,
        text: str,
        span: Span,
        width: float,
        *,
        core: Sequence[Span] = (),
        keys: Iterable[Span] = (),
        strong: Iterable[Span] = (),
        kind: Type = Type.DENSE,
    ) -> None:
        words = _one_break(span.of(text))
        self._units = Utf16(words)
        self._start = span.start
        self.line = look.line_height(kind)
        self._layout = QTextLayout(words, look.font(kind))
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(span, core, keys, strong, look.color("muted")))
        self.height = float(self._wrap(width))

    def _wrap(self, width: float) -> int:
        layout, top = self._layout, 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self.line - line.height()) / 2))
            top += self.line
        layout.endLayout()
        return top

    def _formats(
        self, span: Span, core: Sequence[Span], keys: Iterable[Span], strong: Iterable[Span], muted: QColor
    ) -> list[QTextLayout.FormatRange]:
        """Cut at every border, because of several ranges over one word only the last would count."""
        outside = _outside(span, core)
        kinds = [[one for one in spans if one.overlap(span)] for spans in (outside, keys, strong)]
        edges = sorted({at for found in kinds for one in found for at in (max(one.start, span.start), min(one.end, span.end))})
        made: list[QTextLayout.FormatRange] = []
        for start, end in pairwise(edges):
            form = QTextCharFormat()
            is_muted, is_key, is_strong = (any(one.start <= start and end <= one.end for one in found) for found in kinds)
            if is_muted:
                form.setForeground(muted)
            if is_key:
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            if is_strong:
                form.setFontWeight(QFont.Weight.DemiBold)
            if is_muted or is_key or is_strong:
                made.append(self._range(Span(start, end), form))
        return made

    def _range(self, span: Span, form: QTextCharFormat) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        start, end = self._units.to_units(span.start - self._start), self._units.to_units(span.end - self._start)
        found.start, found.length, found.format = start, end - start, form
        return found

    @property
    def widest(self) -> float:
        """How wide its longest line is."""
        return max((self._layout.lineAt(at).naturalTextWidth() for at in range(self._layout.lineCount())), default=0.0)

    def paint(self, painter: QPainter, at: QPointF, color: QColor) -> None:
        """Draw it with its top left corner ``at``."""
        painter.setPen(color)
        self._layout.draw(painter, at)


def _outside(span: Span, core: Sequence[Span]) -> list[Span]:
    """What lies before, between and behind the core's words; nothing when there is no core."""
    found: list[Span] = []
    at = span.start
    for one in sorted(core):
        if one.start > at:
            found.append(Span(at, one.start))
        at = max(at, one.end)
    if core and at < span.end:
        found.append(Span(at, span.end))
    return found


def _one_break(words: str) -> str:
    """Each run of white space around a line end as one line separator, filled up so that every position stays."""
    return _BREAK.sub(lambda found: "\u2028" + "\u200b" * (len(found[0]) - 1), words).replace("\t", " ")
