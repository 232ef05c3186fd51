"""Finds who was dismissed in one article and left by himself in another: "fired Weber", "Weber stepped down"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing_app.comparison.deeds import Deed
from briefing_app.comparison.disputes.against import to_come
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.findings import NameKind, NameMention
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class _Departure:
    """Whose (a stem) post was lost, whether others took it (None: by the words both, "was forced to resign"), and where that is told.

    ``surely``: whether the name is surely a person's.
    """

    person: str
    surely: bool
    dismissed: bool | None
    words: str
    span: Span


def departures_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles and everybody named: one tells only of a dismissal, the other only that the person left."""
    told = [_of_article(study, column) for column in study.units_of]
    for p, q in combinations(range(len(told)), 2):
        for person in sorted(told[p].keys() & told[q].keys()):
            mine, other = told[p][person], told[q][person]
            ways = [_ways(study, study.units_of[column], person) for column in (p, q)]
            surely = any(one.surely for _, one in (*mine, *other))
            if surely and len(ways[0]) == len(ways[1]) == 1 and ways[0] != ways[1]:
                a, b = (Filled(unit, one.words, one.span) for unit, one in (mine[0], other[0]))
                yield FilledApart(a, b, DifferenceKind.CONTRADICTION, f"“{a.value}” against “{b.value}”")


def _of_article(study: Study, column: Sequence[int]) -> dict[str, list[tuple[int, _Departure]]]:
    """For each person the departures that an article tells, with their units."""
    found: dict[str, list[tuple[int, _Departure]]] = {}
    for unit in column:
        for one in study.side(unit).once(_departures):
            found.setdefault(one.person, []).append((unit, one))
    return found


def _ways(study: Study, column: Sequence[int], person: str) -> frozenset[bool]:
    """All that an article says in any words of how a person went: as True that others wanted it."""
    sides = [study.side(unit) for unit in column]
    return frozenset(way for side in sides if person in side.named for way in side.once(_hinted))


def _hinted(side: Side) -> frozenset[bool]:
    """What a sentence says of how somebody went, be it by a noun or of somebody else."""
    acts, stems = side.cues.acts, frozenset(word.stem for word in side.words)
    told = frozenset(way for way, verbs in ((True, acts.dismissing), (False, acts.leaving)) if not verbs.isdisjoint(stems))
    return told.union(*(({True, False} if one.dismissed is None else {one.dismissed}) for one in side.once(_departures)))


def _departures(side: Side) -> tuple[_Departure, ...]:
    return tuple(one for deed in side.plain_deeds if not to_come(deed) for one in _told_by(side, deed))


def _told_by(side: Side, deed: Deed) -> Iterator[_Departure]:
    acts = side.cues.acts
    dismissed, left = (not deed.verbs.isdisjoint(verbs) for verbs in (acts.dismissing, acts.leaving))
    if dismissed == left:
        return
    for name in side.unit.names:
        last = next((word.stem for word in reversed(side.words) if name.span.holds(word.span)), "")
        if name.kind not in (NameKind.PERSON, NameKind.OTHER) or not last:
            continue
        surely, words = name.kind is NameKind.PERSON, _with_particle(side, deed)
        if left and not deed.finite:
            yield _Departure(last, surely, None, words, deed.span)
        elif last in (deed.thing if dismissed else deed.doer) and not _beside(side, name):
            yield _Departure(last, surely, dismissed, words, deed.span)


def _with_particle(side: Side, deed: Deed) -> str:
    """The verb group as printed; with the particle that makes it another deed ("stepped down")."""
    behind = side.word_behind(deed.span)
    particle = behind is not None and any(verb.endswith(f"_{behind.low}") for verb in deed.verbs)
    return f"{deed.words} {behind.text}" if behind is not None and particle else deed.words


def _beside(side: Side, name: NameMention) -> bool:
    """Whether it is not the person whom the deed is about: "dismissed Weber's claims", "dismissed Weber as a liar"."""
    behind = side.unit.text[name.span.end - side.unit.span.start :]
    return behind.startswith(("'", "’")) or behind.split()[:1] == ["as"]
