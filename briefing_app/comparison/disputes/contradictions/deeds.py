"""Finds where one source says that something is so and another that it is not: a deed turned round, or its opposite.

The deed must be the same: verb, doer and thing (``matching``). What is planned stands against plans only, what was done against what was
done. What stands under a condition, is asked or is only possible contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from briefing_app.comparison.deeds import Deed, Nearness, common, matched, parted, told_alike
from briefing_app.comparison.deeds.verbs import found_by, opposite_deed, opposite_deeds, sought_by
from briefing_app.comparison.disputes.against import (
    Against,
    by_other_means,
    comparable,
    ended,
    of_others,
    on_other_days,
    other_bearers,
    other_particle,
    verbs_apart,
)
from briefing_app.comparison.disputes.contradictions.denials import denied
from briefing_app.comparison.disputes.contradictions.turnabouts import doer_denied, only_beside, turnabouts, turned_by_both
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.findings import NameKind

_MET = 2  # things in common of two opposite deeds of near sentences
_OPPOSED = 3  # things in common of two opposite deeds


def contradictions(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every contradiction between two whole sentences; of near ones less is asked."""
    yield from turned_round(a, b, near)
    yield from opposed(a, b, near)
    yield from turnabouts(a, b, near)
    yield from denied(a, b, near)


def seeks_turned(side: Side) -> Keys:
    """The verbs of the deeds that the sentence turns round, and those of the same deeds."""
    return frozenset().union(*(sought_by(verb) for deed in side.turned_deeds if not deed.frame for verb in deed.acts))


def offers_plain(side: Side) -> Keys:
    """The verbs of the deeds that the sentence tells as they are."""
    return frozenset().union(*(found_by(verb) for deed in side.plain_deeds if not deed.frame for verb in deed.acts))


def turned_round(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """``did not sell the plant`` against ``sold the plant``."""
    if not a.turned_deeds and not b.turned_deeds:
        return
    for x, y in (*product(a.turned_deeds, b.plain_deeds), *product(a.plain_deeds, b.turned_deeds)):
        if told_alike(x, y) is None or not comparable(x, y):
            continue
        turned, plain, side_plain = (x, y, b) if x.turned else (y, x, a)
        if side_plain.met(side_plain.cues.undecided) or not plain.asserted or _scarce(side_plain, plain) or only_beside(side_plain, plain):
            continue
        if turned.aside or turned_by_both(x, y, a, b) or doer_denied(side_plain, turned, plain):
            continue  # "parents who are not citizens"
        if other_particle(a, x, b, y) or _called_for(side_plain, plain):
            continue  # "will not stand by", "will stand up"
        if other_bearers(a, x, x.doer, b, y, y.doer) or by_other_means(side_plain, x if x.turned else y, a if x.turned else b):
            continue
        if not on_other_days(a, x, b, y) and (found := matched(x, y, near)):
            yield verbs_apart(x, y, len(found.shared))


def _called_for(side: Side, deed: Deed) -> bool:
    """Whether it is only asked for: "refused to release the video", "faced calls to release it"."""
    group = deed.words.lower().split()
    return any(word in side.cues.polar.to for word in group[1:]) and bool(side.cues.wished.search(deed.words.lower()))


def _scarce(side: Side, deed: Deed) -> bool:
    """Whether a plain deed is nearly turned round itself: "had little effect"."""
    return any(deed.reach.overlap(span) for span in side.spans(side.cues.scarce))


def seeks_opposite(side: Side) -> Keys:
    """The opposites of the deeds of the sentence."""
    return frozenset().union(*(opposite_deeds(verb) for deed in side.with_opposite for verb in _full(deed)))


def offers_opposite(side: Side) -> Keys:
    """The verbs of the deeds of the sentence that have an opposite."""
    return frozenset(verb for deed in side.with_opposite for verb in _full(deed))


def opposed(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """``will stay open`` against ``will be shut``."""
    for x, y in product(a.with_opposite, b.with_opposite):
        if not any(opposite_deed(one, other) for one in _full(x) for other in _full(y)) or not comparable(x, y):
            continue
        if _restricts(a, x) or _restricts(b, y) or of_others(a, x, b, y) or on_other_days(a, x, b, y) or _done_to_others(a, x, b, y):
            continue
        shared = common(x.args, y.args)
        if ended(a, x) or ended(b, y) or (x.verbal and y.verbal and parted(x.thing, y.thing) and not (_moved(x, y) or _moved(y, x))):
            continue  # "bans abortions", "allowed the ban"
        whole = 0 < len(shared) == min(len(x.args), len(y.args))  # "all hostages survived", "three hostages died"
        enough = (
            len(shared) >= _OPPOSED
            or _states_of_one(x, y)
            or (near and (whole or len(shared) >= _MET))
            or (near is Nearness.ALIGNED and _of_one_named(a, x, y))
        )
        crossed = _moved(x, y) or _moved(y, x)
        who = crossed or ((not x.doer or not y.doer or common(x.doer, y.doer)) and not _dismissed(a, x, y) and not _dismissed(a, y, x))
        if enough and who and 2 * len(shared) >= min(len(x.args), len(y.args)):
            yield verbs_apart(x, y, len(shared))


def _states_of_one(x: Deed, y: Deed) -> bool:
    """``the drug is safe`` against ``the drug is dangerous``: all that both tell of one thing."""
    return not x.verbal and not y.verbal and bool(x.doer) and x.doer == y.doer and x.thing | x.rest == y.thing | y.rest


def _dismissed(side: Side, x: Deed, y: Deed) -> bool:
    """Whether one left and another was made to leave: it must be the same who did."""
    return not x.verbs.isdisjoint(side.cues.acts.leaving) and not y.verbs.isdisjoint(side.cues.acts.dismissing)


def _of_one_named(a: Side, x: Deed, y: Deed) -> bool:
    """Whether a person named takes part in both, or nothing parts them: "Holm stepped down on her own", "Holm was sacked"."""
    shared = common(x.args, y.args)
    persons = [name.span for name in a.unit.names if name.kind is NameKind.PERSON]
    if any(word.stem in shared and any(span.holds(word.span) for span in persons) for word in a.words):
        return not x.thing or not y.thing or bool(common(x.thing, y.thing))
    return bool(shared & a.named) and (x.args <= shared or y.args <= shared)


def _restricts(side: Side, deed: Deed) -> bool:
    """Whether it only says which one is meant ("parents who are citizens"), not more of somebody named ("Weber, who was unarmed")."""
    return deed.aside and not any(word.name and word.stem in deed.doer | deed.thing for word in side.words)


def _done_to_others(a: Side, x: Deed, b: Side, y: Deed) -> bool:
    """Whether both are done to somebody named and not to the same, or are else of other names.

    "The club fired Weber", "the club hired Brandt"; "fired by the Reds", "hired by the Blues".
    """
    mine, other = a.named, b.named
    shared = common(mine & x.args, other & y.args)
    things, beside = (mine & x.thing, other & y.thing), ((mine & x.args) - shared, (other & y.args) - shared)
    return parted(*things) or parted(*beside)


def _full(deed: Deed) -> frozenset[str]:
    """Its verbs; with a particle only as that ("dropped out" is no dropping)."""
    phrasal = frozenset(verb for verb in deed.verbs if "_" in verb)
    return phrasal or deed.verbs


def _moved(x: Deed, y: Deed) -> bool:
    """``hull building will stay`` against ``the group will move hull building``: what does the one is the thing of the other."""
    return not x.thing and bool(common(x.doer, y.thing | y.rest))
