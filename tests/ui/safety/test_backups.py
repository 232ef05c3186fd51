"""The backups in the window: made, shown, checked, and brought back in the place of the library."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.library import Library
from briefing_app.library.backup import BackupFacts, KeptBackup
from briefing_app.model.edit import TrashArticles
from briefing_app.model.errors import LibraryCorrupt
from briefing_app.model.ids import ArticleId
from briefing_app.ui.actions import ACTIONS
from briefing_app.ui.program import Program, ask_for_library
from briefing_app.ui.safety.model import BackupModel
from briefing_app.ui.safety.view import BackupsDialog
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from tests.factories import NOON
from tests.ui.test_main_job import CONTROL, press


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    assert qapp is not None
    made = Program(Settings(tmp_path / "settings.json"), Look())
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, program: Program, stocked: Path, tmp_path: Path) -> Window:
    """A window of the whole program on a library of four articles."""
    window = program.open(Path(shutil.copytree(stocked, tmp_path / "news")))
    shown(qtbot, window)
    return window


def shown(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.session.following.total == 4 and not window.session.long_jobs.busy)


def open_backups(qtbot: QtBot, window: Window) -> BackupsDialog:
    window.list.list.setFocus()
    press(qtbot, Qt.Key.Key_B, CONTROL | Qt.KeyboardModifier.AltModifier)
    dialog = next(one for one in window.findChildren(BackupsDialog) if one.isVisible())
    assert isinstance(dialog, BackupsDialog)
    return dialog


def answer(qtbot: QtBot, button: int) -> None:
    """Press a button of the question that comes up next."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            qtbot.mouseClick(box.buttons()[button], Qt.MouseButton.LeftButton)
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


def test_the_model(qtmodeltester: ModelTester) -> None:
    model = BackupModel()
    model.show([KeptBackup(Path("a"), BackupFacts(NOON, 1_234, 1, 5_000_000))])
    qtmodeltester.check(model)
    assert "1 note" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(0, 3).data() == "5.0 MB"


def test_a_backup_is_made_listed_and_brought_back(qtbot: QtBot, program: Program, opened: Window) -> None:
    dialog = open_backups(qtbot, opened)
    assert "no automatic backup yet" in dialog.said
    assert not dialog.restore.isEnabled()
    qtbot.mouseClick(dialog.button("back_up_now"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.table.model().rowCount() == 1)
    assert "once a day" in dialog.said
    qtbot.waitUntil(dialog.restore.isEnabled)
    opened.session.editing.apply(TrashArticles((ArticleId(1),), True))
    qtbot.waitUntil(lambda: opened.session.following.total == 3)
    answer(qtbot, 0)
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(program.windows) and program.windows[0] is not opened)
    (window,) = program.windows
    qtbot.waitUntil(lambda: "backup is back" in window.status.accessibleName())
    shown(qtbot, window)
    assert len(list(window.session.workbench.library.folder.parent.glob("news.before-*"))) == 1
    assert len(window.session.keeping.backups) == 1


def test_a_backup_that_is_not_wanted_after_all_leaves_everything(qtbot: QtBot, program: Program, opened: Window, tmp_path: Path) -> None:
    with qtbot.waitSignal(opened.session.keeping.backed_up):
        opened.session.keeping.back_up(tmp_path / "mine.briefing-backup")
    answer(qtbot, 1)
    with qtbot.waitSignal(opened.session.keeping.staged):
        opened.session.keeping.stage(tmp_path / "mine.briefing-backup")
    assert program.windows == (opened,)
    assert not list(tmp_path.glob("news.*"))


def test_a_damaged_backup_is_named(qtbot: QtBot, program: Program, opened: Window, tmp_path: Path) -> None:
    (tmp_path / "torn.briefing-backup").write_bytes(b"no backup")
    opened.session.keeping.stage(tmp_path / "torn.briefing-backup")
    qtbot.waitUntil(opened.trouble.isVisible)
    assert "torn.briefing-backup is damaged" in opened.trouble.words
    assert program.windows == (opened,)


