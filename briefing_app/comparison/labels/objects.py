"""Finds what stands as the object of one verb where sources say the same: two names of one thing, however unlike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.comparison.sentences.wording import tokens_in
from briefing_app.comparison.stretches.keywords import main_verbs
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.language.syntax import Tag, Token
from briefing_app.model.comparison import Place
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_PHRASE = frozenset({Tag.DETERMINER, Tag.WORD, Tag.NAME, Tag.NUMBER, Tag.QUOTE, Tag.ADVERB})
_BEHIND = frozenset({Tag.PREPOSITION, Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.SEMICOLON, Tag.DASH})
_LONGEST = 6


def objects_of(study: Study) -> Iterator[list[Place]]:
    """For each row whose cells tell the same deed of a thing: where the thing stands; a thing that stays unsure is left out."""
    for row in study.rows:
        sides = [study.side(unit, tuple(clause for u, clause in row.nodes if u == unit)) for unit in row.units]
        places = _objects(sides)
        if len({place.article for place in places}) > 1:
            yield places


def _objects(sides: Sequence[Side]) -> list[Place]:
    """The noun phrases behind those verbs that another source words alike."""
    places: set[Place] = set()
    told = [_verb(side, sides) for side in sides]
    for side, (stem, verbs) in zip(sides, told, strict=True):
        alike = (one.unit.column for one, (other, _) in zip(sides, told, strict=True) if other == stem)
        phrase = _object(side, verbs) if verbs and any(column != side.unit.column for column in alike) else None
        if phrase is not None:
            places.add(Place(side.place.article, phrase))
    return sorted(places, key=lambda place: (place.article, place.span))


def _verb(side: Side, sides: Sequence[Side]) -> tuple[str, Span | None]:
    """The stem of the side's own verb and its group; empty and None when it has none."""
    verbs = main_verbs(side, [other for other in sides if other.unit.column != side.unit.column])
    last = next((word for word in reversed(side.words) if verbs.holds(word.span)), None) if verbs else None
    return (last.stem, verbs) if last else ("", None)


def _object(side: Side, verbs: Span) -> Span | None:
    """The noun phrase right behind the verbs, when a common noun is its head and it means a certain one ("the talks", not "talks")."""
    tokens = [token for token in tokens_in(side.unit, side.span) if token.start >= verbs.end]
    taken: list[Token] = []
    for token in tokens[:_LONGEST]:
        if token.tag not in _PHRASE:
            break
        taken.append(token)
    behind = tokens[len(taken)] if len(taken) < len(tokens) else None
    unsure = behind is not None and behind.tag not in _BEHIND
    bare = (
        bool(taken)
        and (taken[0].tag not in (Tag.DETERMINER, Tag.QUOTE) or taken[0].low in side.cues.mentions.whose)
        and not taken[0].possessive
    )
    if not taken or bare or len(taken) == _LONGEST or unsure or taken[-1].tag is not Tag.WORD or any(t.tag is Tag.NUMBER for t in taken):
        return None
    span = Span(taken[0].start, taken[-1].end)
    names = [name for name in side.unit.names if name.kind in (NameKind.PLACE, NameKind.PERSON) and name.span == span]
    return None if names else span
