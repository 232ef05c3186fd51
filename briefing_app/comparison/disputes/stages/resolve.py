"""Finds one deed to which somebody is far more resolved in one article than in the other: considering it, and having ordered it.

Both are still to come; next steps of the ladder ("plans to", "vowed to") are hardly two things.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from briefing_app.comparison.deeds import Deed, Nearness, matched
from briefing_app.comparison.deeds.verbs import found_by, sought_by
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.stretches.sides import Side

_APART = 2  # steps of the ladder
_BEFORE = 24  # characters before the verb group that may say how resolved somebody is


def seeks_resolved(side: Side) -> Keys:
    """The verbs of the deeds of which the sentence says how resolved somebody is, and those of the same deeds."""
    return frozenset().union(*(sought_by(verb) for deed, _ in side.once(_steps) for verb in deed.acts))


def offers_resolved(side: Side) -> Keys:
    """The verbs of the deeds of which the sentence says how resolved somebody is."""
    return frozenset().union(*(found_by(verb) for deed, _ in side.once(_steps) for verb in deed.acts))


def resolved_apart(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every deed that two near sentences tell as to come, on steps of the ladder that lie apart."""
    if not near:
        return
    for (x, here), (y, there) in product(a.once(_steps), b.once(_steps)):
        if abs(here - there) >= _APART and (found := matched(x, y, near)) and (found.doers or not (x.doer and y.doer)):
            why = f"“{_words(a, x)}” against “{_words(b, y)}”"
            yield Against(x.span, y.span, why, len(found.shared), words=(x.words, y.words))


def _steps(side: Side) -> tuple[tuple[Deed, int], ...]:
    """The deeds of which the sentence says how resolved somebody is, each with its step."""
    return tuple((deed, step) for deed in side.deeds if (step := _step(side, deed)) is not None)


def _step(side: Side, deed: Deed) -> int | None:
    """The lowest step that is told of the deed ("will consider" is no more than considering)."""
    start, end = deed.span.start - side.span.start, deed.span.end - side.span.start
    text = side.low[max(0, start - _BEFORE) : end].rpartition(",")[2]
    told = next((k for k, step in enumerate(side.cues.resolve) if step.search(text)), None)
    return None if deed.turned or deed.elsewhen or deed.aside else told


def _words(side: Side, deed: Deed) -> str:
    """The verb group with what stands right before it, in whole words."""
    start = deed.span.start - side.span.start
    before = side.text[max(0, start - _BEFORE) : max(0, start)]
    lead = before.rpartition(",")[2].split()
    return " ".join([*(lead if len(before) < _BEFORE else lead[1:]), deed.words])
