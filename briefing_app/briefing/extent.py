"""How far an excerpt reaches: its ends moved by whole sentences."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app import language
from briefing_app.model.article import Article
from briefing_app.model.span import Span


def sentences_of(article: Article) -> tuple[Span, ...]:
    """The sentences of the told zones, in the order of the text."""
    pack = language.pack_for(article.document.language.value or "")
    return tuple(span for zone in article.document.told() for span in pack.sentences(article.text, zone.span) if span)


def end_moved(span: Span, sentences: Sequence[Span], by: int) -> Span:
    """The span up to the next end of a sentence (``by`` 1) or back to the one before (-1); unchanged where there is none."""
    ends = sorted({sentence.end for sentence in sentences})
    if by > 0:
        return Span(span.start, next((end for end in ends if end > span.end), span.end))
    return Span(span.start, next((end for end in reversed(ends) if span.start < end < span.end), span.end))


def start_moved(span: Span, sentences: Sequence[Span], by: int) -> Span:
    """The span from the beginning of a sentence before (``by`` -1) or after (1); unchanged where there is none."""
    starts = sorted({sentence.start for sentence in sentences})
    if by < 0:
        return Span(next((start for start in reversed(starts) if start < span.start), span.start), span.end)
    return Span(next((start for start in starts if span.start < start < span.end), span.start), span.end)
