"""Knows which words mean nearly the same (WordNet, read lazily from a shipped table); hides the table."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache

from briefing_app.paths import resource


@cache
def _table() -> Mapping[str, str]:
    packed = resource("comparison", "wordnet", "related.tsv.gz").read_bytes()
    lines = (line.partition("\t") for line in gzip.decompress(packed).decode("utf-8").split("\n"))
    return {stem: relatives for stem, _, relatives in lines}


@cache
def relatives(stem: str) -> Mapping[str, float]:
    """Stems near in meaning to an English stem, with a weight from 0 (none) to 1 (another form of the same word)."""
    pairs = (entry.rpartition(":") for entry in _table().get(stem, "").split())
    return {other: int(tenths) / 10 for other, _, tenths in pairs}
