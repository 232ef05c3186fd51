"""Finds the pairs of sentences of which a rule must be asked, by what each seeks and offers; hides how the two are met for all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.disputes.rules import Keys, Rule, anything
from briefing_app.comparison.matrices.sparse import Indices
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.going_on import GoOn, always

Flags = NDArray[np.bool_]
_NONE: Keys = frozenset()


def asked(rule: Rule, sides: Sequence[Side], i: Indices, j: Indices, go_on: GoOn = always) -> Flags:
    """Of the pairs (i[k], j[k]) of sides those of which one side seeks what the other offers."""
    paired = np.zeros(len(sides), dtype=bool)
    paired[i] = paired[j] = True
    seeks = _keys(rule.seeks, sides, paired, go_on)
    if rule.offers is anything:
        seeking = np.array([bool(keys) for keys in seeks], dtype=bool)
        return np.asarray(seeking[i] | seeking[j])
    if not any(seeks):
        return np.zeros(len(i), dtype=bool)
    return _meet(seeks, _keys(rule.offers, sides, paired, go_on), i, j)


def _keys(read: Callable[[Side], Keys], sides: Sequence[Side], paired: Flags, go_on: GoOn) -> list[Keys]:
    """The keys of the sides that stand in a pair; none of the others."""
    found = []
    for side, one in zip(sides, paired.tolist(), strict=True):
        go_on()
        found.append(side.once(read) if one else _NONE)
    return found


def _meet(seeks: Sequence[Keys], offers: Sequence[Keys], i: Indices, j: Indices) -> Flags:
    """The same for sides by their keys. Every seeking side has a row of bits, one a side that offers one of its keys."""
    offering: dict[str, int] = {}
    for k, keys in enumerate(offers):
        for key in keys:
            offering[key] = offering.get(key, 0) | 1 << k
    width = (len(offers) + 7) // 8
    place = np.zeros(len(seeks), dtype=np.intp)  # the first row is that of the sides that seek nothing
    rows = [bytes(width)]
    for k, keys in enumerate(seeks):
        met = 0
        for key in keys:
            met |= offering.get(key, 0)
        if met:
            place[k] = len(rows)
            rows.append(met.to_bytes(width, "little"))
    bits = np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(len(rows), width)
    forth, back = bits[place[i], j >> 3] >> (j & 7), bits[place[j], i >> 3] >> (i & 7)
    return np.asarray((forth | back) & 1, dtype=bool)
