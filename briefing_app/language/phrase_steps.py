"""How a noun phrase grows, token by token, to the left and to the right; a rule a word class.

Every rule says how many tokens more still belong to the phrase, 0 where it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing_app.language.syntax import Tag, Token, finite_at

INNER = frozenset({Tag.NAME, Tag.WORD, Tag.NUMBER, Tag.DETERMINER})
"""Tags of the words that a noun phrase is made of."""
NOUNS = frozenset({Tag.NAME, Tag.WORD, Tag.NUMBER, Tag.PRONOUN})
"""Tags of those of which it needs one."""
_VERBAL = frozenset({Tag.PARTICIPLE, Tag.ING})
_ATTACHED_AFTER = frozenset(["of", "for", "at", "from", "with", "to", "de", "du"])
_TEMPORAL = frozenset(["after", "before", "since", "during", "until", "till", "as", "when"])
TIMES = frozenset(["month", "week", "year", "morning", "afternoon", "evening", "night", "weekend", "day", "time"])
"""Words that tell when, behind which no other noun of the phrase stands."""
_RANKS = frozenset(["first", "last", "once", "now", "already", "only", "almost", "very", "long"])
_OPENS_DETAIL = frozenset(["briefed", "familiar", "close", "involved", "speaking", "based"])
_AND = frozenset(["and", "or", "und", "et"])
_BRACKET_BEFORE, _BRACKET_BEHIND, _QUOTED = 10, 8, 6  # tokens within which a bracket or a quotation mark has its other one


def step_back(tokens: Sequence[Token], first: int, last: int) -> int:
    """How many tokens before ``first`` still belong to the phrase that ends with ``last``; empty yet, it begins behind ``last``."""
    token = tokens[first - 1]
    if token.text == ")":
        opened = next((k for k in range(first - 2, max(-1, first - _BRACKET_BEFORE), -1) if tokens[k].text == "("), None)
        return first - opened if opened is not None else 0
    rule = _BACK.get(token.tag)
    return rule(tokens, first, last) if rule else 0


def _inner_before(tokens: Sequence[Token], first: int, last: int) -> int:
    if first > last:
        return 1
    token, next_one = tokens[first - 1], tokens[first]
    fresh = next_one.tag is Tag.DETERMINER and token.tag is not Tag.DETERMINER
    timed = token.low in TIMES and next_one.tag in INNER
    return int(next_one.tag is not Tag.PRONOUN and not fresh and not timed)


def _pronoun_before(tokens: Sequence[Token], first: int, last: int) -> int:
    return int(first == last + 1 or (first <= last and tokens[first].tag in {Tag.PREPOSITION, *_VERBAL}))


def _preposition_before(tokens: Sequence[Token], first: int, last: int) -> int:
    held = first > 1 and tokens[first - 2].tag in NOUNS | _VERBAL
    return int(first <= last and held and tokens[first - 1].low not in _TEMPORAL)


def _verbal_before(tokens: Sequence[Token], first: int, last: int) -> int:
    """``those | injured in the fall``, ``the | rising costs``."""
    return int(first <= last and (first == 1 or tokens[first - 2].tag in {*NOUNS, Tag.DETERMINER, Tag.QUOTE}))


def _coordinator_before(tokens: Sequence[Token], first: int, last: int) -> int:
    if first > last or first < 2 or tokens[first - 1].low not in _AND:
        return 0
    before = tokens[first - 2]
    names = before.tag is tokens[last].tag is Tag.NAME
    words = before.tag is Tag.WORD and tokens[first].tag in (Tag.WORD, Tag.DETERMINER)
    return int(names or (words and not _verb_near(tokens, first - 2)))


def _verb_near(tokens: Sequence[Token], index: int) -> bool:
    return any(finite_at(tokens, k) for k in range(max(0, index - 3), index))


def _nickname_before(tokens: Sequence[Token], first: int, last: int) -> int:
    """``Ada | "Ace" | Okafor``."""
    if first > last or first <= 3 or tokens[first].tag is not Tag.NAME:
        return 0
    tags = [token.tag for token in tokens[first - 4 : first - 1]]
    return 3 if tags == [Tag.NAME, Tag.QUOTE, Tag.NAME] else 0


def _symbol_before(tokens: Sequence[Token], first: int, _last: int) -> int:
    return int(tokens[first - 1].text != "-")


_BACK: dict[Tag, Callable[[Sequence[Token], int, int], int]] = {
    **dict.fromkeys(INNER, _inner_before),
    **dict.fromkeys(_VERBAL, _verbal_before),
    Tag.PRONOUN: _pronoun_before,
    Tag.PREPOSITION: _preposition_before,
    Tag.COORDINATOR: _coordinator_before,
    Tag.QUOTE: _nickname_before,
    Tag.SYMBOL: _symbol_before,
}


def step_on(tokens: Sequence[Token], first: int, end: int) -> int:
    """How many tokens from ``end`` on still belong to the phrase that began at ``first``."""
    token = tokens[end]
    if _ends_before(tokens, first, end):
        return 0
    if token.tag in INNER or token.tag is Tag.SYMBOL or token.low in _OPENS_DETAIL or _ranks(tokens, first, end):
        return 1
    if token.tag is Tag.PRONOUN:
        return int(end == first)
    if token.tag is Tag.PARTICIPLE:
        opens = end == first or tokens[end - 1].tag in (Tag.DETERMINER, Tag.NUMBER)
        return int(opens and _following(tokens, end) in (Tag.WORD, Tag.NAME))
    if end == first:
        return 0
    if token.text == "(":
        closed = next((k for k in range(end, min(len(tokens), end + _BRACKET_BEHIND)) if tokens[k].text == ")"), None)
        return closed + 1 - end if closed is not None else 0
    rule = _ON.get(token.tag)
    return rule(tokens, end) if rule else 0


def _following(tokens: Sequence[Token], at: int) -> Tag | None:
    return tokens[at + 1].tag if at + 1 < len(tokens) else None


def _ends_before(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a name or a closing quotation mark before the token ends the phrase: "Okafor | the mayor"."""
    behind_name = end > first and tokens[end - 1].tag is Tag.NAME and tokens[end].tag is Tag.DETERMINER
    return behind_name or (end > first + 1 and tokens[end - 1].tag is Tag.QUOTE and tokens[end].tag is not Tag.NAME)


