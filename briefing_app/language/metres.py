"""Tells whether "m" behind a number stands for metres or for millions, by the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token

_ADJECTIVES = 2  # words that may stand between a length and the thing that has it
_PLACE = 3  # tokens behind "off" among which stands what it is off
_TAGS = frozenset({Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.ING, Tag.ADVERB})


def in_metres(tokens: Sequence[Token], first: int, end: int, pack: LangPack) -> bool:
    """Whether the number at tokens ``first`` to ``end``, told with "m" and without a currency, is one of metres.

    By a word of dimension behind it ("an 80m-deep shaft"), by the thing that it is an attribute of ("a 40m dry well"; not where money is
    spent on that: "a 40m bridge project"), by a word of length before it ("a height of 9m"), or by a place from which it is told.
    """
    words = pack.counting.metres
    if words.always:
        return True
    at = end
    while at + 1 < len(tokens) and tokens[at].low in words.ranges and _told_with_m(tokens[at + 1]):
        at += 2  # "from 3m to 4m | deep"
    hyphen = at + 1 < len(tokens) and tokens[at].low == "-" and tokens[at].end == tokens[at + 1].start
    at += hyphen
    behind = tokens[at].low if at < len(tokens) else ""
    if behind in words.ways or _of_a_thing(tokens, at, pack) or _measured_before(tokens, first, pack):
        return True
    placed = behind in words.off and any(token.low in words.places for token in tokens[at + 1 : at + 1 + _PLACE])
    raced = tokens[first].low.removesuffix("m") in words.tracks and behind in words.races
    return placed or raced


def _told_with_m(token: Token) -> bool:
    return token.low[0].isdigit() and token.low.endswith("m")


def _of_a_thing(tokens: Sequence[Token], at: int, pack: LangPack) -> bool:
    """``40m | dry well``: a thing in the singular that has a length, behind a few adjectives."""
    words, money = pack.counting.metres, frozenset(pack.counting.currencies.values())
    for k in range(at, min(len(tokens), at + _ADJECTIVES + 1)):
        if tokens[k].tag not in _TAGS or tokens[k].low in money or tokens[k].low in words.paid_for:
            return False
        if tokens[k].low in words.things:
            return k + 1 >= len(tokens) or tokens[k + 1].low not in words.paid_for
    return False


def _measured_before(tokens: Sequence[Token], first: int, pack: LangPack) -> bool:
    """``a wave of 9m``, ``within 40m``, ``swam 40m``."""
    words = pack.counting.metres
    before = [token.low for token in tokens[max(0, first - 2) : first]]
    if not before:
        return False
    return before[-1] in words.moving or (len(before) > 1 and before[1] in words.of and before[0] in words.things | words.lengths)
