"""Texts that a reader puts together from pieces: paragraphs in order become one text with its blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing_app.importers.encoding import tidy
from briefing_app.model.document import Block, BlockKind, Cell, Hint, RawDocument
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of the text that stands by itself; the other fields as in Block."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    path: str = ""
    marker: str = ""
    cell: Cell | None = None


def from_paragraphs(paragraphs: Iterable[Paragraph], hints: Iterable[Hint] = (), *, part: str = "", encoding: str = "utf-8") -> RawDocument:
    """The article of these paragraphs, an empty line between two; blank ones are left out."""
    texts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for each in paragraphs:
        words = tidy(each.text).strip()
        if not words:
            continue
        length += 2 if texts else 0
        span = Span(length, length + len(words))
        blocks.append(Block(each.kind, span, each.level, each.path, each.marker, each.cell))
        texts.append(words)
        length = span.end
    return RawDocument(text="\n\n".join(texts), blocks=tuple(blocks), hints=known(hints), part=part, encoding=encoding)


def known(hints: Iterable[Hint]) -> tuple[Hint, ...]:
    """The hints that have a value, on one line each."""
    tidied = (Hint(hint.name, " ".join(tidy(hint.value).split())[:2000]) for hint in hints)
    return tuple(hint for hint in tidied if hint.value)
