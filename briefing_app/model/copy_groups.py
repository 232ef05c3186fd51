"""Gathers pairs of articles that repeat each other into groups, so that a reader is told of nine copies once and not of 36 pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_app.model.comparison import Copy
from briefing_app.model.ids import ArticleId

NEAR_COPY = 0.45
"""Share of 4-word sequences from which on an article is called a copy, below it a rewrite (reference: compare-methods)."""


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles that repeat each other, directly or one through another; the shares (0 to 1) of their pairs go from ``least`` to ``most``.

    ``near``: they carry one text, and each is a part of its own. Else the ``parts`` share much of their wording, and what carries one text
    is one part. ``whole``: every two of different parts are a pair.
    """

    parts: tuple[tuple[ArticleId, ...], ...]
    least: float
    most: float
    near: bool
    whole: bool

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """All of them, part by part."""
        return tuple(article for part in self.parts for article in part)

    @property
    def share(self) -> str:
        """``62% to 98%``; ``87%`` when both are written alike."""
        return " to ".join(dict.fromkeys((f"{self.least:.0%}", f"{self.most:.0%}")))

    @property
    def paired(self) -> str:
        """What is said behind the shares of more than two: whether they are those of every two articles."""
        return "" if len(self.articles) == 2 else ", pair by pair" if self.whole else ", in the pairs that do"


def copy_groups(copies: Iterable[Copy], order: Sequence[ArticleId], near: float = NEAR_COPY) -> tuple[CopyGroup, ...]:
    """The groups of those articles, near copies (pairs from ``near`` on) first; articles and groups in ``order``."""
    held = set(order)
    pairs = {(copy.a, copy.b): copy.share for copy in copies if copy.a in held and copy.b in held}
    texts = _joined([(article,) for article in order], [pair for pair, share in pairs.items() if share >= near])
    text_of = {article: number for number, text in enumerate(texts) for article in text}
    found = [_group([(article,) for article in text], pairs, near=True) for text in texts if len(text) > 1]
    apart = {pair: share for pair, share in pairs.items() if text_of[pair[0]] != text_of[pair[1]]}
    for articles in _joined(texts, list(apart)):
        parts = [tuple(one for one in text if any(one in pair for pair in apart)) for text in texts if text[0] in articles]
        if len(parts) > 1:
            found.append(_group(parts, apart, near=False))
    return tuple(found)


def _joined(sets: Sequence[tuple[ArticleId, ...]], pairs: Sequence[tuple[ArticleId, ArticleId]]) -> list[tuple[ArticleId, ...]]:
    """The sets, those that a pair joins as one, in the order of their first articles."""
    first = {article: some[0] for some in sets for article in some}
    rank = {article: number for number, article in enumerate(first)}
    for a, b in pairs:
        one, other = sorted((first[a], first[b]), key=rank.__getitem__)
        if one != other:
            first = {article: one if head == other else head for article, head in first.items()}
    heads = sorted(set(first.values()), key=rank.__getitem__)
    return [tuple(article for article in first if first[article] == head) for head in heads]


def _group(parts: Sequence[tuple[ArticleId, ...]], pairs: dict[tuple[ArticleId, ArticleId], float], *, near: bool) -> CopyGroup:
    part_of = {article: number for number, part in enumerate(parts) for article in part}
    shares = [share for (a, b), share in pairs.items() if a in part_of and b in part_of and part_of[a] != part_of[b]]
    every = (len(part_of) ** 2 - sum(len(part) ** 2 for part in parts)) // 2
    return CopyGroup(tuple(parts), min(shares), max(shares), near, len(shares) == every)
