"""Finds one deed at two stages: planned and done, in the making and shown, to begin and under way, reported and confirmed.

What was planned in vain ("had been expected to", "was initially planned") is no stage. Doer, verb and thing must be the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from briefing_app.comparison.cues import Acts, Stage
from briefing_app.comparison.deeds import Deed, Nearness, common, matched
from briefing_app.comparison.deeds.verbs import ends_of, found_by, same_deed, sought_by, tell_same
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.disputes.numbers.values import of_other_numbers
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.disputes.stages.other_occasions import on_other_occasions, only_agreed
from briefing_app.comparison.stretches.sides import Side

_OFF = 2  # words besides the deed by which what was called off is what is told to come
_BEFORE = 40  # characters before a plan that may say that it was given up


_CALLED_OFF = "called off"
_SHOWN = "is shown"
"""Keys of deeds that meet by other verbs."""


def seeks_later(side: Side) -> Keys:
    """What may be told of the deeds that the sentence plans, begins, makes or only reports: the verbs of a later stage."""
    keys: set[str] = set()
    reported = side.met(side.cues.reported)
    for early, may in side.once(_starts):
        if may or reported:
            keys.update(*map(sought_by, early.acts), *map(ends_of, early.verbs))
            keys |= {_SHOWN} if not early.verbs.isdisjoint(side.cues.acts.making) else set()
            keys |= {_CALLED_OFF} if _can_be_called_off(early, side.cues.acts) else set()
    return frozenset(keys)


def offers_later(side: Side) -> Keys:
    """The verbs of the deeds that the sentence tells."""
    keys: set[str] = set()
    for late in side.once(_plain):
        keys.update(*map(found_by, late.acts))
        keys |= {_SHOWN} if not late.verbs.isdisjoint(side.cues.acts.showing) else set()
        keys |= {_CALLED_OFF} if not late.verbs.isdisjoint(side.cues.acts.calling_off) else set()
    return frozenset(keys)


def _early(deed: Deed, acts: Acts) -> bool:
    if deed.stage in (Stage.PLANNED, Stage.ANNOUNCED) or deed.begins or deed.pending or deed.possible:
        return True
    return deed.lasting and (deed.stage is Stage.DONE or not deed.verbs.isdisjoint(acts.making))


def stages_apart(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every deed that two whole sentences tell at different stages; of near sentences less is asked."""
    for early_side, late_side, swapped in ((a, b, False), (b, a, True)):
        surer = _told_surer(early_side, late_side)
        for (early, may), late in product(early_side.once(_starts), late_side.once(_plain)):
            if not may and not surer:
                continue
            why, shared = _staged(early_side, early, late_side, late, near, surer, may=may)
            if why and not (of_other_numbers(early_side, early, late_side, late) or on_other_occasions(early_side, early, late_side, late)):
                x, y = (late, early) if swapped else (early, late)
                yield Against(x.span, y.span, why, shared, swapped, (x.quoted, y.quoted))


def _plain(side: Side) -> tuple[Deed, ...]:
    return tuple(deed for deed in side.deeds if not deed.turned)


def _starts(side: Side) -> tuple[tuple[Deed, bool], ...]:
    """The deeds that are not another of their kind, each with whether it is planned, begun, made or only reported."""
    return tuple((deed, _early(deed, side.cues.acts)) for deed in side.once(_plain) if not _of_more(side, deed))


def _staged(early_side: Side, early: Deed, late_side: Side, late: Deed, near: Nearness, surer: str, *, may: bool) -> tuple[str, int]:
    """Why the two are one deed at two stages, and how much they have in common; empty and 0 when they are not."""
    why = (_moved_on(early_side, early, late_side, late) if may else "") or (surer if _confirmed(early, late) else "")
    if why and (found := matched(early, late, near)):
        return why, len(found.shared)
    if near and (shared := _ended(early_side, early, late_side, late) or _called_off(early, late_side, late)):
        return f"to come (“{early.quoted}”) against “{late.quoted}”", shared
    if shared := _shown(early, late, early_side.cues.acts):
        return f"in the making (“{early.quoted}”) against shown (“{late.quoted}”)", shared
    return "", 0


def _of_more(side: Side, early: Deed) -> bool:
    """Whether what is to come is another of its kind: "could shoot down more drones"."""
    return any(word.low in side.cues.acts.more for word in side.words if early.span.end <= word.span.start < early.reach.end)


def _ended(early_side: Side, early: Deed, late_side: Side, late: Deed) -> int:
    """How much "is expected to vote on the bill" and "passed the bill" have in common; "may leave" and "left"; "not yet met", "met"."""
    told = late.finite and not late.turned and not late.supposed and not late.frame and not late.elsewhen and not late.pending
    if not told or not (late.past or late_side.unit.head) or late.stage not in (Stage.DONE, Stage.DECIDED):
        return 0
    coming = early.stage in (Stage.PLANNED, Stage.ANNOUNCED) and not early.supposed
    ends = coming and any(not ends_of(verb).isdisjoint(late.verbs) for verb in early.verbs)
    open_yet = early.pending or (early.possible and early_side.cues.acts.able.isdisjoint(early.words.lower().split()))
    same = open_yet and any(same_deed(x, y) or y in ends_of(x) for x in early.acts for y in late.acts)
    doers, things = common(early.doer, late.doer), common(early.thing | early.rest, late.thing | late.rest)
    if early.possible and not early.pending and len(things) < _OFF and not _certain(early_side, early, things):
        return 0  # "may test a missile", "tested missiles"
    bare = early.pending and not (early.thing | early.rest)
    return len(doers) + len(things) if (ends or same) and doers and (things or bare) else 0


