"""Finds who gave no answer to one article and is given words in another: two moments, hardly a contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_app.comparison.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import NameKind, NameMention
from briefing_app.model.span import Span

_BEFORE = 30  # characters before the words of silence
_EARLIER = frozenset({"initially", "previously", "earlier", "had", "first"})


@dataclass(frozen=True, slots=True)
class Silence:
    """The sentence (by its unit) that tells of the silence, the words that do, and the nearest sentence with words of the same one."""

    silent: int
    words: str
    spoken: int


def silences(study: Study) -> Iterator[Silence]:
    """For each silence the sentence of another article, with words of the same person or body, that is most about the same."""
    sides = [study.side(k) for k in range(len(study.units))]
    speaking = [(k, names) for k, side in enumerate(sides) if not side.met(side.cues.silence) and (names := _speakers(side))]
    for i, side in enumerate(sides):
        cue = next(iter(side.spans(side.cues.silence)), None)
        if cue is None or _spoke_since(side, cue):
            continue
        here = _silent(side, cue)
        column = side.unit.column
        found = [(float(study.alignment.matrix[i, j]), -j) for j, told in speaking if _same(here, told) and sides[j].unit.column != column]
        if found:
            yield Silence(i, side.met(side.cues.silence)[0], -max(found)[1])


def _spoke_since(side: Side, cue: Span) -> bool:
    """Whether the article itself says that the silence was broken: "did not initially comment", "had declined to"."""
    clause = side.low[max(0, cue.start - side.span.start - _BEFORE) : cue.end - side.span.start].split()
    return any(word in _EARLIER for word in clause)


def _same(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a name is among both, as such or as the end of a longer one ("Okafor", "Ada Okafor")."""
    return any(f" {x}".endswith(f" {y}") or f" {y}".endswith(f" {x}") for x in some for y in others)


def _silent(side: Side, cue: Span) -> frozenset[str]:
    """The names of whoever gave no answer; an aide's silence is not that of the person he works for."""
    names = [name for name in side.unit.names if name.span.end <= cue.start and name.kind is not NameKind.PLACE]
    own = [name for name in names if name.kind is not NameKind.PERSON or not _worked_for(side, name.span)]
    return _forms(side, own)


def _worked_for(side: Side, name: Span) -> bool:
    """``aides to Ada Okafor``, ``Okafor's lawyer``."""
    start = side.unit.span.start
    before = side.unit.text[: name.start - start].lower().split()[-2:]
    after = side.unit.text[name.end - start : name.end - start + 2]
    return any(word in ("to", "for", "of") for word in before) or after in ("'s", "’s")


def _speakers(side: Side) -> frozenset[str]:
    """The names to whom the sentence's words are given; nobody who is only pointed at ("he said")."""
    mentions = [told.mention for told in side.unit.attributions if told.mention]
    named = (name for name in side.unit.names if any(mention.holds(name.span) for mention in mentions))
    return _forms(side, [name for name in named if not _merely_near(side, name.span)])


def _merely_near(side: Side, name: Span) -> bool:
    """``a person close to Okafor``, ``critics of Okafor``: words of somebody else."""
    before = side.unit.text[: name.start - side.unit.span.start].lower().split()[-2:]
    return before == ["close", "to"] or before in (["familiar", "with"], ["critics", "of"], ["critic", "of"])


def _forms(side: Side, names: Iterable[NameMention]) -> frozenset[str]:
    """The names in lower case, as printed and in full."""
    start = side.unit.span.start
    return frozenset(
        form.lower() for name in names for form in (name.name, side.unit.text[name.span.start - start : name.span.end - start])
    )
