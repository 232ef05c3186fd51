"""The unit that zones are made of: a line that is not empty, with what its layout tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from briefing_app.model.article import ZoneKind
from briefing_app.model.document import Block, RawDocument
from briefing_app.model.span import Span

PATTERN_REACH = 1200
"""Patterns see this many code points of a line; a longer line is prose or nothing that a pattern knows."""

MOST_LINES = 5000
"""No article has more; labelling costs about a millisecond a line."""

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[•◦▪‣·●■►▶»*+\-–—]|\d{1,3}[.)])[ \t\xa0]+")
_MARK = re.compile(r"(?:#{1,6}[ \t]+|>[ \t]*|(?:[•◦▪‣·●■►▶»*+\-–—]|\d{1,3}[.)])[ \t\xa0]+)+")
_WIDE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f\U00020000-\U0003ffff]")
_WIDE_WEIGHT = 2.4
_END = re.compile(r"[.!?…。！？؟।։।።][\"'”’»」』)\]]*\s*$|[\"”»」』]\s*$")
_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d")
_SENTENCE = re.compile(r"[.!?][\"'”’»)]*\s+[\"'“‘«(]?[A-ZÀ-ÞА-Я]|[。！？]")
_QUOTED = re.compile('“[^”]*”?|"[^"]*"?|«[^»]*»?|„[^“”]*[“”]?|「[^」]*」?|(?<!\\w)‘[^’]*’(?!\\w)')


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is taken for, why, and how surely (0 to 1)."""

    kind: ZoneKind
    reason: str
    confidence: float


@dataclass(frozen=True)
class Line:
    """A line of the text. ``words`` is what patterns look at (stripped, cut at PATTERN_REACH); ``span`` covers the stripped line.

    ``size`` counts code points, those of unspaced scripts more. ``gap`` is the number of empty lines before it, ``indent`` that of leading
    blanks. ``link_share`` is the part of the line that leads elsewhere (0 to 1). What its looks tell is worked out once.
    """

    number: int
    span: Span
    words: str
    size: float
    gap: int
    indent: int
    block: Block | None
    link_share: float

    @cached_property
    def bulleted(self) -> bool:
        """Whether the line opens with a bullet or a number."""
        return bool(_BULLET.match(self.words))

    @cached_property
    def bare(self) -> str:
        """The words without bullets, heading and quote marks at their head."""
        return self.words[self._marks :]

    @property
    def bare_span(self) -> Span:
        """The span of the line without those marks."""
        return Span(self.span.start + self._marks, self.span.end)

    @cached_property
    def _marks(self) -> int:
        """How many code points the marks at the head take; none when the line holds nothing else."""
        found = _MARK.match(self.words)
        return found.end() if found and found.end() < len(self.words) else 0

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the whole line ends as a sentence does."""
        return (len(self.span) <= PATTERN_REACH and bool(_END.search(self.words))) or len(self.span) > PATTERN_REACH

    @property
    def path(self) -> str:
        """The elements around the line, empty for plain text."""
        return self.block.path if self.block else ""

    @cached_property
    def unquoted(self) -> str:
        """The words outside quotation marks."""
        return _QUOTED.sub(" ", self.words)

    @cached_property
    def prose_score(self) -> float:
        """Log-odds (by hand, not fitted) that a line is running text of a story, by its looks alone."""
        size = self.size
        score = -1.6 if size < 20 else -0.9 if size < 40 else 0.1 if size < 80 else 1.2 if size < 150 else 2.0
        words = _WORDS.findall(self.words)
        if self.ends_sentence:
            score += 0.9 if size >= 24 else 0.3
        else:
            score -= 0.8
        if _SENTENCE.search(self.words):
            score += 0.6
        cased = [word for word in words if word[0].isupper() or word[0].islower()]
        if len(cased) >= 4:
            lower = sum(word[0].islower() for word in cased) / len(cased)
            score += 0.5 if lower >= 0.6 else -0.9 if lower < 0.35 else 0.0
        if len(_DIGITS.findall(self.words)) > 0.15 * len(self.words):
            score -= 0.7
        if self.words.count("|") + self.words.count("·") + self.words.count("»") >= 2:
            score -= 1.0
        if self.bulleted:
            score -= 0.4
        return score - 2.5 * self.link_share


def lines_of(raw: RawDocument) -> tuple[Line, ...]:
    """The lines of the text that are not empty, in order; at most MOST_LINES of them."""
    found: list[Line] = []
    blocks = iter(raw.blocks)
    block = next(blocks, None)
    links = sorted(link.span for link in raw.links)
    next_link = 0
    before = 0
    for match in _LINE.finditer(raw.text):
        whole = match[0]
        stripped = whole.strip()
        if not stripped:
            continue
        lead = len(whole) - len(whole.lstrip())
        span = Span(match.start() + lead, match.start() + lead + len(stripped))
        while block is not None and block.span.end <= span.start:
            block = next(blocks, None)
        while next_link < len(links) and links[next_link].end <= span.start:
            next_link += 1
        linked, place = 0, next_link
        while place < len(links) and links[place].start < span.end:
            linked += links[place].overlap(span)
            place += 1
        gap = max(0, raw.text.count("\n", before, span.start) - 1) if found else 0
        words = stripped[:PATTERN_REACH]
        here = block if block is not None and block.span.start < span.end else None
        found.append(Line(len(found), span, words, _size(stripped), gap, lead, here, linked / len(span)))
        before = span.end
        if len(found) >= MOST_LINES:
            break
    return tuple(found)


def _size(words: str) -> float:
    """Length with wide letters weighed; only the first PATTERN_REACH code points are looked at one by one."""
    wide = len(_WIDE.findall(words[:PATTERN_REACH]))
    return len(words) + (_WIDE_WEIGHT - 1) * wide
