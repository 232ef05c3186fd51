"""An empty window loads the reader ahead, a piece a turn."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefing_app.ui.theme import Look, Type
from briefing_app.ui.window import Window
from briefing_app.ui.window.warming import warm_reader, warm_types

PIECES = ("warming_piece_one", "warming_piece_two")


@pytest.fixture
def pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Two modules that nobody has loaded."""
    for name in PIECES:
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
        monkeypatch.setitem(sys.modules, name, sys)  # taken out again after the test
        del sys.modules[name]
    monkeypatch.syspath_prepend(tmp_path)
    return PIECES


def test_one_piece_a_turn_and_then_the_whole(qtbot: QtBot, pieces: tuple[str, ...]) -> None:
    first, second = pieces
    parent, made = QObject(), list[str]()
    warm_reader(parent, lambda: made.append(second), pieces)
    assert first in sys.modules
    assert second not in sys.modules
    qtbot.waitUntil(lambda: second in sys.modules)
    assert not made
    qtbot.waitUntil(lambda: made == [second])


def test_it_ends_with_its_window(qtbot: QtBot, pieces: tuple[str, ...]) -> None:
    first, second = pieces
    parent, made = QObject(), list[str]()
    warm_reader(parent, lambda: made.append(first), pieces)
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    qtbot.wait(60)
    assert not made
    assert first in sys.modules
    assert second not in sys.modules


def test_an_empty_window_makes_its_reader_ahead(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.library_pane.reads)
    assert "briefing_app.ui.session.reading" in sys.modules
    assert window.library_pane.welcoming


def test_every_type_is_asked_for_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent, look = QObject(), Look()
    asked: list[Type] = []
    font = look.font
    monkeypatch.setattr(look, "font", lambda kind: asked.append(kind) or font(kind))
    warm_types(look, parent, ((Type.UI, "a"), (Type.TITLE, "数")))
    assert asked == [Type.UI]
    qtbot.waitUntil(lambda: asked == [Type.UI, Type.TITLE])
