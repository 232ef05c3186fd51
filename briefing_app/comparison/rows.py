"""Gathers aligned clauses into rows, one proposition a row; a sentence may stand in several rows. Hides the clustering.

Greedy average link, precision first: edges between clauses of different articles, best first; two groups join when their sentences are
surely about one thing on average and plainly so pair by pair, and their clauses still meet. Pairs that no row could take are clustered
again among themselves. What is accepted as a pair and stands in no row stays a pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.alignment.align import Alignment, sure
from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.matrices.row_products import normed, scaled
from briefing_app.comparison.matrices.sparse import Floats, Sparse
from briefing_app.comparison.sentences.wording import framed, subject_is_pronoun, tokens_in, whole
from briefing_app.model.going_on import GoOn, always
from briefing_app.model.ids import RulingId

Node = tuple[int, int]
"""Unit index and clause index."""

_RELATIVE = 0.7  # a clause pair carries its sentences' alignment when it is at least so like as their best clause pair
_PLAIN = 0.4  # likeness of two clauses, each the other's best, that carries an alignment too
_JOIN, _JOINED = 1.2, 0.45  # the mean link of clauses that two groups must keep: that multiple of the bar, but never more than this
_PASSES = 3
_MANY = 60  # pairs of nodes from which on two groups are looked at as arrays first
_WHOLE = 2500  # clauses up to which all are multiplied with all at once
_REPEATED = 0.5  # share of its clauses that stand in other rows, from which a row is only a repeat
_OWN = 0.3  # likeness from which clauses of sentences that share a row already make a row of their own
_FRAMES = 0.5  # share of the likeness of two sentences' frames that what is told must reach
_CONTENT = 2  # telling words that a clause needs besides the frame of an attribution


@dataclass(frozen=True)
class Row:
    """The clauses that say the same thing, in the order of articles and text, and the mean of their links."""

    nodes: tuple[Node, ...]
    strength: float
    rulings: tuple[RulingId, ...] = ()
    """The analyst's rulings that made it what it is."""

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


def rows_of(clauses: ClauseLinks) -> list[Row]:
    """Rows for all accepted pairs; sentences of one article only are not among them."""
    alignment = clauses.alignment
    edges: list[_Edge] = []
    for pair in sorted(alignment.accepted):
        clauses.go_on()
        edges += clauses.edges(*pair)
    rows: list[Row] = []
    for _ in range(_PASSES):
        if not edges:
            break
        rows += sorted(_cluster(edges, clauses, alignment), key=lambda row: (-row.strength * len(row.sentences), row.nodes))
        covered = {(a, b) for row in rows for a in row.units for b in row.units}
        edges = [edge for edge in edges if (edge.a[0], edge.b[0]) not in covered]
    return _without_repeats(rows, clauses)


