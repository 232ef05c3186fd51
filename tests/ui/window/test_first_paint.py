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
    qtbot.waitUntil(lambda: "two" in view.seen, timeout=5000)
    assert view.seen[0] == "painted"
    assert [word for word in view.seen if word != "painted"] == ["one", "two"]
    first.then(lambda: view.seen.append("three"))
    qtbot.waitUntil(lambda: "three" in view.seen, timeout=5000)


def test_a_list_that_nobody_sees_holds_nothing_up(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel())
    done: list[bool] = []
    FirstPaint(view).then(lambda: done.append(True))
    qtbot.waitUntil(lambda: done == [True], timeout=5000)


def test_a_window_closed_at_once_keeps_the_place_that_it_was_to_stand_at(qtbot: QtBot, full: Window, workbench: Workbench) -> None:
    number = workbench.library.article_ids()[2]
    session = Session(workbench)
    window = Window(session, Look(), Settings(full.settings.file.with_name("two.ini")))
    qtbot.addWidget(window)
    Restoring(window, Place(pane=Pane.LIBRARY, article=number, chosen=(number,), query=""))
    assert place_of(window).article == number
    session.start()
    window.show()
    qtbot.waitUntil(lambda: session.reading is not None, timeout=20_000)
    assert place_of(window).article == number
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)
    session.close()


def test_a_key_that_is_pressed_before_the_list_is_painted_means_what_it_always_means(qtbot: QtBot, workbench: Workbench) -> None:
    session = Session(workbench)
    window = Window(session, Look(), Settings(workbench.library.folder.parent / "early.ini"))
    qtbot.addWidget(window)
    assert not window.has_keys
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    shown = not window.sidebar.isHidden()
    qtbot.keyClick(window.list.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.isHidden() is shown
    session.close()
