"""Hides how an index lists its words: the most frequent that begin so, and every value of a field, with their documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from briefing_app.library.index import periods
from briefing_app.library.index.codec import BOUNDARY
from briefing_app.library.index.opened import Opened


def beginning(opened: Opened, fields: Sequence[str], start: str, most: int) -> list[tuple[str, int]]:
    """The most frequent terms of these fields that begin with ``start``, with how many documents hold each in the field of most."""
    found: Counter[str] = Counter()
    for name in fields:
        here: Counter[str] = Counter()
        for _, field in opened.fields(name):
            first, last = field.lexicon.beginning(start.encode("utf-8", "replace"))
            counts = np.diff(field.postings[first : last + 1].astype(np.int64))
            # What is frequent in all is frequent in some segment; the tail of a short beginning need not be read.
            for at in np.argsort(-counts, kind="stable")[: 4 * most].tolist():
                here[field.lexicon.term(first + at).decode()] += int(counts[at])
        found |= here
    found.pop(BOUNDARY, None)
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))[:most]


def months(opened: Opened) -> list[tuple[str, int]]:
    """The months of the dated articles (``2026-05``) with how many may be of each, newest first."""
    dated = opened.live & (opened.last_days > 0)
    return [(one.name, one.count) for one in reversed(periods.months(opened.first_days[dated], opened.last_days[dated]))]
