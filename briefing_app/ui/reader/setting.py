"""Sets words, blocks and links into a text document and keeps where each of them stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from briefing_app.model.article import SHOWN, ZoneKind
from briefing_app.model.document import Link
from briefing_app.model.span import Span
from briefing_app.ui.reader.inert import safe_text
from briefing_app.ui.reader.paragraphs import Run
from briefing_app.ui.reader.places import Piece
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

DIMMED = QTextFormat.Property.UserProperty + 1
"""Block property: the stretch is no part of the article."""
MARKER = QTextFormat.Property.UserProperty + 2
"""Block property: what is painted before the list item."""
INDENT = 24
_QUIET = frozenset({ZoneKind.BYLINE, ZoneKind.AGENCY, ZoneKind.DATELINE, ZoneKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Stop:
    """Words that can be pressed, from one document position to another, and what they lead to (``evidence:date``, ``link:17``)."""

    start: int
    end: int
    target: str


class Setter:
    """A cursor that writes. ``mirrored`` when the article as a whole runs from the right.

    ``title`` and ``meta`` are the document positions of the title and of the line with source and date, once they are written.
    """

    def __init__(self, document: QTextDocument, look: Look, links: Sequence[Link], *, mirrored: bool) -> None:
        self.document = document
        self.look = look
        self.mirrored = mirrored
        self.links = tuple(sorted(links, key=_place_of))
        self.pieces: list[Piece] = []
        self.stops: list[Stop] = []
        self.title = self.meta = 0
        self.cursor = QTextCursor(document)
        self.fresh = True  # whether the block at the cursor is empty and waits for its format
        self._link_ends = [link.span.end for link in self.links]
        self._forms: dict[tuple[Type, str, bool, int], QTextCharFormat] = {}

    def block(self, form: QTextBlockFormat, kind: Type, right: bool | None = None) -> None:
        """Begin a block; ``right`` says that it runs from the right, None means as the article does."""
        form.setLineHeight(self.look.line_height(kind), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        from_right = self.mirrored if right is None else right
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
        if self.fresh:
            self.cursor.setBlockFormat(form)
            self.fresh = False
        else:
            self.cursor.insertBlock(form)

    def chars(self, kind: Type, token: str = "ink", *, italic: bool = False, weight: int = 0) -> QTextCharFormat:
        """The form of words in a kind of type and a colour; ``weight`` 0 keeps the type's own."""
        form = self._forms.get((kind, token, italic, weight))
        if form is None:
            form = self._forms[kind, token, italic, weight] = QTextCharFormat()
            form.setFont(self.look.font(kind, italic=italic))
            form.setForeground(self.look.color(token))
            if weight:
                form.setFontWeight(weight)
        return QTextCharFormat(form)

    def own(self, words: str, form: QTextCharFormat, target: str = "") -> None:
        """Words that are not the article's; ``target`` makes them a stop."""
        start = self.cursor.position()
        self.cursor.insertText(safe_text(words), form)
        if target:
            self.stops.append(Stop(start, self.cursor.position(), target))

    def runs(self, text: str, runs: Sequence[Run], kind: Type, *, dimmed: bool, bold: bool = False) -> None:
        """Runs of the article, each in the form of its label, links under a thin line."""
        for run in runs:
            quiet = dimmed or run.zone in _QUIET or run.zone not in SHOWN
            weight = 600 if bold or run.zone is ZoneKind.STANDFIRST else 0
            form = self.chars(kind, "muted" if quiet else "ink", italic=run.zone is ZoneKind.CAPTION, weight=weight)
            for span, link in self._cut_at_links(run.span):
                self._words(text, span, form, link)

    def _words(self, text: str, span: Span, form: QTextCharFormat, link: int | None) -> None:
        words = safe_text(span.of(text), lines=True)
        start = self.cursor.position()
        self.pieces.append(Piece(start, span, Utf16(words)))
        if link is None:
            self.cursor.insertText(words, form)
            return
        self.cursor.insertText(words, self._link_form(form, link))
        target = f"link:{link}"
        if self.stops and self.stops[-1].target == target:
            start = self.stops.pop().start
        self.stops.append(Stop(start, self.cursor.position(), target))

    def _cut_at_links(self, span: Span) -> list[tuple[Span, int | None]]:
        """The span cut at the borders of its links, each piece with the number of its link."""
        found: list[tuple[Span, int | None]] = []
        at, number = span.start, bisect_left(self._link_ends, span.start + 1)
        while number < len(self.links) and (link := self.links[number]).span.start < span.end:
            first, last = max(at, link.span.start), min(span.end, link.span.end)
            if at < first:
                found.append((Span(at, first), None))
            if first < last:
                found.append((Span(first, last), number))
                at = last
            number += 1
        if at < span.end or not found:
            found.append((Span(at, span.end), None))
        return found

    def _link_form(self, form: QTextCharFormat, number: int) -> QTextCharFormat:
        """Quiet: a thin line under the words. The document knows the number of the link, never its address."""
        linked = QTextCharFormat(form)
        linked.setAnchor(True)
        linked.setAnchorHref(f"link:{number}")
        linked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        linked.setUnderlineColor(self.look.between("muted", "paper"))
        return linked


def indent(form: QTextBlockFormat, pixels: float, *, right: bool) -> None:
    """Move a block in from the side on which its lines begin."""
    if right:
        form.setRightMargin(pixels)
    else:
        form.setLeftMargin(pixels)


def _place_of(link: Link) -> Span:
    return link.span
