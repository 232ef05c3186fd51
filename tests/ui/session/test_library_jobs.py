"""Long jobs: every window of a library shows all of them, each can be stopped, and a failure offers its next step."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.errors import StorageFailed
from briefing_app.pipeline import Job, Progress, Stage, Workbench
from briefing_app.pipeline.unfinished import UnfinishedImports
from briefing_app.ui.error_text import trouble_of
from briefing_app.ui.session import Pane, Session, library_jobs
from briefing_app.ui.session.library_jobs import JobKind, LibraryJobs, Running
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from briefing_app.ui.window.jobs_popover import JobLine, JobsPopover
from briefing_app.ui.window.status_text import job_words, jobs_words
from tests.ui.conftest import settled
from tests.ui.test_main_job import press


@pytest.fixture
def pair(qtbot: QtBot, workbench: Workbench, tmp_path: Path) -> Iterator[tuple[Window, Window]]:
    """Two windows on one library."""
    jobs = LibraryJobs(workbench)
    made = []
    for name in ("one", "two"):
        session = Session(workbench, jobs)
        window = Window(session, Look(), Settings(tmp_path / f"{name}.ini"))
        qtbot.addWidget(window)
        window.show()
        session.start()
        made.append(window)
    yield made[0], made[1]
    for window in made:
        window.session.close()
    jobs.close()


def running(kind: JobKind, progress: Progress | None = None, about: str = "", seconds: float = 0.0) -> Running:
    return Running(1, kind, about, progress, time.monotonic() - seconds)


@pytest.mark.usefixtures("qapp")
def test_every_job_is_worded() -> None:
    assert job_words(running(JobKind.COMPARE, about="3")) == ("Comparing 3 articles, each sentence with all others …", None)
    assert job_words(running(JobKind.EXPORT, about="a.pdf")) == ("Writing a.pdf …", None)
    assert job_words(running(JobKind.EXPORT, about="a.pdf", seconds=12.2))[0].endswith("… · 12 s")
    assert all(job_words(running(kind))[0] for kind in JobKind)
    share = Progress(Stage.EXPORT, 6, 10, 4.0, 1.2)
    assert job_words(running(JobKind.EXPORT, share, "a.pdf")) == ("Writing a.pdf 60 % · 1 s left", 0.6)
    drafting = Progress(Stage.DRAFT, 1, 4, 0.0, None)
    assert job_words(running(JobKind.DRAFT, drafting, "3")) == ("Drafting a briefing on 3 articles 25 %", 0.25)
    assert job_words(running(JobKind.COMPARE, Progress(Stage.COMPARE, 3, 4, 2.0, None), "3"))[0] == "Comparing 3 articles 75 %"
    importing = running(JobKind.IMPORT, Progress(Stage.IMPORT, 8_120, 10_000, 214.0, 9.0))
    assert job_words(importing) == ("Importing 8,120 / 10,000 · 214/s · 9 s left", 0.812)
    assert jobs_words((importing, running(JobKind.EXPORT, about="a.pdf")))[0].endswith("9 s left · 1 more")
    assert jobs_words(()) == ("", None)
    assert job_words(running(JobKind.CATCH_UP, Progress(Stage.EVENTS, 0, 0, 0.0, None))) == ("Grouping into events …", None)


def test_an_import_shows_in_every_window_and_ends_for_who_began_it(qtbot: QtBot, pair: tuple[Window, Window], articles: Path) -> None:
    one, two = pair
    heard: list[object] = []
    shown: list[str] = []
    two.session.long_jobs.imported.connect(heard.append)
    two.session.long_jobs.changed.connect(lambda: shown.append(two.status._progress))
    with qtbot.waitSignal(one.session.long_jobs.imported):
        one.session.long_jobs.import_paths([articles])
    assert any("/ 4" in words for words in shown)
    assert not heard
    qtbot.waitUntil(lambda: settled(one) and settled(two) and two.session.following.total == 4)
    assert two.status._progress == ""


def test_an_edit_in_one_window_shows_in_the_other(qtbot: QtBot, pair: tuple[Window, Window], articles: Path) -> None:
    one, two = pair
    one.session.long_jobs.import_paths([articles])
    qtbot.waitUntil(lambda: settled(one) and two.session.following.total == 4)
    number = one.session.workbench.library.rows()[0].id
    qtbot.waitUntil(lambda: two.session.reading is not None)  # a window opens the first article by itself
    two.session.open_article(number)
    one.session.marking.toggle_star((number,))
    qtbot.waitUntil(lambda: two.session.reading is not None and two.session.reading.starred)


def test_closing_one_window_leaves_the_import_to_the_other(qtbot: QtBot, pair: tuple[Window, Window], articles: Path) -> None:
    one, two = pair
    one.session.long_jobs.import_paths([articles])
    one.close()
    qtbot.waitUntil(lambda: settled(two) and two.session.following.total == 4)


def test_what_an_import_sets_aside_is_told_in_another_window_when_its_own_is_closed(
    qtbot: QtBot, pair: tuple[Window, Window], articles: Path
) -> None:
    one, two = pair
    (articles / "empty.txt").write_bytes(b"")
    one.session.long_jobs.import_paths([articles])
    one.close()
    qtbot.waitUntil(lambda: two.was_troubled and "empty.txt" in " ".join([two.trouble.words, *two.trouble._every]))


def test_a_backup_that_fails_is_told_in_another_window_when_its_own_is_closed(
    qtbot: QtBot, pair: tuple[Window, Window], tmp_path: Path
) -> None:
    one, two = pair
    one.session.keeping.back_up(tmp_path / "no such folder" / "x.briefing-backup")
    one.close()
    qtbot.waitUntil(lambda: two.was_troubled and "no such folder" in two.trouble.words, timeout=30_000)


def test_a_closed_window_is_told_of_no_job_and_searches_no_more(qtbot: QtBot, pair: tuple[Window, Window], articles: Path) -> None:
    one, two = pair
    told: list[object] = []
    one.session.long_jobs.ended.connect(lambda: told.append("ended"))
    one.session.close()
    two.session.long_jobs.import_paths([articles])
    qtbot.waitUntil(lambda: settled(two) and two.session.following.total == 4)
    assert not told


def test_a_closed_session_opens_no_pane_and_begins_no_thread(full: Window) -> None:
    full.session.close()
    for pane in (Pane.COMPARE, Pane.BRIEFING):
        full.session.go(pane)
    assert full.session.pane is Pane.LIBRARY
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("comparison")]


def test_jobs_are_listed_and_each_can_be_stopped(qtbot: QtBot, full: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_jobs, "_SHOWN_AFTER_S", 2.0)  # longer than a busy machine takes to the next line
    shared = full.session.long_jobs
    jobs: list[Job[None]] = [Job(), Job()]
    for job, kind, about in zip(jobs, (JobKind.EXPORT, JobKind.COMPARE), ("a.pdf", "3"), strict=True):
        shared.follow(kind, lambda _tell, job=job: job, lambda _none: None, full.session.fail, lambda: full.status.say("stopped"), about)
    assert shared.running == ()
    qtbot.waitUntil(lambda: len(shared.running) == 2)
    qtbot.waitUntil(lambda: full.status._progress.startswith("Comparing 3 articles, "))
    assert full.status._progress.endswith(" · 1 more")
    full.list.list.setFocus()
    press(qtbot, Qt.Key.Key_G)
    press(qtbot, Qt.Key.Key_J)
    popover = full.findChild(JobsPopover)
    assert popover is not None
    assert popover.isVisible()
    assert full.rect().contains(popover.geometry())
    lines = popover.findChildren(JobLine)
    said = [line.words.text().partition(" · ")[0].partition(",")[0] for line in lines]  # behind it how long it has taken
    assert said == ["Comparing 3 articles", "Writing a.pdf …"]
    assert QApplication.focusWidget() is lines[0].stop
    lines[1].stop.click()
    qtbot.waitUntil(lambda: len(shared.running) == 1)
    assert jobs[0].cancelled.is_set()
    assert full.status._said == "stopped"
    assert popover.isVisible()
    full.status.cancelled.emit()
    qtbot.waitUntil(lambda: not popover.isVisible())
    assert jobs[1].cancelled.is_set()


def while_drafting(session: Session, act: Callable[[], None]) -> list[bool]:
    """Act once when the first draft is under way, before its end can be heard of; whether that was so."""
    acted: list[bool] = []

    def look() -> None:
        if not acted and session.long_jobs.doing(JobKind.DRAFT):
            acted.append(True)
            act()

    session.long_jobs.changed.connect(look, Qt.ConnectionType.QueuedConnection)
    return acted


def test_a_draft_is_a_job_that_can_be_stopped_and_begun_again(qtbot: QtBot, full: Window) -> None:
    session = full.session
    session.open_article(session.workbench.library.events()[0].group.articles[0])
    while_drafting(session, session.long_jobs.cancel)
    session.go(Pane.BRIEFING)
    assert session.desk.drafting
    qtbot.waitUntil(lambda: not session.desk.drafting)
    assert session.desk.briefing is None
    assert full.status._said == "Nothing was drafted."
    session.go(Pane.LIBRARY)
    session.go(Pane.BRIEFING)
    qtbot.waitUntil(lambda: session.desk.briefing is not None)


def test_another_event_overtakes_a_draft(qtbot: QtBot, full: Window) -> None:
    desk, event = full.session.desk, full.session.workbench.library.events()[0]
    again = while_drafting(full.session, lambda: desk.open_event(event.id))
    desk.open_event(event.id)
    qtbot.waitUntil(lambda: desk.briefing is not None)
    assert again == [True]
    assert desk.briefing is not None
    assert desk.briefing.event == event.id
    assert full.status._said != "Nothing was drafted."


def test_the_index_is_made_anew(qtbot: QtBot, full: Window) -> None:
    library = full.session.workbench.library
    full.session.long_jobs.reindex()
    assert full.session.long_jobs.busy
    qtbot.waitUntil(lambda: full.status._said == "The search index is made anew.")
    assert library.search("cranes").total == 2


def test_an_import_that_something_stops_offers_to_go_on(qtbot: QtBot, window: Window, articles: Path) -> None:
    session = window.session
    originals = session.workbench.library.folder / "originals"
    shutil.rmtree(originals, ignore_errors=True)
    originals.write_text("in the way", encoding="utf-8")
    session.long_jobs.import_paths([articles])
    qtbot.waitUntil(lambda: window.trouble.isVisible())
    assert window.trouble._step.text() == "Import again"
    originals.unlink()
    qtbot.waitUntil(lambda: not session.long_jobs.busy)
    window.trouble._step.click()
    qtbot.waitUntil(lambda: session.following.total == 4)
    assert not window.trouble.isVisible()
    assert session.long_jobs.failed_import == ()


def test_an_import_that_ended_with_the_program_is_told_and_gone_on_with(
    qtbot: QtBot, qapp: QApplication, workbench: Workbench, tmp_path: Path, articles: Path
) -> None:
    assert qapp is not None
    UnfinishedImports(workbench.library.folder).begin([articles])
    session = Session(workbench)
    window = Window(session, Look(), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    session.start()
    qtbot.waitUntil(lambda: window.trouble.isVisible())
    assert "An import had not ended" in window.trouble.words
    window.trouble._step.click()
    qtbot.waitUntil(lambda: session.following.total == 4 and not session.long_jobs.busy)
    assert not window.trouble.isVisible()
    assert UnfinishedImports(workbench.library.folder).take_left() == ()
    window.close()


def test_a_trouble_without_a_next_step_has_no_button(window: Window) -> None:
    window.show_trouble(trouble_of(StorageFailed("The disk is full.", "Make room.")))
    assert window.trouble.words == "The disk is full. Make room."
    assert window.trouble._step.isHidden()
