"""An edit is seen before the disk has it, and is on the disk before its window has closed."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.ui.library.model import Role
from briefing_app.ui.window import Window


class SlowDisk:
    """A disk that takes nothing until it may; ``asked`` counts what it was told to take, ``taken`` what it has."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.asked = self.taken = 0

    def take(self, _handle: int) -> None:
        self.asked += 1
        self.may.wait(250)
        self.taken += 1


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    """The disk under the log of edits."""
    slow = SlowDisk()
    monkeypatch.setattr(os, "fdatasync", slow.take, raising=False)
    yield slow
    slow.may.set()


def starred(window: Window) -> bool:
    entry = window.list.list.currentIndex().data(Role.ENTRY)
    return entry is not None and entry.row.starred


@pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="needs a system that has a call for the log alone")
def test_stars_are_seen_while_the_disk_is_busy_and_last_when_the_window_closes(qtbot: QtBot, full: Window, disk: SlowDisk) -> None:
    (article,) = full.list.list.chosen()
    for wanted in (True, False, True):
        full.session.marking.toggle_star((article,))
        qtbot.waitUntil(lambda wanted=wanted: starred(full) is wanted)
    qtbot.waitUntil(lambda: disk.asked > 0)
    assert disk.taken == 0
    disk.may.set()
    full.session.editing.close()
    assert disk.taken == disk.asked
