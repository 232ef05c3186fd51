"""Pairs of copies as groups: each article of a group once, whatever pairs it is in."""

from __future__ import annotations

from itertools import combinations

from briefing_app.model.comparison import Copy
from briefing_app.model.copy_groups import CopyGroup, copy_groups
from briefing_app.model.ids import ArticleId

ORDER = tuple(map(ArticleId, (5, 3, 8, 1, 9, 2, 7, 4, 6, 10)))
A, B, C, D, E, *_ = ORDER


def alone(*articles: ArticleId) -> tuple[tuple[ArticleId, ...], ...]:
    return tuple((article,) for article in articles)


def test_a_pair_is_a_group() -> None:
    assert copy_groups([Copy(A, B, 0.9)], ORDER) == (CopyGroup(alone(A, B), 0.9, 0.9, near=True, whole=True),)
    assert copy_groups([Copy(A, B, 0.3)], ORDER) == (CopyGroup(alone(A, B), 0.3, 0.3, near=False, whole=True),)
    assert copy_groups([], ORDER) == ()


def test_nine_copies_are_one_group_and_a_rewrite_stands_beside_them() -> None:
    nine, tenth = ORDER[:9], ORDER[9]
    copies = [Copy(a, b, 0.6 + number / 100) for number, (a, b) in enumerate(combinations(nine, 2))]
    copies += [Copy(one, tenth, 0.25) for one in nine]
    near, rewrite = copy_groups(copies, ORDER)
    assert near == CopyGroup(alone(*nine), 0.6, 0.95, near=True, whole=True)
    assert near.share == "60% to 95%"
    assert rewrite == CopyGroup((nine, (tenth,)), 0.25, 0.25, near=False, whole=True)
    assert rewrite.share == "25%"


def test_copies_of_copies_are_one_group_of_which_not_every_two_are_alike() -> None:
    assert copy_groups([Copy(B, C, 0.5), Copy(A, B, 0.8)], ORDER) == (CopyGroup(alone(A, B, C), 0.5, 0.8, near=True, whole=False),)


def test_a_rewrite_of_one_of_two_copies_names_that_one_alone() -> None:
    found = copy_groups([Copy(A, B, 0.9), Copy(B, C, 0.3), Copy(D, E, 0.3)], ORDER)
    assert [group.parts for group in found] == [alone(A, B), alone(B, C), alone(D, E)]


def test_articles_that_are_not_asked_for_are_left_out() -> None:
    assert copy_groups([Copy(A, B, 0.9), Copy(B, C, 0.9)], (A, C)) == ()
