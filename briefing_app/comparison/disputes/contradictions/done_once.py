"""Finds one deed that can have been done only once and is given to two doers, or put into two places.

Who killed, shot, founded or discovered one and the same is one doer, and one who killed himself was not killed by another; a ship sinks and
a suspect is arrested in one place. What stands as a place in one article and is named anywhere in the other may be a part of its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from briefing_app.comparison.cues import Acts
from briefing_app.comparison.deeds import Deed, Nearness, common, parted
from briefing_app.comparison.deeds.verbs import found_by, sought_by, tell_same
from briefing_app.comparison.disputes.against import Against, comparable, contrasted, on_other_days, verbs_apart
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.disputes.numbers.values import of_other_numbers
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.findings import NameKind, NameMention

_ANSWERING = "answers it"


def seeks_done_once(side: Side) -> Keys:
    """The verbs of the deeds of the sentence, when one of them can have been done by one alone."""
    acts = side.cues.acts
    if not any(not deed.verbs.isdisjoint(acts.by_one) or _answers(deed, acts) for deed in side.plain_deeds):
        return frozenset()
    return frozenset({_ANSWERING}).union(*(sought_by(verb) for deed in side.plain_deeds if deed.finite for verb in deed.verbs))


def offers_deeds(side: Side) -> Keys:
    """The verbs of the deeds of the sentence."""
    answering = frozenset({_ANSWERING}) if any(_answers(deed, side.cues.acts) for deed in side.plain_deeds) else frozenset()
    return answering.union(*(found_by(verb) for deed in side.plain_deeds if deed.finite for verb in deed.verbs))


def doers_apart(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every deed of two aligned sentences that each gives to somebody else."""
    if near is not Nearness.ALIGNED:
        return
    mine, other = a.once(_finite), b.once(_finite)
    for (x, alone), (y, lone) in product(mine, other):
        if not comparable(x, y):
            continue
        shared = (alone and _himself(x, y)) or (lone and _himself(y, x)) or _given_to_two(a, x, b, y)
        if shared and not on_other_days(a, x, b, y) and not of_other_numbers(a, x, b, y):
            yield verbs_apart(x, y, shared)


def _finite(side: Side) -> tuple[tuple[Deed, bool], ...]:
    """The plain deeds with a finite verb, each with whether it is done to oneself."""
    finite = (deed for deed in side.plain_deeds if deed.finite)
    return tuple((deed, bool((behind := side.word_behind(deed.span)) and behind.low in side.cues.acts.self)) for deed in finite)


def _himself(own: Deed, other: Deed) -> int:
    """``killed himself`` against ``was killed by police``; 0 when not."""
    if not tell_same(own.verbs, other.verbs) or common(own.doer, other.doer):
        return 0
    return len(common(own.doer, other.thing)) if other.doer else 0


def _given_to_two(a: Side, x: Deed, b: Side, y: Deed) -> int:
    """How much two deeds of named doers, which are not the same, have in common; 0 when they are not one deed."""
    acts, named = a.cues.acts, (a.named, b.named)
    mine, other = x.doer & named[0], y.doer & named[1]
    if not mine or not other:
        return 0
    answered = _answers(x, acts) and _answers(y, acts)
    if not answered and not (tell_same(x.verbs, y.verbs) and not x.verbs.isdisjoint(acts.by_one)):
        return 0
    if common(x.doer, y.doer) or common(mine, named[1]) or common(other, named[0]) or _initials(a, mine, b, other):
        return 0
    things = common(x.thing | x.rest, y.thing | y.rest)
    if answered:
        things |= common(x.rest, y.thing)
    return len(things - a.cues.counts.outcomes.anybody)


def _initials(a: Side, mine: frozenset[str], b: Side, other: frozenset[str]) -> bool:
    """Whether one name may be the initials of the other: "ISIS", "the Islamic State"."""
    first, second = ([word.text for word in side.words if word.stem in doer and word.name] for side, doer in ((a, mine), (b, other)))
    return any(word.isupper() for word in (*first, *second)) and first[0][0] == second[0][0]


def _answers(deed: Deed, acts: Acts) -> bool:
    """Whether somebody claims a deed: "claimed the attack", "took responsibility for it"."""
    return not acts.responsible.isdisjoint(deed.verbs | deed.thing) or not deed.verbs.isdisjoint(acts.answering)


def places_apart(study: Study) -> Iterator[FilledApart]:
    """Every deed of two aligned sentences that each puts into another place."""
    told = [frozenset(word.low for k in column for word in study.units[k].words) for column in study.units_of]
    for i, j in sorted(study.alignment.accepted):
        a, b = study.side(i), study.side(j)
        for x, y in product(a.once(_placed), b.once(_placed)):
            (one, here), (other, there) = x, y
            if not comparable(one, other) or on_other_days(a, one, b, other) or _of_others_but(a, x, b, y):
                continue
            if not tell_same(one.verbs, other.verbs) or of_other_numbers(a, one, b, other) or not _of_one(a, x, b, y):
                continue
            mine, theirs = (set(_low(side, name)) for side, name in ((a, here), (b, there)))
            if mine & told[b.unit.column] or theirs & told[a.unit.column]:
                continue
            words = " ".join(_printed(a, here)), " ".join(_printed(b, there))
            why = f"“{one.words} … {words[0]}” against “{other.words} … {words[1]}”"
            yield FilledApart(Filled(i, words[0], here.span), Filled(j, words[1], there.span), DifferenceKind.CONTRADICTION, why)


def _of_one(a: Side, x: tuple[Deed, NameMention], b: Side, y: tuple[Deed, NameMention]) -> bool:
    """Whether the same takes part in both deeds, in the same part where it is told, the places left out."""
    taking_part = [
        (deed.doer - at, deed.thing - at)
        for (deed, place), side in ((x, a), (y, b))
        for at in (frozenset(word.stem for word in side.words if place.span.holds(word.span)),)
    ]
    pairs = list(zip(*taking_part, strict=True))
    return any(common(*pair) for pair in pairs) and not any(parted(*pair) for pair in pairs)


def _of_others_but(a: Side, x: tuple[Deed, NameMention], b: Side, y: tuple[Deed, NameMention]) -> bool:
    """As ``of_others``, the names of the places left out."""
    (one, here), (other, there) = x, y
    mine, theirs = (
        frozenset(word.stem for word in side.words if word.name and not place.span.holds(word.span)) & deed.args
        for side, deed, place in ((a, one, here), (b, other, there))
    )
    return contrasted(a, one, b, other) or parted(mine, theirs)


def _placed(side: Side) -> tuple[tuple[Deed, NameMention], ...]:
    """The deeds that are done once, each with the only place named behind it."""
    return tuple(_each_placed(side))


def _each_placed(side: Side) -> Iterator[tuple[Deed, NameMention]]:
    start, acts = side.unit.span.start, side.cues.acts
    for deed in side.plain_deeds:
        if deed.verbs.isdisjoint(acts.by_one | acts.at_one) or not deed.finite:
            continue
        names = [name for name in side.unit.names if deed.span.end <= name.span.start < deed.reach.end and name.kind is not NameKind.PERSON]
        led = [name for name in names if side.unit.text[: name.span.start - start].lower().split()[-1:][0] in acts.where]
        if len(led) == len(names) == 1:
            yield deed, led[0]


def _printed(side: Side, name: NameMention) -> list[str]:
    return [word.text for word in side.words if name.span.holds(word.span)]


def _low(side: Side, name: NameMention) -> list[str]:
    return [word.low for word in side.words if name.span.holds(word.span)]
