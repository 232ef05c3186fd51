"""What is asked for ahead: the libraries that the window runs from, whatever stands in the way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.ui import ahead


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is mapped")
def test_qt_s_libraries_are_named_once(qtbot: QtBot) -> None:
    assert qtbot is not None
    found = list(ahead.libraries())
    assert any("Qt6Widgets" in file.name for file in found)
    assert len(found) == len(set(found))


def test_a_library_that_was_replaced_and_a_system_that_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "maps"
    told.write_text(
        "7f00-7f01 r-xp 00000000 fe:00 1 /gone/with space.so (deleted)\n7f01-7f02 rw-p 00000000 00:00 0 [heap]\n", encoding="utf-8"
    )
    monkeypatch.setattr(ahead, "_MAPPINGS", told)
    assert list(ahead.libraries()) == [Path("/gone/with space.so (deleted)")]
    ahead.read_ahead()
    monkeypatch.setattr(ahead, "_MAPPINGS", tmp_path / "none")
    assert list(ahead.libraries()) == []
