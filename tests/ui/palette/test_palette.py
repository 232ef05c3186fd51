"""The palette in a window: it finds verbs, articles, events, shelves and notes, and Enter does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.model.shelf import ShelfKind
from briefing_app.model.span import Span
from briefing_app.ui.palette.entries import Entry
from briefing_app.ui.palette.finder import Found
from briefing_app.ui.palette.model import PaletteModel, Role, spoken
from briefing_app.ui.palette.view import Palette
from briefing_app.ui.reader.model import MarkKind
from briefing_app.ui.session import Pane
from briefing_app.ui.theme import ThemeName
from briefing_app.ui.window import Window
from tests.ui.test_main_job import CONTROL, open_headline, press
from tests.ui.test_ways import said


def ask(qtbot: QtBot, window: Window, words: str) -> Palette:
    """Open the palette by its key and type."""
    press(qtbot, Qt.Key.Key_K, CONTROL)
    palette = window.finding
    assert palette is not None
    assert palette.field.hasFocus()
    qtbot.keyClicks(palette.field, words)
    qtbot.waitUntil(lambda: palette.settled)
    return palette


def rows(palette: Palette) -> list[Entry]:
    model = palette.list.model()
    return [model.index(row, 0).data(Role.FOUND).entry for row in range(model.rowCount())]


def test_a_verb_is_found_and_done(qtbot: QtBot, full: Window) -> None:
    full.list.list.setFocus()
    palette = ask(qtbot, full, "light dark")
    assert (rows(palette)[0].title, rows(palette)[0].key) == ("Light, dark, sepia", "Ctrl+D")
    press(qtbot, Qt.Key.Key_Return)
    assert full.look.name is ThemeName.DARK
    assert not palette.isVisible()
    assert full.list.list.hasFocus()
    assert rows(ask(qtbot, full, ""))[0].title == "Light, dark, sepia"


def test_an_article_is_opened_by_pieces_of_its_headline(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Lindow harbour")
    palette = ask(qtbot, full, "coubri")
    assert rows(palette)[0].title == "Council of Varde votes on the bridge"
    press(qtbot, Qt.Key.Key_Return)
    assert full.session.reading is not None
    assert "Varde" in full.session.reading.article.text
    assert full.list.list.chosen() == (full.session.reading.article.id,)
    assert full.reader.text.hasFocus()


def test_an_article_off_the_shelf_brings_the_whole_list(qtbot: QtBot, full: Window) -> None:
    event = full.session.workbench.library.events()[0]
    palette = ask(qtbot, full, event.group.title[:12])
    at = [entry.kind for entry in rows(palette)].index("Event")
    for _ in range(at):
        press(qtbot, Qt.Key.Key_N, CONTROL)
    press(qtbot, Qt.Key.Key_Return)
    shelf = full.session.following.shelf
    assert (shelf.kind, shelf.event) == (ShelfKind.EVENT, event.id)
    qtbot.waitUntil(lambda: full.list._model.total == 2)
    assert full.session.reading is not None
    assert full.list.list.chosen() == (full.session.reading.article.id,)
    ask(qtbot, full, "council of varde")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: full.list._model.total == 4)
    assert full.list.list.chosen() == (full.session.reading.article.id,)
    assert full.session.following.shelf.kind is ShelfKind.ALL


def test_a_note_is_found_by_its_words_and_opened_at_its_place(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Lindow harbour")
    reading = full.session.reading
    assert reading is not None
    start = reading.article.text.index("The mayor")
    full.session.annotating.highlight(Span(start, start + 9))
    qtbot.waitUntil(lambda: any(mark.kind is MarkKind.NOTE for mark in full.session.marks()))
    open_headline(qtbot, full, "Council of Varde")
    palette = ask(qtbot, full, "the mayor")
    kinds = [entry.kind for entry in rows(palette)]
    for _ in range(kinds.index("Highlight")):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert full.session.reading is not None
    assert full.session.reading.article.id == reading.article.id
    assert full.reader.text.rects(Span(start, start + 9))


def test_words_that_name_nothing_are_searched_for(qtbot: QtBot, full: Window) -> None:
    palette = ask(qtbot, full, "berths")
    assert rows(palette)[0].kind == "Search"
    press(qtbot, Qt.Key.Key_Return)
    assert full.top.field.text() == "berths"
    qtbot.waitUntil(lambda: full.session.searching.found is not None)


def test_nothing_is_said_when_nothing_is_found(qtbot: QtBot, full: Window) -> None:
    palette = ask(qtbot, full, ">zzzz")
    assert rows(palette) == []
    assert palette._foot.text() == "Nothing is called that."
    press(qtbot, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_an_id_opens_its_thing(qtbot: QtBot, full: Window) -> None:
    number = full.session.workbench.library.rows()[2].id
    palette = ask(qtbot, full, f"a{number}")
    assert rows(palette)[0].kind == "Article"
    press(qtbot, Qt.Key.Key_Return)
    assert full.session.reading is not None
    assert full.session.reading.article.id == number


def test_enter_waits_for_the_answer(qtbot: QtBot, full: Window) -> None:
    press(qtbot, Qt.Key.Key_K, CONTROL)
    assert full.finding is not None
    full.finding.field.setText("council of varde")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: full.session.reading is not None and "Varde" in full.session.reading.article.text)


def test_only_commands(qtbot: QtBot, full: Window) -> None:
    press(qtbot, Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    palette = full.finding
    assert palette is not None
    qtbot.keyClicks(palette.field, "co")
    qtbot.waitUntil(lambda: palette.settled)
    titles = [entry.title for entry in rows(palette)]
    assert "Compare" in titles
    assert not any(title.startswith("Council") for title in titles)


def test_what_is_not_possible_is_grey_and_last_and_says_so(qtbot: QtBot, full: Window) -> None:
    palette = ask(qtbot, full, ">block")
    entries = rows(palette)
    assert entries
    assert not any(entry.possible for entry in entries)
    assert "not possible here" in spoken(Found(entries[0]))
    press(qtbot, Qt.Key.Key_Return)
    assert "not possible" in said(full)


def test_escape_gives_the_focus_back(qtbot: QtBot, full: Window) -> None:
    full.reader.text.setFocus()
    palette = ask(qtbot, full, "x")
    press(qtbot, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert full.reader.text.hasFocus()
    assert full.session.pane is Pane.LIBRARY


def test_letters_go_to_the_field_and_the_ends_meet(qtbot: QtBot, full: Window) -> None:
    full.list.list.setFocus()
    palette = ask(qtbot, full, "s")
    assert full.session.workbench.library.rows()[0].starred is False
    assert QApplication.focusWidget() is palette.field
    press(qtbot, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.list.model().rowCount() - 1
    press(qtbot, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    assert palette.field.accessibleDescription() == spoken(palette.list.currentIndex().data(Role.FOUND))


@pytest.mark.parametrize("width", [760, 1280])
def test_it_stays_inside(qtbot: QtBot, full: Window, width: int) -> None:
    full.resize(width, 480)
    palette = ask(qtbot, full, "e")
    assert full.rect().contains(palette.geometry())


def test_the_model(qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    model.show((Found(Entry("w", "Words", kind="Search")), Found(Entry("v", "More", possible=False))))
    qtmodeltester.check(model)
