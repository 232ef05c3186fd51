"""The paragraphs of an article as the reader sets them: text cut at blocks and labels; no Qt here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.model.article import SHOWN, Document, Zone, ZoneKind
from briefing_app.model.document import Block, BlockKind
from briefing_app.model.span import Span

LONGEST = 2000
"""Code points of one paragraph; Qt needs the square of the time for longer ones, so they go on in the next."""

_SIGNS = {
    BlockKind.HEADING: re.compile(r"#{1,6}[ \t]+(?=\S)"),
    BlockKind.QUOTE: re.compile(r"(?:>[ \t]*)+(?=\S)"),
    BlockKind.LIST_ITEM: re.compile(r"([•◦▪‣*+\-–]|\d{1,3}[.)])[ \t]+(?=\S)"),
}
_DASHES = frozenset("*+-–")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph with one label."""

    span: Span
    zone: ZoneKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands between two gaps. ``zone`` is the label of most of it. ``goes_on`` when it continues an overlong one before it."""

    zone: ZoneKind
    runs: tuple[Run, ...]
    block: Block
    goes_on: bool = False

    @property
    def span(self) -> Span:
        """From the first run's start to the last run's end."""
        return Span(self.runs[0].span.start, self.runs[-1].span.end)

    @property
    def told(self) -> bool:
        """Whether the reader shows it without being asked."""
        return self.zone in SHOWN

    @property
    def table(self) -> int | None:
        """The number of the table that it stands in."""
        return self.block.cell.table if self.block.cell else None

    def set_in(self, text: str) -> tuple[str, tuple[Run, ...]]:
        """What stands before it (a bullet, a number), and the runs that are set.

        White space at the ends is left out, and so are the signs by which plain text makes headings, quotes and list items.
        """
        span = self.span
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        end = max(start, span.end - (len(words) - len(words.rstrip())))
        marker = "" if self.goes_on or span.start > self.block.span.start else self.block.marker
        signs = None if self.block.path or self.goes_on else _SIGNS.get(self.block.kind)
        opens = signs is not None and not text[self.block.span.start : start].strip()
        if signs and opens and (found := signs.match(text, start, end)):
            start = found.end()
            if self.block.kind is BlockKind.LIST_ITEM:
                marker = "•" if found[1] in _DASHES else found[1]
        runs = tuple(
            Run(Span(max(run.span.start, start), min(run.span.end, end)), run.zone)
            for run in self.runs
            if run.span.start < end and start < run.span.end
        )
        return marker, runs or (Run(Span(start, start), self.zone),)


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of the text in order, each when it is asked for; every visible letter is in exactly one of them.

    Labels inside a paragraph of the article become runs; what is hidden by default is cut out into paragraphs of its own.
    """
    zones = _Zones(document.zones)
    for block in _blocks(document):
        runs = _runs(document.text, block.span, zones.touching(block.span))
        if len(runs) == 1 and len(block.span) <= LONGEST:  # as nearly all are
            if not _blank(document.text, block.span):
                yield Paragraph(runs[0].zone, (runs[0],), block)
            continue
        for piece in _cut_at_hidden(runs):
            if _blank(document.text, Span(piece[0].span.start, piece[-1].span.end)):
                continue
            for at, part in enumerate(_shorter(document.text, piece)):
                lengths: Counter[ZoneKind] = Counter()
                for run in part:
                    lengths[run.zone] += len(run.span)
                yield Paragraph(lengths.most_common(1)[0][0], tuple(part), block, goes_on=at > 0)


def _blocks(document: Document) -> Iterator[Block]:
    """The document's blocks; text between them, or the lines when there are none, become paragraphs."""
    at = 0
    for block in sorted(document.blocks, key=lambda block: block.span):
        if block.span.start < at:
            continue
        yield from _lines(document.text, at, block.span.start)
        yield block
        at = block.span.end
    yield from _lines(document.text, at, len(document.text))


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield Block(BlockKind.PARAGRAPH, Span(at, at + len(line)))
        at += len(line) + 1


class _Zones:
    """The zones by their place; those that touch a span are found without looking at all."""

    def __init__(self, zones: Sequence[Zone]) -> None:
        self._zones = sorted(zones, key=lambda zone: (zone.span.start, -len(zone.span)))
        self._reach: list[int] = []
        furthest = 0
        for zone in self._zones:
            furthest = max(furthest, zone.span.end)
            self._reach.append(furthest)

    def touching(self, span: Span) -> list[Zone]:
        found: list[Zone] = []
        at = bisect_left(self._reach, span.start + 1)
        while at < len(self._zones) and (zone := self._zones[at]).span.start < span.end:
            if zone.span.overlap(span):
                found.append(zone)
            at += 1
        return found


def _shorter(text: str, piece: Sequence[Run]) -> list[list[Run]]:
    """The runs in stretches of at most LONGEST code points, cut after a blank where there is one."""
    parts: list[list[Run]] = [[]]
    room = LONGEST
    for run in piece:
        start = run.span.start
        while run.span.end - start > room:
            cut = start + room
            blank = max(text.rfind(" ", start + room // 2, cut), text.rfind("\n", start + room // 2, cut))
            cut = blank + 1 if blank >= 0 else cut
            if cut > start:
                parts[-1].append(Run(Span(start, cut), run.zone))
            parts.append([])
            start, room = cut, LONGEST
        parts[-1].append(Run(Span(start, run.span.end), run.zone))
        room -= run.span.end - start
    return [part for part in parts if part]


def _runs(text: str, span: Span, touching: Sequence[Zone]) -> list[Run]:
    """The span cut at the borders of the zones that touch it; unlabelled text counts as body."""
    if len(touching) == 1 and touching[0].span.holds(span):
        return [Run(span, touching[0].kind)]
    borders = sorted({span.start, span.end, *(b for z in touching for b in (z.span.start, z.span.end) if span.start < b < span.end)})
    runs: list[Run] = []
    for start, end in pairwise(borders):
        piece = Span(start, end)
        over = [zone for zone in touching if zone.span.holds(piece)]
        unlabelled = runs[-1].zone if runs and _blank(text, piece) else ZoneKind.BODY
        kind = min(over, key=lambda zone: len(zone.span)).kind if over else unlabelled
        if runs and runs[-1].zone is kind:
            runs[-1] = Run(Span(runs[-1].span.start, end), kind)
        else:
            runs.append(Run(piece, kind))
    return runs


def _blank(text: str, span: Span) -> bool:
    return not span.of(text).strip()


def _cut_at_hidden(runs: Sequence[Run]) -> list[list[Run]]:
    pieces: list[list[Run]] = []
    for run in runs:
        told = run.zone in SHOWN
        if pieces and (pieces[-1][-1].zone in SHOWN) == told and (told or pieces[-1][-1].zone is run.zone):
            pieces[-1].append(run)
        else:
            pieces.append([run])
    return pieces
