"""Likeness: what two articles share, held back by their dates and by the people whom they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.events.likeness import OTHERS_LEAD, Placed
from briefing_app.events.profiles import Profile, profile
from briefing_app.language import read
from tests.factories import document

CHARGED = document(
    "Ferry captain arrested", "A ferry captain was arrested in Velmark on Monday and charged with fraud over tickets.", day=date(2026, 3, 2)
)


def likeness(one: Profile, other: Profile) -> float:
    """Their likeness by the whole of what is placed; asked for alone and among several it is the same."""
    placed = Placed()
    placed.add(one)
    placed.add(other)
    among = float(placed.among([0, 1]).score[0, 1])
    assert float(placed.to(0).at(np.array([1])).score[0]) == pytest.approx(among, rel=1e-5)
    return among


def test_the_same_charge_against_somebody_else_is_less_alike_though_both_are_named() -> None:
    told = replace(profile(CHARGED, read(CHARGED)), persons=("brandt", "keller"))
    brandt, keller, both = (replace(told, leading=leading) for leading in (("brandt", "ida"), ("jona", "keller"), ("brandt", "keller")))
    assert likeness(brandt, keller) == pytest.approx(OTHERS_LEAD * likeness(brandt, brandt), rel=1e-5)
    assert likeness(both, keller) == pytest.approx(likeness(brandt, brandt), rel=1e-5)
    assert likeness(told, keller) == pytest.approx(likeness(brandt, brandt), rel=1e-5)


some_words = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 1.0), max_size=5)
days = st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 3, 1)))
profiles = st.builds(
    replace,
    st.just(profile(CHARGED, read(CHARGED))),
    language=st.sampled_from(["en", "en", "de", "ja"]),
    words=some_words,
    lead=some_words,
    names=some_words,
    anchors=some_words,
    persons=st.lists(st.sampled_from("xyz"), unique=True, max_size=2).map(tuple),
    leading=st.lists(st.sampled_from("xyz"), unique=True, max_size=2).map(tuple),
    title=st.one_of(st.just({}), some_words),
    told=st.sampled_from([0.0, 0.4, 1.0]),
    first=days,
    last=st.none(),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(profiles, min_size=2, max_size=12), st.floats(0.05, 0.9), st.data())
def test_what_is_passed_over_by_the_postings_is_not_so_much_alike_when_all_are_gone_through(
    made: list[Profile], least: float, data: st.DataObject
) -> None:
    placed = Placed()
    for one in made:
        placed.add(one)
    places = list(range(len(made)))
    gone = data.draw(st.integers(0, len(made) - 1))
    placed.withdraw(gone)
    asked = data.draw(st.sampled_from([place for place in places if place != gone]))
    rest, square = placed.to(asked), placed.among(places)
    near = set(rest.near(least).tolist())
    every = rest.at(np.array(places))
    for other in places:
        if other in {asked, gone}:
            assert other not in near
            assert every.score[other] == every.undated[other] == 0
        else:
            assert float(every.score[other]) == pytest.approx(float(square.score[asked, other]), rel=1e-3, abs=1e-4)
            assert other in near or every.words[other] + every.names[other] < least
