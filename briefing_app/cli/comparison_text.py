"""A comparison in words: every claim with what each source has for it, verbatim."""

from __future__ import annotations

from itertools import groupby

from briefing_app.cli import output, shapes
from briefing_app.cli.words import article_date, count, value
from briefing_app.model.article import Article
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, OriginKind, Relation
from briefing_app.model.copy_groups import copy_groups
from briefing_app.model.ids import ArticleId

_HEADS = {
    ClaimStatus.CONFLICT: "THE SOURCES CONTRADICT EACH OTHER",
    ClaimStatus.PROGRESSION: "ONE IS LATER THAN THE OTHER",
    ClaimStatus.ALL: "IN ALL SOURCES",
    ClaimStatus.SOME: "IN SOME SOURCES",
    ClaimStatus.ONLY: "IN ONE SOURCE ONLY",
}
_HEAD_WITHIN_ONE = "CONTRADICTED WITHIN ONE SOURCE"
"""Of a conflict between people whom one article tells of, on which no other article says anything."""
_RELATIONS = {
    Relation.STATES: "",
    Relation.ADDS_DETAIL: "adds detail: ",
    Relation.WEAKER: "weaker: ",
    Relation.STRONGER: "stronger: ",
    Relation.CONTRADICTS: "CONTRADICTS: ",
}


def tell(comparison: Comparison, articles: tuple[Article, ...]) -> None:
    """Print sources, what was not weighed, claims by status, what was left out, and where the reports come from."""
    for column, article in enumerate(articles):
        source = output.padded(value(article.document.source, "source unknown"), 20)
        head = f"{comparison.letter_at(column)!s:<3}{shapes.article_name(article.id):<5} {source} "
        output.paragraph(f"{article_date(article.document.date)}: {article.document.headline()}", head)
    _tell_unweighed(comparison)
    by_id = {article.id: article for article in articles}
    statuses = list(ClaimStatus)
    numbered = sorted(enumerate(comparison.claims), key=lambda one: (statuses.index(one[1].status), _is_within_one(one[1])))
    for head, claims in groupby(numbered, key=lambda one: _head(one[1])):
        output.line()
        output.line(head)
        for index, _claim in claims:
            _tell_claim(comparison, index, by_id)
    _tell_omissions(comparison)
    _tell_origins(comparison)
    if comparison.pending:
        output.line()
        output.line(f"{count(len(comparison.pending), 'correction', 'corrections')} pending: their words are not found any more")


def _tell_unweighed(comparison: Comparison) -> None:
    if comparison.unweighed is None:
        return
    pairs, alike = comparison.unweighed.pairs, comparison.unweighed.alike
    output.line()
    output.line("NOT EVERYTHING WAS WEIGHED")
    words = (
        f"These are too many sentences: {pairs:,} of {alike:,} pairs that look alike were not weighed. "
        "What is told here by one source alone may stand in another too. Compare fewer or shorter articles."
    )
    output.paragraph(words, "  ")


def _head(claim: Claim) -> str:
    return _HEAD_WITHIN_ONE if _is_within_one(claim) else _HEADS[claim.status]


def _is_within_one(claim: Claim) -> bool:
    return claim.status is ClaimStatus.CONFLICT and sum(cell.relation is not Relation.ABSENT for cell in claim.cells) == 1


