"""Decides whether two deeds of different sentences are one: same verb, same doer, same thing; hides what may be worded otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from briefing_app.comparison.deeds.namesakes import namesakes
from briefing_app.comparison.deeds.reading import BEING, Deed
from briefing_app.comparison.deeds.verbs import tell_same
from briefing_app.comparison.synonyms import relatives

_NEAR = 0.8  # weight from which another stem counts as the same
_FEW = 2  # stems in common that make a deed the same
_COVERED = 0.4  # share of the smaller deed's words that the other must hold
_CERTAIN = 3  # stems in common by which doers that are named otherwise may be one ("officials", "the police")
LIGHT = frozenset(
    {"be", "have", "do", "make", "take", "get", "go", "come", "see", "give", "put", "let", "keep", "need", "want"}
) | frozenset({"mean", "think", "look", "feel", "seem", "reach", "hold"})


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
    smaller = max(1, min(len(a.args), len(b.args)))
    covered = min(1.0, len(shared) / smaller)
    things_a, things_b = a.thing | a.rest, b.thing | b.rest
    whole = any(one and one <= shared_b for one, shared_b in ((a.thing, shared), (b.thing, common(b.thing, a.args))))
    least = 1 if near and (told or whole or covered == 1.0 or a.begins or b.begins) else _FEW
    if BEING in a.verbs and not common(a.doer, b.doer) and ((a.doer and b.doer) or near is not Nearness.ALIGNED):
        return None
    if len(shared) < least or (covered < _COVERED and not (a.begins or b.begins)):
        return None
    doers = bool(common(a.doer, b.doer))
    if a.doer and b.doer and not doers:
        crossed = common(a.doer, things_b) or common(b.doer, things_a)
        if crossed or (a.named and b.named) or len(shared) < _CERTAIN or not near:
            return None
    met = common(a.args if b.begins else things_a, b.args if a.begins else things_b)  # "the talks began": anybody fits
    if (things_a or things_b) and not told and not met:
        return None
    if len(met) == 1 and not (a.begins or b.begins) and otherwise(a, b) and otherwise(b, a):
        return None
    return Match(shared, covered, doers)


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
    mine, other = a.verbs - LIGHT, b.verbs - LIGHT
    if not tell_same(mine, other):
        return None
    return mine & other if a.verbs & LIGHT or b.verbs & LIGHT else frozenset()