def _ranks(tokens: Sequence[Token], first: int, end: int) -> bool:
    """``the | first | ship``."""
    return tokens[end].low in _RANKS and end > first and tokens[end - 1].tag is Tag.DETERMINER


def _initial(tokens: Sequence[Token], end: int) -> int:
    """``Ada P | . | Okafor``."""
    one_letter = tokens[end - 1].tag is Tag.NAME and len(tokens[end - 1].text) == 1
    return int(one_letter and _following(tokens, end) is Tag.NAME)


def _preposition_behind(tokens: Sequence[Token], end: int) -> int:
    attached = tokens[end].low in _ATTACHED_AFTER or tokens[end - 1].low in _OPENS_DETAIL
    return int(attached and _following(tokens, end) in INNER)


def _coordinator_behind(tokens: Sequence[Token], end: int) -> int:
    return int(tokens[end].low == "and" and _following(tokens, end) is Tag.NAME and tokens[end - 1].tag is Tag.NAME)


def _quoted_behind(tokens: Sequence[Token], end: int) -> int:
    """``the | "Harbour Times"``, ``Ada | "Ace" | Okafor``."""
    if tokens[end - 1].tag in (Tag.DETERMINER, Tag.WORD):
        closed = next((k for k in range(end + 1, min(len(tokens), end + _QUOTED)) if tokens[k].tag is Tag.QUOTE), end)
        named = closed > end + 1 and all(inner.tag is Tag.NAME for inner in tokens[end + 1 : closed])
        return closed + 1 - end if named else 0
    nickname = end + 3 < len(tokens) and tokens[end + 2].tag is Tag.QUOTE and tokens[end - 1].tag is tokens[end + 3].tag is Tag.NAME
    return 3 if nickname else 0


_ON: dict[Tag, Callable[[Sequence[Token], int], int]] = {
    Tag.STOP: _initial,
    Tag.PREPOSITION: _preposition_behind,
    Tag.COORDINATOR: _coordinator_behind,
    Tag.QUOTE: _quoted_behind,
}
