"""What the sources share and where they part: counts, and the sources' own words for everything else."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.briefing import wording
from briefing_app.briefing.citations import Notebook, quoted
from briefing_app.briefing.claims import cell_cites, cell_remark, cell_tellings, perhaps_elsewhere, reason_below
from briefing_app.briefing.material import Material
from briefing_app.briefing.tree import Badge, Block, Heading, Inline, Items, Paragraph, ParagraphKind, Text, Voice
from briefing_app.model.comparison import Claim, ClaimStatus, Comparison, DifferenceKind, OriginKind, Place, Relation
from briefing_app.model.copy_groups import CopyGroup, copy_groups
from briefing_app.model.ids import ArticleId

MOST: dict[ClaimStatus, int] = {ClaimStatus.CONFLICT: 6, ClaimStatus.PROGRESSION: 4, ClaimStatus.ALL: 8}
"""Claims of each status that the summary spells out; the comparison has all of them."""

MOST_OMISSIONS = 8
"""Omissions that the summary spells out."""

MOST_ORIGINS = 8
"""Origins of one kind that the summary names."""


def counts(material: Material) -> str:
    """``3 articles, 1 independent origin, 2 on record``: how much the event rests on."""
    words = [wording.count(len(material.articles), "article", "articles")]
    origins = material.comparison.origins if material.comparison is not None else ()
    media = sum(origin.kind is OriginKind.MEDIUM for origin in origins)
    if media:
        words.append(wording.count(media, "independent origin", "independent origins"))
    if len(origins) > media:
        words.append(f"{len(origins) - media:,} on record")
    return ", ".join(words)


def summary_blocks(material: Material, notebook: Notebook) -> tuple[Block, ...]:
    """The drafted summary. Every statement about the event is a source's wording with its footnote."""
    comparison = material.comparison
    if comparison is None:
        return (Paragraph((Text("The articles have not been compared yet."),)),)
    blocks: list[Block] = [Paragraph((Text(_tally(material, comparison)),))]
    blocks += _origins(material, comparison)
    for status, title in (
        (ClaimStatus.CONFLICT, "Where the sources conflict"),
        (ClaimStatus.PROGRESSION, "What moved on between them"),
        (ClaimStatus.ALL, "What all sources carry"),
    ):
        claims = [claim for claim in comparison.claims if claim.status is status]
        if status is ClaimStatus.ALL:
            claims = [claim for claim in claims if not (_contradicted(claim) or _negated(claim))]
        shown = _sides if status is not ClaimStatus.ALL else _shared
        blocks += _section(title, [shown(claim, material, comparison, notebook) for claim in claims[: MOST[status]]], len(claims))
    omissions = _omissions(material, comparison)
    left_out = [_omission(index, articles, material, notebook) for index, articles in omissions[:MOST_OMISSIONS]]
    blocks += _section("What is left out", left_out, len(omissions))
    return tuple(blocks)


def _section(title: str, items: list[tuple[Block, ...]], whole: int) -> list[Block]:
    """A heading with its list, and how many more stand in the comparison; nothing for an empty list."""
    if not items:
        return []
    rest = whole - len(items)
    more: list[Block] = [Paragraph((Text(f"{rest:,} more in the comparison.", Voice.MUTED),), ParagraphKind.SMALL)] if rest else []
    return [Heading(2, (Text(title),)), Items(tuple(items)), *more]


def _tally(material: Material, comparison: Comparison) -> str:
    numbers = {status: sum(claim.status is status for claim in comparison.claims) for status in ClaimStatus}
    told = {
        ClaimStatus.PROGRESSION: wording.count(numbers[ClaimStatus.PROGRESSION], "progression", "progressions"),
        ClaimStatus.ALL: _in_all(comparison, numbers[ClaimStatus.ALL]),
        ClaimStatus.SOME: f"{numbers[ClaimStatus.SOME]:,} in some",
        ClaimStatus.ONLY: f"{numbers[ClaimStatus.ONLY]:,} in one only{perhaps_elsewhere(comparison, comparison.claims)}",
    }
    conflicts = numbers[ClaimStatus.CONFLICT]
    first = wording.count(conflicts, "claim in conflict", "claims in conflict") if conflicts else "none in conflict"
    claims = wording.count(len(comparison.claims), "claim", "claims")
    pieces = ", ".join([first, *(words for status, words in told.items() if numbers[status])])
    return f"{counts(material)}. The comparison sets {claims} side by side: {pieces}."


def _in_all(comparison: Comparison, number: int) -> str:
    """How many claims stand in all sources, and how many of them not every source carries as they stand."""
    shared = [claim for claim in comparison.claims if claim.status is ClaimStatus.ALL]
    opposed = sum(_contradicted(claim) for claim in shared)
    negated = sum(_negated(claim) and not _contradicted(claim) for claim in shared)
    pieces = [f"{opposed:,} of them contradicted by one"] if opposed else []
    pieces += [f"{negated:,} of them with a negation on one side only"] if negated else []
    return f"{number:,} in all sources" + (f" ({', '.join(pieces)})" if pieces else "")


