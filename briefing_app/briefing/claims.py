"""The comparison as a table: claims against sources, verbatim words in the cells, footnotes behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from briefing_app.briefing import wording
from briefing_app.briefing.citations import Notebook, chain_words, quoted
from briefing_app.briefing.material import Material
from briefing_app.briefing.tree import Break, Inline, Inlines, Paragraph, Table, TableCell, TableGroup, TableKind, Text, Voice
from briefing_app.model.article import Article
from briefing_app.model.briefing import ComparisonBlock, ComparisonLayout
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, DifferenceKind, Place, Relation, Unweighed
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span

MOST_COLUMNS = 3
"""Sources that stand side by side on a page, with some 24 letters a line; more are stacked below each claim."""

LONGEST_WHY = 120
"""Code points of the line that says what a row's status rests on."""

CLAIM_SHARE = 0.24
"""The claim column's share of the page's width."""

_APART_WORDS = "another language: not compared"
_NOT_COMPARED = TableCell(((Text(_APART_WORDS, Voice.UNKNOWN),),), silent=True)


def claim_blocks(material: Material, chosen: ComparisonBlock, notebook: Notebook) -> tuple[Table | Paragraph, ...]:
    """The table of the chosen claims, with a sentence above it when not all was weighed, one below when a claim is not made any more."""
    comparison = material.comparison
    if comparison is None:
        return (Paragraph((Text("The articles have not been compared yet."),)),)
    claims = chosen_claims(comparison, chosen.statements)
    lost = len(set(chosen.statements or ()) - {claim.statement for claim in claims})
    words = wording.count(lost, "chosen row is", "chosen rows are") + " not in the comparison any more."
    gone = (Paragraph((Text(words, Voice.UNKNOWN),)),)
    unweighed = (Paragraph((Text(_unweighed_words(comparison.unweighed), Voice.UNKNOWN),)),) if comparison.unweighed else ()
    if not claims:
        return gone if lost else (Paragraph((Text("The comparison found no claims to set side by side."),)),)
    wide = len(comparison.articles) > MOST_COLUMNS or chosen.layout is ComparisonLayout.LIST
    table = (_stacked if wide else _side_by_side)(material, comparison, claims, notebook)
    return (*unweighed, table, *(gone if lost else ()))


def _unweighed_words(unweighed: Unweighed) -> str:
    return (
        f"There are too many sentences: {unweighed.pairs:,} of {unweighed.alike:,} pairs that look alike were not weighed. "
        "What stands here in one source alone may stand in another too."
    )


def chosen_claims(comparison: Comparison, statements: tuple[str, ...] | None) -> list[Claim]:
    """The claims of those statements, in their order; None takes all, in the comparison's."""
    if statements is None:
        return list(comparison.claims)
    order = {statement: at for at, statement in reversed(list(enumerate(statements)))}
    return sorted((claim for claim in comparison.claims if claim.statement in order), key=lambda claim: order[claim.statement])


def cell_tellings(
    comparison: Comparison, cell: Cell, article: Article, notebook: Notebook, *, bold: bool = False
) -> list[tuple[str, Inlines]]:
    """A cell's passages between quotation marks with their footnotes, one entry a teller: (who tells them, empty for the outlet; words).

    ``bold`` sets off the words that matter.
    """
    outermost = replace(cell, spans=tuple(_outermost(cell.spans)))
    found = []
    for chain, passages in comparison.tellings(outermost):
        words = wording.joined((_passage(span, cell.key_spans if bold else (), article) for span in passages), " … ")
        found.append((chain_words(chain) if chain else "", (*words, *_cites(cell, passages, chain, notebook))))
    return found


def cell_remark(cell: Cell) -> str:
    """How a cell stands to the row, and what differs in it: ``weaker · hedge · who says it``; empty when it says the same."""
    remarks = [wording.RELATION[cell.relation]] if cell.relation in wording.RELATION else []
    told = DifferenceKind.CONTRADICTION if cell.relation is Relation.CONTRADICTS else None
    remarks += [wording.DIFFERENCE[mark.kind] for mark in cell.marks if mark.kind is not told]
    return " · ".join(dict.fromkeys(remarks))


