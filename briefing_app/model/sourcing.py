"""Who has it from whom, as a graph with origins at the left and outlets at the right: the same on the screen and on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.model.comparison import Comparison

MOST_NAMES = 9
"""Tellers that are shown; of more, those that most claims go through."""


@dataclass(frozen=True, slots=True)
class SourceNode:
    """A teller by name, or an outlet by its place among the articles (``place``, None for a teller).

    ``depth`` counts the steps from the origins (0), ``order`` the places from top to bottom, from 0 to 1.
    """

    name: str
    place: int | None
    depth: int
    order: float


@dataclass(frozen=True, slots=True)
class SourceEdge:
    """One step of telling between two nodes (their indices), and the claims that take it. ``inferred``: from somebody without a name."""

    a: int
    b: int
    claims: tuple[int, ...]
    inferred: bool


@dataclass(frozen=True, slots=True)
class SourcingGraph:
    """All nodes by depth and order, the edges between them, and the depth of the outlets."""

    nodes: tuple[SourceNode, ...] = ()
    edges: tuple[SourceEdge, ...] = ()
    depth: int = 0


def sourcing_graph(comparison: Comparison) -> SourcingGraph:
    """The chains of all cells in one graph; a step against one that stands already is left out, so that none runs in a circle."""
    places = {article: at for at, article in enumerate(comparison.articles)}
    told = [
        (index, places[cell.article], cell.chain)
        for index, claim in enumerate(comparison.claims)
        for cell in claim.cells
        if cell.spans and cell.chain
    ]
    counted = Counter(name for _, _, chain in told for name in dict.fromkeys(chain))
    kept = {name for name, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:MOST_NAMES]}
    steps: dict[tuple[str, str], dict[int, None]] = {}
    ends: dict[tuple[str, int], dict[int, None]] = {}
    for index, place, chain in told:
        names = [name for name in chain if name in kept]
        for a, b in pairwise(names):
            if a != b and not _leads(steps, b, a):
                steps.setdefault((a, b), {})[index] = None
        if names:
            ends.setdefault((names[-1], place), {})[index] = None
    depths = _depths(kept, steps)
    return _ordered(len(comparison.articles), kept, depths, steps, ends)


def _leads(steps: Iterable[tuple[str, str]], start: str, goal: str) -> bool:
    """Whether the steps lead from one name to another."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        for a, b in steps:
            if a == here and b not in seen:
                seen.add(b)
                waiting.append(b)
    return False


def _depths(names: Iterable[str], steps: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The longest way to each name."""
    found = dict.fromkeys(names, 0)
    edges = list(steps)
    for _ in found:
        for a, b in edges:
            found[b] = max(found[b], found[a] + 1)
    return found


def _ordered(
    outlets: int,
    names: Iterable[str],
    depths: dict[str, int],
    steps: dict[tuple[str, str], dict[int, None]],
    ends: dict[tuple[str, int], dict[int, None]],
) -> SourcingGraph:
    """Names of one depth stand by the outlets that they lead to, so that few edges cross."""
    last = max(depths.values(), default=0) + 1
    reach = {name: [place for (end, place) in ends if end == name or _leads(steps, name, end)] for name in names}
    middle = {name: sum(places) / len(places) if places else outlets / 2 for name, places in reach.items()}
    nodes: list[SourceNode] = []
    for depth in range(last):
        level = sorted((name for name in depths if depths[name] == depth), key=lambda name: (middle[name], name))
        nodes += [SourceNode(name, None, depth, (at + 0.5) / len(level)) for at, name in enumerate(level)]
    index = {node.name: at for at, node in enumerate(nodes)}
    first = len(nodes)
    nodes += [SourceNode("", place, last, (place + 0.5) / outlets) for place in range(outlets)]
    edges = [SourceEdge(index[a], index[b], tuple(claims), _nameless(a)) for (a, b), claims in steps.items()]
    edges += [SourceEdge(index[name], first + place, tuple(claims), _nameless(name)) for (name, place), claims in ends.items()]
    return SourcingGraph(tuple(nodes), tuple(edges), last)


def _nameless(name: str) -> bool:
    return name == name.lower()
