"""The analyst's Markdown as blocks of the tree: raw HTML stays the characters it is, links lead to http and https only."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import InlineProcessor

from briefing_app.briefing.references import CITATION, Reference, reference_of
from briefing_app.briefing.tree import (
    Block,
    Break,
    Cite,
    Code,
    Heading,
    Inline,
    Inlines,
    Items,
    Paragraph,
    Quote,
    Rule,
    Table,
    TableCell,
    TableGroup,
    TableKind,
    Text,
)

_NOTE = re.compile(r"^\[\^([^\]\s]{1,40})\]:[ \t]*(.*(?:\n(?: {4}|\t).+)*)(?:\n|\Z)", re.MULTILINE)
_NOTE_MARK = r"\[\^([^\]\s]{1,40})\]"
_BEFORE_LINKS = 175
"""Priority of what stands in brackets: behind code and escapes (190, 180), before links (170)."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Citing(Protocol):
    """Who turns citations and the analyst's own footnotes into inlines: the notebook of the briefing."""

    def refer(self, reference: Reference) -> Inlines:
        """What stands for a citation in the text."""

    def mention(self, reference: Reference) -> Inlines:
        """What stands for a citation inside a footnote."""

    def remark(self, words: Inlines) -> Inlines:
        """What stands for a footnote of one's own."""


def blocks_of(source: str, *, top_level: int = 2, citing: Citing | None = None) -> tuple[Block, ...]:
    """The blocks of a Markdown text. Its first-level headings become headings of ``top_level``.

    Without ``citing``, citations and footnotes stay the characters that they are. A text nested too deeply to parse becomes one
    paragraph of its own characters.
    """
    try:
        return _Reader(source, citing).blocks(top_level - 1)
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


class _Bracket(InlineProcessor):
    """Keeps what one pattern matches as an element of that name, for the reader to turn into inlines."""

    def __init__(self, pattern: str, reader: markdown.Markdown, name: str) -> None:
        super().__init__(pattern, reader)
        self._name = name

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002
        """An element that remembers the whole match."""
        return Element(self._name, {"match": m[0]}), m.start(0), m.end(0)


def _parsed(source: str, *, citing: bool) -> Element:
    reader = markdown.Markdown(extensions=["sane_lists", "tables"], output_format="xhtml")
    # Without these, raw HTML is text like any other; entities are resolved by us, not stashed as markup.
    reader.preprocessors.deregister("html_block")
    for pattern in ("html", "entity", "automail"):
        reader.inlinePatterns.deregister(pattern)
    if citing:
        reader.inlinePatterns.register(_Bracket(CITATION.pattern, reader, "citation"), "citation", _BEFORE_LINKS)
        reader.inlinePatterns.register(_Bracket(_NOTE_MARK, reader, "note"), "note", _BEFORE_LINKS)
    kept: list[Element] = []

    def keep(root: Element) -> str:
        kept.append(root)
        return f"<{reader.doc_tag}></{reader.doc_tag}>"

    reader.serializer = keep
    reader.convert(source)
    return kept[0] if kept else Element("div")