def _outermost(spans: tuple[Span, ...]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if not any(other.holds(span) for other in kept):
            kept.append(span)
    return kept


def _passage(span: Span, keys: tuple[Span, ...], article: Article) -> Inlines:
    language = article.document.language.value or ""
    edges = {span.start, span.end}
    edges.update(edge for key in keys if span.overlap(key) for edge in (max(key.start, span.start), min(key.end, span.end)))
    before, after = wording.marks_around(span.of(article.text))
    runs: list[Inline] = [Text(before)] if before else []
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        words = re.sub(r"\s+", " ", article.text[start:end])
        matters = any(key.start <= start and end <= key.end for key in keys) and len(ordered) > 2
        runs.append(Text(words, Voice.VERBATIM, strong=matters, language=language))
    return (*runs, *((Text(after),) if after else ()))


def cell_cites(comparison: Comparison, cell: Cell, notebook: Notebook) -> tuple[Inline, ...]:
    """The footnotes of a cell's passages, each with its own teller."""
    return tuple(cite for chain, passages in comparison.tellings(cell) for cite in _cites(cell, passages, chain, notebook))


def _cites(cell: Cell, passages: tuple[Span, ...], chain: tuple[str, ...], notebook: Notebook) -> tuple[Inline, ...]:
    return tuple(cite for span in passages for cite in notebook.cite(Place(cell.article, span), chain))


def _side_by_side(material: Material, comparison: Comparison, claims: list[Claim], notebook: Notebook) -> Table:
    badges = material.badges()
    columns = [article for article in material.ordered() if article.id in comparison.articles]
    share = (1 - CLAIM_SHARE) / max(1, len(columns))
    languages = _languages(material)
    head = (TableCell(((Text("Claim"),),)), *(TableCell(((badges[a.id], Text(" "), _source(a)),)) for a in columns))
    groups = []
    for status, members in groupby(claims, key=lambda claim: claim.status):
        listed = list(members)
        rows = []
        for claim in listed:
            cells = {cell.article: cell for cell in claim.cells}
            alone = sum(cell.relation is not Relation.ABSENT for cell in claim.cells) == 1
            likely, apart = {cell.article for cell in comparison.perhaps(claim)}, claim.not_compared(languages)
            shown = tuple(
                _perhaps(cells[article.id], article, notebook)
                if article.id in likely
                else _NOT_COMPARED
                if article.id in apart
                else _cell(comparison, cells.get(article.id), article, notebook, nearest=not alone)
                for article in columns
            )
            rows.append((_statement_cell(claim, material), *shown))
        title = (Text(wording.STATUS[status], strong=True), Text(f" {len(listed)}{perhaps_elsewhere(comparison, listed)}", Voice.MUTED))
        groups.append(TableGroup(title, tuple(rows), status))
    return Table(TableKind.MATRIX, (CLAIM_SHARE, *(share for _ in columns)), head, tuple(groups))


def _stacked(material: Material, comparison: Comparison, claims: list[Claim], notebook: Notebook) -> Table:
    badges, languages = material.badges(), _languages(material)
    groups = []
    for claim in claims:
        rows = []
        silent: list[Inline] = []
        others: list[Inline] = []
        likely, apart = comparison.perhaps(claim), claim.not_compared(languages)
        for cell in claim.cells:
            article = material.article(cell.article)
            if article is None:
                continue
            if cell.relation is Relation.ABSENT and cell not in likely:
                (others if cell.article in apart else silent).extend([badges[cell.article], Text(" ")])
            else:
                name = TableCell(((badges[cell.article], Text(" "), _source(article)),))
                said = _perhaps(cell, article, notebook) if cell in likely else _cell(comparison, cell, article, notebook)
                rows.append((name, said))
        for words, gaps in (("absent", silent), (_APART_WORDS, others)):
            if gaps:
                rows.append((TableCell(((Text(words, Voice.MUTED),),)), TableCell((tuple(gaps),), silent=True)))
        unsure = ", and perhaps elsewhere" if likely and claim.status is ClaimStatus.ONLY else ""
        status = (Text(wording.STATUS[claim.status] + unsure, strong=True), Text("  "))
        groups.append(TableGroup((*status, *_statement(claim, material), *reason_below(claim)), tuple(rows), claim.status))
    return Table(TableKind.MATRIX, (CLAIM_SHARE, 1 - CLAIM_SHARE), (), tuple(groups))


def _languages(material: Material) -> dict[ArticleId, str]:
    return {article.id: article.document.language.value or "" for article in material.articles}


def perhaps_elsewhere(comparison: Comparison, claims: Sequence[Claim]) -> str:
    """How many of the claims of one source another one perhaps says too, in brackets behind their number; empty for none."""
    number = sum(claim.status is ClaimStatus.ONLY and bool(comparison.perhaps(claim)) for claim in claims)
    return f" ({number:,} of them perhaps elsewhere too)" if number else ""


def _perhaps(cell: Cell, article: Article, notebook: Notebook) -> TableCell:
    """What stands where a source more likely than not says the same, yet not surely: its words, and how sure it is."""
    assert cell.nearest is not None
    language = article.document.language.value or ""
    place = Place(article.id, cell.nearest.span)
    words = quoted(cell.nearest.span.of(article.text), language)
    head = Text(f"perhaps, {cell.nearest.score:.0%} sure: ", Voice.INFERRED)
    return TableCell(((head, *words, *notebook.cite_nearest(place, perhaps=True)),), language)


def _source(article: Article) -> Text:
    return wording.name_run(article.document.source, "source unknown", article.document.language.value or "")


def _statement(claim: Claim, material: Material) -> Inlines:
    article = material.article(claim.statement_from.article)
    language = (article.document.language.value or "") if article else ""
    badge = material.badges().get(claim.statement_from.article)
    return (Text(" ".join(claim.statement.split()), Voice.VERBATIM, language=language), *((Text("\u00a0"), badge) if badge else ()))


def _statement_cell(claim: Claim, material: Material) -> TableCell:
    lines = [_statement(claim, material), *_reasons(claim)]
    article = material.article(claim.statement_from.article)
    return TableCell(tuple(lines), (article.document.language.value or "") if article else "")


def reason_below(claim: Claim) -> Inlines:
    """What a conflict or a progression rests on, as a line below its statement in one paragraph; empty for other claims."""
    return tuple(run for line in _reasons(claim) for run in (Break(), *line))


def _reasons(claim: Claim) -> list[Inlines]:
    """The line that says what a conflict or a progression rests on; none for other claims."""
    told = claim.why and claim.status in {ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION}
    return [(Text(wording.shortened(claim.why, LONGEST_WHY), Voice.MUTED),)] if told else []


def _cell(comparison: Comparison, cell: Cell | None, article: Article, notebook: Notebook, *, nearest: bool = True) -> TableCell:
    """A source's cell; a gap says with ``nearest`` what comes nearest there, which tells nothing about a claim of one source."""
    if cell is None or cell.relation is Relation.ABSENT or not cell.spans:
        cites = notebook.cite_nearest(Place(article.id, cell.nearest.span)) if nearest and cell and cell.nearest else ()
        return TableCell(((Text("absent", Voice.UNKNOWN), *cites),), silent=True)
    lines: list[Inlines] = []
    for teller, words in cell_tellings(comparison, cell, article, notebook, bold=True):
        lines.append(words)
        if teller:
            lines.append((Text(f"from {teller}", Voice.MUTED),))
    if remark := cell_remark(cell):
        lines.append((Text(remark, Voice.MUTED),))
    return TableCell(tuple(lines), article.document.language.value or "")
