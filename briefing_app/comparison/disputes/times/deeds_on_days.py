"""Finds what somebody named did, or suffered, on one day in one article and on another day in another, wherever they tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from briefing_app.comparison.deeds import Deed, common, parted
from briefing_app.comparison.deeds.reading import BEING
from briefing_app.comparison.deeds.verbs import found_by
from briefing_app.comparison.disputes.against import comparable, to_come
from briefing_app.comparison.disputes.filled import FilledApart
from briefing_app.comparison.disputes.times.days import apart, days_of
from briefing_app.comparison.disputes.times.on_two_days import OnDay, on_two_days
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import DateMention, NameKind

_MET = 2  # stems that take part in both deeds, where the verb tells what may be done often


@dataclass(frozen=True, slots=True)
class _Dated(OnDay):
    """A deed of a sentence and its only day."""

    deed: Deed


def deeds_on_days(study: Study) -> Iterator[FilledApart]:
    """For every two articles and every deed of somebody named that both put on a day: two days, when they agree on none."""
    told = [_of_article(study, column) for column in study.units_of]
    yield from on_two_days(study, told, lambda x, y: apart(x.side, x.day, y.side, y.day), _one)


def _of_article(study: Study, column: Sequence[int]) -> dict[tuple[str, str], list[_Dated]]:
    """By a key of the verb and the stem of a name that takes part in it the deeds that an article puts on one day."""
    found: dict[tuple[str, str], list[_Dated]] = {}
    for unit in column:
        side = study.side(unit)
        if not side.dates:
            continue
        for deed, day in side.once(_done_on_a_day):
            for name, verb in product(side.once(_whose) & (deed.doer | deed.thing), deed.acts - side.cues.acts.vague):
                for key in found_by(verb):
                    found.setdefault((key, name), []).append(_Dated(unit, side, day, deed))
    return found


def _done_on_a_day(side: Side) -> tuple[tuple[Deed, DateMention], ...]:
    """The deeds told as done, each with its only day."""
    done = (deed for deed in side.plain_deeds if deed.verbal and not deed.frame and not to_come(deed) and not deed.lasting)
    told = ((deed, days_of(side, deed)) for deed in done if BEING not in deed.verbs)
    return tuple((deed, days[0]) for deed, days in told if len(days) == 1)


def _whose(side: Side) -> frozenset[str]:
    """The last stems of the names that are not those of places."""
    last = [word for word, behind in zip(side.words, (*side.words[1:], None), strict=True) if word.name and not (behind and behind.name)]
    where = [name.span for name in side.unit.names if name.kind is NameKind.PLACE]
    return frozenset(word.stem for word in last if not any(place.holds(word.span) for place in where))


def _one(x: _Dated, y: _Dated) -> bool:
    """Whether both are surely one deed: nobody else takes part in it, and it is done but once or more than the name meets."""
    one, other = x.deed, y.deed
    if not comparable(one, other) or parted(one.doer, other.doer):
        return False
    if parted(one.thing, other.thing) and not _elsewhere_named(x, y):
        return False
    acts = x.side.cues.acts
    once = not (one.verbs | other.verbs).isdisjoint(acts.by_one | acts.at_one | acts.once)
    return once or len(common(one.args, other.args)) >= _MET


def _elsewhere_named(x: _Dated, y: _Dated) -> bool:
    """``Salas, a lawyer who was nominated in 2011``: whether what the one is done to is named beside the other, which names nothing."""
    (mine, other), (here, there) = (one.deed.thing & one.side.named for one in (x, y)), (x.side.named, y.side.named)
    return bool((mine and not other and common(mine, there)) or (other and not mine and common(other, here)))
