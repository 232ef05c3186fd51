"""Hides how an article lies in the index: fields of folded stems with their places, and of whole forms beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate, pairwise
from typing import Any, Final

from whoosh.fields import Schema

from briefing_app.language import pack_for
from briefing_app.library.index.codec import BOUNDARY, Places, Value, Words
from briefing_app.library.index.terms import forms_of, term_of
from briefing_app.model.analysis_versions import LANGUAGE
from briefing_app.model.article import TOLD, Article, Attested, Document, ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.search import SEARCHED_MOST
from briefing_app.model.span import Span

INDEX_VERSION = f"7/{LANGUAGE}"
"""Changes whenever the same article may be indexed otherwise; an index of another version is built again."""

TEXT_FIELDS = ("title", "body", "rest", "comments", "furniture", "source", "by", "agency")
"""Fields with words; each has a twin ``<name>_forms`` with the forms as written, for beginnings, shapes and likenesses."""

_WRITERS = frozenset({ZoneKind.BYLINE, ZoneKind.AGENCY})
_FURNITURE = frozenset({ZoneKind.BOILERPLATE, ZoneKind.TEASER})
_NAMED = TOLD | _FURNITURE | {ZoneKind.COMMENT}
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

_MOMENT_BITS: Final = 41
"""Bits of the moment in the number by which dates sort: microseconds to twelve days on either side of the day."""


def schema() -> Schema:
    """The fields of the index."""
    fields: dict[str, Any] = {"lang": Places(scorable=False), "outlet": Places(scorable=False)}
    for name in TEXT_FIELDS:
        fields[name] = Places()
        fields[f"{name}_forms"] = Places(scorable=False)
    for name in ("number", "first_day", "last_day", "dated"):
        fields[name] = Value()
    return Schema(**fields)


def fields_of(article: Article, *, wordless: bool = False) -> dict[str, Any]:
    """An article as the index takes it: the first ``SEARCHED_MOST`` code points of each field, no words when ``wordless``."""
    document = article.document
    code = language_of(document)
    values: dict[str, Any] = {"number": int(article.id), "lang": Words([code.split("-")[0].lower()], [0], [])}
    if document.source.value:
        values["outlet"] = Words([document.source.value], [0], [])
    if document.date.value:
        values["first_day"], values["last_day"] = _days(document.date.value)
        values["dated"] = _dated(document.date.value)
    if wordless:
        return values
    for name, pieces in _pieces(document).items():
        words, forms = _indexed(pieces, code)
        if words:
            values[name], values[f"{name}_forms"] = words, forms
    return values


def language_of(document: Document) -> str:
    """The BCP 47 code whose stems the article is indexed with, "und" when unknown."""
    return document.language.value or "und"


def story_spans(document: Document, kinds: Iterable[ZoneKind]) -> list[Span]:
    """The spans of the zones of these kinds, in the order of the text."""
    return sorted(zone.span for zone in document.zones if zone.kind in kinds)


def rest_spans(document: Document) -> list[Span]:
    """What no zone of the story, of comments or of page furniture covers."""
    spans, at = [], 0
    for span in story_spans(document, _NAMED):
        if span.start > at:
            spans.append(Span(at, span.start))
        at = max(at, span.end)
    return [*spans, Span(at, len(document.text))] if at < len(document.text) else spans


def _pieces(document: Document) -> dict[str, list[tuple[str, Span | None]]]:
    kinds: dict[str, set[ZoneKind]] = {
        "title": {ZoneKind.TITLE},
        "body": {ZoneKind.STANDFIRST, ZoneKind.BODY},
        "comments": {ZoneKind.COMMENT},
        "furniture": set(_FURNITURE),
        "by": set(_WRITERS),
        "agency": {ZoneKind.AGENCY},
    }
    values = {"title": [document.title], "source": [document.source], "agency": [document.agency]}
    values["by"] = [document.byline, document.agency]
    if _is_typed(document.title):
        kinds["title"], kinds["body"] = set(), kinds["body"] | kinds["title"]
    for writer, kind in ((document.byline, ZoneKind.BYLINE), (document.agency, ZoneKind.AGENCY)):
        if _is_typed(writer):
            kinds["by"].discard(kind)
            kinds["agency"].discard(kind)
    pieces: dict[str, list[tuple[str, Span | None]]] = {"source": [], "rest": [(document.text, span) for span in rest_spans(document)]}
    for name, some in kinds.items():
        pieces[name] = [(document.text, span) for span in story_spans(document, some)]
    for name, told in values.items():
        if name != "title" or not pieces[name]:
            pieces[name] += [(one.value, None) for one in told if one.value]
    return pieces


def _is_typed(told: Attested[str]) -> bool:
    """Whether the analyst has typed it: what the page says instead is no longer found under that field."""
    return told.by_analyst and not any(evidence.span for evidence in told.evidence)


def _indexed(pieces: list[tuple[str, Span | None]], code: str) -> tuple[Words, Words]:
    """The stems and the forms of the pieces' first ``SEARCHED_MOST`` code points, each paragraph between two boundaries."""
    forms: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    left = SEARCHED_MOST
    for text, whole in pieces:
        span = beginning(whole or Span(0, len(text)), left)
        left -= span.end - span.start
        for paragraph in _paragraphs(text, span):
            since = len(starts)
            forms.append(BOUNDARY)
            places.append(len(starts))
            starts.append(paragraph.start)
            for first, _, form, ends_run in forms_of(text, paragraph.start, paragraph.end):
                forms.append(form)
                places.append(len(starts))
                if ends_run:  # its last character, which no other bigram starts with
                    forms.append(form[1])
                    places.append(len(starts))
                starts.append(first)
            forms.append(BOUNDARY)
            places.append(len(starts))
            starts.append(paragraph.end)
            if whole is None:  # a value that stands nowhere in the text
                starts[since:] = [starts[since - 1] if since else 0] * (len(starts) - since)
    language = pack_for(code).code
    stems = [term_of(form, language) for form in forms]
    return Words(stems, places, _steps(starts)), Words(forms, places, [])


def _steps(starts: list[int]) -> list[int]:
    """From each place to the next: small numbers, which need less room."""
    return [max(0, after - before) for before, after in pairwise((0, *accumulate(starts, max)))]


def _paragraphs(text: str, span: Span) -> Iterable[Span]:
    """The stretches between blank lines."""
    at = span.start
    for blank in _BLANK_LINE.finditer(text, span.start, span.end):
        if blank.start() > at:
            yield Span(at, blank.start())
        at = blank.end()
    if span.end > at:
        yield Span(at, span.end)


def beginning(span: Span, most: int = SEARCHED_MOST) -> Span:
    """The first ``most`` code points of a span."""
    return Span(span.start, min(span.end, span.start + most))


def _days(interval: DateInterval) -> tuple[int, int]:
    """First and last day as ordinals; an open end counts as the known one, so that "not after" does not match every year before."""
    first, last = interval.first or interval.last, interval.last or interval.first
    assert isinstance(first, date)
    assert isinstance(last, date)
    return first.toordinal(), last.toordinal()


def _dated(interval: DateInterval) -> int:
    """A number that sorts like what lists sort by: the last day on which it can have appeared, then the moment."""
    day = interval.last or interval.first
    assert isinstance(day, date)
    moment = 0
    if interval.moment is not None:
        since = interval.moment.astimezone(UTC) - datetime.combine(day, time(), UTC)
        moment = min(max(since // timedelta(microseconds=1) + (1 << _MOMENT_BITS - 1), 1), (1 << _MOMENT_BITS) - 1)
    return (day.toordinal() << _MOMENT_BITS) + moment
