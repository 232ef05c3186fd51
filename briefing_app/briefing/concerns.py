"""What can be wrong with the support of a statement, each found by a rule that says in one line what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing_app.briefing.material import Material
from briefing_app.briefing.references import Meant, Reference, find_words, versions_of
from briefing_app.briefing.wording import count, shortened
from briefing_app.model.article import Article
from briefing_app.model.comparison import COPY_FROM, Cell, Claim, ClaimStatus, Comparison, Place, Relation
from briefing_app.model.copy_groups import copy_groups
from briefing_app.model.ids import ArticleId, Noun, name_of

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_](?:[\w'’-]*\w)?")
"""A word, or a letter of a script that sets no blanks between words."""

_LONGEST = 90


class Concern(StrEnum):
    """What there is to know, the gravest first."""

    UNSOURCED = "unsourced"
    UNREADABLE = "unreadable"
    NOT_THERE = "not_there"
    GONE = "gone"
    STALE = "stale"
    CONTRADICTED = "contradicted"
    COPIES = "copies"
    SINGLE_ORIGIN = "single_origin"
    TOO_LONG = "too_long"
    NO_WORDS = "no_words"
    DATE_UNKNOWN = "date_unknown"
    NO_FONT = "no_font"


ASKED = frozenset({Concern.UNSOURCED, Concern.UNREADABLE, Concern.NOT_THERE, Concern.GONE, Concern.CONTRADICTED})
"""What of the analyst's own sentences is asked about before a briefing goes out."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One concern and what it rests on, in one line."""

    concern: Concern
    why: str


def length(quote: str) -> int:
    """How many words a quotation has; in scripts without blanks every letter counts."""
    return len(_WORD.findall(quote))


def of_references(meant: Sequence[tuple[Reference, Meant]]) -> Iterator[Doubt]:
    """Citations that lead nowhere, to words that do not stand there any more, or to no words at all."""
    for reference, one in meant:
        assert reference.noun is not None
        if one.article is None:
            yield Doubt(Concern.GONE, f"What {name_of(reference.noun, reference.number)} stood for is not in the library any more.")
        elif one.quote:
            yield from of_words(one)
        else:
            yield Doubt(Concern.NO_WORDS, f"{name_of_article(one.article)} is cited as a whole; no words of it are named.")


def of_words(meant: Meant) -> Iterator[Doubt]:
    """Words that do not stand in their article, or not any more."""
    if meant.article is None or not meant.quote or meant.place is not None:
        return
    name, words = name_of_article(meant.article), shortened(meant.quote, _LONGEST)
    if meant.stood:
        yield Doubt(Concern.STALE, f"These words no longer stand in {name}: “{words}”")
    else:
        yield Doubt(Concern.NOT_THERE, f"These words do not stand in {name}: “{words}”")


def of_support(meant: Sequence[Meant], material: Material) -> Iterator[Doubt]:
    """What is wrong with the words that one sentence rests on, taken together."""
    yield from _newer(meant, material)
    places = [one.place for one in meant if one.place is not None]
    comparison = material.comparison
    if comparison is not None:
        yield from _contradicted(places, comparison, material)
        yield from _copies([one.article.id for one in meant if one.article], comparison, material)
    yield from _single([one.article for one in meant if one.article], places, material)


def of_claim(claim: Claim, comparison: Comparison, material: Material) -> Iterator[Doubt]:
    """A claim that several sources carry while all of them have it from one."""
    carrying = [cell for cell in claim.cells if cell.spans and cell.relation is not Relation.ABSENT and material.article(cell.article)]
    if len(carrying) < 2 or claim.status is ClaimStatus.CONFLICT:
        return
    yield from _copies([cell.article for cell in carrying], comparison, material)
    heads = {_head(comparison, cell) for cell in carrying}
    if len(heads) == 1 and "" not in heads:
        yield Doubt(Concern.SINGLE_ORIGIN, f"{count(len(carrying), 'article', 'articles')} carry it, all from one origin: {heads.pop()}.")


