"""What a library gets without being asked: a look at the database, and a backup a day."""

from __future__ import annotations

import os
import sys
import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from briefing_app.library import Library
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.session.library_jobs import LibraryJobs
from briefing_app.ui.session.looking_after import LookingAfter
from briefing_app.ui.window import Window


def test_a_backup_is_made_when_it_is_due(qtbot: QtBot, full: Window) -> None:
    library = full.session.workbench.library
    jobs = LibraryJobs(full.session.workbench)
    care = LookingAfter(jobs)
    care.back_up_when_due()
    qtbot.waitUntil(lambda: len(library.backups()) == 1)
    qtbot.waitUntil(lambda: not jobs.running)
    care.back_up_when_due()
    assert not jobs.running
    long_ago = time.time() - 2 * 86_400
    os.utime(library.backups()[0].path, (long_ago, long_ago))
    assert library.backup_due()
    care.close()
    jobs.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps the folder of an open file in place")
def test_a_daily_backup_of_a_library_that_was_replaced_is_refused_and_told(qtbot: QtBot, full: Window) -> None:
    folder = full.session.workbench.library.folder
    care = LookingAfter(LibraryJobs(full.session.workbench))
    told: list[Trouble] = []
    care.troubled.connect(told.append)
    folder.rename(folder.with_name("moved"))
    Library.open(folder).close()
    care.back_up_when_due()
    qtbot.waitUntil(lambda: bool(told))
    assert "The daily backup was not made: The library is no longer at" in told[0].sentence
    assert told[0].verb == "open_library"
    assert not (folder / "backups").exists()
    care.close()


def test_a_damaged_database_is_told(qtbot: QtBot, full: Window) -> None:
    library = full.session.workbench.library
    with library._database.writing() as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 2 WHERE name = 'article_title'")
    care = LookingAfter(LibraryJobs(full.session.workbench))
    told: list[Trouble] = []
    care.troubled.connect(told.append)
    library.unclean = True
    care.look()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].verb == "restore_backup"
    care.close()


def test_nothing_is_begun_once_it_is_closed(full: Window) -> None:
    care = LookingAfter(LibraryJobs(full.session.workbench))
    assert any(timer.isActive() for timer in care.findChildren(QTimer))
    care.close()
    assert not any(timer.isActive() for timer in care.findChildren(QTimer))
