"""Plain text: the text is the file's content as it stands; every line that is not empty is a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from briefing_app.importers.encoding import decode
from briefing_app.model.document import Block, BlockKind, Hint, Link, RawDocument
from briefing_app.model.span import Span

_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"(#{1,6})[ \t]+\S")
_ITEM = re.compile(r"([ \t]*)(?:[•◦▪‣*+\-–]|\d{1,3}[.)])[ \t]+\S")
_QUOTE = re.compile(r"[ \t]*>[ \t]*\S")
_LINK = re.compile(r"(?<!!)\[([^\]\n]{1,400})\]\((https?://[^\s()]{1,2000})[^()\n]{0,200}\)")
_SIGN = re.compile(r"[^\W_]")
_PATTERN_REACH = 2000


def recognise(_data: bytes, name: str) -> float:
    """Any text can be plain text: low, so that a format with marks of its own wins."""
    return 0.3 if PurePath(name).suffix.lower() in (".txt", ".text") else 0.2


def read(data: bytes, _name: str) -> Iterator[RawDocument]:
    """One article a file; none where there are only brackets, lines and the like."""
    decoded = decode(data)
    if _SIGN.search(decoded.text):
        yield from_text(decoded.text, decoded.encoding)


def from_text(text: str, encoding: str, *, markdown: bool = False, hints: tuple[Hint, ...] = (), part: str = "") -> RawDocument:
    """The article in a tidy text."""
    blocks = tuple(_block(found, markdown) for found in _LINE.finditer(text) if not found[0].isspace())
    links = tuple(Link(Span(*found.span(1)), found[2]) for found in _LINK.finditer(text)) if markdown else ()
    return RawDocument(text=text, blocks=blocks, links=links, hints=hints, part=part, encoding=encoding)


def _block(found: re.Match[str], markdown: bool) -> Block:
    line = found[0][:_PATTERN_REACH]
    span = Span(*found.span())
    if markdown and (heading := _HEADING.match(line)):
        return Block(BlockKind.HEADING, span, len(heading[1]))
    if item := _ITEM.match(line):
        return Block(BlockKind.LIST_ITEM, span, 1 + len(item[1].expandtabs(4)) // 4)
    return Block(BlockKind.QUOTE if _QUOTE.match(line) else BlockKind.PARAGRAPH, span)