def _origins(material: Material, comparison: Comparison) -> list[Block]:
    """To which media the reports go back and who speaks on record, those of most articles first, and who copies whom."""
    badges = material.badges()
    blocks: list[Block] = []
    for kind, title in ((OriginKind.MEDIUM, "They go back to: "), (OriginKind.ON_RECORD, "On record: ")):
        named = [
            (one.name, [badge for number, badge in badges.items() if number in one.articles])
            for one in comparison.origins
            if one.kind is kind
        ]
        named.sort(key=lambda pair: -len(pair[1]))
        parts = [(Text(name, strong=True), Text(" "), *wording.joined(((b,) for b in of), " ")) for name, of in named[:MOST_ORIGINS]]
        if parts:
            rest = [(Text(f"and {len(named) - MOST_ORIGINS} more"),)] if len(named) > MOST_ORIGINS else []
            blocks.append(Paragraph((Text(title), *wording.joined([*parts, *rest], "; "), Text("."))))
    kept = [article for article in comparison.articles if article in badges]
    return [*blocks, *(_copies(group, badges) for group in copy_groups(comparison.copies, kept))]


def _copies(group: CopyGroup, badges: Mapping[ArticleId, Badge]) -> Paragraph:
    """Who repeats whom: ``A, B and C carry one text``."""
    parts = [wording.joined(((badges[article],) for article in part), " ") for part in group.parts]
    alike = "share much of their wording" if not group.near else "are near copies" if len(parts) == 2 else "carry one text"
    of = "the shorter text’s four-word sequences stand in the longer"
    words = f" {alike}: {group.share} of {of}{group.paired}."
    return Paragraph((*wording.joined(parts[:-1]), Text(" and "), *parts[-1], Text(words)))


def _sides(claim: Claim, material: Material, comparison: Comparison, notebook: Notebook) -> tuple[Block, ...]:
    """A claim on which the sources differ: its statement with what the difference rests on, then each source in its own words."""
    article = material.article(claim.statement_from.article)
    language = (article.document.language.value or "") if article else ""
    head = Paragraph((*quoted(claim.statement, language, strong=True), *reason_below(claim)), language=language)
    badges = material.badges()
    sides: list[tuple[Block, ...]] = []
    for cell in claim.cells:
        outlet = material.article(cell.article)
        if outlet is None or not cell.spans:
            continue
        remark = f" ({wording.RELATION[cell.relation]})" if cell.relation in wording.RELATION else ""
        told = cell_tellings(comparison, cell, outlet, notebook)
        words = wording.joined(((Text(f"{teller}: " if teller else ""), *passages) for teller, passages in told), " · ")
        line = (badges[cell.article], Text(" "), *words, Text(remark, Voice.MUTED))
        sides.append((Paragraph(line, language=outlet.document.language.value or ""),))
    return (head, Items(tuple(sides)))


def _contradicted(claim: Claim) -> bool:
    """Whether a source contradicts the statement."""
    return _marked(claim, DifferenceKind.CONTRADICTION) or any(cell.relation is Relation.CONTRADICTS for cell in claim.cells if cell.spans)


def _negated(claim: Claim) -> bool:
    """Whether a negation stands on one side only, which need not deny the statement ("is reluctant to join" against "will not join")."""
    return _marked(claim, DifferenceKind.NEGATION)


def _marked(claim: Claim, kind: DifferenceKind) -> bool:
    return any(mark.kind is kind for cell in claim.cells if cell.spans for mark in cell.marks)


def _shared(claim: Claim, material: Material, comparison: Comparison, notebook: Notebook) -> tuple[Block, ...]:
    article = material.article(claim.statement_from.article)
    language = (article.document.language.value or "") if article else ""
    badges = material.badges()
    supports: list[Inline] = []
    for cell in claim.cells:
        if cell.spans and cell.relation is not Relation.ABSENT and cell.article in badges:
            remark = cell_remark(cell)
            qualified = (Text(f" ({remark})", Voice.MUTED),) if remark else ()
            supports += [Text(" "), badges[cell.article], *cell_cites(comparison, cell, notebook), *qualified]
    return (Paragraph((*quoted(claim.statement, language), *supports), language=language),)


def _omissions(material: Material, comparison: Comparison) -> list[tuple[int, list[ArticleId]]]:
    """Claims by their index, with the articles that leave them out; the claims that most others carry first."""
    held = {article.id for article in material.articles}
    by_claim: dict[int, list[ArticleId]] = {}
    for omission in comparison.omissions:
        if omission.article in held and omission.claim < len(comparison.claims):
            by_claim.setdefault(omission.claim, []).append(omission.article)
    return sorted(by_claim.items(), key=lambda pair: (len(pair[1]), pair[0]))


def _omission(index: int, articles: list[ArticleId], material: Material, notebook: Notebook) -> tuple[Block, ...]:
    comparison, badges = material.comparison, material.badges()
    assert comparison is not None
    claim = comparison.claims[index]
    source = material.article(claim.statement_from.article)
    language = (source.document.language.value or "") if source else ""
    line: list[Inline] = [*quoted(claim.statement, language), *notebook.cite(claim.statement_from), Text(" is not in")]
    for article in articles:
        cell = next((cell for cell in claim.cells if cell.article == article), None)
        near = cell.nearest if cell else None
        cites = notebook.cite_nearest(Place(article, near.span)) if near else notebook.cite_absent(article)
        line += [Text(" "), badges[article], *cites]
    return (Paragraph(tuple(line), language=language),)
