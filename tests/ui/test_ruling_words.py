"""Every ruling has words of its own, whole and short, with nothing left to fill in."""

from __future__ import annotations

from typing import get_args

import pytest

from briefing_app.model.annotation import Anchor
from briefing_app.model.comparison import DifferenceKind, Relation
from briefing_app.model.ids import ArticleId
from briefing_app.model.ruling import (
    Belief,
    Dismissed,
    Joined,
    Judged,
    Moved,
    Parted,
    Passage,
    Related,
    Renamed,
    Rule,
    Spoken,
)
from briefing_app.model.span import Span
from briefing_app.ui.ruling_words import relation_words, ruling_words, short_words

pytestmark = pytest.mark.usefixtures("qapp")


def passage(words: str) -> Passage:
    return Passage(ArticleId(1), Anchor(words, "", "", Span(0, len(words)), ""))


FERRY, FOG = (passage("the ferry"),), (passage("the fog"),)
WORDS: list[tuple[Rule, str, str]] = [
    (Joined((FERRY, FOG)), "rows joined: “the ferry” + “the fog”", "joined by you"),
    (Parted(FERRY, FOG), "“the ferry” taken out of its row", "split by you"),
    (Moved(FERRY, (), FOG), "“the ferry” moved to the row “the fog”", "moved by you"),
    (Related(FERRY, ArticleId(1), Relation.WEAKER), "“the ferry”: weaker, as you say", "relation set by you"),
    (Spoken(FERRY[0], "Brandt"), "“the ferry” given to Brandt", "speaker set by you"),
    (Spoken(FERRY[0], ""), "“the ferry” given to the source itself", "speaker set by you"),
    (Renamed((ArticleId(1),), "Brandt", "Ilse Brandt"), "speaker “Brandt” is called “Ilse Brandt”", "speaker set by you"),
    (Dismissed(FERRY, ArticleId(1), DifferenceKind.NUMBER), "mark “number” dismissed on “the ferry”", "mark dismissed by you"),
    (Dismissed(FERRY, ArticleId(1), None), "mark “left out” dismissed on “the ferry”", "mark dismissed by you"),
    (Judged(FERRY, Belief.OPEN), "“the ferry”: open", "open"),
]


@pytest.mark.parametrize(("rule", "whole", "short"), WORDS)
def test_words(rule: Rule, whole: str, short: str) -> None:
    assert (ruling_words(rule), short_words(rule)) == (whole, short)


def test_every_kind_of_ruling_is_told() -> None:
    assert {type(rule) for rule, _, _ in WORDS} == set(get_args(Rule))
    assert len({relation_words(relation) for relation in Relation}) == len(Relation)