def name_of_article(article: Article) -> str:
    """``a12 (Harbour Courier)``."""
    source = article.document.source.value
    return f"{name_of(Noun.ARTICLE, article.id)} ({source})" if source else name_of(Noun.ARTICLE, article.id)


def _newer(meant: Sequence[Meant], material: Material) -> Iterator[Doubt]:
    """Words of an article of which the library holds a newer version that has them no more."""
    for one in meant:
        if one.article is None or one.place is None:
            continue
        for other in versions_of(one.article, material):
            if _state(other) > _state(one.article) and find_words(one.quote, other.text) is None:
                yield Doubt(Concern.STALE, f"The newer version {name_of_article(other)} does not hold these words any more.")


def _state(article: Article) -> datetime:
    """When the page stood so: as it says itself, else when it was saved, else when it was imported."""
    document = article.document
    moment = document.updated or document.captured_at
    return moment if moment is not None and moment.tzinfo is not None else article.custody.imported_at


def _contradicted(places: Sequence[Place], comparison: Comparison, material: Material) -> Iterator[Doubt]:
    for claim in comparison.claims:
        if claim.status is not ClaimStatus.CONFLICT:
            continue
        mine = [cell for cell in claim.cells if _rests_on(places, cell)]
        others = [cell for cell in claim.cells if cell.spans and cell not in mine and _opposed(cell, mine)]
        if mine and others:
            article = material.article(others[0].article)
            if article is not None:
                words = shortened(min(others[0].spans).of(article.text), _LONGEST)
                yield Doubt(Concern.CONTRADICTED, f"{name_of_article(article)} says otherwise and is not cited: “{words}”")


def _rests_on(places: Sequence[Place], cell: Cell) -> bool:
    return any(place.article == cell.article and place.span.overlap(span) for place in places for span in cell.spans)


def _opposed(cell: Cell, mine: Sequence[Cell]) -> bool:
    """Whether a cell stands on the other side of the conflict than all of these."""
    against = cell.relation is Relation.CONTRADICTS
    return all((one.relation is Relation.CONTRADICTS) != against for one in mine)


def _copies(articles: Sequence[ArticleId], comparison: Comparison, material: Material) -> Iterator[Doubt]:
    cited = {number: article for number in dict.fromkeys(articles) if (article := material.article(number)) is not None}
    for group in copy_groups([copy for copy in comparison.copies if copy.share >= COPY_FROM], tuple(cited)):
        first, *others = (name_of_article(cited[number]) for number in group.articles)
        are, confirm = ("is a copy", "confirms") if len(others) == 1 else ("are copies", "confirm")
        yield Doubt(Concern.COPIES, f"{', '.join(others)} {are} of {first} ({group.share} of the wording) and {confirm} nothing.")


def _single(articles: Sequence[Article], places: Sequence[Place], material: Material) -> Iterator[Doubt]:
    cited = {article.id: article for article in articles}
    if len(cited) == 1:
        yield Doubt(Concern.SINGLE_ORIGIN, f"It rests on {name_of_article(next(iter(cited.values())))} alone.")
        return
    badges = material.badges()
    if cited and len({badges[number].rank for number in cited}) == 1:
        yield Doubt(Concern.SINGLE_ORIGIN, f"It rests on one house alone: {', '.join(map(name_of_article, cited.values()))}.")
        return
    comparison = material.comparison
    if comparison is None or not places:
        return
    cells = [cell for claim in comparison.claims for cell in claim.cells if _rests_on(places, cell)]
    heads = {_head(comparison, cell) for cell in cells}
    if len(heads) == 1 and "" not in heads and {cell.article for cell in cells} >= set(cited):
        yield Doubt(Concern.SINGLE_ORIGIN, f"All sources that are cited have it from one origin: {heads.pop()}.")


def _head(comparison: Comparison, cell: Cell) -> str:
    """Who stands at the head of the cell's chains; empty when the outlet says it itself, or several tellers stand behind it."""
    heads = {chain[0] if chain else "" for chain, _ in comparison.tellings(cell)}
    return heads.pop() if len(heads) == 1 else ""
