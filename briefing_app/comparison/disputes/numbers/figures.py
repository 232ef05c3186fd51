"""A number where it stands in a clause, with the words around it that say how it is meant; hides how far they may stand from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.comparison.cues import Counts
from briefing_app.language.syntax import Tag, Token

NEAR, FAR = 4, 9
"""Tokens around a number in which a word belongs to it, when it stands beside and when a phrase stands between."""
PHRASE = frozenset({Tag.WORD, Tag.NAME})
"""Tags of the nouns that are counted and of what stands before them."""
_BESIDE = 2  # tokens before a number that say whether it is a part
_DASHES = ("-", "–")


@dataclass(frozen=True, slots=True)
class Figure:
    """The number at ``tokens`` (of a clause) ``first`` to ``end``, and the language's ``words`` around numbers."""

    tokens: Sequence[Token]
    first: int
    end: int
    words: Counts

    def before(self, most: int) -> Sequence[Token]:
        """At most so many tokens before it."""
        return self.tokens[max(0, self.first - most) : self.first]

    def behind(self, most: int) -> Sequence[Token]:
        """At most so many tokens behind it."""
        return self.tokens[self.end : self.end + most]

    @property
    def phrase(self) -> Sequence[Token]:
        """The noun phrase that begins behind it."""
        return phrase_at(self.tokens, self.end)

    @property
    def base(self) -> Sequence[Token]:
        """What it is counted of: the phrase behind the counted one and "of"."""
        return base_at(self.tokens, self.end + len(self.phrase), self.words)

    @property
    def counted_of(self) -> Sequence[Token]:
        """What a number without a noun counts some of: "157 of 338 | seats"."""
        return base_at(self.tokens, self.end, self.words)

    @property
    def every(self) -> bool:
        """Whether it counts all that there are: "all 12", "157 of | 338 seats"."""
        two = self.before(_BESIDE)
        of_all = len(two) == _BESIDE and two[0].tag is Tag.NUMBER and two[1].low in self.words.of
        return of_all or any(token.low in self.words.every for token in two)

    @property
    def tabled(self) -> bool:
        """Whether the words behind it name the next figure of a table: "Stages: | 2 Boosters: 2"."""
        behind = self.behind(len(self.phrase) + 2)[len(self.phrase) :]
        return [token.tag for token in behind] == [Tag.COLON, Tag.NUMBER]

    @property
    def part(self) -> bool:
        """Whether it counts only some of those that another number counts: "including three", "another two", "two more"."""
        words = self.words
        follows = self.tokens[self.end].low if self.end < len(self.tokens) else ""
        return any(token.low in words.parts for token in self.before(_BESIDE)) or follows in words.further or self._of_a_whole

    @property
    def _of_a_whole(self) -> bool:
        """``10 of the | 14 states``, ``18 of its next | 23 games``."""
        words, near = self.words, self.before(NEAR)
        if len(near) == NEAR and near[0].tag is Tag.NUMBER and near[1].low in words.outcomes.of and near[3].low in words.stretch:
            return True
        base = near[-3:]
        return len(base) == 3 and base[0].tag is Tag.NUMBER and base[1].low in words.of and base[2].low in words.wholes

    @property
    def rate(self) -> bool:
        """Whether it counts what happens in a stretch of time: "700 new deaths a day", "799 in 24 hours", "on average"."""
        words = self.words
        if any(one.low in words.each and two.low in words.periods for one, two in pairwise(self.behind(FAR))):
            return True
        if words.period.search(" ".join(token.low for token in self.tokens)):
            return True
        following = [token.low for token in self.tokens[1:]] + [""]
        return any(
            token.low in words.rates and f"{token.low} {later}" not in words.no_rate
            for token, later in zip(self.tokens, following, strict=True)
        )

    @property
    def left_behind(self) -> bool:
        """Whether it is the first value of "fell from 20 percent to 5", which no longer holds."""
        tokens, words = self.tokens, self.words
        later = next((k for k in range(self.end, len(tokens) - 1) if tokens[k].low in words.to), None)
        if later is None or not any(token.low in words.left for token in self.before(NEAR)):
            return False
        return any(token.tag is Tag.NUMBER for token in tokens[later + 1 : later + 1 + NEAR])

    @property
    def tally(self) -> bool:
        """Whether it is the first half of "58-41" or "97 to 1" where something was voted on."""
        tokens, end = self.tokens, self.end
        joined = end + 1 < len(tokens) and (tokens[end].low in _DASHES or tokens[end].low in self.words.to)
        return joined and tokens[end + 1].tag is Tag.NUMBER and any(token.low in self.words.voted for token in tokens)


def phrase_at(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The words of the noun phrase that begins at a token, without determiners."""
    end = start
    while end < len(tokens) and end - start < NEAR and tokens[end].tag in PHRASE:
        end += 1
    return tokens[start:end]


def base_at(tokens: Sequence[Token], at: int, words: Counts) -> Sequence[Token]:
    """``of the | countries`` at a token, without its "of the"; empty when no such phrase begins there."""
    if at >= len(tokens) or tokens[at].low not in words.outcomes.of:
        return ()
    start = at + 1
    while start < len(tokens) and tokens[start].tag in (Tag.DETERMINER, Tag.NUMBER):
        start += 1
    return phrase_at(tokens, start)


def ends_a_name(tokens: Sequence[Token], figure: int) -> bool:
    """Whether the figure is a name's ("Falcon 9", "Resolution 2375") or the second half of a score ("5-4")."""
    before = tokens[figure - 1] if figure else None
    if before is None or before.end + 1 < tokens[figure].start:
        return False
    named = before.tag is Tag.NAME and figure > 1 and not before.possessive and before.text[0].isalpha() and tokens[figure].low.isdigit()
    return named or (before.text in _DASHES and before.end == tokens[figure].start)
