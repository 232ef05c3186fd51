"""Reads the counts of a sentence; hides how a number's tokens are found and whose count it is.

A number alone says nothing. Each count gets a kind, whether it is only a part of another, whose it is and the words of its clause, by which
the counts of two articles are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from briefing_app.comparison.cues import Counts, Dimension, cues_for
from briefing_app.comparison.deeds import Deed
from briefing_app.comparison.disputes.numbers.figures import NEAR, Figure, base_at, ends_a_name
from briefing_app.comparison.disputes.numbers.kinds import PERCENT, VOTE, kind_of
from briefing_app.comparison.disputes.numbers.measures import DIMENSIONS, measured
from briefing_app.comparison.disputes.numbers.outcomes import OUTCOMES, outcome
from briefing_app.comparison.disputes.numbers.vague import vague_numbers
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.sentences.wording import tokens_in
from briefing_app.comparison.sentences.years import is_year, may_be_year
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import pack_for
from briefing_app.language.numbers import singular
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import stem
from briefing_app.model.findings import NameKind, NumberMention
from briefing_app.model.span import Span

_SIGNS = ("-", "–", "%")  # within a number
_RISE = 4  # words before a number among which stands that it has risen


@dataclass(frozen=True)
class Count:
    """A number of a sentence (by its unit) with what it counts; ``clause`` are the words that tell of it, ``side`` the whole sentence.

    ``every``: all that there are ("all 12"). ``vague``: told by its order only ("dozens"). ``heads`` are the stems of the counted phrase
    and of its base ("of the countries"), ``owner`` those of the name whose count it is.
    """

    unit: int
    mention: NumberMention
    side: Side
    clause: Side
    kind: str
    part: bool
    heads: frozenset[str]
    owner: frozenset[str]
    every: bool = False
    vague: bool = False

    @property
    def words(self) -> Counts:
        """The words of its language around numbers."""
        return self.side.cues.counts

    def _stem(self, word: str) -> str:
        return stem(word, pack_for(self.side.unit.language).stemmer)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The stems of the counted phrase without the kind itself, under whatever name ("boats" of ships)."""
        kinds = {self._stem(word) for word in self.kind.split()}
        kinds |= {self._stem(word) for word, alike in self.words.alike.items() if alike == self.kind}
        return self.of_whom - kinds - (self.unit_stems if self.kind.split()[0] in DIMENSIONS else frozenset())

    @property
    def unit_stems(self) -> frozenset[str]:
        """The stems of what is printed behind the number as its unit."""
        return frozenset(self._stem(word) for word in self.mention.unit.replace("-", " ").split())

    @property
    def of_whom(self) -> frozenset[str]:
        """Of an outcome: the stems that tell whom it counts, without words for just anybody and for what happened; empty for all."""
        return self.heads - self.words.outcomes.anybody

    @cached_property
    def attributive(self) -> bool:
        """Whether the number and its unit are one word before a noun: "a 450-pound gorilla"."""
        return bool(self.mention.unit) and self.side.printed(self.mention.span).lower().endswith(f"-{self.mention.unit}")

    @cached_property
    def act(self) -> Deed | None:
        """The deed that the count takes part in: the last one that reaches to it."""
        return next((deed for deed in reversed(self.side.deeds) if deed.reach.overlap(self.mention.span)), None)

    @cached_property
    def places(self) -> frozenset[str]:
        """Stems of the places named in the clause."""
        unit = self.clause.unit
        named = [name for name in unit.names if self.clause.span.holds(name.span)]
        spans = [name.span for name in named if name.kind is NameKind.PLACE or (name.kind is NameKind.OTHER and self._stands_in(name.span))]
        return frozenset(word.stem for word in self.clause.words if any(span.holds(word.span) for span in spans))

    def _stands_in(self, name: Span) -> bool:
        """Whether a word of place stands before the name: "near Harrow"."""
        unit = self.clause.unit
        return any(word in self.words.places for word in unit.text[: name.start - unit.span.start].lower().split()[-1:])

    @property
    def gauged(self) -> bool:
        """Whether it is measured, a sum, a share or a time, and not counted one by one."""
        kind, words = self.kind.split()[0], self.words
        told = (DIMENSIONS, (PERCENT,), words.gauged, words.points, words.times, words.measured, words.shares)
        return any(kind in some for some in told)

    @cached_property
    def everywhere(self) -> bool:
        """Whether it counts beyond any one place: "worldwide"."""
        return any(word.low in self.words.everywhere for word in self.clause.words)

    @cached_property
    def elsewhen(self) -> bool:
        """Whether it tells of another occasion: "in 1998", "in September", "two weeks ago"."""
        months = pack_for(self.clause.unit.language).counting.months
        words = [word for word in self.clause.words if not self.mention.span.holds(word.span)]
        pairs = zip(("", *(word.low for word in words)), words, strict=False)
        if any(is_year(w.text) and before not in self.words.reaching for before, w in pairs):
            return True
        lows = ["", *(word.low for word in words), ""]
        past = (low in self.words.past and self._recent.isdisjoint(lows[k : k + 3 : 2]) for k, low in enumerate(lows[1:-1]))
        return any(past) or any(word.low in months and word.text[0].isupper() for word in words)

    @property
    def _recent(self) -> frozenset[str]:
        """Words beside one of the past that keep it within the news: "a day earlier", "last Friday"."""
        return self.words.recent.union(pack_for(self.clause.unit.language).counting.weekdays)

    @cached_property
    def at_first(self) -> bool:
        """Whether it is told as what was said at first: "police had initially said that 15 were hurt"."""
        return bool(self.side.met(self.side.cues.at_first))

    @cached_property
    def risen(self) -> bool:
        """Whether it is told as what a count has grown to: "rose to 22"."""
        return not self.words.risen.isdisjoint(self._before) and not self.words.to.isdisjoint(self._before)

    @cached_property
    def sunk(self) -> bool:
        """Whether it is a measure told as what something has come down to: "had dropped to 60 mph"."""
        measure = self.kind.split()[0] in DIMENSIONS
        return measure and not self.words.sunk.isdisjoint(self._before) and not self.words.down_to.isdisjoint(self._before)

    @cached_property
    def ahead(self) -> bool:
        """Whether it tells of a time to come: "next year"."""
        return any(one.low in self.words.to_come and two.low in self.words.periods for one, two in pairwise(self.clause.words))

    @cached_property
    def _before(self) -> list[str]:
        """The words right before the number, in lower case."""
        return self.side.low[: self.mention.span.start - self.side.span.start].split()[-_RISE:]

    @cached_property
    def around(self) -> frozenset[str]:
        """Telling stems of the clause without numbers: "billion" has nothing to say of what is counted."""
        numbers = [mention.span for mention in self.clause.numbers]
        words = (word for word in self.clause.words if not word.stop and not any(span.holds(word.span) for span in numbers))
        return frozenset(word.stem for word in words if not word.stem[:1].isdigit())

    @cached_property
    def change(self) -> bool:
        """Whether it tells by how much something grows or shrinks, not how much it is: "by 12", "4 million in cuts"."""
        behind = self.side.low[self.mention.span.end - self.side.span.start :].split()[:NEAR]
        by = self.kind != VOTE and not self.words.by.isdisjoint(self._before[-1:])
        by = by or not self.words.adding.isdisjoint(self._before)
        return by or not self.words.changes.isdisjoint(word.strip(".,;") for word in behind)


