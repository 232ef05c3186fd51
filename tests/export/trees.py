"""Trees that every format is tried on: the tests' own event, and words that try to act as markup."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from briefing_app.briefing import Material, compose, draft
from briefing_app.briefing.tree import Heading, Items, Paragraph, Quote, Table, TableCell, TableGroup, TableKind, Text, Tree
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, Place, Relation
from briefing_app.model.span import Span
from tests.briefing.material import event, material
from tests.factories import NOON, article

HOSTILE = (
    '#panic("no") $x^2$ *bold* _it_ <b>&amp;</b> <script>alert(1)</script> @ref \\u{41} `code` [^1] [a](javascript:alert(1)) '
    "// gone /* gone */ = head #import \"/etc/passwd\": * ]]> --> <!-- </w:t> ' onload='x %PDF-1.7 endobj | a | b |"
)
"""What is markup to typst, Markdown, HTML, XML and PDF."""


def whole() -> Tree:
    """The briefing of the tests' own event, with a handling mark."""
    used = material()
    return replace(compose(draft(event(*used.articles), used, now=NOON), used), handling="INTERNAL")


def plain(*lines: str) -> Tree:
    """A tree of paragraphs."""
    return Tree("Plain", "", "en", NOON, (), tuple(Paragraph((Text(line),)) for line in lines), ())


def hostile() -> Tree:
    """An event in which title, source, text and statement all try to act as markup."""
    holder = article(1, HOSTILE, HOSTILE, source=HOSTILE)
    place = Place(holder.id, Span(0, len(HOSTILE)))
    claim = Claim(ClaimStatus.ONLY, HOSTILE, place, (Cell(holder.id, Relation.STATES, (place.span,)),))
    used = Material(articles=(holder,), comparison=Comparison("t", (holder.id,), ("",), (claim,)))
    return compose(draft(event(holder, title=HOSTILE), used, now=NOON), used)


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
    from briefing_app.briefing import wording

    def lines(blocks: object) -> list[str]:
        found: list[str] = []
        assert isinstance(blocks, tuple)
        for block in blocks:
            match block:
                case Heading() | Paragraph():
                    found.append(wording.plain(block.inlines))
                case Items():
                    found += chain.from_iterable(map(lines, block.items))
                case Quote():
                    found += lines(block.blocks)
                case Table():
                    rows = [block.head, *(row for group in block.groups for row in group.rows)]
                    found += [wording.plain(line) for row in rows for cell in row for line in cell.lines]
        return found

    notes = [wording.plain(note.inlines) for note in tree.notes]
    return [squeezed(words) for words in [*lines(tree.front), *lines(tree.blocks), *notes]]
