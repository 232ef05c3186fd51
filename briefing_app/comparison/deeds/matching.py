"""Decides whether two deeds of different sentences are one: same verb, same doer, same thing; hides what may be worded otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from briefing_app.comparison.deeds.namesakes import namesakes
from briefing_app.comparison.deeds.reading import BEING, Deed
from briefing_app.comparison.deeds.verbs import tell_same
from briefing_app.comparison.knowledge.synonyms import relatives

_NEAR = 0.8  # weight from which another stem counts as the same
_FEW = 2  # stems in common that make a deed the same
_COVERED = 0.4  # share of the smaller deed's words that the other must hold
_CERTAIN = 3  # stems in common by which doers that are named otherwise may be one ("officials", "the police")


class Nearness(IntEnum):
    """How near the sentences of two deeds stand: hardly (0), nearly aligned, aligned."""

    FAR = 0
    NEAR = 1
    ALIGNED = 2


@dataclass(frozen=True, slots=True)
class Match:
    """What two deeds have in common: the stems of the first that the second holds, their share of the smaller, whether the doers met."""

    shared: frozenset[str]
    covered: float
    doers: bool


@lru_cache(maxsize=8192)
def widened(stems: frozenset[str]) -> frozenset[str]:
    """The stems with all that mean nearly the same or name the same government."""
    near = {other for one in stems for other, weight in relatives(one).items() if weight >= _NEAR}
    return stems | near | {other for one in stems for other in namesakes(one)}


def matched(a: Deed, b: Deed, near: Nearness) -> Match | None:
    """What the two have in common when they are the same deed, else None. Of near sentences less is asked."""
    told = told_alike(a, b)
    if told is None:
        return None
    shared = common(a.args, b.args)
    covered = min(1.0, len(shared) / max(1, min(len(a.args), len(b.args))))
    doers = bool(common(a.doer, b.doer))
    begun = a.begins or b.begins
    if BEING in a.verbs and not doers and ((a.doer and b.doer) or near is not Nearness.ALIGNED):
        return None
    little = near and (told or begun or covered == 1.0 or _whole_thing(a, b, shared))
    if len(shared) < (1 if little else _FEW) or (covered < _COVERED and not begun):
        return None
    if a.doer and b.doer and not doers and _done_by_two(a, b, near, len(shared)):
        return None
    return Match(shared, covered, doers) if _same_things(a, b, told) else None


def _whole_thing(a: Deed, b: Deed, shared: frozenset[str]) -> bool:
    """Whether all of the one's thing takes part in the other."""
    return bool(a.thing and a.thing <= shared) or bool(b.thing and b.thing <= common(b.thing, a.args))


def _done_by_two(a: Deed, b: Deed, near: Nearness, shared: int) -> bool:
    """Whether deeds whose doers do not meet are two: the doers are names, take part in the other otherwise, or little else is shared."""
    crossed = common(a.doer, b.thing | b.rest) or common(b.doer, a.thing | a.rest)
    return bool(crossed) or (a.named and b.named) or shared < _CERTAIN or not near


def _same_things(a: Deed, b: Deed, told: frozenset[str]) -> bool:
    """Whether both are done to the same, as far as they tell it; ``told`` are the nouns by which light verbs tell the same."""
    mine, other = a.thing | a.rest, b.thing | b.rest
    met = common(a.args if b.begins else mine, b.args if a.begins else other)  # "the talks began": anybody fits
    if (mine or other) and not told and not met:
        return False
    return len(met) != 1 or a.begins or b.begins or not (otherwise(a, b) and otherwise(b, a))


def otherwise(a: Deed, b: Deed) -> bool:
    """Whether the thing of the first holds words that the second does not ("the sugar tax", "a tax on tobacco")."""
    return bool(a.thing - common(a.thing, b.args)) or (bool(a.thing) and bool(a.rest - common(a.rest, b.args)) and len(a.thing) == 1)


def common(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Those of ``some`` that ``others`` hold, as such, by a word of nearly the same meaning or by another name of the same government."""
    wide = widened(others)
    return frozenset(one for one in some if one in wide or widened(frozenset({one})) & others)


def parted(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both are told and have nothing in common."""
    return bool(some and others and not common(some, others))


def told_alike(a: Deed, b: Deed) -> frozenset[str] | None:
    """None when the verbs differ; else the nouns by which light verbs tell the same deed ("had information"), empty for full verbs."""
    if a.frame or b.frame:
        return None
    if not tell_same(a.acts, b.acts):
        return None
    return a.acts & b.acts if a.acts < a.verbs or b.acts < b.verbs else frozenset()