def _tell_claim(comparison: Comparison, index: int, articles: dict[ArticleId, Article]) -> None:
    claim = comparison.claims[index]
    output.line()
    output.paragraph(claim.statement, f"  {shapes.claim_name(index):<5} ")
    if claim.rulings:
        output.line("        corrected or judged by the analyst")
    perhaps = comparison.perhaps(claim)
    apart = claim.not_compared({number: article.document.language.value or "" for number, article in articles.items()})
    silent = [one.article for one in claim.cells if one.relation is Relation.ABSENT and one not in perhaps]
    absent = [shapes.article_name(number) for number in silent if number not in apart]
    for cell in claim.cells:
        if cell.relation is not Relation.ABSENT and claim.status is not ClaimStatus.ONLY:
            _tell_cell(comparison, cell, articles[cell.article].text)
    if claim.status is ClaimStatus.ONLY:
        present = [cell for cell in claim.cells if cell.relation is not Relation.ABSENT]
        names = ", ".join(shapes.article_name(cell.article) for cell in present)
        output.line(f"        in {names}, and perhaps elsewhere" if perhaps else f"        only in {names}")
        for cell in present:
            _tell_only(comparison, cell, articles[cell.article].text)
    elif absent:
        output.line(f"        not in {', '.join(absent)}")
    if apart:
        names = ", ".join(shapes.article_name(number) for number in silent if number in apart)
        output.line(f"        another language, not compared: {names}")
    for cell in perhaps:
        _tell_perhaps(cell, articles[cell.article].text)


def _tell_cell(comparison: Comparison, cell: Cell, text: str) -> None:
    head = f"        {shapes.article_name(cell.article):<5} "
    relation = _RELATIONS.get(cell.relation, "")
    for chain, passages in comparison.tellings(cell):
        words = " … ".join(" ".join(span.of(text).split()) for span in passages)
        output.paragraph(f"{relation}“{words}”", head)
        _tell_chain(chain)
        head, relation = " " * 14, ""
    _tell_marks(cell)


def _tell_only(comparison: Comparison, cell: Cell, text: str) -> None:
    """Who tells what one source alone has, and what is remarked of it; its words too when different people tell them."""
    tellings = comparison.tellings(cell)
    if len(tellings) > 1:
        _tell_cell(comparison, cell, text)
        return
    for chain, _passages in tellings:
        _tell_chain(chain)
    _tell_marks(cell)


def _tell_chain(chain: tuple[str, ...]) -> None:
    if chain:
        output.paragraph(f"told by {' → '.join(chain)}", " " * 16)


def _tell_marks(cell: Cell) -> None:
    for remark in dict.fromkeys(f"{mark.kind.value}: {mark.words}" for mark in cell.marks):
        output.paragraph(remark, " " * 16)


def _tell_perhaps(cell: Cell, text: str) -> None:
    if cell.nearest is not None:
        words = " ".join(cell.nearest.span.of(text).split())
        output.paragraph(f"perhaps, {cell.nearest.score:.0%} sure: “{words}”", f"        {shapes.article_name(cell.article):<5} ")


def _tell_omissions(comparison: Comparison) -> None:
    if not comparison.omissions:
        return
    output.line()
    output.line("LEFT OUT")
    for left_out in comparison.omissions:
        head = f"  {shapes.article_name(left_out.article):<5} {shapes.claim_name(left_out.claim):<5} "
        output.paragraph(comparison.claims[left_out.claim].statement, head)


def _tell_origins(comparison: Comparison) -> None:
    if not (comparison.origins or comparison.copies):
        return
    output.line()
    output.line("WHERE IT COMES FROM")
    media = [origin for origin in comparison.origins if origin.kind is OriginKind.MEDIUM]
    if comparison.origins:
        output.line(f"  {count(len(media), 'independent origin', 'independent origins')}")
    for origin in (*media, *(one for one in comparison.origins if one not in media)):
        names = ", ".join(shapes.article_name(number) for number in origin.articles)
        told = "" if origin in media else "on record: "
        output.paragraph(f"{told}{origin.name}: {count(len(origin.articles), 'article', 'articles')} ({names})", "  ", "    ")
    for group in copy_groups(comparison.copies, comparison.articles):
        *before, last = (" ".join(map(shapes.article_name, part)) for part in group.parts)
        one_text = " carry one text, and" if group.near and len(before) > 1 else ""
        words = f"{', '.join(before)} and {last}{one_text} share {group.share} of the shorter one's wording{group.paired}"
        output.paragraph(words, "  ", "    ")
