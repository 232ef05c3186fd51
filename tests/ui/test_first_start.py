"""An empty library says how to begin, an empty shelf why it is empty, and the sample library fills itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from briefing_app import paths
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.actions import Where
from briefing_app.ui.actions.table import Hinted
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.library.empty_words import empty_words
from briefing_app.ui.program import Program
from briefing_app.ui.session import Pane
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from briefing_app.ui.window.missing_words import missing_words
from briefing_app.ui.window.welcome import WayButton
from tests.ui.conftest import COUNCIL


def focused_way() -> str:
    """The id of the way to begin that the keys go to."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, WayButton)
    return widget.way.row.id


def press(qtbot: QtBot, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key)


def test_an_empty_library_offers_ways_to_begin(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.library_pane.welcoming and focused_way() == "sample")
    press(qtbot, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: focused_way() == "tour")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_K)
    press(qtbot, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: focused_way() == "sample")
    with qtbot.waitSignal(window.library_wanted) as wanted:
        press(qtbot, Qt.Key.Key_Return)
    assert wanted.args == [paths.sample_library(), True]


def test_ways_that_name_their_keys_anew_keep_the_focus_below_a_dialog(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.library_pane.welcoming and isinstance(QApplication.focusWidget(), WayButton))
    press(qtbot, Qt.Key.Key_J)
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    window.keymap.changed.emit()
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert focused_way() == "tour"


def test_other_panes_lead_back_to_it(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.library_pane.welcoming)
    window.session.go(Pane.COMPARE)
    assert "Ctrl+O" in window.compare._empty.text()
    window.session.go(Pane.BRIEFING)
    assert "Ctrl+O" in window.briefing._empty.text()
    window.session.go(Pane.LIBRARY)
    assert focused_way() == "sample"


def test_the_first_article_takes_its_place(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: window.library_pane.welcoming)
    one = tmp_path / "one.txt"
    one.write_text(COUNCIL, encoding="utf-8")
    window.session.long_jobs.import_paths([one])
    qtbot.waitUntil(lambda: not window.library_pane.welcoming and window.session.reading is not None)
    assert QApplication.focusWidget() is window.list.list


def test_the_trash_of_an_empty_library_can_be_seen(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.library_pane.welcoming)
    window.session.following.choose(Shelf(ShelfKind.TRASH))
    qtbot.waitUntil(lambda: not window.library_pane.welcoming)
    assert window.list._empty.isVisible()
    assert "trash is empty" in window.list._empty.text()


@pytest.mark.parametrize("kind", list(ShelfKind))
def test_every_shelf_says_why_it_is_empty(full: Window, kind: ShelfKind) -> None:
    words = empty_words(kind, full.keymap.shown)
    assert words
    assert "%" not in words


def test_what_is_missing_is_said_by_what_is_there(full: Window) -> None:
    said = [missing_words(count, full.keymap.shown) for count in (0, 1, 5)]
    assert len(set(said)) == 3
    assert "press x" in said[2][0]


@pytest.mark.parametrize("pane", [Pane.COMPARE, Pane.BRIEFING])
def test_a_pane_that_shows_nothing_names_none_of_its_keys(qtbot: QtBot, window: Window, pane: Pane) -> None:
    qtbot.waitUntil(lambda: window.has_keys)
    window.session.go(pane)
    assert window.status._hints == window.keymap.hints(Where.ANYWHERE)


@pytest.mark.parametrize(("pane", "place"), [(Pane.COMPARE, Level.MATRIX), (Pane.BRIEFING, Where.BRIEFING)])
def test_its_keys_are_named_once_something_is_shown(qtbot: QtBot, full: Window, pane: Pane, place: Hinted) -> None:
    qtbot.waitUntil(lambda: full.has_keys)
    full.session.go(pane)
    qtbot.waitUntil(lambda: full.status._hints == full.keymap.hints(place))


def test_nothing_found_proposes_what_is(qtbot: QtBot, full: Window) -> None:
    searching = full.session.searching
    full.top.field.setFocus()
    full.top.field.setText('"cranes of the mayor"')
    qtbot.waitUntil(lambda: searching.found is not None and bool(searching.found.advice))
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: searching.found is not None and searching.found.result.total > 0)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    assert qapp is not None
    made = Program(Settings(tmp_path / "settings.json"), Look())
    yield made
    made.close()


def test_the_sample_library_fills_itself(qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    own = program.open(tmp_path / "own")
    qtbot.waitUntil(lambda: own.library_pane.welcoming)
    own.library_pane.welcome.findChildren(WayButton)[0].click()
    sample = program.active
    assert sample is not None
    assert sample is not own
    qtbot.waitUntil(lambda: sample.session.following.total == 16)
    assert sample.session.workbench.library.folder == paths.sample_library().resolve()
    assert not list((tmp_path / "own" / "originals").rglob("*.html"))
