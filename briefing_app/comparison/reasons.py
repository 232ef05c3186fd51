"""Says in one line an analyst understands why a row has its status and how a cell differs; sources go by their letters."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.comparison.chains import telling_of
from briefing_app.comparison.conflicts import Clash, Member
from briefing_app.comparison.keywords import main_verbs
from briefing_app.comparison.sides import Side, shared_stems
from briefing_app.model.comparison import ClaimStatus, Difference, DifferenceKind, Mark

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CUED = frozenset({DifferenceKind.HEDGE, DifferenceKind.SCOPE, DifferenceKind.CONDITION})
_AGAINST = " against "
_BARE = frozenset({"is", "are", "was", "were", "has", "have", "had"})  # verbs that say nothing without the next word
_SAME = 3  # telling words that a further denial shares with what is denied


def letter(column: int) -> str:
    """The letter of an article's column; a number from the 27th on."""
    return _LETTERS[column] if column < len(_LETTERS) else str(column + 1)


def clash_reason(found: Sequence[Clash], members: Sequence[Member]) -> str:
    """``A says “mentioned”; A (Kato) and B “was not discussed”``: each party of the first clash and of those of its kind."""
    first = found[0]
    alike = [clash for clash in found if clash.status is first.status and clash.kind is first.kind]
    sides = dict(members)
    if first.kind is not DifferenceKind.CONTRADICTION and _AGAINST in first.why:
        one, other = first.why.split(_AGAINST, 1)
        a, b = sides[first.a], sides[first.b]
        if first.kind is DifferenceKind.STAGE and a.stage > b.stage:
            a, b = b, a
        return f"{letter(a.unit.column)}: {one}; {letter(b.unit.column)}: {other}"
    units = {unit for clash in alike for unit in (clash.a, clash.b)}
    plain = next((side for unit, side in members if unit in units and not side.turned), None)
    units |= {unit for unit, side in members if plain and side.turned and len(shared_stems(side, plain)) >= _SAME}
    parties = [side for unit, side in members if unit in units]
    parts = [f"{_party(side, parties)}: “{words_of(side, list(sides.values()))}”" for side in parties]
    return "; ".join(dict.fromkeys(parts))


def _party(side: Side, parties: Sequence[Side]) -> str:
    """The source's letter; with its teller where one source gives both sides."""
    own = letter(side.unit.column)
    if sum(other.unit.column == side.unit.column for other in parties) < 2:
        return own
    told = telling_of(side)
    return f"{own} ({told.source.split()[-1]})" if told and told.source else own


def words_of(side: Side, sides: Sequence[Side]) -> str:
    """What the side does, in its own words: the verb group that matters, or the whole when it has none."""
    verbs = main_verbs(side, [other for other in sides if other.unit.column != side.unit.column])
    if verbs is None:
        return side.text
    end = verbs.end
    if sum(verbs.holds(word.span) for word in side.words) == 1 and verbs.of(" " * side.span.start + side.text).lower() in _BARE:
        end = next((word.span.end for word in side.words if word.span.start >= end and not word.stop), end)
    return " ".join(side.text[verbs.start - side.span.start : end - side.span.start].split())


def carried_reason(carrying: Sequence[int], columns: int) -> str:
    """``A and C; not in B``."""
    missing = [letter(k) for k in range(columns) if k not in carrying]
    return f"{_joined([letter(k) for k in carrying])}; not in {_joined(missing)}" if missing else f"in all {columns} articles"


def _joined(letters: Sequence[str]) -> str:
    return letters[0] if len(letters) == 1 else f"{', '.join(letters[:-1])} and {letters[-1]}"


def clash_mark(clash: Clash, unit: int, members: Sequence[Member]) -> Mark:
    """The mark on a party's cell: what it stands against."""
    sides = dict(members)
    other = sides[clash.b if unit == clash.a else clash.a]
    words = f"against {letter(other.unit.column)}: “{words_of(other, list(sides.values()))}”"
    if clash.status is ClaimStatus.PROGRESSION or clash.kind is not DifferenceKind.CONTRADICTION:
        words = clash.why
    return Mark(clash.kind, words, sides[unit].span)


def difference_mark(difference: Difference, side: Side) -> Mark:
    """The mark on the cell of ``side`` for a difference from the statement's wording."""
    words = difference.why
    if difference.kind in _CUED and words.endswith("on one side only"):
        cue = words[1 : words.rindex("”")]
        words = f"“{cue}”" if cue in side.low else f"without “{cue}”"
    elif difference.kind is DifferenceKind.ATTRIBUTION and words.startswith("given to ") and words.endswith(" on one side only"):
        name = words.removeprefix("given to ").removesuffix(" on one side only")
        words = f"given to {name}" if any(told.source == name for told in side.unit.attributions) else f"not given to {name}"
    return Mark(difference.kind, words, side.span)
