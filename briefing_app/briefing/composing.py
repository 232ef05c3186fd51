"""From an event to a drafted briefing, and from a briefing to its document tree."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import accumulate, chain

from briefing_app import language
from briefing_app.briefing import wording
from briefing_app.briefing.appendix import provenance_blocks
from briefing_app.briefing.charts import coverage_blocks, sourcing_blocks, timeline_blocks
from briefing_app.briefing.citations import Notebook
from briefing_app.briefing.claims import claim_blocks
from briefing_app.briefing.judgements import judgement_blocks
from briefing_app.briefing.markdown import blocks_of
from briefing_app.briefing.material import Material
from briefing_app.briefing.passages import excerpt_blocks, quotation_blocks
from briefing_app.briefing.provenance import check
from briefing_app.briefing.sources import source_blocks, source_lines
from briefing_app.briefing.summary import counts, summary_blocks
from briefing_app.briefing.tree import Block, Heading, Inlines, Paragraph, ParagraphKind, Text, Tree, Voice
from briefing_app.model.article import Attested
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
from briefing_app.model.dates import reported_on
from briefing_app.model.event import Event
from briefing_app.model.handling import marked
from briefing_app.model.ids import BriefingId


def draft(event: Event, material: Material, *, now: datetime | None = None) -> Briefing:
    """A briefing of the event with every block that the material can fill, not stored yet (number 0).

    ``now`` (aware) is when it is made; None asks the clock. It counts as changed when its material last did, so that the same
    material gives the same file.
    """
    at = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    blocks: list[BriefingBlock] = [SummaryBlock(), ComparisonBlock(), QuotationBlock()]
    held = {article.id for article in material.articles}
    if any(annotation.article in held for annotation in material.annotations):
        blocks.append(ExcerptBlock())
    blocks.append(SourceBlock())
    return Briefing(BriefingId(0), event.id, _whole(event.group.title, material), tuple(blocks), at, _state(material) or at)


def _whole(title: str, material: Material) -> str:
    """The event's title; where it is the cut beginning of an article without a title, that article's first sentence to its end."""
    if not title.endswith("…"):
        return title
    for article in material.articles:
        document = article.document
        words = document.headline(len(article.text))
        if not document.title.known and words.startswith(title.removesuffix("…")):
            first, *_ = language.pack_for(document.language.value or "").sentences(words)
            return first.of(words)
    return title


def _state(material: Material) -> datetime | None:
    """When the material last changed: the last import or the last change of an annotation; None for no articles."""
    held = {article.id for article in material.articles}
    moments = [article.custody.imported_at for article in material.articles]
    moments += [annotation.changed_at for annotation in material.annotations if annotation.article in held]
    return max(moments).astimezone(UTC).replace(microsecond=0) if moments else None


def compose(briefing: Briefing, material: Material) -> Tree:
    """The briefing's document tree; it holds nothing but the analyst's words, the sources' words and what counts them."""
    notebook = Notebook(material)
    parts = [_composed(briefing, block, material, notebook) for block in briefing.blocks]
    starts = tuple(accumulate(map(len, parts), initial=0))[:-1]
    blocks = tuple(chain.from_iterable(parts))
    title = briefing.title.strip() or "Untitled briefing"
    front, mark = _front(briefing, material), marked(briefing.handling)
    return Tree(title, mark, wording.LANGUAGE, briefing.changed_at, front, blocks, notebook.notes, briefing.paper, starts)


def compose_block(briefing: Briefing, block: BriefingBlock, material: Material) -> tuple[Block, ...]:
    """What one block of the briefing becomes, with footnotes counted from its own first."""
    return _composed(briefing, block, material, Notebook(material))


def _composed(briefing: Briefing, block: BriefingBlock, material: Material, notebook: Notebook) -> tuple[Block, ...]:
    match block:
        case HeadingBlock():
            return (_heading(block.words),) if block.words.strip() else ()
        case TextBlock():
            return blocks_of(block.markdown, top_level=1, citing=notebook)
        case JudgementBlock():
            judgements = judgement_blocks(block.markdown, notebook)
            return (_heading("Key judgements"), *judgements) if judgements else ()
        case SummaryBlock():
            return (_heading("Summary"), *summary_blocks(material, notebook))
        case ComparisonBlock():
            return (_heading("Comparison"), *claim_blocks(material, block, notebook))
        case QuotationBlock():
            return (_heading("Quotations"), *quotation_blocks(material, notebook))
        case ExcerptBlock():
            return (_heading("Excerpts"), *excerpt_blocks(material, block, notebook))
        case SourceBlock():
            return (_heading("Sources"), *source_blocks(material, block.grades))
        case SourcingBlock():
            return (_heading("Who has it from whom"), *sourcing_blocks(material))
        case TimelineBlock():
            return (_heading("Timeline"), *timeline_blocks(material, notebook))
        case CoverageBlock():
            return (_heading("Coverage"), *coverage_blocks(material))
        case ProvenanceBlock():
            return (_heading("Provenance"), *provenance_blocks(check(briefing, material)))


def _heading(words: str) -> Heading:
    return Heading(1, (Text(words),))


def _front(briefing: Briefing, material: Material) -> tuple[Block, ...]:
    made: Inlines = (Text(f"State of {wording.moment_words(briefing.changed_at.astimezone(UTC))}", Voice.MUTED),)
    return (
        Paragraph((_event_date(material), Text(f" · {counts(material)}")), ParagraphKind.LEAD),
        source_lines(material),
        Paragraph(made, ParagraphKind.SMALL),
    )


def _event_date(material: Material) -> Text:
    """When the articles were written, as far as they are dated; inferred as soon as one of the dates is."""
    dates = [article.document.date for article in material.articles]
    when = reported_on(date.value for date in dates if date.value is not None)
    return wording.date_run(Attested(when, (), 1.0, any(date.inferred for date in dates)) if when else Attested())
