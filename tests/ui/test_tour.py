"""The tour: each step goes on by doing what it says, by its key, back and out; once taken it does not come by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.span import Span
from briefing_app.ui.actions import helping
from briefing_app.ui.program import Program
from briefing_app.ui.session import Pane
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.tour.steps import steps
from briefing_app.ui.window import Window

KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = MODIFIER.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def title(window: Window) -> str:
    return window.tour.card._title.text()


def wait_for(qtbot: QtBot, window: Window, words: str) -> None:
    qtbot.waitUntil(lambda: title(window).startswith(words))


def test_the_whole_tour_by_doing_it(qtbot: QtBot, full: Window) -> None:
    """Nothing but the first and the last card needs a key of its own."""
    helping.take_tour(full)
    assert full.tour.card.isVisible()
    full.list.list.setFocus()
    press(qtbot, KEY.Key_F8)
    wait_for(qtbot, full, "What belongs")
    press(qtbot, KEY.Key_J)
    wait_for(qtbot, full, "Reading")
    press(qtbot, KEY.Key_Return)
    wait_for(qtbot, full, "What is not")
    press(qtbot, KEY.Key_Z)
    wait_for(qtbot, full, "How do you know")
    press(qtbot, KEY.Key_E)
    wait_for(qtbot, full, "Your marks")
    full.reader.evidence.dismiss()
    reading = full.session.reading
    assert reading is not None
    full.reader.text.select(Span(5, 25))
    press(qtbot, KEY.Key_M)
    wait_for(qtbot, full, "Side by side")
    press(qtbot, KEY.Key_G)
    press(qtbot, KEY.Key_C)
    wait_for(qtbot, full, "Closer")
    qtbot.waitUntil(lambda: full.session.comparing.compared is not None and not full.session.comparing.busy)
    press(qtbot, KEY.Key_2)
    wait_for(qtbot, full, "The briefing")
    press(qtbot, KEY.Key_B)
    wait_for(qtbot, full, "Searching")
    full.top.field.setFocus()
    qtbot.keyClicks(full.top.field, "cranes")
    wait_for(qtbot, full, "Everything")
    press(qtbot, KEY.Key_K, MODIFIER.ControlModifier)
    wait_for(qtbot, full, "That was all")
    assert full.finding is not None
    full.finding.dismiss()
    assert not full.settings.read().toured
    full.tour.card._next.click()
    assert not full.touring
    assert not full.tour.card.isVisible()
    assert full.settings.read().toured


def test_keys_lead_on_back_and_out(qtbot: QtBot, full: Window) -> None:
    helping.take_tour(full)
    full.list.list.setFocus()
    for _ in range(3):
        press(qtbot, KEY.Key_F8)
    press(qtbot, KEY.Key_F8, MODIFIER.ShiftModifier)
    assert full.tour.at == 2
    press(qtbot, KEY.Key_Escape)
    assert not full.touring
    assert full.session.pane is Pane.LIBRARY
    press(qtbot, KEY.Key_F8)
    assert not full.touring


def test_it_names_the_keys_that_are(full: Window) -> None:
    helping.take_tour(full)
    for at, step in enumerate(steps()):
        assert full.tour.at == at
        words = full.tour.card._words.text()
        assert "%" not in words
        assert all(full.keymap.shown(name) in words for name in step.keys)
        full.tour.go_on()
    assert not full.touring


def test_the_card_stays_inside_of_the_window(qtbot: QtBot, full: Window) -> None:
    helping.take_tour(full)
    for width, height in ((1280, 800), (900, 600), (760, 480)):
        full.resize(width, height)
        qtbot.waitUntil(lambda width=width: full.width() == width)  # type: ignore[misc]
        assert full.rect().contains(full.tour.card.geometry())


def test_it_comes_by_itself_once(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    settings = Settings(tmp_path / "settings.json")
    program = Program(settings, Look())
    try:
        own = program.open(tmp_path / "own")
        qtbot.waitUntil(lambda: own.library_pane.welcoming)
        helping.take_tour(own)
        sample = program.active
        assert sample is not None
        qtbot.waitUntil(lambda: sample.touring)
        here = sample.session.reading
        assert here is not None
        assert here.article.document.language.value == "en"
        assert sample.session.events.of(here.article.id) is not None
        sample.tour.end()
        helping.offer_tour(sample)
        assert not sample.touring
        helping.take_tour(sample)
        assert sample.touring
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
        assert not helping.in_sample(sample)
        assert helping.holds_sample(sample)  # as in a library that a script filled with the same articles
    finally:
        program.close()


def test_the_key_leads_past_every_step_with_nothing_done(qtbot: QtBot, full: Window) -> None:
    helping.take_tour(full)
    full.list.list.setFocus()
    for at in range(1, len(steps())):
        press(qtbot, KEY.Key_F8)
        qtbot.waitUntil(lambda at=at: full.tour.at == at)  # type: ignore[misc]
        qtbot.wait(30)  # nothing of the step before leads back or on
        assert full.tour.at == at
    assert full.keymap.shown("recent_libraries") in full.tour.card._words.text()
    press(qtbot, KEY.Key_F8)
    assert not full.touring


def test_the_card_leaves_in_sight_what_it_speaks_of(qtbot: QtBot, full: Window) -> None:
    helping.take_tour(full)
    card = full.tour.card
    lowest = card.geometry().bottom()
    full.session.go(Pane.COMPARE)
    qtbot.waitUntil(lambda: full.session.comparing.compared is not None and not full.session.comparing.busy)
    qtbot.waitUntil(lambda: card.geometry().bottom() == lowest - full.compare.foot < lowest)
    full.compare.legend.hide()
    qtbot.waitUntil(lambda: card.geometry().bottom() == lowest - full.compare.foot < lowest)
    full.session.go(Pane.BRIEFING)
    qtbot.waitUntil(lambda: card.geometry().bottom() == lowest - full.briefing.foot < lowest)
    full.session.go(Pane.LIBRARY)
    qtbot.waitUntil(lambda: card.geometry().bottom() == lowest)
