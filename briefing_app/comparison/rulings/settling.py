"""Finds the words of rulings in the compared articles again, and tells which of them are lost there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_app.anchoring import locate
from briefing_app.model.article import Article
from briefing_app.model.comparison import Place
from briefing_app.model.ids import ArticleId, RulingId
from briefing_app.model.ruling import Passages, Renamed, Rule, Ruling, rows_of
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Settled:
    """A ruling whose words were found; ``rows`` are the places of ``ruling.rows_of(rule)``, in the same order."""

    id: RulingId
    rule: Rule
    rows: tuple[tuple[Place, ...], ...]


def settled(articles: Sequence[Article], rulings: Iterable[Ruling]) -> tuple[Settled, ...]:
    """The rulings that mean something for these articles, in the order in which they were made.

    One that is about other articles too counts for as much of it as is compared; one of which only one side is compared is left out.
    """
    texts = {article.id: article.text for article in articles}
    found = []
    for ruling in sorted(rulings, key=lambda one: one.id):
        if isinstance(ruling.rule, Renamed):
            if texts.keys() & set(ruling.rule.articles):
                found.append(Settled(ruling.id, ruling.rule, ()))
            continue
        wanted = rows_of(ruling.rule)
        rows = tuple(_places(row, texts) for row in wanted)
        if all(places or not row for places, row in zip(rows, wanted, strict=True)):
            found.append(Settled(ruling.id, ruling.rule, rows))
    return tuple(found)


def lost(articles: Sequence[Article], rulings: Iterable[Ruling]) -> tuple[RulingId, ...]:
    """The rulings of which some row has words in these articles, and none of them is found any more; by number."""
    texts = {article.id: article.text for article in articles}
    return tuple(
        ruling.id
        for ruling in sorted(rulings, key=lambda one: one.id)
        if any((here := tuple(one for one in row if one.article in texts)) and not _places(here, texts) for row in rows_of(ruling.rule))
    )


def _places(passages: Passages, texts: dict[ArticleId, str]) -> tuple[Place, ...]:
    here = (one for one in passages if one.article in texts)
    found = ((one.article, locate(one.anchor, texts[one.article]).span) for one in here)
    return tuple(Place(article, span) for article, span in found if span is not None)


def meets(place: Place, article: ArticleId, span: Span) -> bool:
    """Whether a place is about the words of ``span``: it shares half of the shorter of the two."""
    return place.article == article and 2 * place.span.overlap(span) >= max(1, min(len(place.span), len(span)))
