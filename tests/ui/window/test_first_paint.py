"""What waits for the first sight of the list."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from briefing_app.pipeline import Workbench
from briefing_app.ui.places import Place
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from briefing_app.ui.window.first_paint import FirstPaint
from briefing_app.ui.window.restoring import Restoring, place_of
from tests.ui.conftest import settled
from tests.ui.hand import click


class Watched(QListView):
    """Notes when its rows were painted."""

    seen: list[str]

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if self.model().rowCount():
            self.seen.append("painted")


def test_what_is_handed_over_comes_after_the_rows_in_its_order(qtbot: QtBot) -> None:
    view = Watched()
    view.seen = []
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["a", "b"]))
    first = FirstPaint(view)
    first.then(lambda: view.seen.append("one"))
    first.then(lambda: view.seen.append("two"))
    view.show()
    qtbot.waitUntil(lambda: "two" in view.seen)
    assert view.seen[0] == "painted"
    assert [word for word in view.seen if word != "painted"] == ["one", "two"]
    first.then(lambda: view.seen.append("three"))
    qtbot.waitUntil(lambda: "three" in view.seen)


def test_a_list_that_nobody_sees_holds_nothing_up(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel())
    done: list[bool] = []
    FirstPaint(view).then(lambda: done.append(True))
    qtbot.waitUntil(lambda: done == [True])


def test_a_window_closed_at_once_keeps_the_place_that_it_was_to_stand_at(qtbot: QtBot, full: Window, workbench: Workbench) -> None:
    number = workbench.library.article_ids()[2]
    session = Session(workbench)
    window = Window(session, Look(), Settings(full.settings.file.with_name("two.ini")))
    qtbot.addWidget(window)
    Restoring(window, Place(pane=Pane.LIBRARY, article=number, chosen=(number,), query=""))
    assert place_of(window).article == number
    session.start()
    window.show()
    qtbot.waitUntil(lambda: session.reading is not None)
    assert place_of(window).article == number
    qtbot.waitUntil(lambda: settled(window))
    session.close()


def test_a_key_that_is_pressed_before_the_list_is_painted_means_what_it_always_means(qtbot: QtBot, workbench: Workbench) -> None:
    session = Session(workbench)
    window = Window(session, Look(), Settings(workbench.library.folder.parent / "early.ini"))
    qtbot.addWidget(window)
    assert not window.has_keys
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shown = not window.sidebar.isHidden()
    qtbot.keyClick(window.list.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.isHidden() is shown
    session.close()


def test_the_text_belongs_to_the_line_that_is_chosen_also_when_the_list_is_seen_late(
    qtbot: QtBot, full: Window, workbench: Workbench
) -> None:
    first, other = workbench.library.article_ids()[:2]
    session = Session(workbench)
    window = Window(session, Look(), Settings(full.settings.file.with_name("late.ini")))
    qtbot.addWidget(window)
    session.start()
    qtbot.waitUntil(lambda: window.list.list.model().rowCount() > 1)
    window.list.list.choose([first])
    window.room.show_article(first)
    session.open_article(other)  # somebody goes elsewhere before the list is seen
    window.list.list.choose([other])
    done: list[bool] = []
    window.room.first_paint.then(lambda: done.append(True))
    qtbot.waitUntil(lambda: done == [True])
    assert session.reading is not None
    assert session.reading.article.id == other
    session.close()


def test_a_line_that_is_pressed_is_read(qtbot: QtBot, full: Window) -> None:
    rows = full.list.list
    qtbot.waitUntil(lambda: full.session.reading is not None and full.room.first_paint.done)
    for number in full.session.workbench.library.article_ids():
        click(rows.viewport(), rows.visualRect(full.library_pane.list_model.index_of(number)).center())
        qtbot.waitUntil(lambda number=number: full.session.reading.article.id == number)  # type: ignore[misc,union-attr]
        assert rows.chosen() == (number,)


def test_an_events_line_that_is_pressed_shows_its_first_article(qtbot: QtBot, full: Window) -> None:
    rows, model = full.list.list, full.library_pane.list_model
    (event,) = full.session.workbench.library.events()
    alone = next(number for number in full.session.workbench.library.article_ids() if number not in event.group.articles)
    qtbot.waitUntil(lambda: full.session.reading is not None and full.room.first_paint.done)
    full.session.open_article(alone)
    rows.choose([alone])
    click(rows.viewport(), rows.visualRect(model.index(0)).center())
    assert rows.chosen_event() == event.id
    qtbot.waitUntil(lambda: full.session.reading.article.id == model.members(event.id)[0])  # type: ignore[union-attr]
