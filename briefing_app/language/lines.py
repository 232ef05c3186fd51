"""The told sentences of an article with their tokens: what every finder reads."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.language.marks import Marked, marked_in
from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Token
from briefing_app.language.tagging import tokens_of
from briefing_app.model.article import Document, ZoneKind
from briefing_app.model.span import Span


@dataclass(slots=True)
class Line:
    """One sentence: where, in which zone and paragraph (counted from 0), its tokens, and the quoted stretches of its paragraph."""

    span: Span
    zone: ZoneKind
    paragraph: int
    tokens: list[Token]
    quoted: list[Marked]


def lines_of(document: Document, pack: LangPack) -> list[Line]:
    """The sentences of the told zones in the order of the text; none crosses a zone or a line end."""
    lines: list[Line] = []
    paragraph, reached = -1, 0
    for zone in document.told():
        last: int | None = None
        for span in pack.sentences(document.text, zone.span):
            if span.start < reached:
                continue
            if last is None or "\n" in document.text[last : span.start]:
                paragraph += 1
            last = reached = span.end
            lines.append(Line(span, zone.kind, paragraph, tokens_of(document.text, span, pack), []))
    _mark_quotes(lines, document.text)
    return lines


def _mark_quotes(lines: list[Line], text: str) -> None:
    """Quotation marks pair within a paragraph, whose sentences share what was found."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].paragraph == lines[start].paragraph:
            end += 1
        found = marked_in(text, Span(lines[start].span.start, lines[end - 1].span.end))
        for line in lines[start:end]:
            line.quoted = found
        start = end
