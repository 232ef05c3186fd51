"""A watched folder in the window: what comes into it becomes an article by itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefing_app.pipeline import ImportReport, Workbench, watched
from briefing_app.ui.actions import ACTIONS
from briefing_app.ui.jobs import Done, Failed
from briefing_app.ui.session import watching
from briefing_app.ui.session.watching import Watching
from briefing_app.ui.window import Window


def test_what_comes_into_the_folder_is_imported(qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "old.txt").write_text("The ferry sails again.\n\nIt was away for a week.", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    rows = {row.id: row for row in ACTIONS}
    window.do(rows["watch_folder"])
    library = window.session.workbench.library
    qtbot.waitUntil(lambda: len(library.article_ids()) == 1)
    (folder / "new.txt").write_text("A storm passed over Lindow.\n\nNobody was hurt.", encoding="utf-8")
    qtbot.waitUntil(lambda: len(library.article_ids()) == 2)
    folder.rename(tmp_path / "elsewhere")
    qtbot.waitUntil(lambda: "not there any more" in window.trouble.words)
    assert str(folder) in window.trouble.words
    (tmp_path / "elsewhere").rename(folder)
    qtbot.waitUntil(lambda: not window.trouble.isVisible(), timeout=60_000)
    assert rows["stop_watching"].enabled(window)
    window.do(rows["stop_watching"])
    assert window.session.long_jobs.watched is None


def test_what_comes_while_others_are_imported_is_seen_afterwards(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (watched, watching):
        monkeypatch.setattr(module, "SETTLED_S", 0.05)
    taken: list[str] = []
    ends: list[Done] = []

    def take(paths: Sequence[Path], done: Done, _failed: Failed) -> None:
        taken.extend(path.name for path in paths)
        ends.append(done)

    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "first.txt").write_text("The ferry sails again.", encoding="utf-8")
    watching_it = Watching(workbench.library, take)
    watching_it.watch(folder)
    qtbot.waitUntil(lambda: taken == ["first.txt"])
    watching_it._system.blockSignals(True)  # the system has told of it once, and that was before the import ended
    (folder / "second.txt").write_text("A storm passed.", encoding="utf-8")
    watching_it.look()
    assert taken == ["first.txt"]
    ends[0](ImportReport())
    qtbot.waitUntil(lambda: taken == ["first.txt", "second.txt"])
    watching_it.close()
