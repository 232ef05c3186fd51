"""The window goes on following its library after a disk that did not answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.library import Library
from briefing_app.model.edit import MarkStarred
from briefing_app.model.errors import StorageFailed
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.session import following
from briefing_app.ui.window import Window


@pytest.fixture
def silent_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """No change can be read from the library until it is undone."""
    disk = pytest.MonkeyPatch()

    def no_answer(_library: Library, _after: int, _most: int) -> NoReturn:
        raise StorageFailed("The database stayed busy.", "Try again in a moment.")

    monkeypatch.setattr(following, "_POLL_AFTER_TROUBLE_MS", 50)
    disk.setattr(Library, "changes_after", no_answer)
    yield disk
    disk.undo()


def test_a_feed_that_fails_is_told_once_and_read_again(qtbot: QtBot, full: Window, silent_disk: pytest.MonkeyPatch) -> None:
    told: list[Trouble] = []
    full.session.troubled.connect(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    qtbot.wait(300)
    assert [trouble.sentence for trouble in told] == ["The database stayed busy."]
    silent_disk.undo()
    number = full.session.workbench.library.rows()[0].id
    seen = full.session.following.seen
    full.session.workbench.library.apply(MarkStarred((number,), True))  # as another program would, past this window
    qtbot.waitUntil(lambda: full.session.following.seen > seen)
