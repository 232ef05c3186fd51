"""Likeness: what two articles share, held back by their dates and by the people whom they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

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
    assert float(placed.to_all(0).score[1]) == pytest.approx(among, rel=1e-5)
    return among


def test_the_same_charge_against_somebody_else_is_less_alike_though_both_are_named() -> None:
    told = replace(profile(CHARGED, read(CHARGED)), persons=("brandt", "keller"))
    brandt, keller, both = (replace(told, leading=leading) for leading in (("brandt", "ida"), ("jona", "keller"), ("brandt", "keller")))
    assert likeness(brandt, keller) == pytest.approx(OTHERS_LEAD * likeness(brandt, brandt), rel=1e-5)
    assert likeness(both, keller) == pytest.approx(likeness(brandt, brandt), rel=1e-5)
    assert likeness(told, keller) == pytest.approx(likeness(brandt, brandt), rel=1e-5)
