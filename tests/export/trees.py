"""Trees that every format is tried on: the tests' own event, and words that try to act as markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain

from briefing_app.briefing import Material, compose, draft, wording
from briefing_app.briefing.tree import (
    Block,
    Cite,
    Heading,
    Inlines,
    Items,
    Paragraph,
    Quote,
    Table,
    TableCell,
    TableGroup,
    TableKind,
    Text,
    Tree,
)
from briefing_app.model.briefing import (
    Briefing,
    ComparisonBlock,
    ComparisonLayout,
    CoverageBlock,
    ExcerptBlock,
    Grade,
    HeadingBlock,
    JudgementBlock,
    ProvenanceBlock,
    QuotationBlock,
    SourceBlock,
    SourcingBlock,
    SummaryBlock,
    TextBlock,
    TimelineBlock,
)
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, Place, Relation, TimelineEntry
from briefing_app.model.dates import DateInterval, day_interval
from briefing_app.model.span import Span
from tests.briefing.material import FIRST, SECOND, event, material, of_three, span
from tests.factories import NOON, article

HOSTILE = (
    '#panic("no") $x^2$ *bold* _it_ <b>&amp;</b> <script>alert(1)</script> @ref \\u{41} `code` [^1] [a](javascript:alert(1)) '
    "// gone /* gone */ = head #import \"/etc/passwd\": * ]]> --> <!-- </w:t> ' onload='x %PDF-1.7 endobj | a | b |"
)
"""What is markup to typst, Markdown, HTML, XML and PDF."""


TYPED = """We expect *trouble*. [@assessment] The ferry will stop [@a11 "will stop on 4 May"]. The boats are blue.[^1]

[^1]: Own remark with [@a12], see [a page](https://example.org/page).

| Who | When |
|---|---|
| Port | May [@a11] |

> Quoted

1. first
2. second

    code <b>
"""


def _with_notes(briefing: Briefing) -> Briefing:
    """The briefing with the analyst's notes below its excerpts."""
    return replace(
        briefing, blocks=tuple(replace(block, notes=True) if isinstance(block, ExcerptBlock) else block for block in briefing.blocks)
    )


def whole() -> Tree:
    """The briefing of the tests' own event, with a handling mark."""
    used = material()
    return replace(compose(_with_notes(draft(event(*used.articles), used, now=NOON)), used), handling="INTERNAL")


def beside() -> Tree:
    """The comparison of three sources, which stand side by side."""
    used = of_three()
    return compose(replace(draft(event(*used.articles), used, now=NOON), blocks=(ComparisonBlock(),)), used)


def plain(*lines: str) -> Tree:
    """A tree of paragraphs."""
    return Tree("Plain", "", "en", NOON, (), tuple(Paragraph((Text(line),)) for line in lines), ())


def hostile() -> Tree:
    """An event in which title, source, text and statement all try to act as markup."""
    holder = article(1, HOSTILE, HOSTILE, source=HOSTILE)
    place = Place(holder.id, Span(0, len(HOSTILE)))
    claim = Claim(ClaimStatus.ONLY, HOSTILE, place, (Cell(holder.id, Relation.STATES, (place.span,)),))
    used = Material(articles=(holder,), comparison=Comparison("t", (holder.id,), ("",), (claim,)))
    return compose(_with_notes(draft(event(holder, title=HOSTILE), used, now=NOON)), used)


def scattered(words: str) -> Tree:
    """The same words in every kind of block."""
    line = (Text(words),)
    cell = TableCell((line,))
    table = Table(TableKind.FACTS, (0.5, 0.5), (cell, cell), (TableGroup(line, ((cell, cell),)),))
    blocks = (Heading(1, line), Paragraph(line), Items(((Paragraph(line),),)), Quote((Paragraph(line),)), table)
    return Tree(words, words, "en", NOON, (), blocks, ())


def squeezed(words: str) -> str:
    """Words without their blanks, which formats may set as they like."""
    return "".join(words.split())


def words_of(tree: Tree) -> list[str]:
    """Every run of words that the blocks and notes of a tree hold, without blanks."""
    notes = [wording.plain(note.inlines) for note in tree.notes]
    return [squeezed(words) for words in [*lines_of(tree.front), *lines_of(tree.blocks), *notes]]


def _apart(inlines: Inlines) -> str:
    """The words of a line, apart where the number of a note stands between them."""
    return "".join(" " if isinstance(run, Cite) else wording.plain((run,)) for run in inlines)


def lines_of(blocks: tuple[Block, ...]) -> list[str]:
    """The words of blocks in the order in which they are read, but for drawings."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found.append(_apart(block.inlines))
            case Items():
                found += chain.from_iterable(map(lines_of, block.items))
            case Quote():
                found += lines_of(block.blocks)
            case Table():
                rows = [block.head, *(row for group in block.groups for row in group.rows)]
                found += [_apart(line) for row in rows for cell in row for line in cell.lines]
    return found


def every_block(handling: str = "TLP:AMBER") -> Tree:
    """A briefing with a block of every kind, drawings among them."""
    used = material()
    assert used.comparison is not None
    stops = Place(FIRST.id, span(FIRST, "will stop on 4 May"))
    talks = Place(SECOND.id, span(SECOND, "Unions want talks."))
    timeline = (
        TimelineEntry(day_interval(date(2026, 5, 4)), "The ferry will stop", stops),
        TimelineEntry(DateInterval(date(2026, 3, 20), date(2026, 4, 20)), "Talks", talks),
    )
    chains = (("unnamed officials", "port authority"), ("port authority",), ("Newswire",), ("port authority", "Newswire"))
    claims = []
    for claim in used.comparison.claims:
        cells = zip(claim.cells, chains, strict=True)
        claims.append(replace(claim, cells=tuple(replace(cell, chain=chain) if cell.spans else cell for cell, chain in cells)))
    used = replace(used, comparison=replace(used.comparison, timeline=timeline, claims=tuple(claims)))
    blocks = (
        HeadingBlock("Opening"),
        TextBlock(TYPED),
        JudgementBlock("high: The line closes [@a11].\nlow: Talks fail."),
        *(SummaryBlock(), ComparisonBlock(), ComparisonBlock(None, ComparisonLayout.LIST), SourcingBlock(), TimelineBlock()),
        *(CoverageBlock(), QuotationBlock(), ExcerptBlock(notes=True), SourceBlock((Grade(FIRST.id, "B", 2),)), ProvenanceBlock()),
    )
    return compose(replace(draft(event(*used.articles), used, now=NOON), blocks=blocks, handling=handling), used)
