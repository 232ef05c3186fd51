"""Titles: what stands over another article's text is found by what others say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import numpy as np
import pytest

from briefing_app.events import Grouping, Profile, profile
from briefing_app.events.clustering import THRESHOLD
from briefing_app.events.likeness import Placed
from briefing_app.events.titles import Titles
from briefing_app.events.vectors import Field
from briefing_app.language import read
from briefing_app.model.event import GroupingSign
from briefing_app.model.ids import ArticleId
from tests.factories import document

MARCH = date(2026, 3, 2)
TITLE = "River floods hospital and cellars"
FLOOD = (
    "The river Skell burst its banks in Marrowby on Monday and flooded four hundred cellars, the district governor Lena Ossing said.",
    "Firemen pumped water out of the hospital, whose generators had failed, and boats brought pensioners out of Tanner Lane.",
    "The sluice at Corrin had jammed after the rainfall, and engineers warned that a second crest would reach the levee by Wednesday.",
    "Ossing asked the army for sandbags, and insurers expect claims of ninety million crowns from households in the valley.",
)
FLOOD_TITLES = ("Skell floods Marrowby", "Four hundred cellars under water", "Sluice at Corrin jammed")
GUITAR = (
    "The guitarist Tomas Vell will end his touring career with two nights at the opera house, he said in a statement.",
    "Vell first sang in the cafes of the old harbour and has recorded fourteen albums, three of which were honoured with prizes.",
    "He thanked his audiences for half a century of applause, and said that his voice was strong and his band as tight as ever.",
    "Tickets for the farewell concerts go on sale in May, and a documentary about his life will be shown at the festival of Lindow.",
    "His daughter, who plays the cello, will join him on the stage, and a charity for young musicians will receive the proceeds.",
)


def made(title: str, *text: str) -> Profile:
    told = document(title, *text, day=MARCH)
    return profile(told, read(told))


FLOODS = tuple(made(title, *FLOOD[first:], *FLOOD[:first]) for first, title in enumerate(FLOOD_TITLES))
APART = made(TITLE, *GUITAR)


def score(one: Profile, other: Profile) -> float:
    """The likeness of two articles, from either side and among them the same."""
    placed = Placed()
    placed.add(one)
    placed.add(other)
    among = float(placed.among([0, 1]).score[0, 1])
    for place in (0, 1):
        rest = placed.to(place)
        assert float(rest.at(np.array([1 - place])).score[0]) == pytest.approx(among, rel=1e-5)
        assert among < THRESHOLD or 1 - place in rest.near(THRESHOLD)
    return among


def test_a_title_stands_apart_from_a_text_that_says_nothing_of_it() -> None:
    assert APART.title.keys() >= {"flood", "cellar"}
    assert APART.told == 0.0
    told = made(TITLE, *FLOOD, GUITAR[0])
    assert not told.title
    assert told.told == 1.0


def test_a_short_text_goes_on_from_its_title_and_a_bare_title_asks_nothing() -> None:
    short = made(TITLE, GUITAR[0])
    assert not short.title
    assert short.told == 0.0
    assert made("In May", *GUITAR).told == 1.0


def test_links_behind_the_text_do_not_tell_the_title() -> None:
    assert made(TITLE, *GUITAR, "More news", "Most read", "Share this", TITLE).title == APART.title
    assert not made(TITLE, *GUITAR, FLOOD[0], "More news", "Most read", "Share this").title


def test_such_an_article_is_like_those_that_tell_its_title_and_like_those_that_tell_its_text() -> None:
    song = made("Tomas Vell says farewell to the stage", *GUITAR[:3])
    assert all(score(flood, APART) >= THRESHOLD > 2 * score(flood, replace(APART, title={})) for flood in FLOODS)
    assert score(song, APART) == score(song, replace(APART, title={})) > 0.5


def test_an_article_under_whose_title_another_text_stands_joins_the_event_in_any_order_and_says_so() -> None:
    for order in permutations(range(4)):
        grouping = Grouping()
        for index in order:
            grouping.add(ArticleId(index + 1), (*FLOODS, APART)[index])
        (found,) = grouping.groups()
        assert set(found.articles) == {1, 2, 3, 4}
        shared = {
            word.casefold()
            for reason in found.reasons
            if reason.article == 4 and reason.sign is GroupingSign.TERMS
            for word in reason.shared
        }
        assert shared <= {"river", "floods", "flooded", "hospital", "cellars"}
        assert len(shared) > 1


def test_the_same_title_over_another_text_confirms_nothing() -> None:
    harvest = "The harvest fair in Lindow drew crowds of farmers, beekeepers and cheesemakers, while astronomers watched a comet."
    site = made(TITLE, harvest)
    assert site.told < 0.5
    assert score(site, APART) == pytest.approx(score(site, replace(APART, title={})))
    other = made(TITLE, *([harvest] * 6))
    assert other.title
    assert score(other, APART) == pytest.approx(score(replace(other, title={}), replace(APART, title={})))


def test_titles_are_held_against_the_leads_of_witnesses_only() -> None:
    leads = Field()
    titles = Titles(leads)
    for lead, title, told in (
        ({"flood": 0.6, "river": 0.8}, {}, 1.0),
        ({"song": 1.0}, {"flood": 1.0}, 0.0),
        ({"flood": 1.0}, {}, 0.4),
        ({"song": 1.0}, {"river": 0.6, "sluice": 0.8}, 0.05),
        ({}, {}, 1.0),
    ):
        titles.add(title, told)
        leads.add(lead)
    assert titles.to(0).tolist() == pytest.approx([0, 0.6, 0, 0.48, 0])
    assert titles.to(1).tolist() == pytest.approx([0.6, 0, 0, 0, 0])
    assert not titles.to(2).any()
    assert titles.among([3, 4, 0]).tolist() == [pytest.approx(row) for row in ([0, 0, 0.48], [0, 0, 0], [0.48, 0, 0])]
