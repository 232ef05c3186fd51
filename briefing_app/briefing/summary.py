"""What the sources share and where they part: counts, and the sources' own words for everything else."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.briefing import wording
from briefing_app.briefing.citations import Notebook, quoted
from briefing_app.briefing.claims import cell_cites, cell_words
from briefing_app.briefing.material import Material
from briefing_app.briefing.tree import Block, Heading, Inline, Items, Paragraph, Text, Voice
from briefing_app.model.comparison import Claim, ClaimStatus, Comparison, Omission, Place, Relation

COPY_SHARE = 0.45
"""Share of 4-word sequences from which on an article is called a copy, below it a rewrite (reference: compare-methods)."""


def counts(material: Material) -> str:
    """``3 articles, 1 independent origin``: how much the event rests on."""
    words = wording.count(len(material.articles), "article", "articles")
    comparison = material.comparison
    if comparison is not None and comparison.origins:
        words += f", {wording.count(len(comparison.origins), 'independent origin', 'independent origins')}"
    return words


def summary_blocks(material: Material, notebook: Notebook) -> tuple[Block, ...]:
    """The drafted summary. Every statement about the event is a source's wording with its footnote."""
    comparison = material.comparison
    if comparison is None:
        return (Paragraph((Text("The articles have not been compared yet."),)),)
    blocks: list[Block] = [Paragraph((Text(_tally(material, comparison)),))]
    origins = _origins(material, comparison)
    if origins:
        blocks.append(origins)
    for status, title in (
        (ClaimStatus.CONFLICT, "Where the sources conflict"),
        (ClaimStatus.PROGRESSION, "What moved on between them"),
        (ClaimStatus.ALL, "What all sources carry"),
    ):
        claims = [claim for claim in comparison.claims if claim.status is status]
        if claims:
            shown = _sides if status is not ClaimStatus.ALL else _shared
            blocks += [Heading(2, (Text(title),)), Items(tuple(shown(claim, material, notebook) for claim in claims))]
    left_out = tuple(_omissions(material, comparison, notebook))
    if left_out:
        blocks += [Heading(2, (Text("What is left out"),)), Items(left_out)]
    return tuple(blocks)


def _tally(material: Material, comparison: Comparison) -> str:
    numbers = {status: sum(claim.status is status for claim in comparison.claims) for status in ClaimStatus}
    pieces = [
        wording.count(numbers[ClaimStatus.CONFLICT], "claim in conflict", "claims in conflict"),
        wording.count(numbers[ClaimStatus.PROGRESSION], "progression", "progressions"),
        f"{numbers[ClaimStatus.ALL]:,} in all sources",
        f"{numbers[ClaimStatus.SOME]:,} in some",
        f"{numbers[ClaimStatus.ONLY]:,} in one only",
    ]
    claims = wording.count(len(comparison.claims), "claim", "claims")
    return f"{counts(material)}. The comparison sets {claims} side by side: {', '.join(pieces)}."


def _origins(material: Material, comparison: Comparison) -> Block | None:
    badges = material.badges()
    items: list[tuple[Block, ...]] = []
    for origin in comparison.origins:
        letters = wording.joined(((badges[a],) for a in origin.articles if a in badges), " ")
        items.append((Paragraph((Text(origin.name, strong=True), Text(": origin of "), *letters)),))
    for copy in comparison.copies:
        if copy.a in badges and copy.b in badges:
            kind = "is a near copy of" if copy.share >= COPY_SHARE else "is a rewrite of"
            share = f" ({copy.share:.0%} of the shorter text's four-word sequences stand in the longer)"
            items.append((Paragraph((badges[copy.a], Text(f" {kind} "), badges[copy.b], Text(share))),))
    return Items(tuple(items)) if items else None


def _sides(claim: Claim, material: Material, notebook: Notebook) -> tuple[Block, ...]:
    """A claim on which the sources differ: its statement, then each source in its own words."""
    article = material.article(claim.statement_from.article)
    language = (article.document.language.value or "") if article else ""
    head = Paragraph(quoted(claim.statement, language, strong=True), language=language)
    badges = material.badges()
    sides: list[tuple[Block, ...]] = []
    for cell in claim.cells:
        teller = material.article(cell.article)
        if teller is None or not cell.spans:
            continue
        remark = f" ({wording.RELATION[cell.relation]})" if cell.relation in wording.RELATION else ""
        chain = f"{cell.chain[0]}: " if cell.chain else ""
        own = teller.document.language.value or ""
        words = wording.joined((quoted(piece, own) for piece in cell_words(cell, teller, key_only=False)), " … ")
        line = (badges[cell.article], Text(f" {chain}"), *words, Text(remark, Voice.MUTED), *cell_cites(cell, notebook))
        sides.append((Paragraph(line, language=own),))
    return (head, Items(tuple(sides)))


def _shared(claim: Claim, material: Material, notebook: Notebook) -> tuple[Block, ...]:
    article = material.article(claim.statement_from.article)
    language = (article.document.language.value or "") if article else ""
    badges = material.badges()
    supports: list[Inline] = []
    for cell in claim.cells:
        if cell.spans and cell.relation is not Relation.ABSENT and cell.article in badges:
            supports += [Text(" "), badges[cell.article], *cell_cites(cell, notebook)]
    return (Paragraph((*quoted(claim.statement, language), *supports), language=language),)


def _omissions(material: Material, comparison: Comparison, notebook: Notebook) -> Iterator[tuple[Block, ...]]:
    badges = material.badges()
    by_claim: dict[int, list[Omission]] = {}
    for omission in comparison.omissions:
        by_claim.setdefault(omission.claim, []).append(omission)
    for index, omissions in by_claim.items():
        claim = comparison.claims[index]
        source = material.article(claim.statement_from.article)
        language = (source.document.language.value or "") if source else ""
        line: list[Inline] = [*quoted(claim.statement, language), *notebook.cite(claim.statement_from), Text(" is not in")]
        for omission in omissions:
            if omission.article not in badges:
                continue
            cell = next((cell for cell in claim.cells if cell.article == omission.article), None)
            near = cell.nearest if cell else None
            cites = notebook.cite_nearest(Place(omission.article, near.span)) if near else notebook.cite_absent(omission.article)
            line += [Text(" "), badges[omission.article], *cites]
        yield (Paragraph(tuple(line), language=language),)
