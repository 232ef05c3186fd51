"""Knows which words mean nearly the same, and which the opposite (WordNet, read lazily from shipped tables); hides the tables."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache

from briefing_app.paths import resource


@cache
def _table(name: str) -> Mapping[str, str]:
    packed = resource("comparison", "wordnet", name).read_bytes()
    lines = (line.partition("\t") for line in gzip.decompress(packed).decode("utf-8").split("\n"))
    return {stem: relatives for stem, _, relatives in lines}


@cache
def relatives(stem: str) -> Mapping[str, float]:
    """Stems near in meaning to an English stem, with a weight from 0 (none) to 1 (another form of the same word)."""
    pairs = (entry.rpartition(":") for entry in _table("related.tsv.gz").get(stem, "").split())
    return {other: int(tenths) / 10 for other, _, tenths in pairs}


@cache
def opposites(stem: str) -> frozenset[str]:
    """Stems of the adjectives and adverbs that mean the opposite of an English stem."""
    return frozenset(_table("opposite.tsv.gz").get(stem, "").split())


@cache
def opposite_acts(stem: str) -> frozenset[str]:
    """Stems of the verbs, and of the nouns of acts and states, that mean the opposite of an English stem."""
    return frozenset(_table("opposite_acts.tsv.gz").get(stem, "").split())
