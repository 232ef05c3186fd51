"""Finds who gave no answer to one article and is given words in another: two moments, hardly a contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_app.comparison.sentences.units import UnitWord
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import NameKind, NameMention
from briefing_app.model.span import Span

_BEFORE = 30  # characters before the words of silence
_TOPIC = 2  # words in common, besides the body, by which a body without a name is the same


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
        here, about = _silent(side, cue), _asked_about(side, cue)
        if here & _speakers(side, cue):
            continue  # "declined to comment on the suit but said ..."
        column = side.unit.column
        others = [(j, told) for j, told in speaking if sides[j].unit.column != column and about <= sides[j].telling]
        met = [(j, here & told) for j, told in others if here & told]
        found = [(study.alignment.matrix[i, j], -j) for j, names in met if not _nameless(names) or _of_one_topic(side, sides[j])]
        if found:
            yield Silence(i, side.met(side.cues.silence)[0], -max(found)[1])


def _spoke_since(side: Side, cue: Span) -> bool:
    """Whether the article itself says that the silence was broken: "did not initially comment", "had declined to"."""
    clause = side.low[max(0, cue.start - side.span.start - _BEFORE) : cue.end - side.span.start].split()
    return not side.cues.silences.broken.isdisjoint(clause)


def _asked_about(side: Side, cue: Span) -> frozenset[str]:
    """The stems of the name that was not commented on ("has not commented on Okafor"), empty when none is told."""
    start = side.unit.span.start
    behind = side.unit.text[cue.end - start :].split(maxsplit=1)
    if len(behind) < 2 or behind[0].lower() not in side.cues.silences.about:
        return frozenset()
    at = side.unit.text.find(behind[1], cue.end - start) + start
    name = next((name.span for name in side.unit.names if name.span.start == at), None)
    return frozenset(word.stem for word in side.words if name and name.holds(word.span))


def _of_one_topic(side: Side, other: Side) -> bool:
    """Whether two sentences about a body without a name have more in common than that body."""
    return len({word.stem for word in side.words if word.low not in side.cues.silences.bodies} & side.telling & other.telling) >= _TOPIC


def _silent(side: Side, cue: Span) -> frozenset[str]:
    """The names of whoever gave no answer, or the body; an aide's silence is not that of the person he works for."""
    names = [name for name in side.unit.names if name.span.end <= cue.start and name.kind is not NameKind.PLACE]
    deed = next((deed for deed in side.deeds if deed.span.overlap(cue)), None)
    if deed is None:
        return _forms(side, [name for name in names if not _worked_for(side, name)])
    taking_part = deed.doer | deed.thing | deed.verbs  # "could not be reached" is done to whom is silent
    names = [name for name in names if any(word.stem in taking_part for word in side.words if name.span.holds(word.span))]
    told = frozenset() if names else _body(side, [word for word in side.words if word.stem in deed.doer and word.span.end <= cue.end])
    return _forms(side, [name for name in names if not _worked_for(side, name)]) | told


def _worked_for(side: Side, name: NameMention) -> bool:
    """``aides to Ada Okafor``, ``Okafor's lawyer``, ``reached by the Post``; who speaks for a firm speaks as the firm."""
    start = side.unit.span.start
    before = side.unit.text[: name.span.start - start].lower().split()[-2:]
    after = side.unit.text[name.span.end - start : name.span.end - start + 1]
    words = side.cues.silences
    by = not words.by.isdisjoint(before[-1:])
    if by or name.kind is NameKind.ORGANISATION:
        return by
    serving = words.serving if name.kind is NameKind.PERSON else words.serving_places
    return not serving.isdisjoint(before) or after in ("'", "’")


def _speakers(side: Side, silence: Span | None = None) -> frozenset[str]:
    """The names to whom the sentence's words are given, besides its ``silence``; nobody who is only pointed at ("he said")."""
    void = [deed.span for deed in side.deeds if deed.turned] + ([silence] if silence else [])  # "has not been announced by the firm"
    given = [told for told in side.unit.attributions if told.cue and not any(told.cue.overlap(span) for span in void)]
    mentions = [told.mention for told in given if told.mention and not (silence and told.mention.start > silence.start)]
    named = [name for name in side.unit.names if any(mention.holds(name.span) for mention in mentions)]
    told = () if named else (_body(side, [word for word in side.words if mention.holds(word.span)]) for mention in mentions)
    return _forms(side, [name for name in named if not _merely_near(side, name.span)]).union(*told)


def _body(side: Side, words: Iterable[UnitWord]) -> frozenset[str]:
    """The body without a name of a phrase: ``the police``, ``the defence ministry`` of "a defence ministry spokesman"."""
    held = [word.low for word in words if not word.stop and word.low not in side.cues.silences.tellers]
    return frozenset({f"the {' '.join(held)}"}) if held and held[-1] in side.cues.silences.bodies else frozenset()


def _nameless(names: Iterable[str]) -> bool:
    """Whether these are bodies without a name."""
    return all(name.startswith("the ") for name in names)


def _merely_near(side: Side, name: Span) -> bool:
    """``a person close to Okafor``, ``critics of Okafor``, ``the killing of Okafor``: words of somebody else, or of nobody."""
    before = side.unit.text[: name.start - side.unit.span.start].lower().split()[-2:]
    return not side.cues.silences.merely_near.isdisjoint((*before[-1:], " ".join(before)))


def _forms(side: Side, names: Iterable[NameMention]) -> frozenset[str]:
    """The names in lower case without full stops, as printed and in full, and their ends ("Okafor", "State Department").

    Of a person any end; of a body those of two words or more, since the House is no White House.
    """
    found: set[str] = set()
    for name in names:
        for form in (name.name, side.unit.text_of(name.span)):
            parts = form.lower().replace(".", "").split()
            ends = len(parts) if name.kind is NameKind.PERSON else max(1, len(parts) - 1)
            found |= {" ".join(parts[k:]) for k in range(ends)}
    return frozenset(found)
