"""One sentence of somebody's own words, quoted otherwise."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes

_CONTEXT = "Minister Eva Holm spoke of the visit of Tom Arden to Ostland."


def _why(a: str, b: str) -> list[str]:
    return [one.why for one in disputes(_CONTEXT, a, b) if one.why.startswith("quoted")]


@pytest.mark.parametrize(
    ("told", "word", "other"),
    [
        ("“We do not want him here. We reject his {}.”", "visit", "message"),
        ("“The people of Ostland will never forget this {},” Holm said.", "gift", "slap"),
    ],
)
def test_one_sentence_quoted_with_two_words(told: str, word: str, other: str) -> None:
    assert _why(told.format(word), told.format(other)) == [f"quoted as “{word}” against “{other}”"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“We reject his visit,” Holm said.", "“We reject his message,” Holm said."),
        ("“I think it is wrong. I think it is immoral.”", "“I think it is wrong. I think it is unpatriotic. I think it is immoral.”"),
        (
            "“The people of Ostland will never forget this color,” Holm said.",
            "“The people of Ostland will never forget this colour,” she said.",
        ),
        (
            "“The people of Ostland will never forget this duty,” Holm said.",
            "“The people of Ostland will never forget these duties,” she said.",
        ),
        ("“The people of Ostland will never forget him,” Holm said.", "“The people of Ostland will never forget Arden,” Holm said."),
        ("The people of Ostland will never forget this gift.", "The people of Ostland will never forget this insult."),
    ],
)
def test_no_other_words(a: str, b: str) -> None:
    assert _why(a, b) == []