class _Reader:
    """Turns one text into blocks."""

    def __init__(self, source: str, citing: Citing | None) -> None:
        self._citing = citing
        self._notes: dict[str, str] = {}
        self._source = _NOTE.sub(self._keep_note, source) if citing else source

    def _keep_note(self, found: re.Match[str]) -> str:
        self._notes.setdefault(found[1], " ".join(found[2].split()))
        return "\n"

    def blocks(self, shift: int) -> tuple[Block, ...]:
        """The blocks; headings sink by ``shift`` levels."""
        return tuple(self._blocks(_parsed(self._source, citing=self._citing is not None), shift))

    def _blocks(self, parent: Element, shift: int) -> Iterator[Block]:
        loose: list[Inline] = list(_text(parent.text))
        for child in parent:
            made = self._block(child, shift)
            if made is None:
                loose += self._inlines_of_element(child, Text(""))
            else:
                if _says(loose):
                    yield Paragraph(_closed_up(loose))
                loose = []
                yield made
            loose += _text(child.tail)
        if _says(loose):
            yield Paragraph(_closed_up(loose))

    def _block(self, element: Element, shift: int) -> Block | None:
        tag = element.tag
        if tag in _HEADINGS:
            return Heading(min(6, _HEADINGS[tag] + shift), self._line(element))
        match tag:
            case "p":
                return Paragraph(self._line(element))
            case "ul" | "ol":
                return Items(tuple(tuple(self._blocks(item, shift)) for item in element), ordered=tag == "ol")
            case "blockquote":
                return Quote(tuple(self._blocks(element, shift)))
            case "pre":
                return Code(html.unescape("".join(element.itertext())).rstrip("\n"))
            case "hr":
                return Rule()
            case "table":
                return self._table(element)
        return None

    def _table(self, element: Element) -> Table:
        head, *rows = (tuple(TableCell((self._line(cell),)) for cell in row) for row in element.iter("tr"))
        return Table(TableKind.TEXT, (1 / len(head),) * len(head), head, (TableGroup((), tuple(rows)),))

    def _line(self, element: Element) -> Inlines:
        return _closed_up(self._inlines(element, Text("")))

    def _inlines(self, element: Element, style: Text) -> Iterator[Inline]:
        yield from _text(element.text, style)
        for child in element:
            yield from self._inlines_of_element(child, style)
            yield from _text(child.tail, style)

    def _inlines_of_element(self, element: Element, style: Text) -> Iterable[Inline]:
        match element.tag:
            case "br":
                return (Break(),)
            case "img":
                return _text(element.get("alt"), style)
            case "citation":
                return self._citation(element.get("match", ""))
            case "note":
                return self._note(element.get("match", ""), style)
        return self._inlines(element, _styled(element, style))

    def _citation(self, words: str) -> Inlines:
        found = CITATION.fullmatch(words)
        assert found is not None
        assert self._citing is not None
        return self._citing.refer(reference_of(found))

    def _note(self, mark: str, style: Text) -> Iterable[Inline]:
        """A footnote of the analyst's own, or the mark as it was written when nothing is defined for it."""
        words = self._notes.get(mark[2:-1])
        if words is None or self._citing is None:
            return _text(mark, style)
        return self._citing.remark(_NoteReader(words, self._citing).line())


class _NoteReader(_Reader):
    """Turns the words of a footnote into one line; a footnote holds no other one."""

    def line(self) -> Inlines:
        """The inlines of all its paragraphs."""
        return tuple(run for block in self.blocks(0) if isinstance(block, Paragraph) for run in block.inlines)

    def _citation(self, words: str) -> Inlines:
        found = CITATION.fullmatch(words)
        assert found is not None
        assert self._citing is not None
        return self._citing.mention(reference_of(found))

    def _note(self, mark: str, style: Text) -> Iterable[Inline]:
        return _text(mark, style)


def _closed_up(inlines: Iterable[Inline]) -> Inlines:
    """The inlines with every note's number directly behind its word, whatever blanks were typed between them."""
    made: list[Inline] = []
    for inline in inlines:
        before = made[-1] if made else None
        if isinstance(inline, Cite) and isinstance(before, Text) and before.words != before.words.rstrip():
            made.pop()
            if before.words.strip():
                made.append(replace(before, words=before.words.rstrip()))
        made.append(inline)
    return tuple(made)


def _says(inlines: list[Inline]) -> bool:
    return any(not isinstance(inline, Text) or inline.words.strip() for inline in inlines)


def _text(words: str | None, style: Text | None = None) -> Iterator[Text]:
    if words:
        yield replace(style or Text(""), words=html.unescape(words))


def _styled(element: Element, style: Text) -> Text:
    match element.tag:
        case "strong":
            return replace(style, strong=True)
        case "em":
            return replace(style, emphasis=True)
        case "code":
            return Text("", code=True, address=style.address)
        case "a":
            return replace(style, address=safe_address(html.unescape(element.get("href") or "")))
    return style
