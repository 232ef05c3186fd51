"""Events in a real window: merged, split, moved, named and locked by key and by drag, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.ids import ArticleId
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.library.carried import carry
from briefing_app.ui.library.event_drops import EventDrops
from briefing_app.ui.library.listing import EventHead
from briefing_app.ui.library.model import Role
from briefing_app.ui.organizing.naming import NamePopover
from briefing_app.ui.organizing.picking import PickPopover
from briefing_app.ui.window import Window
from briefing_app.ui.window.menu import article_menu
from tests.ui.conftest import stock, write_articles

SHIFT, CONTROL, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
BRIDGE = """Varde decides on a bridge over the Skern

The council of Varde decided on Monday, 12 January 2026 to build a new bridge over the Skern, councillor Mette Friis said.

The bridge will be 210 metres long and opens in 2029, the council said.
"""
Groups = set[frozenset[int]]


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the four articles and one more on the bridge."""
    folder = tmp_path_factory.mktemp("events")
    articles = write_articles(folder / "articles")
    (articles / "e.txt").write_text(BRIDGE, encoding="utf-8")
    return stock(folder / "library", articles)


@pytest.fixture
def stories(qtbot: QtBot, full: Window) -> Window:
    """The window on two events: the harbour (articles 1 and 2) and the bridge (3 and 5)."""
    assert groups(full) == {frozenset({1, 2}), frozenset({3, 5})}
    qtbot.waitUntil(lambda: len(heads(full)) == 2)
    full.list.list.setFocus()
    return full


def groups(window: Window) -> Groups:
    return {frozenset(event.group.articles) for event in window.session.workbench.library.events()}


def heads(window: Window) -> list[EventHead]:
    model = window.library_pane.list_model
    entries = [model.index(row).data(Role.ENTRY) for row in range(model.rowCount())]
    return [entry for entry in entries if isinstance(entry, EventHead)]


def choose(window: Window, *articles: int) -> None:
    window.list.list.choose([ArticleId(article) for article in articles])
    window.list.list.setFocus()


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def until(qtbot: QtBot, window: Window, *wanted: set[int]) -> None:
    """Until the library and the list have these events."""
    found = {frozenset(one) for one in wanted}
    qtbot.waitUntil(lambda: groups(window) == found and len(heads(window)) == len(found))
    qtbot.waitUntil(lambda: not window.session.long_jobs.busy)


def popover(qtbot: QtBot, window: Window) -> PickPopover:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(PickPopover)))
    return next(one for one in window.findChildren(PickPopover) if one.isVisible())


def test_events_are_merged_by_key_and_parted_by_undo(qtbot: QtBot, stories: Window) -> None:
    before = {head.event for head in heads(stories)}
    choose(stories, 1)
    press(qtbot, Qt.Key.Key_G, SHIFT)
    assert popover(qtbot, stories).model.rowCount() == 1
    press(qtbot, Qt.Key.Key_Return)
    until(qtbot, stories, {1, 2, 3, 5})
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    until(qtbot, stories, {1, 2}, {3, 5})
    assert {head.event for head in heads(stories)} == before


def test_several_chosen_events_are_merged_at_once(qtbot: QtBot, stories: Window) -> None:
    choose(stories, 1, 3)
    press(qtbot, Qt.Key.Key_G, SHIFT)
    until(qtbot, stories, {1, 2, 3, 5})


def test_an_article_is_moved_and_one_is_split_off(qtbot: QtBot, stories: Window) -> None:
    choose(stories, 4)
    press(qtbot, Qt.Key.Key_E, SHIFT)
    qtbot.keyClicks(popover(qtbot, stories).field, "arde")
    press(qtbot, Qt.Key.Key_Return)
    until(qtbot, stories, {1, 2}, {3, 4, 5})
    choose(stories, 4)
    press(qtbot, Qt.Key.Key_S, SHIFT)
    until(qtbot, stories, {1, 2}, {3, 5})


def test_a_whole_event_cannot_be_split_off_itself(qtbot: QtBot, stories: Window) -> None:
    choose(stories, 1, 2)
    press(qtbot, Qt.Key.Key_S, SHIFT)
    assert stories.session.workbench.library.undoable() is None


def test_an_event_is_named_and_locked_and_its_line_says_so(qtbot: QtBot, stories: Window) -> None:
    choose(stories, 3)
    press(qtbot, Qt.Key.Key_N, SHIFT)
    (asked,) = (one for one in stories.findChildren(NamePopover) if one.isVisible())
    asked.field.selectAll()
    qtbot.keyClicks(asked.field, "The new bridge")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "The new bridge" in {head.title for head in heads(stories)})
    choose(stories, 3)
    press(qtbot, Qt.Key.Key_L, SHIFT)
    qtbot.waitUntil(lambda: any(head.locked for head in heads(stories)))
    model = stories.library_pane.list_model
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any("The new bridge" in words and "locked" in words for words in spoken)


def test_the_line_of_an_event_counts_its_conflicts(qtbot: QtBot, stories: Window) -> None:
    counted = stories.session.workbench.library.conflicts()
    qtbot.waitUntil(lambda: {head.event: head.conflicts for head in heads(stories)} == counted)
    assert any(counted.values())


def test_articles_dropped_on_an_event_join_it_and_a_whole_event_is_merged(qtbot: QtBot, stories: Window) -> None:
    view, model = stories.list.list, stories.library_pane.list_model
    data = carry([ArticleId(4)])
    at = view.visualRect(model.index_of(ArticleId(1))).center()
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, PLAIN)
    (drops,) = view.findChildren(EventDrops)
    assert drops.eventFilter(view.viewport(), drop)
    assert drop.isAccepted()
    until(qtbot, stories, {1, 2, 4}, {3, 5})

    harbour = next(event.id for event in stories.session.workbench.library.events() if 1 in event.group.articles)
    stories.sidebar.dropped.emit(Shelf(ShelfKind.EVENT, harbour), (ArticleId(3), ArticleId(5)))
    until(qtbot, stories, {1, 2, 3, 4, 5})


def test_the_menu_of_an_article_offers_the_verbs(stories: Window) -> None:
    choose(stories, 1)
    names = {action.text() for action in article_menu(stories).actions()}
    assert {"Merge events …", "Move to another event …", "Name the event …"} <= names


def test_the_palette_over_a_question_finds_its_way_back(qtbot: QtBot, stories: Window) -> None:
    """The question is gone by the time the palette gives the focus back."""
    choose(stories, 1)
    press(qtbot, Qt.Key.Key_G, SHIFT)
    asked = popover(qtbot, stories)
    press(qtbot, Qt.Key.Key_K, CONTROL)
    palette = stories.finding
    assert palette is not None
    qtbot.waitUntil(lambda: not shiboken6.isValid(asked))
    qtbot.keyClicks(palette.field, "light dark")
    qtbot.waitUntil(lambda: palette.settled)
    press(qtbot, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert not stories.trouble.isVisible()
    assert stories.list.list.hasFocus()


def test_on_an_events_line_its_first_article_is_read(qtbot: QtBot, stories: Window) -> None:
    view, model = stories.list.list, stories.library_pane.list_model
    for head in heads(stories):
        other = next(one for one in heads(stories) if one is not head)
        stories.session.open_article(model.members(other.event)[-1])
        view.setCurrentIndex(model.index_of_event(head.event))
        first = model.members(head.event)[0]
        qtbot.waitUntil(lambda first=first: stories.session.reading.article.id == first)  # type: ignore[misc, union-attr]
        assert view.chosen() == model.members(head.event)
