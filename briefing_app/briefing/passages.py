"""Words taken over whole: quotations by their speakers, and the passages that the analyst marked."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.anchoring import Found, locate
from briefing_app.briefing import wording
from briefing_app.briefing.citations import Notebook, quoted
from briefing_app.briefing.markdown import blocks_of
from briefing_app.briefing.material import Material
from briefing_app.briefing.tree import Block, Heading, Inline, Items, Paragraph, ParagraphKind, Quote, Text, Voice
from briefing_app.model.annotation import Anchor, Annotation
from briefing_app.model.article import Article
from briefing_app.model.briefing import Excerpt, ExcerptBlock
from briefing_app.model.comparison import Place, Said
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Taken:
    """An excerpt as it stands now. ``span`` is None when its exact words do not stand in the article any more."""

    article: Article
    anchor: Anchor
    span: Span | None
    quote: str
    note: Annotation | None


def quotation_blocks(material: Material, notebook: Notebook) -> tuple[Block, ...]:
    """Who is quoted, with the exact words; the same words in several sources stand once, with every source's letter."""
    by_speaker: dict[str, dict[str, list[Said]]] = {}
    for said in _quotations(material):
        article = material.article(said.article)
        if article is not None:
            words = " ".join(said.quotation.span.of(article.text).split())
            by_speaker.setdefault(said.quotation.speaker, {}).setdefault(words, []).append(said)
    if not by_speaker:
        return (Paragraph((Text("Nobody is quoted word for word."),)),)
    blocks: list[Block] = []
    for speaker in sorted(by_speaker, key=lambda name: (name == "", name.casefold())):
        name = Text(speaker, strong=True) if speaker else Text("speaker unknown", Voice.UNKNOWN)
        blocks.append(Heading(2, (name,)))
        items = (_quotation(words, places, material, notebook) for words, places in by_speaker[speaker].items())
        blocks.append(Items(tuple((item,) for item in items)))
    return tuple(blocks)


def excerpts(block: ExcerptBlock, material: Material) -> tuple[Taken, ...]:
    """The passages of a block, as far as their articles are there: in the order of the articles and their texts when it takes every
    annotation, else the annotations as they were chosen, then the others.
    """
    wider = {one.annotation: one for one in block.passages if one.annotation is not None}
    marked = {
        note.id: _taken(wider.get(note.id) or Excerpt(note.article, note.anchor, note.id), material, note)
        for note in material.annotations
        if note.anchor is not None and (block.annotations is None or note.id in block.annotations)
    }
    others = [_taken(one, material) for one in block.passages if one.annotation is None]
    if block.annotations is not None:
        chosen = [marked.get(number) for number in block.annotations]
        return tuple(one for one in (*chosen, *others) if one is not None)
    order = {article.id: index for index, article in enumerate(material.ordered())}
    found = [one for one in (*marked.values(), *others) if one is not None]
    return tuple(sorted(found, key=lambda one: (order[one.article.id], one.anchor.span)))


def excerpt_blocks(material: Material, block: ExcerptBlock, notebook: Notebook) -> tuple[Block, ...]:
    """The passages, with what the analyst wrote to them only where the block says so."""
    taken = excerpts(block, material)
    if not taken:
        return (Paragraph((Text("No passage has been marked."),)),)
    return tuple(made for one in taken for made in _excerpt(one, material, notebook, notes=block.notes))


def _taken(excerpt: Excerpt, material: Material, note: Annotation | None = None) -> Taken | None:
    article = material.article(excerpt.article)
    if article is None:
        return None
    found = locate(excerpt.anchor, article.text)
    span = found.span if found.how in {Found.EXACT, Found.MOVED} else None
    quote = note.words if note is not None and excerpt.anchor == note.anchor else excerpt.anchor.quote
    return Taken(article, excerpt.anchor, span, quote, note)


def _quotations(material: Material) -> tuple[Said, ...]:
    if material.comparison is not None:
        return material.comparison.quotations
    pairs = zip(material.articles, material.findings, strict=False)
    return tuple(Said(article.id, quotation) for article, found in pairs for quotation in found.quotations)


def _quotation(words: str, places: list[Said], material: Material, notebook: Notebook) -> Paragraph:
    badges = material.badges()
    first = material.article(places[0].article)
    language = (first.document.language.value or "") if first else ""
    line: list[Inline] = list(quoted(words, language))
    for said in places:
        line += [Text(" "), badges[said.article], *notebook.cite(Place(said.article, said.quotation.span))]
    return Paragraph(tuple(line), language=language)


def _excerpt(taken: Taken, material: Material, notebook: Notebook, *, notes: bool) -> tuple[Block, ...]:
    article, note = taken.article, taken.note
    language = article.document.language.value or ""
    cites = notebook.cite(Place(article.id, taken.span)) if taken.span else notebook.cite_lost(article.id, taken.quote)
    badge = material.badges()[article.id]
    words = Text(taken.quote, Voice.VERBATIM, language=language)
    source = wording.name_run(article.document.source, "source unknown", language)
    lead = (badge, Text(" "), source, Text(", "), wording.date_run(article.document.date))
    lines = (Paragraph((words, *cites), language=language), Paragraph(lead, ParagraphKind.SMALL))
    passage = Quote(lines, note.tint if note else None)
    return (passage, *blocks_of(note.note, top_level=3)) if notes and note and note.note.strip() else (passage,)
