"""Tags are completed one by one, and grades and likelihoods are said in words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.model.grade import Confidence, Credibility, Reliability
from briefing_app.ui.annotations.fields import TagField, confidence_words, credibility_words, reliability_words

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_tag_behind_the_last_comma_is_completed(qtbot: QtBot) -> None:
    field = TagField()
    qtbot.addWidget(field)
    field.offer(["framing", "sourcing/anonymous"])
    for typed, whole in (("anon", "sourcing/anonymous"), ("numbers, FRA", "numbers, framing")):
        field.setText(typed)
        field.completer().setCompletionPrefix(typed)
        assert field.completer().currentCompletion() == whole
    field.setText(" numbers ,, sourcing/anonymous")
    assert field.paths == ("numbers", "sourcing/anonymous")


def test_what_is_chosen_is_said_in_words() -> None:
    assert reliability_words(Reliability("B")) == "B · usually reliable"
    assert credibility_words(Credibility(6)) == "6 · truth cannot be judged"
    assert confidence_words(Confidence.LIKELY) == "likely · 55–80 %"
    assert (reliability_words(None), credibility_words(None)) == ("source not graded", "claim not graded")
    assert all(confidence_words(one).endswith("%") for one in Confidence)
