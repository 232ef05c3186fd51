"""States that exclude each other are in conflict when one person or thing is in both, and not otherwise."""

from __future__ import annotations

import pytest

from briefing_app.comparison.disputes.contradictions.excluding_states import excluded
from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

WELL, SINGER, TRIAL = "A boy fell into a well in Lund.", "The singer Lena Marsh was taken to hospital.", "The trial of Tom Arden ended."


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        (WELL, "The boy was rescued alive from the well on Tuesday.", "The boy was found dead in the well on Tuesday."),
        (SINGER, "Lena Marsh is in a stable condition, her doctor said.", "Lena Marsh is in a critical condition, her doctor said."),
        ("Police shot a man in Brenz.", "The man in Brenz was armed, police said.", "The man in Brenz was unarmed, witnesses said."),
        ("Police shot a man.", "Karl Weber, who was unarmed, was shot twice.", "Karl Weber was armed when he was shot, police said."),
        (TRIAL, "The jury found Tom Arden guilty.", "The jury found Tom Arden not guilty."),
        (
            "A fire burned.",
            "The fire in Molsen was started deliberately, police said.",
            "The fire in Molsen was an accident, the city says.",
        ),
        ("A ship sank.", "The captain of the Aurora was drunk, he said.", "The captain of the Aurora was sober, the owner said."),
        ("A strike began.", "The workers at Helix voted for the offer.", "The workers at Helix voted against the offer."),
    ],
)
def test_states_that_exclude_each_other(context: str, a: str, b: str) -> None:
    assert DifferenceKind.CONTRADICTION in {one.kind for one in disputes(context, a, b)}


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        (WELL, "The boy was rescued alive.", "Two girls were found dead last year."),
        (SINGER, "Lena Marsh is in a stable condition.", "Her driver is in a critical condition."),
        (SINGER, "Marsh had been in critical condition but is now stable.", "Marsh is in a stable condition."),
        (TRIAL, "Arden was found guilty of fraud.", "Arden was found not guilty of bribery."),
        ("The border was shut.", "Two soldiers were captured alive.", "Five soldiers were killed."),
        ("A storm came.", "The schools in Kolm are closed.", "The shops in Kolm are open."),
        ("The border was shut.", "The border was shut on Monday.", "The border was open until Monday."),
    ],
    ids=["others", "another", "both told", "of another", "other numbers", "other places", "another time"],
)
def test_states_of_others_or_of_another_moment(context: str, a: str, b: str) -> None:
    assert not disputes(context, a, b)


def test_opposites_are_read_from_wordnet_too() -> None:
    assert "unarm" in excluded("arm")
    assert "illeg" in excluded("legal")
