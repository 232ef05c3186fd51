"""Why a row has its status: what its passages share, what differs and by which finding, who says it, how sure it is. Without Qt."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass

from briefing_app.model.comparison import Claim, ClaimStatus, Comparison, Difference, DifferenceKind, Place, Relation
from briefing_app.model.ids import ArticleId
from briefing_app.model.letters import Letter
from briefing_app.model.ruling import Rule
from briefing_app.model.span import Span
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.ruled import rulings_on

_KINDS = tuple(DifferenceKind)


@dataclass(frozen=True, slots=True)
class Apart:
    """A difference between two sources of the row (their places, the smaller first)."""

    places: tuple[int, int]
    difference: Difference


@dataclass(frozen=True, slots=True)
class Why:
    """The answer for a row, seen from one of its sources, whose differences and pairs stand first.

    ``shared`` are words that its sentences share, weightiest first; ``sure`` is the chance, pair by pair, that an expert pairs them;
    ``tellers`` are (place, chain) of every passage, the chain empty where the source tells it itself. ``rulings`` are the analyst's;
    ``letters`` are those of the places.
    """

    claim: Claim
    shared: tuple[str, ...]
    apart: tuple[Apart, ...]
    sure: tuple[tuple[tuple[int, int], float], ...]
    tellers: tuple[tuple[int, tuple[str, ...]], ...]
    rulings: tuple[Rule, ...] = ()
    letters: tuple[Letter, ...] = ()


def why_of(compared: Compared, claim: int, place: int) -> Why:
    """Why the row stands where it stands."""
    comparison = compared.comparison
    shared, sure = _told_alike(compared, claim, compared.articles[place].id)
    tellers = [
        (at, comparison.chain_of(cell, span))
        for at in range(len(compared.articles))
        for cell in (compared.cell(claim, at),)
        for span in sorted(cell.spans)
    ]
    return Why(
        comparison.claims[claim],
        shared,
        tuple(sorted(_apart(compared, claim), key=lambda one: (place not in one.places, _KINDS.index(one.difference.kind), one.places))),
        tuple(sorted(sure.items(), key=lambda one: (place not in one[0], one[0]))),
        tuple(dict.fromkeys(tellers)),
        tuple(one.rule for one in rulings_on(compared, claim)),
        tuple(map(compared.letter, range(len(compared.articles)))),
    )


def _row_spans(compared: Compared, claim: int) -> dict[ArticleId, tuple[Span, ...]]:
    """Where the passages of a row stand, by article."""
    return {cell.article: cell.spans for cell in compared.comparison.claims[claim].cells}


def _within(spans: Mapping[ArticleId, tuple[Span, ...]], a: Place, b: Place) -> bool:
    """Whether two places stand in the passages of two sources."""
    return a.article != b.article and all(any(span.overlap(at.span) for span in spans.get(at.article, ())) for at in (a, b))


def _apart(compared: Compared, claim: int) -> Collection[Apart]:
    """What differs between sources of the row, each difference once, and the marks of cells that none of them tells."""
    spans = _row_spans(compared, claim)
    apart: dict[tuple[tuple[int, int], DifferenceKind, str], Apart] = {}
    for one in compared.comparison.differences:
        if _within(spans, one.a, one.b):
            places = _ordered(compared, one.a, one.b)
            apart.setdefault((places, one.kind, one.why), Apart(places, one))
    for mark in _marked(compared, claim, {(kind, at) for places, kind, _ in apart for at in places}):
        apart[mark.places, mark.difference.kind, mark.difference.why] = mark
    return apart.values()


def _told_alike(compared: Compared, claim: int, here: ArticleId) -> tuple[tuple[str, ...], dict[tuple[int, int], float]]:
    """The words by which passages of the row met, those of one article first, and how surely each two sources did."""
    spans = _row_spans(compared, claim)
    shared: dict[str, str] = {}
    sure: dict[tuple[int, int], float] = {}
    for pair in sorted(compared.comparison.pairs, key=lambda pair: (here not in (pair.a.article, pair.b.article), -pair.score)):
        if _within(spans, pair.a, pair.b):
            for word in pair.reasons:
                shared.setdefault(word.casefold(), word)
            places = _ordered(compared, pair.a, pair.b)
            sure[places] = max(pair.score, sure.get(places, 0.0))
    return tuple(shared.values()), sure


def _marked(compared: Compared, claim: int, told: Container[tuple[DifferenceKind, int]]) -> Iterator[Apart]:
    """What cells are marked with against the statement's wording, and no difference tells of that source yet."""
    row = compared.comparison.claims[claim]
    for cell in row.cells:
        for mark in cell.marks:
            if cell.spans and cell.article != row.statement_from.article and (mark.kind, compared.place(cell.article)) not in told:
                there = Place(cell.article, mark.span or cell.spans[0])
                yield Apart(_ordered(compared, row.statement_from, there), Difference(mark.kind, row.statement_from, there, mark.words))


def _ordered(compared: Compared, a: Place, b: Place) -> tuple[int, int]:
    first, second = sorted((compared.place(a.article), compared.place(b.article)))
    return first, second


def later_stages(comparison: Comparison) -> tuple[tuple[int, int], ...]:
    """(later, earlier) places of sources of which rows of progression say so, and none the other way round."""
    places = {article: place for place, article in enumerate(comparison.articles)}
    found: dict[tuple[int, int], None] = {}
    for claim in comparison.claims:
        stated = places[claim.statement_from.article]
        for cell in claim.cells if claim.status is ClaimStatus.PROGRESSION else ():
            if cell.relation is Relation.STRONGER:
                found[places[cell.article], stated] = None
            elif cell.relation is Relation.WEAKER:
                found[stated, places[cell.article]] = None
    return tuple((a, b) for a, b in found if a != b and (b, a) not in found)
