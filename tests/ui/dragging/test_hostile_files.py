"""Hostile and broken files dropped on a real window: each comes in or is told with its reason, and the window goes on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from pytestqt.qtbot import QtBot

from briefing_app.pipeline.import_report import ImportReport
from briefing_app.ui.window import Window
from tests.pipeline.test_bad_input import BAD, GOOD
from tests.ui.dragging.test_dragging import drop, enter

PATIENCE_MS = 120_000


def dropped(qtbot: QtBot, window: Window, urls: list[QUrl]) -> ImportReport:
    """What came of dropping files."""
    data = QMimeData()
    data.setUrls(urls)
    _, accepted = enter(window, data)
    assert accepted
    with qtbot.waitSignal(window.session.long_jobs.imported, timeout=PATIENCE_MS) as told:
        drop(window, data)
    report: ImportReport = told.args[0]
    return report


def test_every_file_comes_in_or_is_told_with_its_reason(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    paths = [tmp_path / name for name, _, _ in BAD]
    for path, (_, content, _) in zip(paths, BAD, strict=True):
        path.write_bytes(content)
    good = tmp_path / "next.txt"
    good.write_text(GOOD, encoding="utf-8")
    gone, folder = tmp_path / "gone.txt", tmp_path / "empty"
    folder.mkdir()
    report = dropped(qtbot, window, [QUrl.fromLocalFile(str(path)) for path in (*paths, gone, folder, good)])
    skipped = {Path(one.path).relative_to(tmp_path).parts[0]: one.code for one in report.skipped}
    assert all(one.reason for one in report.skipped)
    for name, _, allowed in BAD:
        assert skipped.get(name) in allowed, f"{name}: {skipped.get(name)}"
    assert "gone.txt" in skipped
    assert any(Path(one.path).name == "next.txt" for one in report.imported)
    assert window.trouble.isVisible()
    assert window.session.long_jobs.running == ()
    qtbot.waitUntil(window.list.isVisible)  # the list shows what came in a moment after the report


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_name_that_is_no_utf_8(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/f\xe4hre.txt"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 (the name is bytes)
        file.write(GOOD)
    url = QUrl.fromEncoded(QByteArray(b"file://" + name.replace(b"\xe4", b"%E4")))
    report = dropped(qtbot, window, [url])
    assert [one.path.endswith("f\\xe4hre.txt") for one in report.imported] == [True], report.skipped
