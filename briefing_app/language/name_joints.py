"""Which words between names join them into one: "Bank of Ostland", "Ursula von der Leyen", "Ada “Ace” Okafor"."""

from __future__ import annotations

from collections.abc import Callable

from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token

_OF_HEADS = frozenset(
    [
        "university",
        "college",
        "ministry",
        "department",
        "house",
        "council",
        "board",
        "bank",
        "bureau",
        "institute",
        "secretary",
        "office",
        "court",
        "church",
        "people's",
        "republic",
        "kingdom",
        "duchess",
        "duke",
        "bishop",
        "archbishop",
        "ambassador",
        "federation",
        "association",
        "society",
        "academy",
        "league",
        "union",
        "center",
        "centre",
        "committee",
        "commission",
        "chamber",
        "museum",
        "school",
        "bay",
        "gulf",
        "sea",
        "isle",
        "city",
        "state",
    ]
)
_PUBLIC_BODIES = frozenset(
    [
        "service",
        "services",
        "committee",
        "commission",
        "department",
        "ministry",
        "agency",
        "administration",
        "council",
        "board",
        "institute",
    ]
)
_FOR_HEADS = frozenset(
    ["center", "centre", "campaign", "committee", "institute", "council", "fund", "office", "association", "agency", "alliance"]
)
_NOBILIARY = frozenset([("von", "der"), ("von", "den"), ("von", "dem"), ("de", "la"), ("van", "der"), ("van", "den")])


def joined(tokens: list[Token], start: int, end: int, pack: LangPack) -> int:
    """How many tokens from ``end`` on still belong to the name; 0 when it is over."""
    token = tokens[end]
    if is_time(tokens, end, pack):
        return 0
    if token.tag is Tag.NAME:
        return 1
    if end + 1 >= len(tokens):
        return 0
    if tokens[end + 1].tag is not Tag.NAME:
        return _joined_by_two(tokens, end)
    if token.low in _JOINTS:
        return 2 if _JOINTS[token.low](tokens, start, end) else 0
    if token.low == "&" or token.low in pack.naming.connectors:
        return 2
    nickname = token.tag is Tag.QUOTE and end + 3 < len(tokens) and tokens[end + 2].tag is Tag.QUOTE
    return 4 if nickname and tokens[end + 3].tag is Tag.NAME and end - start == 1 else 0


def _joined_by_two(tokens: list[Token], end: int) -> int:
    """``Ursula | von der | Leyen``, ``Bank | of the | East``."""
    if end + 2 >= len(tokens) or tokens[end + 2].tag is not Tag.NAME:
        return 0
    two = tokens[end].low, tokens[end + 1].low
    return 3 if two in _NOBILIARY or (two == ("of", "the") and tokens[end - 1].low in _OF_HEADS) else 0


def _names_a_body(tokens: list[Token], _start: int, end: int) -> bool:
    """``Health | and | Safety Commission``."""
    return any(later.low in _PUBLIC_BODIES for later in tokens[end + 1 : end + 4] if later.tag is Tag.NAME)


_JOINTS: dict[str, Callable[[list[Token], int, int], bool]] = {
    "of": lambda tokens, _start, end: tokens[end - 1].low in _OF_HEADS,
    "for": lambda tokens, _start, end: tokens[end - 1].low in _FOR_HEADS,
    "und": lambda tokens, start, end: any(earlier.low == "für" for earlier in tokens[start:end]),
    "and": _names_a_body,
    **dict.fromkeys(("the", "y", "e"), lambda *_: False),
}
"""Whether a small word between names joins them into one, by the word."""


def is_time(tokens: list[Token], index: int, pack: LangPack) -> bool:
    """Monday, October: a date, not a name; a month before a name ("April Jones") is a given name."""
    low = tokens[index].low.rstrip(".").removesuffix("'s")
    if low in pack.counting.months and len(low) > 2:
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        return following is None or following.tag is not Tag.NAME
    return low in pack.counting.weekdays and len(low) > 3
