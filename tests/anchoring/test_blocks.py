"""Two sequences are paired where they are the same, as Python's difflib pairs them."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.anchoring.blocks import likeness, matching_blocks, pairs

WORDS = st.lists(st.sampled_from(["the", "ferry", "ran", "aground", "off", "vell"]), max_size=14)
LETTERS = st.text(alphabet="abcé日", max_size=20)


@given(WORDS, WORDS)
def test_the_blocks_are_those_of_difflib(a: list[str], b: list[str]) -> None:
    rows = [[number for number, other in enumerate(b) if other == word] for word in a]
    expected = [tuple(block) for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()[:-1]]
    assert _joined(matching_blocks(rows, 0, len(b))) == expected


@given(WORDS, WORDS)
def test_only_the_numbers_asked_for_count(a: list[str], b: list[str]) -> None:
    rows = [[number for number, other in enumerate(b) if other == word] for word in a]
    low, high = len(b) // 3, len(b) - len(b) // 3
    assert all(low <= j and j + size <= high for _, j, size in matching_blocks(rows, low, high))


@given(WORDS, WORDS)
def test_pairs_are_the_same_on_both_sides_and_in_order(a: list[str], b: list[str]) -> None:
    found = pairs(a, b)
    assert all(size and a[i : i + size] == b[j : j + size] for i, j, size in found)
    assert all(i + size <= k and j + size <= m for (i, j, size), (k, m, _) in pairwise(found))
    assert bool(found) is bool(set(a) & set(b))


@given(LETTERS, LETTERS)
def test_likeness_runs_from_0_to_1_and_is_1_for_the_same_alone(a: str, b: str) -> None:
    assert 0 <= likeness(a, b) <= 1
    assert (likeness(a, b) == 1) is (a == b)


def test_what_both_begin_and_end_with_counts_whole() -> None:
    assert likeness("harbour", "harbor") == 12 / 13
    assert likeness("", "") == 1
    assert likeness("ab", "cd") == 0


def _joined(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """In order, those that touch made one, as difflib does."""
    found: list[tuple[int, int, int]] = []
    for i, j, size in sorted(blocks):
        if found and found[-1][0] + found[-1][2] == i and found[-1][1] + found[-1][2] == j:
            found[-1] = (*found[-1][:2], found[-1][2] + size)
        else:
            found.append((i, j, size))
    return found
