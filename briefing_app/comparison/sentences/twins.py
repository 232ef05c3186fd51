"""Finds sentences that are the same in everything but where they stand: what is read out of one, places apart, holds for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from briefing_app.comparison.sentences.units import Unit
from briefing_app.model.span import Span


def twins_of(units: Sequence[Unit]) -> tuple[int, ...]:
    """For each sentence the first one of the same words, of which the same was found; mostly itself."""
    alike: dict[str, list[int]] = defaultdict(list)
    for k, unit in enumerate(units):
        alike[unit.text].append(k)
    twin = list(range(len(units)))
    for some in alike.values():
        first: dict[Hashable, int] = {}
        for k in some if len(some) > 1 else ():
            twin[k] = first.setdefault(_content(units[k]), k)
    return tuple(twin)


def _content(unit: Unit) -> Hashable:
    """Everything in a sentence and found in it, counted from its beginning; of what stands outside of it only on which side."""
    start, end = unit.span.start, unit.span.end

    def moved(span: Span | None) -> tuple[int, int] | None:
        return None if span is None else (max(-1, min(span.start, end + 1) - start), max(-1, min(span.end, end + 1) - start))

    return (
        unit.language,
        unit.sentence.zone,
        unit.clauses,
        tuple(moved(clause) for clause in unit.sentence.clauses),
        tuple((word.stem, word.name, word.quoted) for word in unit.words),
        tuple((moved(one.span), one.name, one.kind) for one in unit.names),
        tuple((moved(one.span), one.low, one.high, one.unit, one.approximate) for one in unit.numbers),
        tuple((moved(one.span), one.interval) for one in unit.dates),
        tuple((moved(one.span), one.speaker, moved(one.mention), moved(one.cue)) for one in unit.quotations),
        tuple((moved(one.span), one.source, moved(one.mention), moved(one.cue), one.chain) for one in unit.attributions),
    )
