"""Says in one line an analyst understands why a row has its status and how a cell differs; sources go by their letters."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.comparison.chains import telling_of
from briefing_app.comparison.disputes import Dispute
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import pack_for
from briefing_app.model.comparison import Difference, DifferenceKind, Mark
from briefing_app.model.letters import Letter

Member = tuple[int, Side]
"""Unit index and the side it has in a row."""

_CUED = frozenset({DifferenceKind.HEDGE, DifferenceKind.SCOPE, DifferenceKind.CONDITION})
_AGAINST = " against "


def clash_reason(found: Sequence[Dispute], members: Sequence[Member], letters: Sequence[Letter]) -> str:
    """``A (Yomiuri): “mentioned”; A (Kato): “was no exchange”``: each party of the disputes of the first one's kind.

    ``letters`` are those of the columns.
    """
    first = found[0]
    if first.kind is not DifferenceKind.CONTRADICTION and _AGAINST in first.why:
        one, other = first.why.split(_AGAINST, 1)
        a, b = (first.side_b, first.side_a) if first.swapped else (first.side_a, first.side_b)
        return f"{letters[a.unit.column]}: {one}; {letters[b.unit.column]}: {other}"
    said: dict[int, str] = {}
    for dispute in found:
        if dispute.kind is first.kind:
            said.setdefault(dispute.a, dispute.words[0])
            said.setdefault(dispute.b, dispute.words[1])
    sides = dict(members)
    parties = [sides[unit] for unit in sorted(said)]
    parts = [f"{_party(sides[unit], parties, letters)}: “{said[unit]}”" for unit in sorted(said)]
    return "; ".join(dict.fromkeys(parts))


def _party(side: Side, parties: Sequence[Side], letters: Sequence[Letter]) -> str:
    """The source's letter; with its teller where one source gives both sides."""
    own = str(letters[side.unit.column])
    if sum(other.unit.column == side.unit.column for other in parties) < 2:
        return own
    told = telling_of(side)
    return f"{own} ({_called(told.source, side.unit.language)})" if told and told.source else own


def _called(teller: str, language: str) -> str:
    """A teller in short, without what follows a preposition: ``Kato`` of a name, ``two officials`` of two with knowledge of the talks."""
    is_stop = pack_for(language).is_stop
    words = teller.split()
    first = next((at for at, word in enumerate(words) if not is_stop(word)), 0)
    end = next((at for at in range(first + 1, len(words)) if is_stop(words[at])), len(words))
    return words[end - 1] if words[end - 1][0].isupper() else " ".join(words[:end])


def carried_reason(carrying: Sequence[int], letters: Sequence[Letter]) -> str:
    """``A and C; not in B``; ``letters`` are those of the columns."""
    missing = [str(letter) for k, letter in enumerate(letters) if k not in carrying]
    return f"{_joined([str(letters[k]) for k in carrying])}; not in {_joined(missing)}" if missing else f"in all {len(letters)} articles"


def _joined(letters: Sequence[str]) -> str:
    return letters[0] if len(letters) == 1 else f"{', '.join(letters[:-1])} and {letters[-1]}"


def clash_mark(dispute: Dispute, unit: int, members: Sequence[Member], letters: Sequence[Letter]) -> Mark:
    """The mark on a party's cell: what it stands against."""
    words = dispute.why
    if dispute.kind is DifferenceKind.CONTRADICTION:
        other, said = (dispute.side_b, dispute.words[1]) if unit == dispute.a else (dispute.side_a, dispute.words[0])
        words = f"against {_party(other, [side for _, side in members], letters)}: “{said}”"
    return Mark(dispute.kind, words, dict(members)[unit].span)


def difference_mark(difference: Difference, side: Side) -> Mark:
    """The mark on the cell of ``side`` for a difference from the statement's wording."""
    words = difference.why
    if difference.kind in _CUED and words.endswith("on one side only"):
        cue = words[1 : words.rindex("”")]
        words = f"“{cue}”" if cue in side.low else f"without “{cue}”"
    elif difference.kind is DifferenceKind.ATTRIBUTION and words.startswith("attributed to ") and words.endswith(" on one side only"):
        name = words.removeprefix("attributed to ").removesuffix(" on one side only")
        words = f"attributed to {name}" if any(told.source == name for told in side.unit.attributions) else f"not attributed to {name}"
    return Mark(difference.kind, words, side.span)
