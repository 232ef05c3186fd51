"""Gathers aligned clauses into rows, one proposition a row; a sentence may stand in several rows. Hides the clustering.

Greedy average link: edges between clauses of different articles, best first; two groups join when the mean link between their
clauses of different articles stays high enough. Pairs that no row could take are clustered again among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.alignment import Alignment
from briefing_app.comparison.likeness import Floats, unit_length

Node = tuple[int, int]
"""Unit index and clause index."""

_RELATIVE = 0.7  # a clause pair carries its sentences' alignment when it is at least so like as their best clause pair
_JOIN = 1.2  # the mean link that two groups must keep, as a multiple of the acceptance threshold
_PASSES = 3
_WHOLE = 2500  # clauses up to which all are multiplied with all at once
_REPEATED = 0.5  # share of all clauses of two rows that both hold, from which one repeats the other
_CONTENT = 2  # telling words that a clause needs besides the frame of an attribution


@dataclass(frozen=True)
class Row:
    """The clauses that say the same thing, in the order of articles and text, and the mean of their links."""

    nodes: tuple[Node, ...]
    strength: float

    @cached_property
    def clauses(self) -> frozenset[Node]:
        """``nodes`` as a set."""
        return frozenset(self.nodes)

    @cached_property
    def sentences(self) -> frozenset[int]:
        """``units`` as a set."""
        return frozenset(unit for unit, _ in self.nodes)

    @cached_property
    def units(self) -> tuple[int, ...]:
        """The sentences, each once."""
        return tuple(dict.fromkeys(unit for unit, _ in self.nodes))


@dataclass(frozen=True, slots=True)
class _Edge:
    weight: float
    a: Node
    b: Node


def rows_of(alignment: Alignment) -> list[Row]:
    """Rows for all accepted pairs; sentences of one article only are not among them."""
    clauses = ClauseLinks(alignment)
    edges = [edge for pair in sorted(alignment.accepted) for edge in clauses.edges(*pair)]
    rows: list[Row] = []
    for _ in range(_PASSES):
        if not edges:
            break
        rows += _cluster(edges, clauses, alignment)
        covered = {(a, b) for row in rows for a in row.units for b in row.units}
        edges = [edge for edge in edges if (edge.a[0], edge.b[0]) not in covered]
    return _without_repeats(rows)


class ClauseLinks:
    """How strongly two clauses are linked: their sentences' score, scaled by how like the clauses are."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        like = alignment.weighing.likeness
        self._first, self._counts = like.clause_of
        self._rows: Floats = unit_length(like.clause_related * like.weight)
        self._product: Floats | None = self._rows @ self._rows.T if len(self._rows) <= _WHOLE else None
        self._relative: dict[tuple[int, int], Floats] = {}
        self._contents: dict[int, NDArray[np.intp]] = {}

    def likeness(self, i: int, j: int) -> Floats:
        """Clauses of unit i x clauses of unit j: graded cosine."""
        a, b = int(self._first[i]), int(self._first[j])
        if self._product is not None:
            return self._product[a : a + int(self._counts[i]), b : b + int(self._counts[j])]
        return self._rows[a : a + int(self._counts[i])] @ self._rows[b : b + int(self._counts[j])].T

    def _content(self, unit: int) -> NDArray[np.intp]:
        """How much each clause says beyond who said it: its telling words that are neither teller nor say-verb."""
        if unit not in self._contents:
            one = self.alignment.units[unit]
            frames = [span for told in one.attributions for span in (told.mention, told.cue) if span]
            words = [one.clause_words(clause) for clause in range(len(one.clauses))]
            telling = [[word for word in some if not word.stop and not any(f.holds(word.span) for f in frames)] for some in words]
            self._contents[unit] = np.array([len(some) for some in telling], dtype=np.intp)
        return self._contents[unit]

    def relative(self, i: int, j: int) -> Floats:
        """``likeness`` as a share of the best clause pair of the two sentences."""
        if (i, j) not in self._relative:
            a, b = self._content(i), self._content(j)
            like = self.likeness(i, j) * np.outer(a >= _CONTENT, b >= _CONTENT)
            if like.max(initial=0.0) <= 0:  # nothing but the frames meets: what they frame stands for the sentences
                like = np.zeros_like(like)
                like[int(a.argmax()), int(b.argmax())] = 1.0
            self._relative[i, j] = like / max(float(like.max(initial=0.0)), 1e-6)
        return self._relative[i, j]

    def edges(self, i: int, j: int) -> list[_Edge]:
        """The clause pairs that carry the alignment of two sentences."""
        score = self.alignment.accepted[i, j]
        relative = self.relative(i, j)
        return [
            _Edge(score * float(relative[x, y]), (i, int(x)), (j, int(y))) for x, y in zip(*np.nonzero(relative >= _RELATIVE), strict=True)
        ]

    def link(self, a: Node, b: Node) -> float:
        """The link of two clauses of different articles."""
        (i, x), (j, y) = (a, b) if a[0] < b[0] else (b, a)
        score = float(self.alignment.matrix[i, j])
        return score * float(self.relative(i, j)[x, y]) if score > 0.02 else 0.0


def _cluster(edges: list[_Edge], clauses: ClauseLinks, alignment: Alignment) -> list[Row]:
    group: dict[Node, int] = {}
    members: dict[int, list[Node]] = {}
    least = _JOIN * alignment.threshold
    for edge in sorted(edges, key=lambda edge: (-edge.weight, edge.a, edge.b)):
        for node in (edge.a, edge.b):
            if node not in group:
                group[node] = len(group)
                members[group[node]] = [node]
        one, other = group[edge.a], group[edge.b]
        if one == other or _mean_link(members[one], members[other], clauses, alignment) < least:
            continue
        members[one] += members.pop(other)
        for node in members[one]:
            group[node] = one
    return [_row(nodes, clauses, alignment) for nodes in members.values() if len({alignment.units[u].column for u, _ in nodes}) > 1]


def _mean_link(some: list[Node], others: list[Node], clauses: ClauseLinks, alignment: Alignment) -> float:
    units = alignment.units
    links = [clauses.link(a, b) for a in some for b in others if units[a[0]].column != units[b[0]].column]
    return sum(links) / len(links) if links else 0.0


def _row(nodes: list[Node], clauses: ClauseLinks, alignment: Alignment) -> Row:
    ordered = sorted(nodes)
    units = alignment.units
    links = [clauses.link(a, b) for k, a in enumerate(ordered) for b in ordered[k + 1 :] if units[a[0]].column != units[b[0]].column]
    return Row(tuple(ordered), sum(links) / max(1, len(links)))


def _without_repeats(rows: list[Row]) -> list[Row]:
    """Rows whose sentences all stand in another row are that row over again: their clauses join it."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: (-len(row.nodes), row.nodes)):
        nodes, units = frozenset(row.nodes), frozenset(row.units)
        home = next((k for k, other in enumerate(kept) if _repeats(nodes, units, other)), None)
        if home is None:
            kept.append(row)
        else:
            kept[home] = Row(tuple(sorted(nodes | set(kept[home].nodes))), max(kept[home].strength, row.strength))
    by_place: dict[Node, list[Row]] = defaultdict(list)
    for row in kept:
        by_place[row.nodes[0]].append(row)
    return [row for node in sorted(by_place) for row in by_place[node]]


def _repeats(nodes: frozenset[Node], units: frozenset[int], other: Row) -> bool:
    """Whether a row tells again what another does: no sentence of its own, or much the same clauses."""
    return units <= other.sentences or len(nodes & other.clauses) >= _REPEATED * len(nodes | other.clauses)
