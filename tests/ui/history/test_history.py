"""The list of edits: what stands in it, what a way back would take, and that it is gone by key."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.library import Library
from briefing_app.model.annotation import Tint
from briefing_app.model.edit import Edit, MarkStarred, PutAnnotation, RemoveAnnotation, Step
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.edit_words import step_words
from briefing_app.ui.history.model import HistoryModel, lines_of, when_words
from briefing_app.ui.history.view import HistoryDialog
from briefing_app.ui.session.reading import new_annotation
from briefing_app.ui.window import Window
from tests.factories import article
from tests.ui.test_main_job import CONTROL, press

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
STAR, PLAIN = MarkStarred((ArticleId(1),), True), MarkStarred((ArticleId(1),), False)


def step(number: int, *, undone: bool = False, edit: Edit = STAR, inverse: Edit = PLAIN) -> Step:
    return Step(number, edit, inverse, NOW - timedelta(minutes=10 - number), undone)


@pytest.mark.usefixtures("qapp")
def test_every_line_says_how_many_steps_lead_there() -> None:
    lines = lines_of((step(4, undone=True), step(3, undone=True), step(2), step(1)), {ArticleId(1): "Harbour"}, NOW, whole=True)
    assert [line.steps for line in lines] == [2, 1, 0, -1, -2]
    assert [line.about for line in lines] == ["Harbour"] * 4 + [""]
    assert [line.words for line in lines][2:] == ["Star on 1 article", "Star on 1 article", "How the library was at first"]
    assert lines_of((step(1, undone=True),), {}, NOW, whole=True)[-1].steps == 0
    assert [line.steps for line in lines_of((step(9), step(8)), {}, NOW, whole=False)] == [0, -1]


def test_a_removal_says_what_was_removed() -> None:
    harbour = article(1, "Harbour", "Two cranes were damaged.")
    note = new_annotation(harbour, Span(harbour.text.index("Two"), harbour.text.index("Two") + 10), Tint.SUN)
    assert step_words(step(1, edit=RemoveAnnotation(AnnotationId(1)), inverse=PutAnnotation(note))) == "highlight on “Two cranes” removed"


def test_when_is_as_short_as_the_day_allows() -> None:
    today, yesterday, long_ago = NOW, NOW - timedelta(days=1), NOW - timedelta(days=700)
    assert "," not in when_words(today, NOW)
    assert when_words(yesterday, NOW).startswith(f"{yesterday.astimezone().day} ")
    assert str(long_ago.year) in when_words(long_ago, NOW)
    assert " Sep 2019" in when_words(datetime(2019, 9, 15, 12, tzinfo=UTC), NOW)


def test_the_model(qtmodeltester: ModelTester) -> None:
    model = HistoryModel()
    model.show((step(2, undone=True), step(1)), {}, NOW, whole=True)
    qtmodeltester.check(model)
    assert model.current.row() == 1
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("taken back")


def star_three_times(qtbot: QtBot, window: Window) -> Library:
    library = window.session.workbench.library
    for row in library.rows()[:3]:
        window.session.marking.toggle_star((row.id,))
    qtbot.waitUntil(lambda: len(library.history(9)) == 3)
    return library


def open_history(qtbot: QtBot, window: Window, lines: int) -> HistoryDialog:
    window.list.list.setFocus()
    press(qtbot, Qt.Key.Key_H, CONTROL)
    dialog = next(one for one in window.findChildren(HistoryDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == lines)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def starred(library: Library) -> int:
    return sum(row.starred for row in library.rows())


def test_back_by_key_with_the_number_said_before(qtbot: QtBot, full: Window) -> None:
    library = star_three_times(qtbot, full)
    dialog = open_history(qtbot, full, 4)
    assert dialog.said.startswith("This is how things are")
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.said == "Going back to here takes back 2 edits."
    assert dialog.go.text() == "Take back 2 edits"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: starred(library) == 1)
    qtbot.waitUntil(lambda: dialog.said.startswith("This is how things are"))
    assert dialog.list.currentIndex().row() == 2
    qtbot.keyClick(dialog.list, Qt.Key.Key_Home)
    assert dialog.said == "Going on to here does 2 edits again."
    dialog.go.click()
    qtbot.waitUntil(lambda: starred(library) == 3)
    qtbot.waitUntil(lambda: dialog.list.currentIndex().row() == 0)
    qtbot.waitUntil(lambda: dialog.said.startswith("This is how things are"))
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    dialog.go.click()
    qtbot.waitUntil(lambda: starred(library) == 0)
    qtbot.waitUntil(lambda: full.status._said == "3 edits taken back.")


def test_undo_works_in_the_list_too(qtbot: QtBot, full: Window) -> None:
    library = star_three_times(qtbot, full)
    dialog = open_history(qtbot, full, 4)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: starred(library) == 2)
    qtbot.waitUntil(lambda: dialog.list.currentIndex().row() == 1)


def test_changed_ground_stops_the_way_back_and_is_said(qtbot: QtBot, full: Window) -> None:
    library = star_three_times(qtbot, full)
    first = library.history(9)[1].edit
    assert isinstance(first, MarkStarred)
    with library._database.writing() as connection:
        connection.execute("UPDATE article SET starred = 0 WHERE id = ?", (first.articles[0],))
    full.session.editing.turn(-3)
    qtbot.waitUntil(lambda: full.trouble.isVisible())
    assert "cannot be undone" in full.trouble.words
    assert [one.undone for one in library.history(9)] == [True, False, False]


def test_nothing_yet(qtbot: QtBot, full: Window) -> None:
    dialog = open_history(qtbot, full, 1)
    assert dialog.said == "Nothing has been changed yet."
    assert not dialog.go.isVisible()
