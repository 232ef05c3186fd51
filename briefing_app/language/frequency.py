"""How rare a word is in general: background weights from the shipped frequency tables, so that a library of five articles has idf too."""

from __future__ import annotations

import gzip
import math
from functools import cache

from briefing_app.paths import resource

_UNSEEN_SHARE = 0.5
"""A stem that is not in the table counts as this share of the rarest one in it."""


def idf(stem: str, language: str) -> float:
    """How much ``stem`` tells, as -log10 of its share among all words of the language (about 1 to 8); unseen stems weigh most.

    Languages without a table give every stem the same weight. The tables come from wordfreq (see resources/frequency/README.md).
    """
    table, rarest = _table(language.split("-")[0])
    return table.get(stem, rarest)


def ordinary(stem: str, language: str, rank_weight: float = 5.2) -> bool:
    """Whether the stem is a common word of the language (weight at most ``rank_weight``)."""
    table, _ = _table(language.split("-")[0])
    return table.get(stem, 99.0) <= rank_weight


@cache
def _table(language: str) -> tuple[dict[str, float], float]:
    path = resource("frequency", f"{language}.tsv.gz")
    if not language.isalpha() or not path.is_file():
        return {}, 6.0
    table: dict[str, float] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            weight, _, stems = line.rstrip("\n").partition("\t")
            table.update(dict.fromkeys(stems.split(" "), int(weight) / 10))
    rarest = max(table.values(), default=6.0)
    return table, rarest - math.log10(_UNSEEN_SHARE)
