"""Hides how an article lies in the Whoosh index: fields of folded stems with positions, and of whole forms for prefixes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from whoosh.analysis.acore import Composable
from whoosh.analysis.acore import Token as WhooshToken
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema

from briefing_app import language
from briefing_app.library.index.terms import ends_run, tokens
from briefing_app.model.article import TOLD, Article, Attested, Document, ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.search import SEARCHED_MOST
from briefing_app.model.span import Span

INDEX_VERSION = f"3/{language.VERSION}"
"""Changes whenever the same article may be indexed otherwise; an index of another version is built again."""

TEXT_FIELDS = ("title", "body", "rest", "source", "by")
"""Fields with words; each has a twin ``<name>_forms`` with the forms as written and their beginnings, for prefixes."""

LONGEST_START = 4
"""Code points of the beginnings that are terms of their own: what is typed first begins thousands of words, too many to look up each."""

_PLACE, _SAME_PLACE = "\n", "\t"
_WRITERS = frozenset({ZoneKind.BYLINE, ZoneKind.AGENCY})


class Ready(Composable):
    """Whoosh's tokens out of words that ``terms`` has cut already: a line a place, tabs between words of one place, nothing for a gap."""

    def __call__(self, value: str, **_options: Any) -> Iterator[WhooshToken]:
        token = WhooshToken(positions=True)
        token.boost = 1.0
        token.stopped = False
        for token.pos, place in enumerate(value.split(_PLACE)):
            for token.text in place.split(_SAME_PLACE):
                if token.text:
                    yield token


def schema() -> Schema:
    """The fields of the index."""
    fields: dict[str, Any] = {"number": NUMERIC(int, bits=64, sortable=True), "lang": ID()}
    for name in TEXT_FIELDS:
        fields[name] = TEXT(analyzer=Ready(), phrase=True, stored=False)
        fields[f"{name}_forms"] = KEYWORD(stored=False, lowercase=False, commas=False, scorable=False)
    for name in ("first_day", "last_day"):
        fields[name] = NUMERIC(int, bits=32)
    return Schema(**fields)


def fields_of(article: Article, *, wordless: bool = False) -> dict[str, Any]:
    """An article as Whoosh takes it: the first ``SEARCHED_MOST`` code points of each field, nothing but its number when ``wordless``."""
    document = article.document
    code = language_of(document)
    values: dict[str, Any] = {"number": int(article.id), "lang": code.split("-")[0].lower()}
    if wordless:
        return values
    for name, pieces in _pieces(document).items():
        words, forms = _indexed(pieces, code)
        if forms:
            values[name] = words
            values[f"{name}_forms"] = " ".join(sorted(forms | {start_of(form[:n]) for form in forms for n in range(1, LONGEST_START + 1)}))
    if document.date.value:
        values["first_day"], values["last_day"] = _days(document.date.value)
    return values


def start_of(beginning: str) -> str:
    """The term for "words that begin like this"; no form holds its first character."""
    return f"^{beginning}"


def language_of(document: Document) -> str:
    """The BCP 47 code whose stems the article is indexed with, "und" when unknown."""
    return document.language.value or "und"


def story_spans(document: Document, kinds: Iterable[ZoneKind]) -> list[Span]:
    """The spans of the zones of these kinds, in the order of the text."""
    return sorted(zone.span for zone in document.zones if zone.kind in kinds)


def rest_spans(document: Document) -> list[Span]:
    """What no zone of the story covers."""
    spans, at = [], 0
    for span in story_spans(document, TOLD):
        if span.start > at:
            spans.append(Span(at, span.start))
        at = max(at, span.end)
    return [*spans, Span(at, len(document.text))] if at < len(document.text) else spans


def _pieces(document: Document) -> dict[str, list[tuple[str, Span | None]]]:
    kinds = {"title": {ZoneKind.TITLE}, "body": {ZoneKind.STANDFIRST, ZoneKind.BODY}, "by": set(_WRITERS)}
    values = {"title": [document.title], "source": [document.source], "by": [document.byline, document.agency]}
    if _is_typed(document.title):
        kinds["title"], kinds["body"] = set(), kinds["body"] | kinds["title"]
    for writer, kind in ((document.byline, ZoneKind.BYLINE), (document.agency, ZoneKind.AGENCY)):
        if _is_typed(writer):
            kinds["by"].discard(kind)
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


def _indexed(pieces: list[tuple[str, Span | None]], code: str) -> tuple[str, set[str]]:
    """The words of the pieces' first ``SEARCHED_MOST`` code points, a gap between two pieces, and the set of forms."""
    places: list[str] = []
    forms: set[str] = set()
    left = SEARCHED_MOST
    for text, whole in pieces:
        span = beginning(whole or Span(0, len(text)), left)
        left -= span.end - span.start
        if not left and span.start == span.end:
            break
        if places:
            places.append("")
        found = tokens(text, code, span)
        for index, token in enumerate(found):
            place = token.term
            forms.add(token.form)
            if ends_run(found, index):
                place += _SAME_PLACE + token.form[1]
                forms.add(token.form[1])
            places.append(place)
    return _PLACE.join(places), forms


def beginning(span: Span, most: int = SEARCHED_MOST) -> Span:
    """The first ``most`` code points of a span."""
    return Span(span.start, min(span.end, span.start + most))


def _days(interval: DateInterval) -> tuple[int, int]:
    """First and last day as ordinals; an open end counts as the known one, so that "not after" does not match every year before."""
    first, last = interval.first or interval.last, interval.last or interval.first
    assert isinstance(first, date)
    assert isinstance(last, date)
    return first.toordinal(), last.toordinal()
