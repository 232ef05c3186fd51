"""The shapes that ``--json`` prints: ids as text ("a1"), offsets in code points, unknown values null."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from briefing_app.library import ArticleRow
from briefing_app.model.article import Article, Attested, Zone
from briefing_app.model.comparison import Cell, Claim, Comparison, Difference, Pair, Place, Said
from briefing_app.model.dates import DateInterval
from briefing_app.model.event import Event
from briefing_app.model.ids import ArticleId, EventId, Noun, name_of
from briefing_app.model.search import Advice, Concordance, Facet, SearchResult, Writing, WritingKind, WritingsFound
from briefing_app.model.span import Span
from briefing_app.pipeline import ImportReport

Shape = dict[str, Any]
T = TypeVar("T")


def article_name(number: ArticleId) -> str:
    """``"a12"``."""
    return name_of(Noun.ARTICLE, number)


def event_name(number: EventId) -> str:
    """``"e3"``."""
    return name_of(Noun.EVENT, number)


def claim_name(index: int) -> str:
    """``"c1"`` for the first claim of a comparison."""
    return f"c{index + 1}"


def import_shape(report: ImportReport) -> Shape:
    """What an import did."""
    return {
        "imported": [{"id": article_name(new.id), "path": new.path, "title": new.title} for new in report.imported],
        "skipped": [{"path": skip.path, "reason": skip.reason, "code": skip.code.value} for skip in report.skipped],
        "duplicates": [{"path": copy.path, "of": article_name(copy.of)} for copy in report.duplicates],
    }


def search_shape(result: SearchResult, rows: dict[ArticleId, ArticleRow]) -> Shape:
    """Hits in their order; ``rows`` holds a row for every hit."""
    hits = []
    for hit in result.hits:
        row = rows[hit.article]
        hits.append(
            {
                "id": article_name(hit.article),
                "title": row.headline if row.has_title else None,
                "source": row.source.value,
                "date": _date(row.date.value),
                "score": hit.score,
                "passages": [
                    {"start": passage.span.start, "end": passage.span.end, "marks": [_span(mark) for mark in passage.marks]}
                    for passage in hit.passages
                ],
            }
        )
    return {
        "query_in_words": result.query_in_words,
        "total": result.total,
        "behind": result.behind,
        "mistakes": [
            {"message": one.message, "next_step": one.next_step, "start": one.start, "end": one.end, "instead": one.instead}
            for one in result.mistakes
        ],
        "hits": hits,
    }


def lines_shape(concordance: Concordance | None) -> Shape:
    """Every hit a line; nothing when no concordance was asked for."""
    if concordance is None:
        return {}
    lines = [
        {"id": article_name(line.article), "mark": _span(line.mark), "before": line.before, "words": line.words, "after": line.after}
        for line in concordance.lines
    ]
    return {"lines": lines}


def facets_shape(facets: Sequence[Facet]) -> Shape:
    """The counts; nothing when there are none."""
    return {"facets": [_facet_shape(one) for one in facets]} if facets else {}


def _facet_shape(facet: Facet) -> Shape:
    """A count; ``perhaps`` only where some of it is uncertain."""
    shape: Shape = {"kind": facet.kind, "words": facet.words, "query": facet.query, "count": facet.count}
    return shape | ({"perhaps": facet.perhaps} if facet.perhaps else {})


def advice_shape(advice: Sequence[Advice]) -> Shape:
    """Other queries that are worth a try."""
    return {"advice": [{"kind": one.kind, "about": one.about, "query": one.query, "count": one.count} for one in advice]}


def writing_name(writing: Writing) -> str:
    """``n3`` for a note, ``b2`` for a briefing."""
    return name_of(Noun.ANNOTATION if writing.kind is WritingKind.NOTE else Noun.BRIEFING, writing.number)


def writings_shape(writings: WritingsFound) -> Shape:
    """Notes and briefings that answer."""
    found = [
        {"id": writing_name(one), "title": one.title, "words": one.words, "marks": [_span(mark) for mark in one.marks]}
        for one in writings.found
    ]
    return {"writings": {"notes": writings.notes, "briefings": writings.briefings, "found": found}}


def show_shape(article: Article) -> Shape:
    """One article with its zones, and its metadata with the evidence."""
    document = article.document
    values = {
        "title": _attested(document.title),
        "source": _attested(document.source),
        "byline": _attested(document.byline),
        "agency": _attested(document.agency),
        "date": _attested(document.date) | {"value": _date(document.date.value)},
        "language": _attested(document.language),
    }
    head = {"id": article_name(article.id), "path": article.custody.path, "text": article.text, "text_sha256": document.text_sha256}
    return head | {"zones": [_zone(zone) for zone in document.zones]} | values


def event_shape(event: Event) -> Shape:
    """One event with the reasons for its grouping."""
    return {
        "id": event_name(event.id),
        "title": event.group.title,
        "date": _date(event.group.date),
        "articles": [article_name(number) for number in event.group.articles],
        "reasons": [
            {"article": article_name(why.article), "sign": why.sign.value, "shared": list(why.shared), "weight": why.weight}
            for why in event.group.reasons
        ],
        "stage_of": None if event.stage_of is None else event_name(event.stage_of),
    }


def comparison_shape(comparison: Comparison, articles: tuple[Article, ...]) -> Shape:
    """A whole comparison; ``articles`` are listed in the order given."""
    texts = {article.id: article.text for article in articles}
    return {
        "articles": [_compared(comparison, article) for article in articles],
        "claims": [_claim(index, claim) for index, claim in enumerate(comparison.claims)],
        "pairs": [_pair(pair) for pair in comparison.pairs],
        "candidates": [_pair(pair) for pair in comparison.candidates],
        "differences": [_difference(difference) for difference in comparison.differences],
        "omissions": [
            {"article": article_name(left_out.article), "claim": claim_name(left_out.claim), "why": left_out.why}
            for left_out in comparison.omissions
        ],
        "labels": [{"thing": label.thing, "names": _names(label.names)} for label in comparison.labels],
        "copies": [{"a": article_name(copy.a), "b": article_name(copy.b), "share": copy.share} for copy in comparison.copies],
        "origins": [{"name": origin.name, "articles": [article_name(a) for a in origin.articles]} for origin in comparison.origins],
        "timeline": [
            {"date": entry.date.edtf, "what": entry.what, "article": article_name(entry.place.article)} | _ends(entry.place.span)
            for entry in comparison.timeline
        ],
        "quotations": [_said(said, texts[said.article]) for said in comparison.quotations],
        "attributions": [
            {"article": article_name(told.article)}
            | _ends(told.attribution.span)
            | {"source": told.attribution.source or None, "sourcing_chain": list(told.attribution.chain)}
            for told in comparison.attributions
        ],
        "unweighed": None if comparison.unweighed is None else asdict(comparison.unweighed),
    }


def _compared(comparison: Comparison, article: Article) -> Shape:
    document = article.document
    return {
        "id": article_name(article.id),
        "path": article.custody.path,
        "title": document.title.value,
        "source": document.source.value,
        "date": _date(document.date.value),
        "text_sha256": document.text_sha256,
        "zones": [_zone(zone) for zone in document.zones],
        "letter": str(comparison.letter_of(article.id)),
    }


def _claim(index: int, claim: Claim) -> Shape:
    cells = [_cell(cell) for cell in claim.cells]
    return {"id": claim_name(index), "status": claim.status.value, "statement": claim.statement, "cells": cells}


def _cell(cell: Cell) -> Shape:
    shape: Shape = {
        "article": article_name(cell.article),
        "spans": [_span(span) for span in cell.spans],
        "relation": cell.relation.value,
    }
    if cell.nearest is not None:
        shape["nearest"] = [*_span(cell.nearest.span), cell.nearest.score]
    shape["marks"] = [
        {"kind": mark.kind.value, "words": mark.words, "span": None if mark.span is None else _span(mark.span)} for mark in cell.marks
    ]
    shape["sourcing_chain"] = list(cell.chain)
    return shape


def _pair(pair: Pair) -> Shape:
    return {"a": _place(pair.a), "b": _place(pair.b), "score": pair.score}


def _difference(difference: Difference) -> Shape:
    return {"kind": difference.kind.value, "a": _place(difference.a), "b": _place(difference.b), "why": difference.why}


def _said(said: Said, text: str) -> Shape:
    words = said.quotation
    cue = None if words.cue is None else words.cue.of(text)
    return {"article": article_name(said.article)} | _ends(words.span) | {"speaker": words.speaker or None, "cue": cue}


def _names(places: tuple[Place, ...]) -> dict[str, list[list[int]]]:
    names: dict[str, list[list[int]]] = {}
    for place in places:
        names.setdefault(article_name(place.article), []).append(_span(place.span))
    return names


def _attested(value: Attested[T]) -> Shape:
    evidence = [
        {"start": None if found.span is None else found.span.start, "end": None if found.span is None else found.span.end, "how": found.how}
        for found in value.evidence
    ]
    return {"value": value.value, "evidence": evidence, "confidence": value.confidence}


def _zone(zone: Zone) -> Shape:
    return {"kind": zone.kind.value} | _ends(zone.span) | {"reason": zone.reason, "confidence": zone.confidence}


def _date(interval: DateInterval | None) -> str | None:
    return None if interval is None else interval.edtf


def _place(place: Place) -> list[Any]:
    return [article_name(place.article), place.span.start, place.span.end]


def _ends(span: Span) -> Shape:
    return {"start": span.start, "end": span.end}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
