"""Whether what a sentence tells is of the occasion at hand: not of another year or place, not taken back, not asked."""

from __future__ import annotations

from briefing_app.comparison.deeds import parted
from briefing_app.comparison.sentences.years import is_year
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_LONG = 31  # days between two articles of one occasion
_BEFORE = 24  # characters before words of a state that may take them back


def long_after(study: Study, p: int, q: int) -> bool:
    """Whether one of the articles was surely written so long after the other that it tells of another occasion."""
    mine, other = study.dated(p), study.dated(q)
    return mine is not None and other is not None and mine.gap_days(other) > _LONG


def elsewhen(study: Study, side: Side) -> bool:
    """Whether the sentence tells of another year than that in which its article was written."""
    written = study.dated(side.unit.column)
    pairs = zip(("", *(word.low for word in side.words)), side.words, strict=False)
    years = {int(word.text) for before, word in pairs if is_year(word.text) and before not in side.cues.since}
    return bool(years) and (written is None or written.first is None or written.first.year not in years)


def taken_back(side: Side, span: Span) -> bool:
    """Whether a word right before the stretch takes it back ("never", "until"), or the sentence supposes or asks it."""
    start = span.start - side.span.start
    before = side.low[max(0, start - _BEFORE) : start].replace("n't", " n't").split()[-4:]
    return not side.cues.standings_void.isdisjoint(before) or side.low.startswith(side.cues.supposing) or side.asks


def persons(side: Side) -> frozenset[str]:
    """Stems of those whom the sentence names, who may be persons."""
    return _named(side, NameKind.PERSON, NameKind.OTHER)


def of_others(a: Side, b: Side, *, aligned: bool) -> bool:
    """Whether two sentences tell of different persons; where only one names some, or neither, whether they are not ``aligned``."""
    told = persons(a), persons(b)
    return parted(*told) if all(told) else not aligned


def places(side: Side) -> frozenset[str]:
    """Stems of the places that the sentence names."""
    return _named(side, NameKind.PLACE)


def _named(side: Side, *kinds: NameKind) -> frozenset[str]:
    spans = [name.span for name in side.unit.names if name.kind in kinds]
    return frozenset(word.stem for word in side.words if any(span.holds(word.span) for span in spans))
