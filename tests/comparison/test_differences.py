"""Each kind of difference on a pair of invented sentences that show it, and on one that does not."""

from __future__ import annotations

import pytest

from briefing_app.comparison.differences import differences_between
from briefing_app.comparison.sentences.units import units_of
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import read
from briefing_app.model.comparison import DifferenceKind
from tests.factories import article


def side(sentence: str, column: int = 0) -> Side:
    one = article(column + 1, None, sentence)
    return Side.of(units_of(column, one, read(one.document))[0])


def kinds(a: str, b: str) -> set[DifferenceKind]:
    return {difference.kind for difference in differences_between(side(a), side(b, 1))}


PLAIN = "The minister met the union leaders in Tarnow on Monday."


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (PLAIN, "The minister did not meet the union leaders in Tarnow on Monday.", DifferenceKind.CONTRADICTION),
        ("The miners blocked the port of Tarnow.", "The miners denied that they blocked the port of Tarnow.", DifferenceKind.CONTRADICTION),
        (
            "The governor will visit the burnt village.",
            "The governor is unlikely to visit the burnt village.",
            DifferenceKind.CONTRADICTION,
        ),
        ("The flood damaged 40 houses in Ostrava.", "The flood damaged 90 houses in Ostrava.", DifferenceKind.NUMBER),
        ("About 300 people marched through Tarnow.", "At least 300 people marched through Tarnow.", DifferenceKind.NUMBER),
        ("The union plans to close the harbour.", "The union closed the harbour.", DifferenceKind.STAGE),
        ("The bank raised its rate.", "The bank reportedly raised its rate.", DifferenceKind.HEDGE),
        ("The bank closed its branches.", "The bank closed all its branches.", DifferenceKind.SCOPE),
        ("Sweden banned the software altogether.", "Sweden excluded both makers from its rail signals.", DifferenceKind.SCOPE),
        ("The bank will lend to the city.", "The bank will lend to the city if the tax rises.", DifferenceKind.CONDITION),
    ],
)
def test_a_difference_is_seen_from_both_sides(a: str, b: str, kind: DifferenceKind) -> None:
    assert kind in kinds(a, b)
    assert kind in kinds(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (PLAIN, PLAIN),
        ("The bank did not raise its rate.", "The bank has not raised its rate."),
        ("The minister met the union leaders.", "The union leaders did not like the soup."),
        ("The flood damaged 40 houses.", "The flood damaged 40 houses and killed 3 people."),
        ("It is unclear whether the minister met the union leaders.", "The minister did not meet the union leaders."),
    ],
)
def test_no_hard_difference_where_there_is_none(a: str, b: str) -> None:
    assert not kinds(a, b) & {DifferenceKind.CONTRADICTION, DifferenceKind.NUMBER}


def test_every_difference_says_why_and_cites_both_sides() -> None:
    a, b = side(PLAIN), side("The minister did not meet the union leaders in Tarnow on Monday.", 1)
    for difference in differences_between(a, b):
        assert difference.why
        assert "\n" not in difference.why
        assert difference.a == a.place
        assert difference.b == b.place


def test_rounding_is_no_difference() -> None:
    assert DifferenceKind.NUMBER not in kinds("The dam cost 2.01 million euros.", "The dam cost 2 million euros.")


@pytest.mark.parametrize(
    ("a", "b", "kind", "found"),
    [
        ("Lund plans to close the old mill by May.", "Lund closed the old mill in May.", DifferenceKind.STAGE, True),
        ("Lund plans to meet the ferry company in May.", "The mayor of Celle met the ferry company in May.", DifferenceKind.STAGE, False),
        (
            "The bank cannot join a pact that would exclude one town.",
            "The bank cannot join a pact that excludes one town.",
            DifferenceKind.STAGE,
            False,
        ),
        ("The ferry will sail on 13 July.", "The ferry will sail in July.", DifferenceKind.DATE, False),
        (
            "The port denied two ships access to the harbour of Celle.",
            "Two ships reached the harbour of Celle.",
            DifferenceKind.CONTRADICTION,
            False,
        ),
        ("Nordlinie denied that it sold the ferry to a bank.", "Nordlinie sold the ferry to a bank.", DifferenceKind.CONTRADICTION, True),
    ],
)
def test_only_what_is_about_the_same_deed_is_disputed(a: str, b: str, kind: DifferenceKind, found: bool) -> None:
    assert (kind in kinds(a, b)) is found


def test_a_part_that_is_named_stands_against_the_whole() -> None:
    found = differences_between(
        side("Sweden banned the software altogether."), side("Sweden excluded both makers from its rail signals.", 1)
    )
    (scope,) = (one for one in found if one.kind is DifferenceKind.SCOPE)
    assert scope.why == "“altogether” against “from its rail signals”"
