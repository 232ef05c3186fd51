"""Finds where one source holds that something is so and another that it is not, in whatever words each of them puts it (``positions``).

What can be stands against what cannot, what must be against what need not, "called it a tax" against "is not a tax". Both must be of the
same act, and of the same people or things as far as both tell them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from briefing_app.comparison.cues import Polar
from briefing_app.comparison.deeds import Nearness, common
from briefing_app.comparison.deeds.verbs import found_by, opposite_deed, opposite_deeds, same_deed, sought_by
from briefing_app.comparison.disputes.against import (
    Against,
    by_other_means,
    contrasted,
    ended,
    on_other_days,
    other_bearers,
    other_particle,
)
from briefing_app.comparison.disputes.contradictions.positions import Mode, Position, positions_of
from briefing_app.comparison.disputes.contradictions.turnabouts import doer_denied, turned_by_both
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.span import Span

_BEFORE = 7  # words before a deed that may leave little of it
_ENOUGH = 3  # things in common of positions that stand in sentences far apart
_COVERED = 0.5  # share of the smaller one's words that the other must hold
_BY_ONE = 0.3  # the same share where both sentences are near and both are held of the same one


def seeks_taken_back(side: Side) -> Keys:
    """What the sentence holds not to be so, and the opposite of what it holds in words of its own."""
    vague = side.cues.polar.vague
    taken_back = (sought_by(act) for one in positions_of(side) if not one.holds for act in one.acts - vague)
    opposite = (opposite_deeds(act) for one in positions_of(side) if one.holds and (one.own or _bound(one)) for act in one.acts - vague)
    return frozenset().union(*taken_back, *opposite)


def offers_held(side: Side) -> Keys:
    """What the sentence holds to be so."""
    held, words = [one for one in positions_of(side) if one.holds], side.cues.polar
    shown = (frozenset(one.rest) for one in held if not one.deed.verbs.isdisjoint(words.showing))
    return frozenset().union(*shown, *(found_by(act) for one in held for act in one.acts - words.vague))


def positions_apart(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every pair of positions of which one denies what the other holds."""
    for x, y in product(positions_of(a), positions_of(b)):
        if not (x.holds or y.holds) or not (x.own or y.own or _bound(x) or _bound(y) or x.coming != y.coming):
            continue
        plain, against, side_plain = (y, x, b) if y.holds else (x, y, a)
        if side_plain.met(side_plain.cues.undecided) or plain.deed.pending or against.deed.pending or _beside(plain, against):
            continue
        if _hedged(side_plain, plain):
            continue
        if not _clash(x, y, a.cues.polar) or not _comparable(against, plain) or ended(side_plain, plain.deed):
            continue
        if contrasted(a, x.deed, b, y.deed) or on_other_days(a, x.deed, b, y.deed) or other_particle(a, x.deed, b, y.deed):
            continue
        if other_bearers(a, x.deed, x.who, b, y.deed, y.who) or by_other_means(side_plain, against.deed, a if against is x else b):
            continue
        if (
            not plain.own
            and not against.own
            and (turned_by_both(x.deed, y.deed, a, b) or doer_denied(side_plain, against.deed, plain.deed))
        ):
            continue
        if shared := _shared(x, y, near):
            yield Against(x.span, y.span, f"“{x.words}” against “{y.words}”", shared, words=(x.words, y.words))


def _bound(one: Position) -> bool:
    return one.mode is not Mode.FACT


def _beside(plain: Position, against: Position) -> bool:
    """Whether one of them only says which one is meant, or is no assertion ("a plan to bar firms")."""
    return plain.deed.aside or against.deed.aside or not (plain.own or plain.deed.finite) or not (against.own or against.deed.finite)


def _hedged(side: Side, plain: Position) -> bool:
    """Whether words before or behind it leave little of it: "provides few benefits", "is not one that force can solve"."""
    words = [word for word in side.words if word.span.end <= plain.deed.span.start][-_BEFORE:]
    stretch = Span(words[0].span.start if words else plain.deed.span.start, plain.deed.reach.end)
    if any(stretch.overlap(span) for span in side.spans(side.cues.scarce)):
        return True
    before = [word.low for word in words]
    turning = side.cues.none | side.cues.wording.negating
    return not plain.own and not side.cues.polar.relatives.isdisjoint(before) and not turning.isdisjoint(before)


def _clash(x: Position, y: Position, words: Polar) -> bool:
    """Whether one takes back what the other holds, or both hold opposites."""
    meet = opposite_deed if x.holds and y.holds else same_deed
    if x.holds != y.holds and (_shows(x, y, words) if x.holds else _shows(y, x, words)):
        return True
    return any(meet(one, other) for one in x.acts - words.vague for other in y.acts - words.vague)


def _shows(plain: Position, against: Position, words: Polar) -> bool:
    """``has shown his birth certificate`` against ``has no birth certificate``."""
    has = not words.having.isdisjoint(against.deed.words.lower().split())
    return has and not plain.deed.verbs.isdisjoint(words.showing) and bool(common(against.acts, plain.rest))


def _comparable(against: Position, plain: Position) -> bool:
    """Whether what one takes back is what the other holds: both a fact, both to come, or both what can or must be."""
    if against.holds and against.mode is not plain.mode:
        return False
    if against.mode is plain.mode:
        return against.coming == plain.coming or not (against.deed.past or plain.deed.past)
    if against.mode is Mode.ABLE and plain.mode is Mode.FACT:
        return not plain.deed.past
    if against.mode is Mode.MEANT:
        return plain.coming and plain.mode is Mode.FACT
    return against.mode is Mode.FACT and plain.mode is Mode.ABLE and not against.deed.past and not plain.deed.past and against.coming


def _shared(x: Position, y: Position, near: Nearness) -> int:
    """How many words they have in common, when that is enough; else 0."""
    shared, who, rest = common(x.args, y.args), common(x.who, y.who), common(x.rest, y.rest)
    smaller = min(len(x.args), len(y.args))
    if not smaller:
        return int(near is Nearness.ALIGNED and (x.own or y.own or _bound(x) or _bound(y)))
    if len(shared) < (_BY_ONE if who and near else _COVERED) * smaller:
        return 0
    if x.who and y.who and not who and not (common(x.who, y.rest) or common(y.who, x.rest)):
        return 0
    if x.rest and y.rest and not rest and not common(x.args, y.rest) | common(x.rest, y.args):
        return 0
    acts = len(frozenset(one for one in x.acts if any(same_deed(one, other) for other in y.acts)))
    enough = len(shared) >= _ENOUGH or (near and (len(shared) > 1 or len(shared) == smaller == 1 or who)) or near is Nearness.ALIGNED
    return len(shared) + acts if enough else 0
