"""Profiles are small, serialisable, and hold nothing but told words."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import msgspec

from briefing_app.events import Profile, profile
from briefing_app.events.profiles import codes, copy_share
from briefing_app.language import read
from briefing_app.model.article import ZoneKind
from briefing_app.model.dates import DateInterval
from tests.factories import document, stated

STORY = document(
    "Ferry stops", "The Velmark ferry stops in May because the subsidy ended, the port authority said on Monday.", day=date(2026, 3, 2)
)


def test_vectors_have_length_one_or_are_empty() -> None:
    made = profile(STORY, read(STORY))
    for vector in (made.words, made.lead, made.names, made.anchors):
        assert not vector or math.isclose(sum(weight * weight for weight in vector.values()), 1.0)
    assert "ferri" in made.words
    assert "the" not in made.words


def test_a_profile_survives_storage() -> None:
    made = profile(STORY, read(STORY))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Profile) == made
    assert made.date == DateInterval(date(2026, 3, 2), date(2026, 3, 2))


def test_an_article_is_about_those_whom_its_title_names_and_whom_its_lead_names_again() -> None:
    lead = "Harbour chief Ida Brandt was arrested on Monday. Police officer Jonas Keller said that Ida Brandt had sold the ferry."
    quiet = " ".join(["It was a long day in the harbour of Velmark, where many ships lie."] * 9)
    told = document(
        "Harbour chief denies the charge", lead, f"{quiet} Jonas Keller told the court so, and Jonas Keller said the same again."
    )
    made = profile(told, read(told))
    assert made.persons == ("brandt", "keller")
    assert made.leading == ("brandt", "ida")
    titled = document("Officer Jonas Keller accuses the harbour chief", lead, quiet)
    assert profile(titled, read(titled)).leading == ("jona", "keller")


def test_zones_that_do_not_tell_the_story_do_not_count() -> None:
    body = STORY.zones[1]
    comment = replace(STORY, zones=(STORY.zones[0], replace(body, kind=ZoneKind.COMMENT)))
    assert "subsidi" not in profile(comment, read(comment)).words


def test_copies_share_their_shingles() -> None:
    longer = document("Other", STORY.text, "And a closing line that nobody else has printed, about weather and wind.")
    a, b = profile(STORY, read(STORY)), profile(longer, read(longer))
    assert copy_share(codes(a.shingles), codes(b.shingles)) >= 0.9 or len(a.shingles) < 16
    assert copy_share(codes(a.shingles), codes(b"")) == 0.0


def test_an_open_date_stays_open() -> None:
    open_ended = replace(STORY, date=stated(DateInterval(None, date(2026, 3, 2))))
    made = profile(open_ended, read(open_ended))
    assert (made.first, made.last) == (None, date(2026, 3, 2))
