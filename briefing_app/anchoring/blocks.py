"""Hides how two sequences are paired where they are the same: the longest block first, then what lies on either side of it.

Ratcliff and Obershelp (1988), as Python's difflib does it without junk; here what is known of one side serves many searches.
"""

from __future__ import annotations

from collections.abc import Sequence

Block = tuple[int, int, int]
"""Where the same begins in the first sequence and in the second, and how long it is."""


def matching_blocks(rows: Sequence[Sequence[int]], low: int, high: int) -> list[Block]:
    """The blocks in which both are the same, in no order.

    ``rows`` says of each element of the first at which numbers it stands in the second, ascending; only ``low`` to ``high`` count.
    """
    found = []
    parts = [(0, len(rows), low, high)]
    while parts:
        first, end, low, high = parts.pop()
        block = _longest(rows, first, end, low, high)
        i, j, size = block
        if size:
            found.append(block)
            if first < i and low < j:
                parts.append((first, i, low, j))
            if i + size < end and j + size < high:
                parts.append((i + size, end, j + size, high))
    return found


def likeness(a: str, b: str) -> float:
    """Twice the letters in common by all letters (0 to 1): those at both ends, and the blocks between. Two empty texts are alike."""
    if a == b:
        return 1.0
    return 2 * sum(size for _, _, size in pairs(a, b)) / (len(a) + len(b))


def pairs(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The blocks in which both are the same, in their order; what both begin and end with is paired first."""
    head, tail = _common_ends(a, b)
    found = [(0, 0, head)] if head else []
    rest_a, rest_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if rest_a and rest_b:
        found += [(i + head, j + head, size) for i, j, size in sorted(matching_blocks(_rows(rest_a, rest_b), 0, len(rest_b)))]
    return [*found, (len(a) - tail, len(b) - tail, tail)] if tail else found


def _common_ends(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many elements both begin with, and how many of the others both end with."""
    most = min(len(a), len(b))
    head = 0
    while head < most and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < most - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return head, tail


def _rows(a: Sequence[str], b: Sequence[str]) -> list[list[int]]:
    places: dict[str, list[int]] = {}
    for number, element in enumerate(b):
        places.setdefault(element, []).append(number)
    none: list[int] = []
    return [places.get(element, none) for element in a]


def _longest(rows: Sequence[Sequence[int]], first: int, end: int, low: int, high: int) -> Block:
    """The longest block, of several the first; its size is 0 when nothing is the same."""
    best_i, best_j, best = first, low, 0
    before: dict[int, int] = {}
    for i in range(first, end):
        here: dict[int, int] = {}
        for j in rows[i]:
            if j < low:
                continue
            if j >= high:
                break
            size = here[j] = before.get(j - 1, 0) + 1
            if size > best:
                best_i, best_j, best = i - size + 1, j - size + 1, size
        before = here
    return best_i, best_j, best