def _certain(side: Side, deed: Deed, things: frozenset[str]) -> bool:
    """Whether the thing of the deed is named, or told as one known already ("may leave the treaty")."""
    told = [word for word in side.words if word.stem in things and word.span.start >= deed.span.end]
    before = (side.low[deed.span.end - side.span.start : word.span.start - side.span.start].split() for word in told)
    return not things.isdisjoint(side.named) or any(not side.cues.manner.definite.isdisjoint(words) for words in before)


def _called_off(early: Deed, late_side: Side, late: Deed) -> int:
    """How much "will walk out on Friday" and "the strike on Friday was called off" have in common; 0 when they are not of one thing."""
    acts = late_side.cues.acts
    off = not late.verbs.isdisjoint(acts.calling_off) and not late.turned and not late.supposed and late.finite
    if not off or not _can_be_called_off(early, acts) or late.elsewhen or late.stage not in (Stage.DONE, Stage.DECIDED):
        return 0
    tail = late_side.low[late.span.end - late_side.span.start : late.reach.end - late_side.span.start]
    if late_side.met(late_side.cues.in_vain) or late_side.met(late_side.cues.over) or late_side.cues.condition.search(tail):
        return 0  # what was called off is told as another, earlier one
    if common(early.thing, late.thing) and common(early.doer, late.doer):
        return 1 + len(common(early.args, late.args))
    clause = late.thing if late.args else late_side.telling
    told = {one for one in clause for verb in early.verbs if same_deed(verb, one)}
    shared = common(early.args, late_side.telling - told)
    return 1 + len(shared) if told and len(shared) >= _OFF else 0


def _can_be_called_off(early: Deed, acts: Acts) -> bool:
    to_come = early.finite and early.verbal and not early.supposed and not early.frame and early.stage is not Stage.DONE
    return to_come and early.verbs.isdisjoint(acts.calling_off | acts.stopping)


def _moved_on(early_side: Side, early: Deed, late_side: Side, late: Deed) -> str:
    """Planned, or still to begin, on the early side; decided, done or under way on the late one."""
    bare = early.past and " " not in early.words  # "seeks to block evidence | recovered"
    why = "" if late.supposed or bare or late_side.cues.wished.search(late.words.lower()) else _stages(early_side, early, late_side, late)
    return "" if why and _in_vain(early_side, early) else why


def _stages(early_side: Side, early: Deed, late_side: Side, late: Deed) -> str:
    if early.begins and early.stage in (Stage.PLANNED, Stage.ANNOUNCED) and late.lasting and late.finite and late.stage is Stage.DONE:
        return f"to come (“{early.quoted}”) against under way (“{late.quoted}”)"
    announced = early.stage is Stage.ANNOUNCED and early.finite and not early.supposed
    if (
        announced
        and early.verbal
        and late.verbal
        and early_side.cues.future.search(early.words.lower())
        and _surely_done(early, late, early_side.cues.acts)
    ):
        return f"to come (“{early.quoted}”) against done (“{late.quoted}”)"
    if early.stage is not Stage.PLANNED:
        return ""
    if late.stage is Stage.DECIDED:
        if early_side.cues.firm.search(early.words.lower()) and only_agreed(late_side, late):
            return ""
        return f"planned (“{early.quoted}”) against decided (“{late.quoted}”)"
    told_as_done = late.past or late_side.unit.head  # in a headline the present tells what has happened
    if late.stage is Stage.DONE and late.finite and told_as_done and not late.lasting:
        return f"planned (“{early.quoted}”) against done (“{late.quoted}”)"
    return ""


def _surely_done(early: Deed, late: Deed, acts: Acts) -> bool:
    """Whether what is told as past is the announced deed itself: by the same doer, to the same thing, at no other time."""
    done = late.stage is Stage.DONE and late.finite and late.past and not late.lasting and not late.elsewhen
    same = tell_same(early.acts, late.acts)
    things = common(early.thing | early.rest, late.thing | late.rest)
    alone = not (early.thing or late.thing) and not acts.absolute.isdisjoint(early.acts & late.acts)
    return done and same and bool(things or alone if common(early.doer, late.doer) else not early.doer and len(things) >= _OFF)


def _in_vain(side: Side, early: Deed) -> bool:
    """Whether the plan is told as one that was given up: "had been expected to", "initially planned"."""
    start = early.span.start - side.span.start
    return bool(side.cues.in_vain.search(side.low[max(0, start - _BEFORE) : start + len(early.words)]))


def _confirmed(early: Deed, late: Deed) -> bool:
    """Whether two deeds are at one stage, so that being confirmed is all that one is further."""
    return early.stage is late.stage and not early.supposed and not late.supposed


def _told_surer(early_side: Side, late_side: Side) -> str:
    """Only reported on the early side, confirmed on the late one."""
    reported, confirmed = early_side.met(early_side.cues.reported), late_side.met(late_side.cues.confirmed)
    if not reported or not confirmed or early_side.met(early_side.cues.confirmed) or late_side.met(late_side.cues.reported):
        return ""
    return f"reported (“{reported[0]}”) against “{confirmed[0]}”"


def _shown(early: Deed, late: Deed, acts: Acts) -> int:
    """How much "is working on new glasses" and "has unveiled new glasses" have in common; 0 when they are not of the same thing."""
    if not (early.verbs & acts.making and early.lasting and late.verbs & acts.showing and late.past and not late.supposed):
        return 0
    doers, things = common(early.doer, late.doer), common(late.thing, early.thing | early.rest)
    return len(doers) + len(things) if doers and things else 0
