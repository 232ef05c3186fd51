"""Words taken over whole: quotations by their speakers, and the passages that the analyst marked."""

from __future__ import annotations

from briefing_app.anchoring import Found, locate
from briefing_app.briefing import wording
from briefing_app.briefing.citations import Notebook, quoted
from briefing_app.briefing.markdown import blocks_of
from briefing_app.briefing.material import Material
from briefing_app.briefing.tree import Block, Heading, Inline, Items, Paragraph, ParagraphKind, Quote, Text, Voice
from briefing_app.model.annotation import Annotation
from briefing_app.model.comparison import Place, Said
from briefing_app.model.ids import AnnotationId
from briefing_app.model.span import Span


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


def excerpt_blocks(material: Material, chosen: tuple[AnnotationId, ...] | None, notebook: Notebook) -> tuple[Block, ...]:
    """The annotated passages (None: every one on the material's articles) with their notes, article by article."""
    order = {article.id: index for index, article in enumerate(material.ordered())}
    annotations = [a for a in material.annotations if a.anchor and a.article in order and (chosen is None or a.id in chosen)]
    if chosen is None:
        annotations.sort(key=lambda a: (order[a.article], a.anchors[0].span, a.id))
    else:
        annotations.sort(key=lambda a: chosen.index(a.id))
    if not annotations:
        return (Paragraph((Text("No passage has been marked."),)),)
    return tuple(block for annotation in annotations for block in _excerpt(annotation, material, notebook))


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


def _excerpt(annotation: Annotation, material: Material, notebook: Notebook) -> tuple[Block, ...]:
    article = material.article(annotation.article)
    assert article is not None
    language = article.document.language.value or ""
    quote = annotation.words
    span = _stands(annotation, article.text)
    cites = notebook.cite(Place(article.id, span)) if span else notebook.cite_lost(article.id, quote)
    badge = material.badges()[article.id]
    words = Text(quote, Voice.VERBATIM, language=language)
    source = wording.value_run(article.document.source, "source unknown", language)
    lead = (badge, Text(" "), source, Text(", "), wording.date_run(article.document.date))
    passage = Quote((Paragraph((words, *cites), language=language), Paragraph(lead, ParagraphKind.SMALL)), annotation.tint)
    return (passage, *blocks_of(annotation.note, top_level=3)) if annotation.note.strip() else (passage,)


def _stands(annotation: Annotation, text: str) -> Span | None:
    """Where the annotation's exact words stand in the text; None when only something like them is left, or nothing."""
    found = locate(annotation.anchors[0], text)
    return found.span if found.how in {Found.EXACT, Found.MOVED} else None
