"""Finds what one article tells as left undecided for the time being and the other as leaning to one end: "for now", "unlikely to allow"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.deeds import Nearness, common
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.stretches.sides import Side

_SHARED = 3  # telling stems that both sentences hold


def is_provisional_or_outlook(side: Side) -> bool:
    """Whether the sentence leaves something undecided for the time being, or says where it leans."""
    return bool(side.met(side.cues.provisional) or side.met(side.cues.leaning))


def settled_since(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """What one of two aligned sentences leaves undecided and the other tells the outlook of."""
    if near is not Nearness.ALIGNED:
        return
    for early, late, swapped in ((a, b, False), (b, a, True)):
        open_yet, at = next(iter(early.spans(early.cues.provisional)), None), next(iter(late.spans(late.cues.leaning)), None)
        if not open_yet or not at or late.met(late.cues.provisional) or early.met(early.cues.leaning):
            continue
        deed = next((deed for deed in late.deeds if deed.reach.overlap(at)), None)
        what = frozenset(
            word.stem for word in late.words if at.end <= word.span.start < (deed.reach.end if deed else at.end) and not word.stop
        )
        shared = common(early.telling, late.telling)
        theirs = deed is None or not deed.doer or bool(common(deed.doer, early.telling))
        if len(shared) >= _SHARED and theirs and common(what, early.telling):
            words = (early.printed(open_yet).lower(), late.printed(at).lower())
            found = Against(open_yet, at, f"“{words[0]}” against “{words[1]}”", len(shared), words=words)
            yield found.exchanged() if swapped else found
