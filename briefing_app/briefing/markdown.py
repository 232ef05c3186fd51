"""The analyst's Markdown as blocks of the tree: raw HTML stays the characters it is, links lead to http and https only."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown

from briefing_app.briefing.tree import Block, Break, Code, Heading, Inline, Items, Paragraph, Quote, Rule, Text

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def blocks_of(source: str, *, top_level: int = 2) -> tuple[Block, ...]:
    """The blocks of a Markdown text. Its first-level headings become headings of ``top_level``.

    A text nested too deeply to parse becomes one paragraph of its own characters.
    """
    try:
        root = _parsed(source)
        return tuple(_blocks(root, top_level - 1))
    except RecursionError:
        return (Paragraph((Text(source),)),)


def safe_address(address: str) -> str:
    """The address when it is http or https with a host, without a user and without blanks or controls inside, else the empty string."""
    address = address.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if any(unicodedata.category(character)[0] in "CZ" for character in address):
        return ""
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None:
        return ""
    return address


def _parsed(source: str) -> Element:
    reader = markdown.Markdown(extensions=["sane_lists"], output_format="xhtml")
    # Without these, raw HTML is text like any other; entities are resolved by us, not stashed as markup.
    reader.preprocessors.deregister("html_block")
    for pattern in ("html", "entity", "automail"):
        reader.inlinePatterns.deregister(pattern)
    kept: list[Element] = []

    def keep(root: Element) -> str:
        kept.append(root)
        return f"<{reader.doc_tag}></{reader.doc_tag}>"

    reader.serializer = keep
    reader.convert(source)
    return kept[0] if kept else Element("div")


def _blocks(parent: Element, shift: int) -> Iterator[Block]:
    loose: list[Inline] = list(_text(parent.text))
    for child in parent:
        made = _block(child, shift)
        if made is None:
            loose += _inlines_of_element(child, Text(""))
        else:
            if _says(loose):
                yield Paragraph(tuple(loose))
            loose = []
            yield made
        loose += _text(child.tail)
    if _says(loose):
        yield Paragraph(tuple(loose))


def _says(inlines: list[Inline]) -> bool:
    return any(isinstance(inline, Text) and inline.words.strip() for inline in inlines)


def _block(element: Element, shift: int) -> Block | None:
    tag = element.tag
    if tag in _HEADINGS:
        return Heading(min(6, _HEADINGS[tag] + shift), tuple(_inlines(element, Text(""))))
    match tag:
        case "p":
            return Paragraph(tuple(_inlines(element, Text(""))))
        case "ul" | "ol":
            return Items(tuple(tuple(_blocks(item, shift)) for item in element), ordered=tag == "ol")
        case "blockquote":
            return Quote(tuple(_blocks(element, shift)))
        case "pre":
            return Code(html.unescape("".join(element.itertext())).rstrip("\n"))
        case "hr":
            return Rule()
    return None


def _text(words: str | None, style: Text | None = None) -> Iterator[Text]:
    if words:
        style = style or Text("")
        yield Text(html.unescape(words), strong=style.strong, emphasis=style.emphasis, code=style.code, address=style.address)


def _inlines(element: Element, style: Text) -> Iterator[Inline]:
    yield from _text(element.text, style)
    for child in element:
        yield from _inlines_of_element(child, style)
        yield from _text(child.tail, style)


def _inlines_of_element(element: Element, style: Text) -> Iterator[Inline]:
    match element.tag:
        case "br":
            yield Break()
            return
        case "img":
            yield from _text(element.get("alt"), style)
            return
        case "strong":
            style = Text("", strong=True, emphasis=style.emphasis, address=style.address)
        case "em":
            style = Text("", strong=style.strong, emphasis=True, address=style.address)
        case "code":
            style = Text("", code=True, address=style.address)
        case "a":
            address = safe_address(html.unescape(element.get("href") or ""))
            style = Text("", strong=style.strong, emphasis=style.emphasis, address=address)
    yield from _inlines(element, style)
