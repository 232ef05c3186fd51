"""Finds what aligned sentences say against each other although their deeds are put otherwise.

Where two sentences are aligned anyway, less has to meet: the verb and who does it, or the verb and other words of the sentences. "No
meeting took place" is told by a noun; "will not resign" is overtaken by "resigned"; who hit whom may be turned about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from briefing_app.comparison.cues import Acts, Cues, Stage
from briefing_app.comparison.deeds import Deed, Nearness, common, parted
from briefing_app.comparison.deeds.matching import otherwise
from briefing_app.comparison.deeds.reading import BEING
from briefing_app.comparison.deeds.verbs import found_by, kindred, sought_by, tell_same
from briefing_app.comparison.disputes.against import Against, comparable, on_other_days, other_particle, to_come, verbs_apart
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.findings import NameKind

_BESIDE = 2  # words in common besides the verb by which aligned sentences tell one deed
_WHOLE = 2  # the same of what it is done to, where the verbs are only akin


def may_turn(side: Side) -> bool:
    """Whether the sentence turns a deed round, or rules one out."""
    return bool(side.turned_deeds) or any(not deed.verbs.isdisjoint(side.cues.acts.ruling_out) for deed in side.plain_deeds)


def turnabouts(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every contradiction of the kinds above between two whole sentences."""
    if not near:
        return
    for x, y in (*product(a.turned_deeds, b.plain_deeds), *product(a.plain_deeds, b.turned_deeds)):
        turned, plain, side_turned, side_plain = (x, y, a, b) if x.turned else (y, x, b, a)
        if side_plain.met(side_plain.cues.undecided) or not plain.asserted or not plain.verbal or turned.aside or plain.aside:
            continue
        if turned_by_both(x, y, a, b) or other_particle(a, x, b, y) or only_beside(side_plain, plain):
            continue
        back = _taken_back(turned, plain, side_turned, side_plain) if near is Nearness.ALIGNED else 0
        if on_other_days(a, x, b, y) and not _overtaken(turned, plain):
            continue
        if shared := back or _lacking(turned, plain, side_turned.cues):
            yield verbs_apart(x, y, shared)
    for x, y in product(a.plain_deeds, b.plain_deeds):
        if shared := _ruled_out(x, y, a.cues.acts) or _ruled_out(y, x, b.cues.acts):
            yield verbs_apart(x, y, shared)


def only_beside(side: Side, told: Deed) -> bool:
    """Whether it is a participle that only stands beside what is told: "will sell permits, with two trophies allowed in each"."""
    return " " not in told.words and bool(side.cues.acts.beside.search(side.low[: told.span.start - side.span.start]))


def turned_by_both(x: Deed, y: Deed, a: Side, b: Side) -> bool:
    """Whether the turned one of two deeds leaves open what was ("it is not clear"), or is turned round in the other sentence as well.

    "Did not hear a shot but heard a noise" says nothing against "did not hear a shot".
    """
    turned, side, other = (x, a, b) if x.turned else (y, b, a)
    if any(span.overlap(turned.span) for span in side.spans(side.cues.undecided)) or not turned.verbs.isdisjoint(side.cues.acts.unsure):
        return True
    if any(f" {words} " in f" {other.low} " for words in _turning(side, turned)):
        return True
    mine = turned.thing | turned.rest
    for deed in other.deeds:
        if deed.turned and turned.verbs & deed.verbs:
            theirs = deed.thing | deed.rest
            if common(mine, theirs) or not mine or not theirs:
                return True
    return False


def _turning(side: Side, turned: Deed) -> list[str]:
    """``no access``, ``without aid``: what turns the deed round, with the word behind it."""
    words = [word.low for word in side.words if turned.reach.holds(word.span)]
    return [f"{one} {other}" for one, other in pairwise(words) if one in side.cues.polar.no | side.cues.polar.without]


