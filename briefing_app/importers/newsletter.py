"""Newsletters that tell several stories: where each begins and ends, so that each becomes an article of its own.

A story of a newsletter has a headline that leads to its page, or a line of its own that does ("Read more"), and a few words about it. An
article with cross-heads is never cut: its cross-heads lead nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from urllib.parse import urlsplit

from briefing_app.model.document import Block, BlockKind, Hint, Link, RawDocument
from briefing_app.model.span import Span

_LEAST_STORIES = 2
_LEAST_WORDS = 18
"""Words that a story says beyond its headline."""

_LONGEST_HEADLINE = 200
_LEAST_HEADLINE = 3
_NO_HEADLINE = re.compile(
    r"(read|view|see|continue|open|more|share|tweet|forward|subscribe|unsubscribe|sign ?up|log ?in|manage|update|privacy|contact|follow|"
    r"download|click|weiterlesen|mehr|abmelden|lire|leer|advertis|sponsor)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"(read|continue|full story|see|more|weiterlesen|zum artikel|lire la suite|leer m[aá]s)\b.{0,40}$", re.IGNORECASE)
_OWN = ("mailto:", "tel:", "#")


@dataclass(frozen=True, slots=True)
class _Story:
    """A headline's block, by its number, and the address that it leads to."""

    block: int
    title: str
    address: str


def stories(raw: RawDocument) -> tuple[RawDocument, ...]:
    """The stories of a newsletter as articles, in its order; the letter itself when it does not tell several.

    No word is left out: what stands before the first headline belongs to the first story, what follows the last story to the last.
    """
    heads = _kept(raw, list(_headlines(raw)))
    if len(heads) < _LEAST_STORIES:
        return (raw,)
    starts = [0, *(raw.blocks[head.block].span.start for head in heads[1:])]
    ends = [*starts[1:], len(raw.text)]
    return tuple(_cut(raw, Span(start, end), head, str(n)) for n, (head, start, end) in enumerate(zip(heads, starts, ends, strict=True), 1))


def _headlines(raw: RawDocument) -> Iterator[_Story]:
    """Blocks that look like the headline of a story: headings, or short lines that are a link as a whole."""
    for number, block in enumerate(raw.blocks):
        words = block.span.of(raw.text)
        count = len(words.split())
        if not count >= _LEAST_HEADLINE or len(words) > _LONGEST_HEADLINE or _NO_HEADLINE.match(words) or block.kind is BlockKind.IMAGE_ALT:
            continue
        links = [link for link in raw.links if link.span.start < block.span.end and block.span.start < link.span.end and _leads(link)]
        covered = sum(len(link.span) for link in links)
        if links and covered >= 0.8 * len(words) and not words.rstrip().endswith((".", ":", ",")):
            yield _Story(number, words, links[0].address)
        elif block.kind is BlockKind.HEADING and not links:
            yield _Story(number, words, "")


def _kept(raw: RawDocument, heads: Sequence[_Story]) -> list[_Story]:
    """Those that are followed by words of their own before the next one and lead somewhere of their own."""
    kept: list[_Story] = []
    for head, following in zip_longest(heads, heads[1:]):
        last = following.block if following else len(raw.blocks)
        inside = raw.blocks[head.block + 1 : last]
        told = sum(len(block.span.of(raw.text).split()) for block in inside if block.kind is not BlockKind.IMAGE_ALT)
        address = head.address or _more(raw, inside)
        if told >= _LEAST_WORDS and address and address not in {other.address for other in kept}:
            kept.append(replace(head, address=address))
    return kept


def _more(raw: RawDocument, blocks: Sequence[Block]) -> str:
    """Where "Read more" in a line of its own leads."""
    for block in blocks:
        if _MORE.match(block.span.of(raw.text)):
            for link in raw.links:
                if block.span.holds(link.span) and _leads(link):
                    return link.address
    return ""


def _leads(link: Link) -> bool:
    """Whether a link leads to a page."""
    if link.address.lower().startswith(_OWN):
        return False
    try:
        return bool(urlsplit(link.address).hostname)
    except ValueError:
        return False


def _cut(raw: RawDocument, span: Span, head: _Story, number: str) -> RawDocument:
    """The article of one story: its stretch of the letter with its own title and address, and the letter's sender and date."""
    text = span.of(raw.text)
    lead = len(text) - len(text.lstrip("\n"))
    text = text.strip("\n")
    start = span.start + lead
    end = start + len(text)
    blocks = tuple(replace(each, span=_moved(each.span, start)) for each in raw.blocks if start <= each.span.start and each.span.end <= end)
    links = tuple(replace(each, span=_moved(each.span, start)) for each in raw.links if start <= each.span.start and each.span.end <= end)
    own = (Hint("record:title", head.title), Hint("record:url", head.address))
    kept = tuple(hint for hint in raw.hints if hint.name.startswith("mail:") and hint.name != "mail:subject")
    part = f"{raw.part}/{number}" if raw.part else number
    return replace(raw, text=text, blocks=blocks, links=links, hints=(*own, *kept), markup=None, part=part)


def _moved(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)
