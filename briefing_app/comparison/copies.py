"""Finds near copies: articles that share so many 4-word sequences that one is no second witness beside the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from briefing_app.comparison.sentences.units import Unit
from briefing_app.model.article import Article
from briefing_app.model.comparison import Copy
from briefing_app.model.source import Register

COPY = 0.45
"""Share of the shorter text's 4-word sequences from which two articles are copies (measured on pairs of known copies)."""
REWRITE = 0.20
"""Share from which one is at least a rewrite; less is not reported."""
_RUN = 4


def copies_of(articles: Sequence[Article], units: Sequence[Unit]) -> tuple[Copy, ...]:
    """All pairs of articles with a share of at least ``REWRITE``, in column order."""
    runs: list[set[int]] = [set() for _ in articles]
    for unit in units:
        stems = [word.stem for word in unit.words]
        runs[unit.column].update(hash(tuple(stems[i : i + _RUN])) for i in range(len(stems) - _RUN + 1))
    found = []
    for a, b in combinations(range(len(articles)), 2):
        shorter = min(len(runs[a]), len(runs[b]))
        share = len(runs[a] & runs[b]) / shorter if shorter else 0.0
        if share >= REWRITE:
            found.append(Copy(articles[a].id, articles[b].id, round(share, 3)))
    return tuple(found)


def copy_groups(articles: Sequence[Article], copies: Sequence[Copy], register: Register) -> tuple[int, ...]:
    """For each column the first column that it is a copy of, directly or through others; else its own.

    Between outlets of one house (the register says whose they are) a rewrite is enough.
    """
    column = {article.id: k for k, article in enumerate(articles)}
    group = list(range(len(articles)))
    for copy in copies:
        if copy.share >= (REWRITE if _of_one_house(articles[column[copy.a]], articles[column[copy.b]], register) else COPY):
            one, other = sorted((group[column[copy.a]], group[column[copy.b]]))
            group = [one if x == other else x for x in group]
    return tuple(group)


def _of_one_house(one: Article, other: Article, register: Register) -> bool:
    names = (one.document.source.value, other.document.source.value)
    houses = {register.house(name) for name in names if name}
    return all(names) and len(houses) == 1