def counts_of(number: int, side: Side) -> Iterator[Count]:
    """Every number of a sentence (``number``) that counts something."""
    happened: set[str] = set()
    for mention in side.numbers:
        clause = _clause_of(side, mention.span)
        figure = _figure(side, clause, mention)
        kind = kind_of(mention, figure) if figure is not None and not (figure.left_behind or figure.tabled) else ""
        if figure is None or (kind in figure.words.furniture and not _takes_part(side, mention)):
            continue
        if kind not in OUTCOMES and (measure := measured(mention, figure)):
            kind, mention = f"{measure[0]} rate" if measure[0] != Dimension.SPEED and figure.rate else measure[0], measure[1]
        if not kind or _year(mention, figure) or (mention.low <= 1 and kind not in OUTCOMES):
            continue
        besides = kind in OUTCOMES and bool(happened - {kind})  # "four dead and 12 more hurt": all of the hurt
        happened |= {kind} & OUTCOMES
        heads, owner = _stems(side.unit, _counted_words(figure, kind)), _owner(side, mention)
        yield Count(number, mention, side, _alone(side, clause), kind, figure.part and not besides, heads, owner, figure.every)


def none_of(number: int, side: Side) -> Iterator[Count]:
    """Every "nobody was hurt", "no arrests" of a sentence as a count of none; "no further arrests" counts nothing."""
    unit, words = side.unit, side.cues.counts
    tokens = tokens_in(unit, unit.span)
    for first, token in enumerate(tokens):
        if token.low not in words.none or any(before.low in words.unless for before in tokens[:first]):
            continue
        pair = " ".join(one.low for one in tokens[first : first + 2])
        figure = Figure(tokens, first, first + 1 + (pair in words.no_one), words)
        kind = outcome(figure)
        if not kind or any(word.low in words.parts or word.low in words.others for word in figure.behind(2)):
            continue
        mention = NumberMention(Span(token.start, (figure.phrase or tokens[first : figure.end])[-1].end), 0.0, 0.0)
        own = _alone(side, _clause_of(side, mention.span))
        yield Count(number, mention, side, own, kind, False, _stems(unit, figure.phrase), frozenset())


