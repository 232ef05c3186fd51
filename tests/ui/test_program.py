"""Several windows and several libraries in one program: opening, switching, reading only, closing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from briefing_app.library import Library
from briefing_app.model.edit import MarkStarred
from briefing_app.model.errors import LibraryCorrupt, StorageFailed
from briefing_app.pipeline import Workbench
from briefing_app.ui.program import Program
from briefing_app.ui.settings import MOST_LIBRARIES, Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from tests.ui.conftest import settled
from tests.ui.test_main_job import CONTROL, press

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def program(qapp: QApplication, settings: Settings) -> Iterator[Program]:
    assert qapp is not None
    made = Program(settings, Look())
    yield made
    made.close()


@pytest.fixture
def folder(stocked: Path, tmp_path: Path) -> Path:
    """A library of four articles."""
    return Path(shutil.copytree(stocked, tmp_path / "news"))


def shown(qtbot: QtBot, window: Window, articles: int) -> Window:
    qtbot.waitUntil(lambda: not window.session.long_jobs.busy and window.session.following.total == articles)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_second_window_shares_the_library_and_stands_at_the_same_article(qtbot: QtBot, program: Program, folder: Path) -> None:
    one = shown(qtbot, program.open(folder), 4)
    qtbot.waitUntil(lambda: settled(one))
    number = one.session.workbench.library.rows()[2].id
    one.session.open_article(number)
    one.list.list.setFocus()
    press(qtbot, Qt.Key.Key_N, CONTROL | SHIFT)
    assert len(program.windows) == 2
    two = program.windows[1]
    assert two.session.workbench is one.session.workbench
    qtbot.waitUntil(lambda: two.session.reading is not None)
    assert two.session.reading is not None
    assert two.session.reading.article.id == number
    one.close()
    assert program.windows == (two,)
    two.session.marking.toggle_star((number,))
    qtbot.waitUntil(lambda: two.session.reading is not None and two.session.reading.starred)
    two.close()
    assert program.windows == ()
    Library.open(folder).close()


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps the folder of an open file in place")
def test_a_library_that_is_moved_away_is_told_and_opened_where_it_lies(
    qtbot: QtBot, program: Program, folder: Path, tmp_path: Path, settings: Settings
) -> None:
    window = shown(qtbot, program.open(folder), 4)
    qtbot.waitUntil(lambda: settled(window))
    said: list[str] = []
    window.session.said.connect(said.append)
    folder.rename(tmp_path / "moved")
    qtbot.waitUntil(lambda: "no longer at" in window.trouble.words)
    window.session.fail(StorageFailed("The index could not be read.", "Try again."))
    assert "no longer at" in window.trouble.words, "all else comes of it"
    window.trouble.hide()
    window.session.editing.apply(MarkStarred((window.session.workbench.library.rows()[0].id,), True), "Starred")
    qtbot.waitUntil(window.trouble.isVisible)
    window.reopen_wanted.emit()
    assert said == []
    assert not folder.exists()
    window.library_wanted.emit(tmp_path / "moved", False)
    (again,) = program.windows
    shown(qtbot, again, 4)
    assert not again.session.read_only
    assert settings.libraries()[0] == (tmp_path / "moved").resolve()
    assert not folder.exists()


def test_two_libraries_in_one_program(qtbot: QtBot, program: Program, folder: Path, tmp_path: Path, settings: Settings) -> None:
    one = shown(qtbot, program.open(folder), 4)
    two = shown(qtbot, program.open(tmp_path / "other"), 0)
    assert (one.windowTitle(), two.windowTitle()) == ("news – Briefing", "other – Briefing")
    assert one.session.workbench is not two.session.workbench
    assert settings.libraries() == ((tmp_path / "other").resolve(), folder.resolve())


def test_another_library_takes_the_windows_place(
    qtbot: QtBot, program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = shown(qtbot, program.open(tmp_path / "other"), 0)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(folder))
    one.top.field.setFocus()
    press(qtbot, Qt.Key.Key_O, CONTROL | ALT)
    (window,) = program.windows
    assert window.session.workbench.library.folder == folder.resolve()
    shown(qtbot, window, 4)


def test_a_new_library_is_made(qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = shown(qtbot, program.open(tmp_path / "other"), 0)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "fresh"), ""))
    one.top.field.setFocus()
    press(qtbot, Qt.Key.Key_N, CONTROL | ALT)
    (window,) = program.windows
    assert window.windowTitle() == "fresh – Briefing"
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(full), ""))
    shown(qtbot, window, 0)
    window.top.field.setFocus()
    press(qtbot, Qt.Key.Key_N, CONTROL | ALT)
    assert window.trouble.words == "full holds other files. Give the library a folder of its own."
    assert [path.name for path in full.iterdir()] == ["letter.txt"]


def test_a_folder_without_a_library_is_told_and_stays_untouched(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window = shown(qtbot, program.open(tmp_path / "other"), 0)
    empty = tmp_path / "empty"
    empty.mkdir()
    window.library_wanted.emit(empty, False)
    assert "There is no library in" in window.trouble.words
    assert window.trouble._step.text() == "New library …"
    assert list(empty.iterdir()) == []
    assert program.windows == (window,)


def test_a_damaged_library_is_told_and_the_window_stays(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window = shown(qtbot, program.open(tmp_path / "other"), 0)
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "library.sqlite").write_bytes(b"no database" * 100)
    window.library_wanted.emit(damaged, False)
    assert window.trouble.isVisible()
    assert window.trouble._step.text() == "Open library …"
    assert program.windows == (window,)
    with pytest.raises(LibraryCorrupt):
        program.open(damaged)


def test_a_held_library_is_read_and_opens_for_writing_when_it_is_free(qtbot: QtBot, program: Program, folder: Path) -> None:
    holder = Workbench.open(folder)
    window = shown(qtbot, program.open(folder), 4)
    assert window.session.read_only
    assert "open for reading only" in window.trouble.words
    window.trouble._step.click()
    assert program.windows == (window,)
    assert "open for reading only" in window.trouble.words
    holder.close()
    window.trouble._step.click()
    (fresh,) = program.windows
    assert fresh is not window
    assert not fresh.session.read_only
    shown(qtbot, fresh, 4)


def test_a_library_that_nobody_may_write_to_is_read_and_opens_for_writing_when_it_may(
    qtbot: QtBot, program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    say = Window.show_trouble
    monkeypatch.setattr(Window, "show_trouble", lambda window, trouble: (told.append(trouble.sentence), say(window, trouble)))
    lock = folder / "lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()  # no file of that name can be written, whoever asks
    window = shown(qtbot, program.open(folder), 4)
    assert window.session.read_only
    assert f"The library {folder} cannot be written to" in window.trouble.words
    assert len(told) == 1, "no other program has it, and nothing says so"
    window.trouble._step.click()
    assert program.windows == (window,)
    assert "It is open for reading only" in window.trouble.words
    lock.rmdir()
    window.trouble._step.click()
    (fresh,) = program.windows
    assert not fresh.session.read_only
    shown(qtbot, fresh, 4)


def test_a_newer_library_is_read_and_says_why(qtbot: QtBot, program: Program, folder: Path) -> None:
    library = Library.open(folder)
    with library._database.writing() as connection:
        connection.execute("PRAGMA user_version = 999")
    library.close()
    window = program.open(folder)
    assert window.session.read_only
    assert "newer version" in window.trouble.words
    assert window.trouble._step.isHidden()
    qtbot.waitUntil(lambda: window.session.following.total == 4)


def test_recent_libraries_are_chosen_in_the_palette(qtbot: QtBot, program: Program, folder: Path, tmp_path: Path) -> None:
    program.open(folder).close()
    window = shown(qtbot, program.open(tmp_path / "other"), 0)
    window.top.field.setFocus()
    press(qtbot, Qt.Key.Key_R, CONTROL | ALT)
    assert window.finding is not None
    qtbot.waitUntil(lambda: window.finding is not None and window.finding.settled)
    assert window.finding.list.currentIndex().data() == "news"
    press(qtbot, Qt.Key.Key_Return)
    assert [one.windowTitle() for one in program.windows] == ["news – Briefing"]


@pytest.mark.parametrize("stays", [True, False])
def test_the_last_window_asks_before_it_ends_an_import(qtbot: QtBot, program: Program, tmp_path: Path, articles: Path, stays: bool) -> None:
    window = shown(qtbot, program.open(tmp_path / "other"), 0)

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.buttons()[1 if stays else 0].click()

    window.session.long_jobs.import_paths([articles])
    QTimer.singleShot(0, answer)
    assert window.close() is not stays
    assert len(program.windows) == stays


def test_an_import_that_ends_by_itself_answers_the_question(qtbot: QtBot, program: Program, tmp_path: Path, articles: Path) -> None:
    window = shown(qtbot, program.open(tmp_path / "other"), 0)
    asked: list[object] = []
    window.session.long_jobs.import_paths([articles])
    QTimer.singleShot(0, lambda: asked.append(QApplication.activeModalWidget()))
    assert window.close()
    assert [isinstance(box, QMessageBox) for box in asked] == [True]
    assert program.windows == ()
    library = Library.open(tmp_path / "other", read_only=True)
    assert library.article_count() == 4
    library.close()


def test_quit_closes_all(qtbot: QtBot, program: Program, folder: Path, tmp_path: Path) -> None:
    program.open(folder)
    window = shown(qtbot, program.open(tmp_path / "other"), 0)
    window.top.field.setFocus()
    press(qtbot, Qt.Key.Key_Q, CONTROL)
    assert program.windows == ()


def test_the_oldest_libraries_are_forgotten(settings: Settings, tmp_path: Path) -> None:
    for number in range(20):
        settings.remember_library(tmp_path / str(number))
    settings.remember_library(tmp_path / "18")
    assert [folder.name for folder in settings.libraries()[:3]] == ["18", "19", "17"]
    assert len(settings.libraries()) == MOST_LIBRARIES


def test_damaged_settings_are_told_and_kept(qtbot: QtBot, qapp: QApplication, folder: Path, tmp_path: Path) -> None:
    assert qapp is not None
    (tmp_path / "damaged.json").write_bytes(b'{"theme": "dark", "keys"')
    settings = Settings(tmp_path / "damaged.json")
    program = Program(settings, Look())
    try:
        window = program.open(folder)
        assert "settings could not be read" in window.trouble.words
        assert str(settings.set_aside) in window.trouble.words
        window.another_wanted.emit()
        assert not program.windows[1].trouble.isVisible()
        qtbot.waitUntil(lambda: window.session.following.total == 4)
    finally:
        program.close()
    assert Settings(tmp_path / "damaged.json").libraries() == (folder.resolve(),)
    assert (tmp_path / "damaged.json.damaged").read_bytes() == b'{"theme": "dark", "keys"'