class ClauseLinks:
    """How strongly two clauses are linked: their sentences' score, scaled by how like the clauses are."""

    def __init__(self, alignment: Alignment, go_on: GoOn = always) -> None:
        self.alignment, self.go_on = alignment, go_on
        self._first, self._counts = alignment.weighing.likeness.clause_of
        self._relative: dict[tuple[int, int], Floats] = {}  # of twins alike, as is what they carry
        self._carried: dict[tuple[int, int], tuple[tuple[int, int, float], ...]] = {}
        self._contents: dict[int, NDArray[np.intp]] = {}

    @cached_property
    def columns(self) -> NDArray[np.intp]:
        """The article of each sentence."""
        return np.array([unit.column for unit in self.alignment.units], dtype=np.intp)

    @cached_property
    def _column_of(self) -> tuple[int, ...]:
        return tuple(unit.column for unit in self.alignment.units)

    @cached_property
    def _rows(self) -> Floats | Sparse:
        like = self.alignment.weighing.likeness
        return normed(scaled(like.clause_related, like.weight))

    def _of(self, unit: int) -> Floats:
        """The rows of the clauses of a sentence."""
        first, end = int(self._first[unit]), int(self._first[unit]) + int(self._counts[unit])
        return self._rows.dense(first, end) if isinstance(self._rows, Sparse) else self._rows[first:end]

    @cached_property
    def _product(self) -> Floats | None:
        return None if isinstance(self._rows, Sparse) or len(self._rows) > _WHOLE else self._rows @ self._rows.T

    @cached_property
    def _twin_of(self) -> Sequence[int]:
        """As ``twins_of``; where one product holds all clauses every sentence stands for itself."""
        return self.alignment.twin_of if self._product is None else range(len(self.alignment.units))

    def likeness(self, i: int, j: int) -> Floats:
        """Clauses of unit i x clauses of unit j: graded cosine."""
        if self._product is None:
            return self._of(i) @ self._of(j).T
        a, b = int(self._first[i]), int(self._first[j])
        return self._product[a : a + int(self._counts[i]), b : b + int(self._counts[j])]

    def _content(self, unit: int) -> NDArray[np.intp]:
        """How much each clause says beyond who said it: its telling words that are neither teller nor say-verb; none for a mere frame."""
        if unit not in self._contents:
            one = self.alignment.units[unit]
            frames = [span for told in one.attributions for span in (told.mention, told.cue) if span]
            counts = []
            for clause, (first, end) in enumerate(one.clauses):
                span = one.sentence.clauses[clause] if one.sentence.clauses else one.span
                words = one.words[first:end]
                telling = sum(not word.stop and not any(frame.holds(word.span) for frame in frames) for word in words)
                counts.append(0 if framed(one, span) else telling)
            self._contents[unit] = np.array(counts, dtype=np.intp)
        return self._contents[unit]

    def relative(self, i: int, j: int) -> Floats:
        """``likeness`` as a share of the best clause pair of the two sentences; 0 throughout when they are alike only in who tells."""
        i, j = self._twin_of[i], self._twin_of[j]
        if (i, j) not in self._relative:
            a, b = self._content(i), self._content(j)
            every = self.likeness(i, j)
            like = every * np.outer(a >= _CONTENT, b >= _CONTENT)
            best, framing = float(like.max(initial=0.0)), float(every.max(initial=0.0))
            if best < _FRAMES * framing:
                like = np.zeros_like(like)
            elif best <= 0:  # no clause meets another: the fullest stand for the sentences
                like = np.zeros_like(like)
                like[int(a.argmax()), int(b.argmax())] = 1.0
            self._relative[i, j] = like / max(float(like.max(initial=0.0)), 1e-6)
        return self._relative[i, j]

    def edges(self, i: int, j: int) -> list[_Edge]:
        """The clause pairs that carry the alignment of two sentences: as like as the best, or each other's best and plainly alike."""
        score = self.alignment.accepted[i, j]
        twins = self._twin_of[i], self._twin_of[j]
        if twins not in self._carried:
            self._carried[twins] = tuple(self._carrying(*twins))
        return [_Edge(score * share, (i, x), (j, y)) for x, y, share in self._carried[twins]]

    def _carrying(self, i: int, j: int) -> Iterator[tuple[int, int, float]]:
        """The clauses of those pairs, and how like they are against the best."""
        relative = self.relative(i, j)
        mutual = (relative == relative.max(axis=0, keepdims=True)) & (relative == relative.max(axis=1, keepdims=True))
        carried = (relative >= _RELATIVE) | (mutual & (relative > 0) & (self.likeness(i, j) >= _PLAIN))
        for x, y in zip(*np.nonzero(carried), strict=True):
            yield int(x), int(y), float(relative[x, y])

    def hosts(self, unit: int, clause: int) -> range:
        """The clauses before it without which it hangs in the air or points at nothing ("| and they are killed"), and itself."""
        one = self.alignment.units[unit]
        spans = one.sentence.clauses
        if not spans:
            return range(1)
        first, last = whole(one, clause, clause)
        if (
            first == clause > 0
            and not framed(one, spans[clause - 1])
            and subject_is_pronoun(tokens_in(one, spans[clause]), cues_for(one.language).wording)
        ):
            first -= 1
        return range(first, last + 1)

    def apart(self, a: Node, b: Node) -> bool:
        """Whether two clauses stand in different articles."""
        return self._column_of[a[0]] != self._column_of[b[0]]

    def link(self, a: Node, b: Node) -> float:
        """The link of two clauses of different articles."""
        (i, x), (j, y) = (a, b) if a[0] < b[0] else (b, a)
        score = self.alignment.matrix[i, j]
        return score * float(self.relative(i, j)[x, y]) if score > 0.02 else 0.0


def _cluster(edges: list[_Edge], clauses: ClauseLinks, alignment: Alignment) -> list[Row]:
    group: dict[Node, int] = {}
    members: dict[int, list[Node]] = {}
    kept_apart: set[tuple[int, int, int, int]] = set()  # groups that do not join, with how many they were: they only ever grow
    for edge in sorted(edges, key=lambda edge: (-edge.weight, edge.a, edge.b)):
        clauses.go_on()
        for node in (edge.a, edge.b):
            if node not in group:
                group[node] = len(group)
                members[group[node]] = [node]
        one, other = group[edge.a], group[edge.b]
        if one == other or (tried := (one, other, len(members[one]), len(members[other]))) in kept_apart:
            continue
        if not _joins(members[one], members[other], clauses, alignment):
            kept_apart |= {tried, (other, one, *tried[:1:-1])}
            continue
        members[one] += members.pop(other)
        for node in members[one]:
            group[node] = one
    return [row_of(nodes, clauses) for nodes in members.values() if len({alignment.units[u].column for u, _ in nodes}) > 1]


