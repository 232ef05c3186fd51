"""What happened to the people that a number counts: killed, hurt, missing, held, moved, infected, or gathered."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.disputes.numbers.figures import FAR, NEAR, PHRASE, Figure
from briefing_app.language.syntax import Tag

OUTCOMES = frozenset({"dead", "hurt", "missing", "held", "moved", "infected", "crowd", "magnitude", "turnout", "aboard"})
"""The kinds of counts that an article gives once for the whole event."""

_LINKS = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.RELATIVE, Tag.MODAL})
_SAYING = frozenset({Tag.AUXILIARY, Tag.FINITE})
_VERBS = frozenset({Tag.PARTICIPLE, Tag.FINITE, Tag.ING})


def outcome(figure: Figure) -> str:
    """What happened to those whom the number counts; empty when nothing is told of them."""
    words, beside = figure.words.outcomes, [token.low for token in figure.before(2)]
    if len(beside) > 1 and beside[1] in words.of and beside[0] in words.crowds:
        return "crowd"  # "a crowd of 38,000"
    if beside and beside[-1] in words.bases and (len(beside) == 1 or beside[0] not in words.totals):
        return ""  # "two of the 140 passengers died"
    if happened := _told_in_full(figure):
        return happened
    followed = next((words.told[low] for low in _following(figure) if low in words.told), "")
    if followed == "infected" and not any(sick in token.low for token in figure.tokens for sick in words.sick):
        return ""  # cases of a court
    return followed if followed not in ("", "crowd") else _before(figure) or followed


def _told_in_full(figure: Figure) -> str:
    """``80,000 people took part``, ``nine passengers were taken to hospital``, ``143 people on board``; empty when nothing of the kind."""
    words, tokens, phrase = figure.words.outcomes, figure.tokens, figure.phrase
    k = figure.end + len(phrase)
    if any(token.low in words.anyone for token in phrase) and " ".join(token.low for token in tokens[k : k + 2]) in words.aboard:
        return "aboard"
    if k + 1 < len(tokens) and tokens[k].low in words.of and tokens[k + 1].tag is Tag.DETERMINER:
        k = next((j for j in range(k + 2, len(tokens)) if tokens[j].tag not in PHRASE), len(tokens))  # "members of the crew"
    k = _past_aside(figure, k)
    while k < len(tokens) and tokens[k].tag in _LINKS:
        k += 1
    lows = [token.low for token in tokens[k : k + 3]]
    if lows and lows[0] in words.taking and any(token.low in words.lives for token in phrase):
        return "dead"  # "50 lives have been taken"
    two = " ".join(lows[:2])
    if two in words.perishing or " ".join(lows) in words.perishing:
        return "dead"
    if two in words.coming or " ".join(lows) in words.coming:
        return "crowd"
    return "hurt" if lows and lows[0] in words.brought and " ".join(lows[1:]) in words.to_hospital else ""


def _before(figure: Figure) -> str:
    """``killing 12``, ``claimed 12 lives``, ``the toll rose to 12``, ``the number of injured stands at 12``."""
    words = figure.words.outcomes
    lives = any(token.low in words.lives for token in figure.behind(1))
    for token in (one for one in reversed(figure.before(NEAR)) if one.tag not in (Tag.DETERMINER, Tag.ADVERB)):
        if token.low in words.told and token.tag is not Tag.NAME:
            return words.told[token.low]
        if token.low in words.hitting:
            return "hurt"
        if lives and token.low in words.taking:
            return "dead"
        if token.tag not in (Tag.PREPOSITION, Tag.WORD) or token.low in words.parting:
            break
    far = figure.before(FAR)
    if any(token.tag is Tag.NUMBER for token in far):
        return ""
    if any(token.low in words.tolls for token in far):
        return next((words.told[token.low] for token in far if token.low in words.told), "dead")
    counted = next((k for k, token in enumerate(far) if token.low in words.number_of), len(far))
    return next((words.told[token.low] for token in far[counted:] if token.low in words.told), "")


def _past_aside(figure: Figure, k: int) -> int:
    """Behind what is told in passing: "six people, including two officers, | were hurt"; ``k`` itself when nothing is."""
    tokens = figure.tokens
    if k + 1 >= len(tokens) or tokens[k].tag is not Tag.COMMA or tokens[k + 1].low not in figure.words.outcomes.in_passing:
        return k
    ends = (j for j in range(k + 2, len(tokens) - 1) if tokens[j].tag is Tag.COMMA and tokens[j + 1].tag in _SAYING)
    return next((j + 1 for j in ends), k)


def _following(figure: Figure) -> Iterator[str]:
    """The words, in lower case, of the counted phrase and of the verb that follows it."""
    words, tokens, end = figure.words.outcomes, figure.tokens, figure.end
    k = end + (end < len(tokens) and tokens[end].low in words.besides)
    while k < len(tokens) and k - end < NEAR and tokens[k].tag in PHRASE:
        yield tokens[k].low
        k += 1
    of = k < len(tokens) and tokens[k].low in words.of
    if of and (tokens[end - 1].low in figure.words.none or any(token.tag is Tag.NUMBER for token in tokens[k : k + NEAR])):
        k = next((j for j in range(k, len(tokens)) if tokens[j].tag in _LINKS or tokens[j].tag is Tag.FINITE), len(tokens))
    k = _past_aside(figure, k)
    linked = 0
    while k < len(tokens) and tokens[k].tag in _LINKS and linked < NEAR:
        k, linked = k + 1, linked + 1
    if k < len(tokens) and (tokens[k].tag in _VERBS or (linked and tokens[k].tag is Tag.WORD)):
        yield from _of_the_verb(figure, k)


def _of_the_verb(figure: Figure, k: int) -> Iterator[str]:
    """The verb at a token, or what it led to: "were shot and | killed"."""
    words, tokens = figure.words.outcomes, figure.tokens
    if tokens[k].low in words.hit:
        yield from (token.low for token in tokens[k + 1 : k + NEAR] if token.low in words.lethal)
        if all(token.tag is Tag.COORDINATOR for token in tokens[k + 1 :]):
            return
    yield tokens[k].low
