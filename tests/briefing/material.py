"""An invented event in three languages, compared by hand: what the tests of briefing and export write about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing_app.briefing import Material
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.article import Article, text_digest
from briefing_app.model.comparison import (
    Cell,
    Claim,
    ClaimStatus,
    Comparison,
    DifferenceKind,
    Mark,
    Nearest,
    Omission,
    Origin,
    OriginKind,
    Place,
    Relation,
    Said,
)
from briefing_app.model.event import Event, EventGroup
from briefing_app.model.findings import Quotation
from briefing_app.model.ids import AnnotationId, ArticleId, EventId
from briefing_app.model.span import Span
from tests.factories import NOON, article

FIRST = article(
    11,
    "Ferry line to close in May",
    "The Velmark ferry will stop on 4 May, the port authority said.",
    "“We have no money for another winter,” said Ida Brandt, who runs the port.",
    source="Harbour Courier",
    day=date(2026, 3, 2),
)
SECOND = article(
    12, None, "The port denied on Tuesday that the ferry will stop in May. Boats may run until autumn 🚢.", "Unions want talks."
)
JAPANESE = article(13, "フェリー航路が五月に廃止", "港湾当局は五月四日にフェリーを止めると発表した。", source="港町新聞", language="ja")
ARABIC = article(14, "توقف العبارة في مايو", "قالت سلطة الميناء إن العبارة ستتوقف في الرابع من مايو.", source="بريد المرفأ", language="ar")


def span(holder: Article, words: str) -> Span:
    """Where the words stand in the article's text."""
    start = holder.text.index(words)
    return Span(start, start + len(words))


def cell(holder: Article, words: str, relation: Relation = Relation.STATES, *, chain: tuple[str, ...] = ()) -> Cell:
    """A cell with one passage."""
    return Cell(holder.id, relation, (span(holder, words),), chain=chain)


def annotation(number: int, holder: Article, words: str, note: str = "", tint: Tint = Tint.SUN) -> Annotation:
    """A highlight on those words."""
    anchor = Anchor(words, "", "", span(holder, words), text_digest(holder.text))
    return Annotation(AnnotationId(number), holder.id, anchor, tint, note, NOON, NOON)


def event(*articles: Article, title: str = "Ferry line to close in May") -> Event:
    """The event of those articles."""
    return Event(EventId(3), EventGroup(title, None, tuple(a.id for a in articles)))


def comparison() -> Comparison:
    """Three claims about the four articles: a conflict, one that three carry, one that stands in one only."""
    stops = "The Velmark ferry will stop on 4 May"
    denied = "The port denied on Tuesday that the ferry will stop in May."
    conflict = Claim(
        ClaimStatus.CONFLICT,
        stops,
        Place(FIRST.id, span(FIRST, stops)),
        (
            cell(FIRST, stops, chain=("port authority",)),
            Cell(
                SECOND.id,
                Relation.CONTRADICTS,
                (span(SECOND, denied),),
                (span(SECOND, "denied"),),
                marks=(Mark(DifferenceKind.NEGATION, "denied"),),
            ),
            cell(JAPANESE, "港湾当局は五月四日にフェリーを止めると発表した。"),
            cell(ARABIC, "قالت سلطة الميناء إن العبارة ستتوقف في الرابع من مايو."),
        ),
        "one denies what the others state",
    )
    money = "We have no money for another winter"
    shared = Claim(
        ClaimStatus.SOME,
        money,
        Place(FIRST.id, span(FIRST, money)),
        (
            cell(FIRST, money),
            Cell(SECOND.id, Relation.ABSENT, nearest=Nearest(span(SECOND, "Unions want talks."), 0.2)),
            Cell(JAPANESE.id, Relation.ABSENT),
            Cell(ARABIC.id, Relation.ABSENT),
        ),
    )
    quotation = Said(FIRST.id, Quotation(span(FIRST, money), "Ida Brandt"))
    return Comparison(
        "test",
        (FIRST.id, SECOND.id, JAPANESE.id, ARABIC.id),
        tuple(text_digest(a.text) for a in (FIRST, SECOND, JAPANESE, ARABIC)),
        claims=(conflict, shared),
        omissions=(Omission(SECOND.id, 1, "two of three carry it"),),
        origins=(
            Origin("Kurier", (ArticleId(11), ArticleId(13)), OriginKind.MEDIUM),
            Origin("port authority", (ArticleId(11), ArticleId(13), ArticleId(14))),
        ),
        quotations=(quotation,),
    )


def material(*, note: str = "Ask the *union* about [this](https://example.org/a).") -> Material:
    """All of it, with two marked passages."""
    marks = (
        annotation(1, FIRST, "“We have no money for another winter,”", note),
        annotation(2, ARABIC, "قالت سلطة الميناء", tint=Tint.SKY),
    )
    return Material(articles=(FIRST, SECOND, JAPANESE, ARABIC), comparison=comparison(), annotations=marks)


def of_three() -> Material:
    """Of three articles, which stand side by side."""
    used = material()
    assert used.comparison is not None
    kept = (FIRST, SECOND, ARABIC)
    ids = tuple(one.id for one in kept)
    claims = tuple(replace(claim, cells=tuple(cell for cell in claim.cells if cell.article in ids)) for claim in used.comparison.claims)
    digests = tuple(text_digest(one.text) for one in kept)
    return replace(used, articles=kept, comparison=replace(used.comparison, articles=ids, digests=digests, claims=claims))
