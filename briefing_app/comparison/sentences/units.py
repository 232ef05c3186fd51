"""Turns articles and their findings into units, one a sentence: its words with the marks the comparison needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar

from briefing_app.language import pack_for
from briefing_app.model.article import Article, ZoneKind
from briefing_app.model.comparison import Place
from briefing_app.model.findings import Attribution, DateMention, Findings, NameMention, NumberMention, Quotation, Sentence
from briefing_app.model.span import Span

HEADS = frozenset({ZoneKind.TITLE, ZoneKind.STANDFIRST})
_LONGEST = 120  # words of one sentence that are weighed: a table that was read as a sentence must not stall the work


class UnitWord(NamedTuple):
    """A word of a sentence: ``stem`` to compare by, whether it is too common to tell, part of a name, inside quotation marks."""

    stem: str
    text: str
    span: Span
    stop: bool
    name: bool
    quoted: bool

    @property
    def low(self) -> str:
        """The word in lower case with a straight apostrophe."""
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of one article (``column`` counts the articles, ``order`` its sentences), with everything found in it.

    ``clauses`` are runs of words as (first, end) indices into ``words``, in step with ``sentence.clauses``.
    """

    place: Place
    column: int
    order: int
    of: int
    sentence: Sentence
    words: tuple[UnitWord, ...]
    clauses: tuple[tuple[int, int], ...]
    names: tuple[NameMention, ...]
    numbers: tuple[NumberMention, ...]
    dates: tuple[DateMention, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    language: str
    text: str

    def __hash__(self) -> int:
        return hash((self.place, self.text))  # of all its words and findings it would take longer than what it is looked up for

    @property
    def span(self) -> Span:
        """Where the sentence stands."""
        return self.sentence.span

    @property
    def head(self) -> bool:
        """Whether it is the title or the standfirst."""
        return self.sentence.zone in HEADS

    def text_of(self, span: Span) -> str:
        """What stands there in the sentence, as printed."""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def printed(self, span: Span) -> str:
        """As ``text_of``, with one blank between words."""
        return " ".join(self.text_of(span).split())

    def clause_words(self, clause: int) -> tuple[UnitWord, ...]:
        """The words of one clause."""
        first, end = self.clauses[clause]
        return self.words[first:end]


ASKING = frozenset("?？؟")
"""The question marks of all scripts that are read."""
_CLOSING = " \t\u00a0\"'”“’»›)]」』"


def asks(text: str) -> bool:
    """Whether a sentence, or the end of one, closes with a question mark, whatever closes a quotation or a bracket behind it."""
    return text.rstrip(_CLOSING).endswith(tuple(ASKING))


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanned)


def inside(mentions: Sequence[T], span: Span) -> tuple[T, ...]:
    """Those of ``mentions`` (in the order of the text) that touch ``span``."""
    return tuple(mention for mention in mentions if mention.span.start < span.end and mention.span.end > span.start)


class _Sorted(Generic[T]):
    """Mentions that are asked, sentence by sentence, which of them stand there: those of a long article must not all be looked at again."""

    def __init__(self, mentions: Sequence[T]) -> None:
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._ends = list(accumulate((mention.span.end for mention in mentions), max))
        self._in_order = all(a <= b for a, b in pairwise(self._starts))

    def inside(self, span: Span) -> tuple[T, ...]:
        """As the function."""
        if not self._in_order:
            return inside(self._mentions, span)
        first, end = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return inside(self._mentions[first:end], span)


@lru_cache(maxsize=4096)
def _known(unit: Unit) -> Unit:
    """The unit as an earlier comparison made it, so that what was read out of it then is found again without looking through it."""
    return unit


def units_of(column: int, article: Article, findings: Findings) -> list[Unit]:
    """The sentences of one article as units, empty ones left out."""
    named = _cover([mention.span for mention in findings.names])
    quoted = _cover([quotation.span for quotation in findings.quotations])
    units: list[Unit] = []
    names, numbers, dates = _Sorted(findings.names), _Sorted(findings.numbers), _Sorted(findings.dates)
    quotations, attributions = _Sorted(findings.quotations), _Sorted(findings.attributions)
    filled = [sentence for sentence in findings.sentences if sentence.span.of(article.text).strip()]
    for order, sentence in enumerate(filled):
        text = sentence.span.of(article.text)
        words = _words(text, sentence.span.start, findings.language, named.within(sentence.span), quoted.within(sentence.span))
        starts = [word.span.start for word in words]
        clauses = tuple((bisect_left(starts, clause.start), bisect_left(starts, clause.end)) for clause in sentence.clauses)
        unit = Unit(
            place=Place(article.id, sentence.span),
            column=column,
            order=order,
            of=len(filled),
            sentence=sentence,
            words=words,
            clauses=clauses or ((0, len(words)),),
            names=names.inside(sentence.span),
            numbers=numbers.inside(sentence.span),
            dates=dates.inside(sentence.span),
            quotations=quotations.inside(sentence.span),
            attributions=attributions.inside(sentence.span),
            language=findings.language,
            text=text,
        )
        units.append(_known(unit))
    return units


@lru_cache(maxsize=4096)
def _words(text: str, start: int, language: str, named: _Cover, quoted: _Cover) -> tuple[UnitWord, ...]:
    """The words of a sentence that begins at code point ``start``."""
    pack = pack_for(language)
    found = []
    for word in pack.words(text)[:_LONGEST]:
        first = word.span.start + start
        span = Span(first, word.span.end + start)
        found.append(UnitWord(word.stem, word.text, span, pack.is_stop(word.text), named.holds(first), quoted.holds(first)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Cover:
    """Sorted spans that are asked whether they cover a code point."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, span: Span) -> _Cover:
        first, end = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        return _Cover(self.starts[first:end], self.ends[first:end])

    def holds(self, at: int) -> bool:
        if not self.starts:
            return False
        found = bisect_right(self.starts, at) - 1
        return found >= 0 and at < self.ends[found]


def _cover(spans: Sequence[Span]) -> _Cover:
    merged: list[list[int]] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], span.end)
        else:
            merged.append([span.start, span.end])
    return _Cover(tuple(start for start, _ in merged), tuple(end for _, end in merged))