def _joins(some: list[Node], others: list[Node], clauses: ClauseLinks, alignment: Alignment) -> bool:
    """Whether two groups say one thing: by their clauses, by their sentences, and by each pair of these."""
    if len(some) * len(others) > _MANY and not _scored(some, others, clauses):
        return False
    across = [(a, b) for a in some for b in others if clauses.apart(a, b)]
    scores = []
    for (i, _), (j, _) in across:
        score = alignment.accepted.get((i, j) if i < j else (j, i))
        if score is None:
            return False
        scores.append(score)
    if not across or sum(scores) < sure(alignment.threshold) * len(scores):
        return False
    return sum(clauses.link(a, b) for a, b in across) >= min(_JOINED, _JOIN * alignment.threshold) * len(across)


def _scored(some: list[Node], others: list[Node], clauses: ClauseLinks) -> bool:
    """Whether every pair of sentences of different articles out of two large groups is accepted."""
    one, other = ([unit for unit, _ in nodes] for nodes in (some, others))
    far = clauses.columns[one][:, None] != clauses.columns[other]
    x, y = np.nonzero(far)
    scores = clauses.alignment.matrix.at(np.array(one, dtype=np.intp)[x], np.array(other, dtype=np.intp)[y])
    return bool((scores >= clauses.alignment.threshold).all())


def row_of(nodes: Iterable[Node], clauses: ClauseLinks, rulings: tuple[RulingId, ...] = ()) -> Row:
    """A row of these clauses."""
    ordered = sorted(nodes)
    units = clauses.alignment.units
    links = [clauses.link(a, b) for k, a in enumerate(ordered) for b in ordered[k + 1 :] if units[a[0]].column != units[b[0]].column]
    return Row(tuple(ordered), sum(links) / max(1, len(links)), rulings)


def _without_repeats(rows: list[Row], clauses: ClauseLinks) -> list[Row]:
    """Rows that tell again what earlier ones do are not kept: the clauses that only they hold join the row that they repeat most."""
    kept: list[Row] = []
    of_clause: dict[Node, set[int]] = defaultdict(set)
    of_sentence: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        clauses_in = Counter(k for node in row.clauses for k in of_clause.get(node, ()))
        sentences_in = Counter(k for unit in row.sentences for k in of_sentence.get(unit, ()))
        home = max(sentences_in, key=lambda k: (clauses_in[k], sentences_in[k], -k), default=None)
        taken = row.clauses & of_clause.keys()
        if home is None or not _repeats(row, kept[home], taken, clauses):
            home = len(kept)
            kept.append(row)
        else:
            nodes = kept[home].clauses | (row.clauses - taken)
            kept[home] = Row(tuple(sorted(nodes)), max(kept[home].strength, row.strength))
        for unit, clause in kept[home].nodes:
            of_clause[unit, clause].add(home)
            of_sentence[unit].add(home)
    return sorted(kept, key=lambda row: row.nodes)


def _repeats(row: Row, other: Row, taken: AbstractSet[Node], clauses: ClauseLinks) -> bool:
    """Whether most of its clauses stand in rows already, or its sentences all stand in the other row and it tells nothing of its own.

    Nothing of its own: clauses that are hardly alike, or such as cannot be read without the other row's ("before it closed"), or the
    other way round.
    """
    if len(row.clauses & taken) >= _REPEATED * len(row.clauses):
        return True
    if not row.sentences <= other.sentences:
        return False
    return _leans(row, other, clauses) or (row.sentences == other.sentences and _leans(other, row, clauses)) or _alike(row, clauses) < _OWN


def _leans(row: Row, other: Row, clauses: ClauseLinks) -> bool:
    """Whether half of its clauses or more belong together with what the other row tells before them."""
    told = {(unit, host) for unit, clause in other.nodes for host in clauses.hosts(unit, clause)}
    tails = sum(any((unit, host) in told for host in clauses.hosts(unit, clause)) for unit, clause in row.nodes)
    return 2 * tails >= len(row.nodes)


def _alike(row: Row, clauses: ClauseLinks) -> float:
    """The mean likeness of its clauses of different sentences."""
    found = [
        float(clauses.likeness(a[0], b[0])[a[1], b[1]]) for k, a in enumerate(row.nodes) for b in row.nodes[k + 1 :] if clauses.apart(a, b)
    ]
    return sum(found) / len(found) if found else 0.0