def test_a_backup_goes_where_the_analyst_says(qtbot: QtBot, full: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "kept"), ""))
    dialog = open_backups(qtbot, full)
    with qtbot.waitSignal(full.session.keeping.backed_up):
        qtbot.mouseClick(dialog.button("back_up"), Qt.MouseButton.LeftButton)
    assert (tmp_path / "kept.briefing-backup").is_file()
    dialog.accept()


def test_enter_makes_a_backup_and_the_dialog_says_so(qtbot: QtBot, full: Window) -> None:
    dialog = open_backups(qtbot, full)
    assert dialog.outcome == ""
    dialog.button("back_up_now").setFocus()
    with qtbot.waitSignal(full.session.keeping.backed_up):
        qtbot.keyClick(dialog.button("back_up_now"), Qt.Key.Key_Return)
    assert "backed up" in dialog.outcome
    qtbot.waitUntil(lambda: dialog.button("verify").isEnabled())
    next(full.session.workbench.library.folder.glob("originals/??/*")).unlink()
    dialog.button("verify").setFocus()
    with qtbot.waitSignal(full.session.keeping.checked):
        qtbot.keyClick(dialog.button("verify"), Qt.Key.Key_Return)
    assert "is missing" in dialog.outcome
    dialog.accept()


def test_every_byte_is_checked_and_what_is_lost_is_named(qtbot: QtBot, full: Window) -> None:
    with qtbot.waitSignal(full.session.keeping.checked):
        full.session.keeping.check()
    assert "4 articles" in full.status.accessibleName()
    next(full.session.workbench.library.folder.glob("originals/??/*")).unlink()
    with qtbot.waitSignal(full.session.keeping.checked):
        full.session.keeping.check()
    assert full.trouble.isVisible()
    assert "is missing" in full.trouble.words
    assert full.trouble._verb is not None
    assert full.trouble._verb.id == "restore_backup"


def test_everything_goes_out_in_open_formats_and_opens_as_a_new_library(
    qtbot: QtBot, program: Program, opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [tmp_path / "out", tmp_path / "again"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(names.pop(0)), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path / "out"))
    rows = {row.id: row for row in ACTIONS}
    with qtbot.waitSignal(opened.session.keeping.taken_out):
        opened.do(rows["export_all"])
    assert (tmp_path / "out" / "articles.csv").is_file()
    qtbot.waitUntil(lambda: not opened.session.long_jobs.running)
    opened.do(rows["import_all"])
    qtbot.waitUntil(lambda: [one.windowTitle() for one in program.windows] == ["again – Briefing"])
    shown(qtbot, program.windows[0])


def test_a_folder_that_is_no_export_is_said(full: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path))
    full.do(next(row for row in ACTIONS if row.id == "import_all"))
    assert "not the export of a library" in full.trouble.words


@pytest.mark.parametrize("torn", [False, True])
def test_a_library_that_does_not_open_is_brought_back_before_there_is_a_window(
    qapp: QApplication, stocked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, torn: bool
) -> None:
    assert qapp is not None
    folder = Path(shutil.copytree(stocked, tmp_path / "news"))
    library = Library.open(folder)
    library.back_up(tmp_path / "kept.briefing-backup", lambda _done, _total: None)
    library.close()
    (folder / "library.sqlite").write_bytes(b"\xa5" * 5_000)
    if torn:
        (tmp_path / "kept.briefing-backup").write_bytes(b"no backup")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(tmp_path / "kept.briefing-backup"), ""))
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, words: told.append(words))

    def press_back() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            next(button for button in box.buttons() if button.text().startswith("Bring")).click()
        else:
            QTimer.singleShot(50, press_back)

    QTimer.singleShot(50, press_back)
    with pytest.raises(LibraryCorrupt) as caught:
        Library.open(folder)
    assert ask_for_library(caught.value, folder) == folder
    if torn:
        assert "damaged" in told[0]
        assert not list(tmp_path.glob("news.*"))
    else:
        opened = Library.open(folder)
        assert opened.article_count() == 4
        opened.close()
        assert told == []
