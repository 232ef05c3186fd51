"""Why one of two counts of a kind may well be the greater: it counts all, or adds up, or counts who did it or whose it is too."""

from __future__ import annotations

from briefing_app.comparison.disputes.numbers.counted import Count
from briefing_app.comparison.disputes.numbers.outcomes import OUTCOMES
from briefing_app.comparison.disputes.numbers.values import comparable

_ADDED = 0.01  # relative difference up to which numbers add up to another


def explained(greater: Count, less: Count) -> bool:
    """Whether the greater of two counts says why it is the greater."""
    return _whole_of(greater, less) or _adds_up(greater, less) or _but_for_the_doer(greater, less) or _but_for_its_own(greater, less)


def _whole_of(whole: Count, part: Count) -> bool:
    """Whether one counts all there are, and the other may count some of them: "four boys were saved", "to bring out all 12 boys"."""
    return whole.every and whole.mention.low > part.mention.low and whole.kind not in OUTCOMES


def _adds_up(whole: Count, part: Count) -> bool:
    """Whether the numbers beside the one in its sentence make up the other: "2.5 million doses and 1.5 million", "4 million doses"."""
    others = [one.low for one in part.side.numbers if one.span != part.mention.span and (not one.unit or comparable(one, part.mention))]
    low = whole.mention.low
    return any(abs(part.mention.low + one - low) <= _ADDED * low for one in (*others, sum(others)) if one)


def _but_for_the_doer(with_doer: Count, without: Count) -> bool:
    """Whether one counts one more because it says that it counts the doer too: "four dead, including the gunman", "three dead"."""
    if with_doer.mention.low != without.mention.low + 1:
        return False
    behind = with_doer.side.low[with_doer.mention.span.end - with_doer.side.span.start :]
    return bool(with_doer.words.doer.search(behind))


def _but_for_its_own(with_own: Count, others: Count) -> bool:
    """Whether one may count one more because the other counts those that somebody deals with: "a 12-nation pact", "with 11 nations"."""
    before = others.side.low[: others.mention.span.start - others.side.span.start].split()[-1:]
    return with_own.mention.low == others.mention.low + 1 and not others.words.dealing.isdisjoint(before)
