"""Both ways between positions of the text document and code points of the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.model.span import Span
from briefing_app.ui.utf16 import Utf16


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article and where the document shows it (UTF-16 units)."""

    start: int
    span: Span
    units: Utf16

    @property
    def end(self) -> int:
        """The document position behind the piece."""
        return self.start + self.units.units


class Places:
    """The pieces of one page; they do not overlap, neither in the document nor in the article."""

    def __init__(self, pieces: Sequence[Piece] = ()) -> None:
        self._by_document = sorted((piece for piece in pieces if len(piece.span)), key=lambda piece: piece.start)
        self._by_text = sorted(self._by_document, key=lambda piece: piece.span)
        self._starts = [piece.start for piece in self._by_document]
        self._ends = [piece.span.end for piece in self._by_text]

    def __bool__(self) -> bool:
        """Whether anything of the article stands on the page."""
        return bool(self._by_document)

    def to_document(self, span: Span) -> list[tuple[int, int]]:
        """The stretches of the document (start, end) that show ``span``; empty when it is hidden."""
        found: list[tuple[int, int]] = []
        at = bisect_right(self._ends, span.start)
        while at < len(self._by_text) and (piece := self._by_text[at]).span.start < span.end:
            first = max(span.start, piece.span.start) - piece.span.start
            last = min(span.end, piece.span.end) - piece.span.start
            found.append((piece.start + piece.units.to_units(first), piece.start + piece.units.to_units(last)))
            at += 1
        return found

    def to_article(self, start: int, end: int) -> Span | None:
        """The code points that the document shows from ``start`` to ``end``; None when it shows nothing of the article there."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        touched = [piece for piece in self._by_document[first:last] if piece.start < end and start < piece.end]
        if not touched:
            return None
        begin = min(piece.span.start + piece.units.to_code_points(start - piece.start) for piece in touched)
        finish = max(piece.span.start + piece.units.to_code_points(end - piece.start) for piece in touched)
        return Span(begin, finish) if begin < finish else None

    def stretches(self, start: int, end: int, text: str) -> tuple[Span, ...]:
        """The stretches of the article that the document shows from ``start`` to ``end``, in the order of the text.

        Between two of one stretch nothing but white space of ``text`` is left out.
        """
        found: list[Span] = []
        for piece in self._by_text:
            if piece.start < end and start < piece.end:
                first = piece.span.start + piece.units.to_code_points(start - piece.start)
                last = piece.span.start + piece.units.to_code_points(end - piece.start)
                if found and not text[found[-1].end : first].strip():
                    found[-1] = Span(found[-1].start, last)
                else:
                    found.append(Span(first, last))
        return tuple(found)

    def nearest(self, position: int) -> int:
        """The code point shown at a document position, or the last one before it; of a place before all the first; 0 without any."""
        if not self._by_document:
            return 0
        piece = self._by_document[max(0, bisect_right(self._starts, position) - 1)]
        return min(piece.span.start + piece.units.to_code_points(position - piece.start), piece.span.end - 1)

    def exactly(self, position: int) -> int | None:
        """The code point shown at a document position, None when the document shows something of its own there."""
        at = bisect_right(self._starts, position) - 1
        if at < 0 or position >= self._by_document[at].end:
            return None
        piece = self._by_document[at]
        return piece.span.start + piece.units.to_code_points(position - piece.start)
