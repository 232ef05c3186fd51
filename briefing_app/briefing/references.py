"""Citations in the analyst's text: how they are written, and which words of which article each one means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.anchoring import Found, locate
from briefing_app.briefing.material import Material
from briefing_app.model.article import Article
from briefing_app.model.briefing import Briefing, ExcerptBlock, JudgementBlock, TextBlock
from briefing_app.model.comparison import Place
from briefing_app.model.ids import AnnotationId, ArticleId, Noun, name_of
from briefing_app.model.span import Span

CITATION = re.compile(
    r"\[@(?:(?P<noun>[an])(?P<number>[1-9]\d{0,8})"
    r"(?:\s+[“„«\"](?P<quote>(?:(?!\[@)(?:\\[^\n]|[^\\\n])){1,4000}?)[”“»\"]\s*)?"
    r"|(?P<own>assessment))\]"
)
"""``[@a12]`` an article, ``[@a12 "exact words"]`` words of it, ``[@n5]`` a marked passage, ``[@assessment]`` the analyst's own
judgement. The words end at the first quotation mark before a bracket; any others may stand in them, and one behind a backslash
ends nothing.
"""

_ESCAPED = re.compile(r"\\([\\“”„«»\"])")
_ENDING = re.compile(r"\\|[”“»\"](?=\s*\])")
_ALIKE = ('"“”„«»', "'’‘")
"""Marks that are taken for one another where words are looked for: one types straight what is printed curly."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One citation. ``number`` is that of an article or of an annotation; ``noun`` is None for the analyst's own judgement."""

    noun: Noun | None
    number: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a reference means. ``article`` is None when the source is gone; ``place`` when the words do not stand in the article (any more),
    or when none were named (``quote`` empty). ``stood`` is False when they stood in no version of it that is held.
    """

    article: Article | None
    place: Place | None = None
    quote: str = ""
    stood: bool = True


def cited_in(briefing: Briefing) -> tuple[set[ArticleId], set[AnnotationId]]:
    """The articles and the annotations that the analyst's text names, or passages were taken from."""
    articles: set[ArticleId] = set()
    annotations: set[AnnotationId] = set()
    for block in briefing.blocks:
        if isinstance(block, ExcerptBlock):
            articles |= {passage.article for passage in block.passages}
        for _, reference in references_in(block.markdown) if isinstance(block, TextBlock | JudgementBlock) else ():
            if reference.noun is Noun.ARTICLE:
                articles.add(ArticleId(reference.number))
            elif reference.noun is Noun.ANNOTATION:
                annotations.add(AnnotationId(reference.number))
    return articles, annotations


def reference_of(found: re.Match[str]) -> Reference:
    """The reference that a match of CITATION writes."""
    if found["own"]:
        return Reference(None)
    noun = Noun.ARTICLE if found["noun"] == "a" else Noun.ANNOTATION
    return Reference(noun, int(found["number"]), _ESCAPED.sub(r"\1", found["quote"] or ""))


def citation_of(article: ArticleId, words: str) -> str:
    """The citation that means those words (of one line) of the article."""
    return f'[@{name_of(Noun.ARTICLE, article)} "{_ENDING.sub(lambda found: chr(92) + found[0], words)}"]'


def references_in(markdown: str) -> Iterator[tuple[Span, Reference]]:
    """Every citation of a text with its place, in order."""
    for found in CITATION.finditer(markdown):
        yield Span(*found.span()), reference_of(found)


def meaning(reference: Reference, material: Material) -> Meant:
    """Which words of which article are meant."""
    if reference.noun is Noun.ANNOTATION:
        return _annotated(AnnotationId(reference.number), material)
    article = material.article(ArticleId(reference.number))
    if article is None or not reference.quote:
        return Meant(article)
    span = find_words(reference.quote, article.text)
    if span is not None:
        return Meant(article, Place(article.id, span), reference.quote)
    texts = [other.text for other in versions_of(article, material)]
    texts += [text for number, text in material.earlier if number == article.id]
    stood = any(find_words(reference.quote, text) for text in texts)
    return Meant(article, None, reference.quote, stood)


def versions_of(article: Article, material: Material) -> tuple[Article, ...]:
    """The other articles of the material that were saved from the same address."""
    address = _address(article)
    others = (*material.articles, *material.cited) if address else ()
    return tuple(other for other in others if other.id != article.id and _address(other) == address)


def find_words(quote: str, text: str) -> Span | None:
    """Where the words stand in the text first, whatever blanks are between them and however their quotation marks are curled; None when
    they do not.
    """
    pattern = r"\s+".join("".join(map(_letter, word)) for word in quote.split())
    found = re.search(pattern, text) if pattern else None
    return Span(*found.span()) if found else None


def _letter(character: str) -> str:
    alike = next((marks for marks in _ALIKE if character in marks), "")
    return f"[{alike}]" if alike else re.escape(character)


def _address(article: Article) -> str:
    return article.document.canonical_url or article.document.url or ""


def _annotated(number: AnnotationId, material: Material) -> Meant:
    annotation = next((one for one in material.annotations if one.id == number), None)
    article = material.article(annotation.article) if annotation else None
    if annotation is None or article is None:
        return Meant(None)
    if annotation.anchor is None:
        return Meant(article)
    found = locate(annotation.anchor, article.text)
    if found.span is None or found.how not in {Found.EXACT, Found.MOVED}:
        return Meant(article, None, annotation.anchor.quote)
    return Meant(article, Place(article.id, found.span), annotation.anchor.quote)