def vague_of(number: int, side: Side) -> Iterator[Count]:
    """Every "dozens of rescuers" of a sentence."""
    unit, words = side.unit, side.cues.counts
    for mention, tokens, first, end in vague_numbers(unit):
        figure = Figure(tokens, first, end, words)
        phrase = figure.phrase if tokens[end - 1].low in words.outcomes.of else ()
        noun = next((token for token in phrase if token.low in words.people or token.low.endswith("s")), None)
        kind = outcome(figure) or (singular(noun.low) if noun else "")
        if kind:
            kind = f"{kind} rate" if figure.rate else words.alike.get(kind, kind)
            own = _alone(side, _clause_of(side, mention.span))
            yield Count(number, mention, side, own, kind, figure.part, _stems(unit, figure.phrase), frozenset(), vague=True)


def _clause_of(side: Side, span: Span) -> int:
    """The number of the clause that holds a stretch of the sentence, -1 for none."""
    return next((k for k, clause in enumerate(side.unit.sentence.clauses) if clause.holds(span)), -1)


def _alone(side: Side, clause: int) -> Side:
    """The words that tell of a count: its clause, or the whole sentence where it has none."""
    return Side.of(side.unit, (clause,)) if clause >= 0 else side


def _figure(side: Side, clause: int, mention: NumberMention) -> Figure | None:
    """Where a number stands in its clause; None when it is part of a name, a score or "no one"."""
    unit, words = side.unit, side.cues.counts
    tokens = tokens_in(unit, unit.sentence.clauses[clause] if clause >= 0 else unit.span)
    first = next((k for k, token in enumerate(tokens) if token.end > mention.span.start), len(tokens))
    at = next((k for k in range(first, len(tokens)) if tokens[k].tag is Tag.NUMBER), None)
    if at is None and mention.unit == PERCENT:
        at = next((k for k in range(first, len(tokens)) if tokens[k].end == mention.span.end), None)  # "a fifth"
    if at is None or tokens[at].start >= mention.span.end or (ends_a_name(tokens, at) and not _of_money(mention, words)):
        return None
    if at and f"{tokens[at - 1].low} {tokens[at].low}" in words.no_one:
        return None
    scales, end = pack_for(unit.language).counting.scales, at + 1
    while end < len(tokens) and tokens[end].end <= mention.span.end and _goes_on(tokens[end], scales, words):
        end += 1
    return Figure(tokens, first, end, words)


def _goes_on(token: Token, scales: Mapping[str, float], words: Counts) -> bool:
    """Whether the token still belongs to the number: "1.2 | million", "20 | to | 30"."""
    return token.tag is Tag.NUMBER or token.low in scales or token.low in words.joining or token.low in _SIGNS


def _takes_part(side: Side, mention: NumberMention) -> bool:
    """Whether a verb reaches to the number: what furniture counts of itself, it does without."""
    return any(deed.verbal and deed.finite and deed.reach.holds(mention.span) for deed in side.deeds)


def _counted_words(figure: Figure, kind: str) -> Sequence[Token]:
    """The counted phrase and its base; the base alone behind "a crowd of 38,000 | saw"."""
    told_before = kind in OUTCOMES and any(token.low in figure.words.outcomes.of for token in figure.before(1))
    return base_at(figure.tokens, figure.end, figure.words) if told_before else [*figure.phrase, *figure.base]


def _stems(unit: Unit, phrase: Sequence[Token]) -> frozenset[str]:
    """Telling stems of the phrase, one for a noun in either number."""
    one = cues_for(unit.language).counts.one
    held = (word for word in unit.words if not word.stop and any(token.span.holds(word.span) for token in phrase))
    return frozenset(one.get(word.stem, word.stem) for word in held)


def _of_money(mention: NumberMention, words: Counts) -> bool:
    """Whether it is money or a share, which no name ends with ("fined Helix 12 million euros")."""
    return mention.unit == PERCENT or not words.money.isdisjoint(mention.unit.split()[-1:])


def _year(mention: NumberMention, figure: Figure) -> bool:
    """Whether it may be a year: "the 2016 election", not "2,016 people"."""
    words = figure.words
    printed = next((token.text for token in figure.tokens[figure.first : figure.end] if token.tag is Tag.NUMBER), "")
    single = mention.low == mention.high and may_be_year(mention.low) and printed.isdecimal()
    return single and words.person.isdisjoint(mention.unit.split()[-1:]) and mention.unit not in words.money


def _owner(side: Side, mention: NumberMention) -> frozenset[str]:
    """The name whose count it is: one right before it ("Romney (17 percent)"), or the doer's whose verb has the number behind it."""
    start = side.unit.span.start
    before = next((name for name in reversed(side.unit.names) if name.span.end <= mention.span.start), None)
    if before and len(side.unit.text[before.span.end - start : mention.span.start - start].split()) <= 1:
        return frozenset(word.stem for word in side.words if before.span.holds(word.span))
    deed = next((deed for deed in reversed(side.deeds) if deed.reach.holds(mention.span)), None)
    doer = deed.doer if deed is not None and deed.named else frozenset()
    names = side.named & doer
    return names if names == doer else frozenset()  # "the Courier the sum": no name's
