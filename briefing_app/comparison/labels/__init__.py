"""Collects the names that each source gives to one thing: "the leader" here, "the dictator" there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from briefing_app.comparison.labels.mentions import Mention, appositions_of, mentions_of
from briefing_app.comparison.labels.objects import objects_of
from briefing_app.comparison.labels.things import Groups, join_alike
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import Label, Place

__all__ = ["labels_of"]

_MOST = 15


def labels_of(study: Study) -> tuple[Label, ...]:
    """The things that two sources call by words which differ, those first that most sources name; at most fifteen.

    A label has each form that a source uses once, where it first stands; its ``thing`` is the name, or the form of most sources. A
    source that only says less ("the minister", "the foreign minister") gives no other name.
    """
    mentions, appositions = _read(study)
    groups = Groups(len(mentions))
    join_alike(mentions, appositions, groups)
    _join_objects(study, mentions, groups)
    things = [[mentions[number] for number in group] for group in groups.all()]
    told = [thing for thing in things if _called_otherwise(thing)]
    told.sort(key=lambda thing: (-len({one.column for one in thing}), -len(thing), thing[0].column, thing[0].span))
    return tuple(_label(study, thing) for thing in told[:_MOST])


def _read(study: Study) -> tuple[list[Mention], list[tuple[int, int]]]:
    """All mentions, and the pairs of a name and a role by their numbers."""
    mentions: list[Mention] = []
    appositions: list[tuple[int, int]] = []
    for unit in study.units:
        study.go_on()
        found, paired = _named_in(unit)
        number = {one.span: len(mentions) + k for k, one in enumerate(found)}
        appositions += [(number[name.span], number[role.span]) for name, role in paired]
        mentions += found
    return mentions, appositions


@lru_cache(maxsize=2048)
def _named_in(unit: Unit) -> tuple[tuple[Mention, ...], tuple[tuple[Mention, Mention], ...]]:
    """The mentions of a sentence, and its pairs of a name and a role."""
    found = tuple(mentions_of(unit))
    return found, tuple(appositions_of(unit, found))


def _join_objects(study: Study, mentions: Sequence[Mention], groups: Groups) -> None:
    """Join what is the object of one deed; a name stays what it is."""
    place_of = {(study.articles[one.column].id, one.span.end): number for number, one in enumerate(mentions) if one.own is None}
    for places in objects_of(study):
        groups.join(place_of[place.article, place.span.end] for place in places if (place.article, place.span.end) in place_of)


def _called_otherwise(thing: Sequence[Mention]) -> bool:
    """Whether two sources each use a word for it that the other one's form lacks."""
    forms = {(one.column, one.words) for one in thing if one.words}
    return any(a != b and x - y and y - x for (a, x), (b, y) in combinations(forms, 2))


def _label(study: Study, thing: Sequence[Mention]) -> Label:
    places: dict[tuple[int, str], Place] = {}
    forms: Counter[str] = Counter()
    for one in thing:
        article = study.articles[one.column]
        form = " ".join(one.span.of(article.text).split())
        if (one.column, form.lower()) not in places:
            places[one.column, form.lower()] = Place(article.id, one.span)
            forms[form] += 1
    ordered = sorted(places.items(), key=lambda item: (item[0][0], item[1].span))
    names = Counter(one.own.name for one in thing if one.own is not None)
    title = max(names or forms, key=lambda form: ((names or forms)[form], len(form)))
    return Label(title, tuple(place for _, place in ordered))
