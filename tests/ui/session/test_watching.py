"""A watched folder in the window: what comes into it becomes an article by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefing_app.ui.actions import ACTIONS
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
    assert rows["stop_watching"].enabled(window)
    window.do(rows["stop_watching"])
    assert window.session.long_jobs.watched is None
