"""What kinds of briefing there are: the blocks that each begins with."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.model.briefing import (
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


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of briefing by its name."""

    name: str
    blocks: tuple[BriefingBlock, ...]


TEMPLATES = (
    Template("One-page flash", (JudgementBlock(""), SummaryBlock())),
    Template("Event comparison", (SummaryBlock(), ComparisonBlock(), QuotationBlock(), SourceBlock())),
    Template("Weekly digest", (HeadingBlock("This week"), TextBlock(""), TimelineBlock(), SummaryBlock(), CoverageBlock(), SourceBlock())),
    Template(
        "Full report",
        (
            *(JudgementBlock(""), SummaryBlock(), ComparisonBlock(), SourcingBlock(), TimelineBlock(), CoverageBlock()),
            *(QuotationBlock(), ExcerptBlock(), SourceBlock(), ProvenanceBlock()),
        ),
    ),
)
"""The kinds that come with the program; none of them holds a sentence."""


def applied(template: Template, blocks: tuple[BriefingBlock, ...]) -> tuple[BriefingBlock, ...]:
    """The template's blocks, in which what the analyst has written or chosen stays.

    Blocks of a kind that the template has take the place of the template's own; other written ones stand at the top.
    """
    left = list(blocks)
    made: list[BriefingBlock] = []
    for block in template.blocks:
        kept = [one for one in left if type(one) is type(block)]
        made += kept or [block]
        left = [one for one in left if one not in kept]
    written = [one for one in left if isinstance(one, TextBlock | HeadingBlock | JudgementBlock)]
    return (*written, *made)
