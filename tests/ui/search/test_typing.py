"""While a query is typed: completions, and what was searched for before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app.ui.window import Window

KEY = Qt.Key


@pytest.fixture
def typed(qtbot: QtBot, full: Window) -> Window:
    """The window with the keys in its search field."""
    full.top.field.setFocus()
    qtbot.waitUntil(full.top.field.hasFocus)
    return full


def keys(qtbot: QtBot, window: Window, words: str, *then: Qt.Key) -> None:
    qtbot.keyClicks(window.top.field, words)
    for key in then:
        qtbot.keyClick(window.top.field, key)


def offered(qtbot: QtBot, window: Window, words: str) -> None:
    """Wait until a completion is offered."""
    qtbot.waitUntil(lambda: any(entry.title == words for entry in window.typing.offers.entries))


def test_tab_takes_the_first_and_values_follow_their_field(qtbot: QtBot, typed: Window) -> None:
    keys(qtbot, typed, "has")
    offered(qtbot, typed, "has:")
    keys(qtbot, typed, "", KEY.Key_Tab)
    assert typed.top.field.text() == "has:"
    assert typed.top.field.hasFocus()
    offered(qtbot, typed, "has:conflict")
    keys(qtbot, typed, "", KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert typed.top.field.text() == "has:conflict "
    assert not typed.typing.offers.isVisible()


def test_enter_goes_to_the_hits_while_nothing_is_chosen(qtbot: QtBot, typed: Window) -> None:
    keys(qtbot, typed, "harb")
    offered(qtbot, typed, "harbour")
    qtbot.waitUntil(lambda: typed.searching)
    keys(qtbot, typed, "", KEY.Key_Return)
    assert typed.hits.list.hasFocus()
    assert not typed.typing.offers.isVisible()
    assert typed.settings.queries() == ("harb",)


def test_escape_closes_the_list_first(qtbot: QtBot, typed: Window) -> None:
    keys(qtbot, typed, "harb")
    offered(qtbot, typed, "harbour")
    keys(qtbot, typed, "", KEY.Key_Escape)
    assert not typed.typing.offers.isVisible()
    assert typed.top.field.text() == "harb"
    keys(qtbot, typed, "", KEY.Key_Escape)
    assert typed.top.field.text() == ""


def test_up_brings_what_was_searched_for_before(qtbot: QtBot, typed: Window) -> None:
    for query in ("ferry", "bridge council"):
        typed.settings.remember_query(query)
    keys(qtbot, typed, "", KEY.Key_Up)
    assert [entry.title for entry in typed.typing.offers.entries] == ["bridge council", "ferry"]
    keys(qtbot, typed, "", KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert typed.top.field.text() == "bridge council"
    keys(qtbot, typed, "", KEY.Key_Escape, KEY.Key_Escape)


def test_only_the_newest_is_offered_and_nothing_for_nothing(qtbot: QtBot, typed: Window) -> None:
    keys(qtbot, typed, "coun")
    offered(qtbot, typed, "council")
    keys(qtbot, typed, "zzz")
    qtbot.waitUntil(lambda: not typed.typing.offers.isVisible())
