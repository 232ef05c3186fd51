"""What kinds of briefing there are: the blocks that each begins with, and how one is made of a briefing or laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.model.briefing import (
    Briefing,
    BriefingBlock,
    ComparisonBlock,
    CoverageBlock,
    ExcerptBlock,
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
from briefing_app.model.ids import TemplateId
from briefing_app.model.naming import folded
from briefing_app.model.template import House, Template


def _shipped(name: str, *blocks: BriefingBlock) -> Template:
    return Template(TemplateId(0), name, blocks)


TEMPLATES = (
    _shipped("One-page flash", JudgementBlock(""), SummaryBlock()),
    _shipped("Event comparison", SummaryBlock(), ComparisonBlock(), QuotationBlock(), SourceBlock()),
    _shipped("Weekly digest", HeadingBlock("This week"), TextBlock(""), TimelineBlock(), SummaryBlock(), CoverageBlock(), SourceBlock()),
    _shipped(
        "Full report",
        *(JudgementBlock(""), SummaryBlock(), ComparisonBlock(), SourcingBlock(), TimelineBlock(), CoverageBlock()),
        *(QuotationBlock(), ExcerptBlock(), SourceBlock(), ProvenanceBlock()),
    ),
)
"""The kinds that come with the program; none of them holds a sentence."""


def named(name: str, own: Sequence[Template]) -> Template | None:
    """The template of that name: one of the analyst's own, else one that comes with the program. Capitals do not matter."""
    return next((template for template in (*own, *TEMPLATES) if folded(template.name) == folded(name)), None)


def template_of(briefing: Briefing, name: str) -> Template:
    """The outline of a briefing as a template, not stored yet: its headings, its kinds of blocks, its mark, paper and limit.

    What is about its event is left out: what was written, the rows and passages chosen, the grades.
    """
    house = House(briefing.handling, briefing.paper, briefing.quoted_words)
    return Template(TemplateId(0), name, tuple(map(_bare, briefing.blocks)), house)


def applied(template: Template, briefing: Briefing) -> Briefing:
    """The briefing as the template has it, in which what the analyst has written or chosen stays.

    A block of the briefing takes the place of the template's block of its kind (a heading: of its words), one for one; those that are
    left stand behind the last one of their kind, written ones without a place at the top.
    """
    left = list(briefing.blocks)
    made: list[BriefingBlock] = []
    for at, block in enumerate(template.blocks):
        fitting = [one for one in left if _fits(one, block)]
        more = any(type(later) is type(block) for later in template.blocks[at + 1 :])
        kept = fitting[:1] if more else fitting
        made += kept or [block]
        for one in kept:
            left.remove(one)
    written = [one for one in left if isinstance(one, TextBlock | HeadingBlock | JudgementBlock)]
    whole = replace(briefing, blocks=(*written, *made))
    house = template.house
    return replace(whole, handling=house.handling, paper=house.paper, quoted_words=house.quoted_words) if house else whole


def _fits(block: BriefingBlock, wanted: BriefingBlock) -> bool:
    if isinstance(block, HeadingBlock) and isinstance(wanted, HeadingBlock):
        return folded(block.words) == folded(wanted.words)
    return type(block) is type(wanted)


def _bare(block: BriefingBlock) -> BriefingBlock:
    """The block without what is about one event."""
    match block:
        case TextBlock() | JudgementBlock():
            return type(block)("")
        case ComparisonBlock():
            return ComparisonBlock(layout=block.layout)
        case ExcerptBlock():
            return ExcerptBlock()
        case SourceBlock():
            return SourceBlock()
    return block
