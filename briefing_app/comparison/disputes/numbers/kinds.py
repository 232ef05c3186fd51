"""Which kind of thing a figure counts: what happened to people, a noun, money, a share, a value that something has."""

from __future__ import annotations

from briefing_app.comparison.disputes.numbers.figures import FAR, NEAR, PHRASE, Figure
from briefing_app.comparison.disputes.numbers.outcomes import outcome
from briefing_app.language.numbers import singular
from briefing_app.language.syntax import Tag
from briefing_app.model.findings import NumberMention

PERCENT = "percent"
"""The unit and the kind of a share, in every language."""
VOTE = "vote"
"""The kind of the halves of a vote."""
_MAGNITUDES = (3.0, 10.0)  # of quakes that are worth a report
_BIG = 1e5  # from which a bare number is money or people, never a rank


def kind_of(mention: NumberMention, figure: Figure) -> str:
    """The kind by which counts are held against each other: an outcome, a noun, "money euro", "bare" money; with " rate" behind for a rate.

    Empty for what counts nothing.
    """
    words = figure.words
    kind = outcome(figure) or _noun(mention, figure)
    if kind in words.old or (kind in words.year and any(token.low in words.old for token in figure.behind(NEAR))):
        return ""  # an age
    if kind in words.staff and any(token.low in words.employing for token in figure.before(NEAR)):
        return words.staff[kind]
    return f"{kind} rate" if kind and figure.rate else kind


def _noun(mention: NumberMention, figure: Figure) -> str:
    """What is counted: behind the number, or before it ("the number of ... is", "a magnitude of")."""
    words = figure.words
    if figure.tally:
        return VOTE
    if mention.unit == PERCENT and (whose := next((t.low for t in reversed(figure.before(FAR)) if t.low in words.shares), "")):
        return whose
    if mention.unit:
        last = mention.unit.replace("-", " ").split()[-1]
        return f"money {last}" if last in words.money else words.alike.get(last, last)
    if len(base := figure.behind(2)) > 1 and base[0].low in words.of and base[1].tag is Tag.NUMBER and figure.counted_of:
        whole = singular(figure.counted_of[-1].low)
        return words.alike.get(whole, whole)  # "157 of 338 seats"
    beside = [token.low for token in figure.before(2)]
    if len(beside) > 1 and beside[1] in words.valued and beside[0] in words.measured:
        return beside[0]
    if _MAGNITUDES[0] <= mention.low < _MAGNITUDES[1] and any(token.low in words.quakes for token in figure.tokens):
        return "magnitude"
    return _numbered(figure) or ("bare" if mention.low >= _BIG and any(token.low in words.prices for token in figure.tokens) else "")


def _numbered(figure: Figure) -> str:
    """What is counted by ``the number of lines is 380,000``; empty when it is told otherwise."""
    outcomes, far = figure.words.outcomes, figure.before(FAR)
    at = next((k for k, token in enumerate(far) if token.low in outcomes.number_of), None)
    if at is None or at + 1 >= len(far) or far[at + 1].low not in outcomes.of:
        return ""
    nouns = [token for token in far[at + 2 :] if token.tag in PHRASE]
    return nouns[0 if len(nouns) == 1 else 1].low.rstrip("s") if nouns else ""
