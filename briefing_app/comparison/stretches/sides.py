"""One side of an aligned pair: a stretch of a sentence with what its words claim; hides how cues are looked up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any, TypeVar

from briefing_app.comparison.cues import Cues, Stage, cues_for
from briefing_app.comparison.deeds import Deed, deeds_of
from briefing_app.comparison.deeds.verbs import has_opposite
from briefing_app.comparison.knowledge.synonyms import relatives
from briefing_app.comparison.sentences.units import Unit, UnitWord, asks, inside
from briefing_app.comparison.sentences.wording import stands_alone, tokens_in, verb_groups, whole
from briefing_app.model.comparison import Place
from briefing_app.model.findings import DateMention, NumberMention
from briefing_app.model.span import Span

T = TypeVar("T")

MOST_DEEDS = 24
"""Twice as many as the richest sentence of the golds tells; a text without full stops is cut into stretches that hold far more."""
_NEAR = 0.8
"""Weight from which a stem of another word counts as the same."""


@dataclass(frozen=True)
class Side:
    """The words of ``span`` inside the sentence ``unit``."""

    unit: Unit
    span: Span
    cues: Cues = field(repr=False, compare=False)
    twin: Side | None = field(default=None, repr=False, compare=False)
    """The same stretch of a sentence that is the same: what was read out of it need not be read again."""

    @classmethod
    def of(cls, unit: Unit, clauses: tuple[int, ...] = (), twin: Side | None = None) -> Side:
        """Those clauses of a sentence, from the first to the last, whole; all of it when none is named or they cannot be read alone."""
        if twin is not None:
            return cls(unit, twin.span.moved(unit.span.start - twin.unit.span.start), twin.cues, twin)
        every = unit.sentence.clauses
        span = unit.span
        if clauses and every:
            first, last = whole(unit, min(clauses), max(clauses))
            stretch = Span(every[first].start, every[last].end)
            span = stretch if stands_alone(unit, stretch) else unit.span
        cues = cues_for(unit.language)
        return cls(unit, trimmed(unit, span, cues.joint if clauses and span != unit.span else None), cues)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.unit.place.article, self.span)

    @cached_property
    def text(self) -> str:
        """Its words as printed."""
        return self.unit.text_of(self.span)

    def printed(self, span: Span) -> str:
        """A stretch of its sentence as printed, blanks between words as one."""
        return self.unit.printed(span)

    def low_of(self, span: Span) -> str:
        """A stretch of it in lower case, as ``low``."""
        return self.low[span.start - self.span.start : span.end - self.span.start]

    @cached_property
    def low(self) -> str:
        """Its words in lower case, apostrophes straight; as long as ``text``. The month keeps its capital: "in May" doubts nothing."""
        straight = self.text.replace("’", "'")
        low = straight.lower()
        return _with_names(straight, low, self.cues.named) if len(low) == len(straight) else straight

    @cached_property
    def words(self) -> tuple[UnitWord, ...]:
        """The words inside the span."""
        return tuple(word for word in self.unit.words if self.span.holds(word.span))

    def word_behind(self, span: Span) -> UnitWord | None:
        """The first word behind a stretch of its sentence."""
        return next((word for word in self.words if word.span.start >= span.end), None)

    def word_before(self, span: Span) -> UnitWord | None:
        """The last word before a stretch of its sentence."""
        return next((word for word in reversed(self.words) if word.span.end <= span.start), None)

    @cached_property
    def verbs(self) -> tuple[Span, ...]:
        """What is done in it, verb group by verb group."""
        return tuple(verb_groups(tokens_in(self.unit, self.span), self.cues.wording))

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """Who does what in it, verb by verb, as far as one sentence can tell."""
        if self.twin is not None:
            return tuple(deed.moved(self.span.start - self.twin.span.start) for deed in self.twin.deeds)
        return tuple(islice((deed for deed in deeds_of(self.unit) if self.span.holds(deed.span)), MOST_DEEDS))

    @cached_property
    def turned_deeds(self) -> tuple[Deed, ...]:
        """The deeds that are negated, and neither asked nor only possible."""
        return tuple(deed for deed in self.deeds if deed.turned and not deed.supposed)

    @cached_property
    def plain_deeds(self) -> tuple[Deed, ...]:
        """The deeds that are neither negated, asked nor only possible."""
        return tuple(deed for deed in self.deeds if not deed.turned and not deed.supposed)

    @cached_property
    def with_opposite(self) -> tuple[Deed, ...]:
        """The plain deeds told as facts or decisions that have an opposite."""
        return tuple(deed for deed in self.deeds if not deed.turned and deed.asserted and any(map(has_opposite, deed.verbs)))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Stems of the words that are not too common to tell."""
        return frozenset(word.stem for word in self.words if not word.stop)

    @cached_property
    def named(self) -> frozenset[str]:
        """Stems of the names in it."""
        return frozenset(word.stem for word in self.words if word.name)

    @cached_property
    def numbers(self) -> tuple[NumberMention, ...]:
        """Numbers inside the span that are not part of a date."""
        dates = [mention.span for mention in self.dates]
        return tuple(n for n in inside(self.unit.numbers, self.span) if not any(n.span.overlap(day) for day in dates))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Dates inside the span."""
        return inside(self.unit.dates, self.span)

    @cached_property
    def near(self) -> frozenset[str]:
        """``telling`` with all stems of nearly the same meaning."""
        meant = {other for stem in self.telling for other, weight in relatives(stem).items() if weight >= _NEAR}
        return self.telling | meant

    @cached_property
    def _read(self) -> dict[Callable[[Side], Any], Any]:
        return {}

    def once(self, read: Callable[[Side], T]) -> T:
        """What a function reads out of the side alone; it is read once, however many other sides this one is held against."""
        if read not in self._read:
            told = self.twin is None or self.twin.once(read)
            self._read[read] = read(self) if told else told
        found: T = self._read[read]
        return found

    @cached_property
    def _met(self) -> dict[int, tuple[str, ...]]:
        return {}  # by the pattern's id: a pattern's own hash reads all of its code

    @cached_property
    def _spans(self) -> dict[int, tuple[Span, ...]]:
        return {}

    def met(self, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """What a cue's pattern finds, each once, in the order of the text. The pattern is one of ``cues``."""
        found = self._met.get(id(pattern))
        if found is None:
            found = self.twin.met(pattern) if self.twin else tuple(dict.fromkeys(self.low_of(span) for span in self.spans(pattern)))
            self._met[id(pattern)] = found
        return found

    def spans(self, pattern: re.Pattern[str]) -> tuple[Span, ...]:
        """Where a cue's pattern is found, in the article."""
        found = self._spans.get(id(pattern))
        if found is None:
            start = self.span.start
            if self.twin is not None:
                found = tuple(span.moved(start - self.twin.span.start) for span in self.twin.spans(pattern))
            else:
                found = tuple(Span(start + one.start(), start + one.end()) for one in pattern.finditer(self.low))
            self._spans[id(pattern)] = found
        return found

    @cached_property
    def negations(self) -> tuple[str, ...]:
        """The words that turn the claim round."""
        return self.met(self.cues.negation) + self.met(self.cues.denial)

    @cached_property
    def turned(self) -> bool:
        """Whether anything in it negates, denies or refuses."""
        return bool(self.negations or self.met(self.cues.refusal))

    @cached_property
    def asks(self) -> bool:
        """Whether it is asked rather than told."""
        return asks(self.text)

    @cached_property
    def stage(self) -> Stage:
        """How far the deed is told to be; without a cue, done."""
        return next((stage for stage, pattern in self.cues.stages if pattern.search(self.low)), Stage.DONE)


@lru_cache(maxsize=2048)
def side_of(unit: Unit, clauses: tuple[int, ...] = (), twin: Side | None = None) -> Side:
    """``Side.of``, with all that an earlier comparison has read out of the same words."""
    return Side.of(unit, clauses, twin)


def _with_names(text: str, low: str, named: re.Pattern[str]) -> str:
    for found in named.finditer(text):
        low = low[: found.start()] + found[0] + low[found.end() :]
    return low


def shared_stems(a: Side, b: Side) -> frozenset[str]:
    """Stems of ``a`` that are met in ``b``, as such or by a word of nearly the same meaning."""
    return a.telling & b.near


_EDGES = "".join((" ", "\t", "\n", "\u00a0", ",", ";", ":", "–", "—", "-"))


def trimmed(unit: Unit, span: Span, joint: re.Pattern[str] | None = None) -> Span:
    """The span without space, commas and dashes at its ends, and without a word at its start that only joins it to what stands before."""
    text = unit.text_of(span)
    lead = joint.match(text.lstrip(_EDGES).lower()) if joint else None
    body = text.lstrip(_EDGES)[lead.end() if lead else 0 :].strip(_EDGES)
    at = text.find(body)
    return Span(span.start + at, span.start + at + len(body)) if body else span
