"""Learnt meeting of words: what two sentences tell in common counts by how telling its words are, and by how near they come."""

from __future__ import annotations

import json

import numpy as np
import pytest

from briefing_app.comparison.alignment.align import weigh
from briefing_app.comparison.alignment.meeting import MEETINGS, Meeting
from briefing_app.comparison.alignment.scoring import shipped
from briefing_app.language import read
from briefing_app.paths import resource
from tests.factories import article

CLOSED = "The council of Lund voted to close the ferry harbour."


def met(one: str, *others: str) -> list[dict[str, float]]:
    """What ``one`` and each of the others, which stand in an article of their own, tell of each other."""
    articles = [article(1, None, one), article(2, None, *others)]
    weighing = weigh(articles, [read(each.document) for each in articles])
    found = dict(zip(weighing.j.tolist(), shipped().meeting.features(weighing), strict=True))
    return [dict(zip(MEETINGS, found.get(1 + k, np.zeros(len(MEETINGS))).tolist(), strict=True)) for k in range(len(others))]


def test_the_same_words_meet_wholly_and_others_hardly() -> None:
    same, other = met(CLOSED, CLOSED, "Bees thrive near the harbour of Malmo all summer long.")

    assert same["meeting_least"] > 2 * other["meeting_most"]
    assert same["meeting_of_both"] > other["meeting_of_both"]


def test_a_rare_word_in_common_counts_for_more_than_a_common_one() -> None:
    rare, common = met("The people bought a lamprey.", "A lamprey slept.", "The people slept.")

    assert rare["meeting_least"] > common["meeting_least"] > 0


def test_near_words_count_for_less_than_the_same() -> None:
    same, near, none = met("The ministry bought houses.", "They bought houses.", "They purchased houses.", "They painted houses.")

    assert same["meeting_mean"] > near["meeting_mean"] > none["meeting_mean"]


def test_a_short_sentence_inside_a_long_one_is_met_but_does_not_meet_it() -> None:
    [inside] = met("Harbour closed.", "Harbour closed, and the mayor of Lund blamed storms, fishermen and nine million crowns of debt.")

    assert inside["meeting_most"] > 2 * inside["meeting_least"]


def test_weights_fitted_for_other_traits_are_refused() -> None:
    data = json.loads(resource("comparison", "weights.json").read_text(encoding="utf-8"))["meeting"]
    del data["traits"]["short"]

    with pytest.raises(ValueError, match=r"fit_comparison\.py"):
        Meeting.read(data)