def roles_swapped(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """``the police attacked marchers`` against ``marchers attacked the police``."""
    if near is Nearness.ALIGNED:
        for x, y in product(a.plain_deeds, b.plain_deeds):
            if (shared := _swapped(x, y, a.cues.acts)) and not _elsewhere(a, b):
                yield verbs_apart(x, y, shared)


def _elsewhere(a: Side, b: Side) -> bool:
    """Whether both sentences name places, and none the same: "in Kolm Arden led Holm", "in Lund Holm led Arden"."""
    mine, other = ({name.name for name in side.unit.names if name.kind is NameKind.PLACE} for side in (a, b))
    return bool(mine and other and not mine & other)


def seeks_swapped(side: Side) -> Keys:
    """The verbs of what the sentence tells that somebody does to somebody, and those of the same deeds."""
    return frozenset().union(*map(sought_by, side.once(_of_two)))


def offers_swapped(side: Side) -> Keys:
    """The verbs of what the sentence tells that somebody does to somebody."""
    return frozenset().union(*map(found_by, side.once(_of_two)))


def _of_two(side: Side) -> frozenset[str]:
    """The verbs of deeds with a doer and a thing that are told as facts."""
    told = (deed for deed in side.plain_deeds if deed.doer and deed.thing and deed.asserted and deed.verbal)
    return frozenset(verb for deed in told for verb in _telling(deed, side.cues.acts) - side.cues.acts.mutual)


def _taken_back(turned: Deed, plain: Deed, side_turned: Side, side_plain: Side) -> int:
    """The verb is taken back, and its doer, or enough else that the sentences tell, is the same; 0 when not."""
    if not _may_be_taken_back(turned, plain, side_turned, side_plain):
        return 0
    mine, other = turned.thing | turned.rest, plain.thing | plain.rest
    doers, things = common(turned.doer, plain.doer), common(mine, other)
    if turned.doer and plain.doer and not doers:
        return 0
    words = side_turned.cues.acts
    told = _telling(turned, words), _telling(plain, words)
    if not tell_same(*told):
        akin = doers and len(things) >= _WHOLE and any(kindred(x, y) for x, y in product(*told))
        return len(doers) + len(things) if akin else 0
    if len(things) == 1 and otherwise(turned, plain) and otherwise(plain, turned):
        return 0
    bare = not mine or not other
    if doers and (bare or things or not words.absolute.isdisjoint(turned.verbs & plain.verbs)):
        return len(doers | things) + 1
    apart = not (bare or common(mine, plain.args) or common(other, turned.args))
    beside = common(_beside(side_turned, turned), _beside(side_plain, plain)) - doers
    return len(beside) if len(beside) >= _BESIDE and not apart else 0


def _may_be_taken_back(turned: Deed, plain: Deed, side_turned: Side, side_plain: Side) -> bool:
    """Whether both tell what was or will be done, by a full verb and as no mere wish, and name no other things."""
    if not (_comparable(turned, plain, side_turned.cues.acts) or _overtaken(turned, plain)) or _names_part(
        turned, plain, side_turned, side_plain
    ):
        return False
    if not turned.verbal or turned.frame or plain.frame or doer_denied(side_plain, turned, plain) or not (turned.finite or turned.doer):
        return False
    return not any(side.cues.wished.search(deed.words.lower()) for side, deed in ((side_turned, turned), (side_plain, plain)))


def doer_denied(side_plain: Side, turned: Deed, plain: Deed) -> bool:
    """``the police did not shoot him`` against ``he was shot``: it may have been done by somebody else."""
    return bool(turned.doer) and not plain.doer and bool(side_plain.cues.acts.suffered.match(plain.words.lower()))


def _lacking(turned: Deed, plain: Deed, cues: Cues) -> int:
    """``there will be no coalition with the Greens`` against ``will form a coalition with the Greens``; 0 when not."""
    light = turned.acts < turned.verbs  # "no arrests were made"
    found = not turned.verbal or light or not turned.verbs.isdisjoint(cues.acts.finding)  # "no weapons were found"
    if not found or not turned.verbs or turned.turned not in cues.polar.no:
        return 0
    if (turned.doer and turned.verbal) or not comparable(turned, plain) or plain.words.lower().startswith(cues.acts.denying):
        return 0
    lacked = turned.acts | turned.thing
    told = tell_same(lacked, plain.verbs if turned.doer else plain.verbs | plain.thing)
    shared = common(turned.args, plain.args)
    return 1 + len(shared) if told and 2 * len(shared) >= len(turned.args) else 0


def _ruled_out(refusing: Deed, plain: Deed, acts: Acts) -> int:
    """``ruled out bailing out the bank`` against ``will bail out the bank``; 0 when not."""
    if refusing.verbs.isdisjoint(acts.ruling_out) or not plain.verbal or not to_come(plain) or plain.supposed or not plain.finite:
        return 0
    told = tell_same(refusing.thing | refusing.rest, plain.acts)
    shared = common(refusing.args, plain.args)
    return 1 + len(shared) if told and len(shared) >= _BESIDE else 0


def _swapped(x: Deed, y: Deed, acts: Acts) -> int:
    """How many words meet crosswise; 0 when the doer of one deed is not whom the other is done to, and the other way round."""
    if not tell_same(_telling(x, acts) - acts.mutual, _telling(y, acts) - acts.mutual):
        return 0
    if not comparable(x, y) or not (x.asserted and y.asserted and x.verbal and y.verbal) or common(x.doer, y.doer):
        return 0
    forth, back = common(x.doer, y.thing), common(y.doer, x.thing)
    return len(forth) + len(back) if forth and back else 0


def _comparable(turned: Deed, plain: Deed, acts: Acts) -> bool:
    """As ``comparable``; what has never been done was not done in any year either."""
    ever = set(turned.words.lower().split()) & acts.ever and not turned.elsewhen and turned.past
    return comparable(turned, plain) or bool(ever and plain.past and not plain.supposed and not turned.supposed and not to_come(plain))


def _telling(deed: Deed, acts: Acts) -> frozenset[str]:
    """The verbs of the deed that say by themselves what is done."""
    return deed.acts - acts.vague - {BEING}


def _overtaken(turned: Deed, plain: Deed) -> bool:
    """``will not resign`` against ``resigned``."""
    still_to_come = turned.stage is Stage.ANNOUNCED and not turned.supposed and turned.finite
    return still_to_come and plain.stage is Stage.DONE and plain.past and plain.finite and not plain.supposed and not plain.elsewhen


def _names_part(x: Deed, y: Deed, side_x: Side, side_y: Side) -> bool:
    """Whether both are done to somebody or something named, and not to the same."""
    return parted(side_x.named & (x.thing | x.rest), side_y.named & (y.thing | y.rest))


def _beside(side: Side, deed: Deed) -> frozenset[str]:
    """The telling stems of the sentence apart from the verb and from who tells it."""
    frames = [span for told in side.unit.attributions for span in (told.mention, told.cue) if span]
    words = (word for word in side.words if not word.stop and not any(span.holds(word.span) for span in frames))
    return frozenset(word.stem for word in words) - deed.verbs
