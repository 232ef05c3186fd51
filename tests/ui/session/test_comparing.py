"""What stays on the screen and what comes while the ground of an open comparison moves: rulings, undo, events, the trash."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.model.edit import TrashArticles
from briefing_app.model.ruling import Belief, rulings_digest
from briefing_app.pipeline import Workbench
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.window import Window


@pytest.fixture
def comparing(qtbot: QtBot, full: Window) -> Session:
    """A session on the matrix of the two articles about the harbour."""
    full.session.go(Pane.COMPARE)
    qtbot.waitUntil(lambda: full.session.comparing.compared is not None and not full.session.comparing.busy)
    return full.session


def now(session: Session) -> Compared:
    compared = session.comparing.compared
    assert compared is not None
    return compared


def ruled(workbench: Workbench, session: Session) -> bool:
    """Whether what is shown is what the library rules now, and nothing else is under way."""
    numbers = now(session).comparison.articles
    wanted = workbench.library.rulings(numbers)
    shown = now(session)
    return not session.comparing.busy and shown.rulings == wanted and shown.comparison.ruled == rulings_digest(wanted)


def test_a_correction_is_shown_before_the_followers_have_stored_it(qtbot: QtBot, comparing: Session, workbench: Workbench) -> None:
    event = now(comparing).event
    assert event is not None
    stored: list[bool] = []
    comparing.comparing.changed.connect(
        lambda: stored.append(workbench.library.comparison(event.id) is not None) if now(comparing).rulings else None
    )
    workbench._workers.following.pause()
    comparing.rulings.judge(0, Belief.DOUBTED)
    qtbot.waitUntil(lambda: len(now(comparing).rulings) == 1 and ruled(workbench, comparing))
    workbench._workers.following.resume()
    assert stored
    assert not any(stored)


def test_the_old_comparison_stays_until_the_new_one_stands(qtbot: QtBot, comparing: Session, workbench: Workbench) -> None:
    before, seen = now(comparing), []
    comparing.comparing.changed.connect(lambda: seen.append((comparing.comparing.busy, comparing.comparing.compared)))
    comparing.rulings.judge(0, Belief.DOUBTED)
    qtbot.waitUntil(lambda: len(now(comparing).rulings) == 1 and ruled(workbench, comparing))
    assert seen[0] == (True, before)
    assert all(compared is not None for _, compared in seen)


def test_ten_corrections_in_a_row_end_in_the_last_state(qtbot: QtBot, comparing: Session, workbench: Workbench) -> None:
    claims = len(now(comparing).comparison.claims)
    for number in range(10):
        comparing.rulings.judge(number % claims, (Belief.DOUBTED, Belief.BELIEVED)[number % 2])
    qtbot.waitUntil(lambda: len(workbench.library.rulings(now(comparing).comparison.articles)) >= min(10, claims))
    qtbot.waitUntil(lambda: ruled(workbench, comparing))
    assert now(comparing).rulings


def test_undo_and_redo_while_it_is_worked_out_end_in_the_last_state(qtbot: QtBot, comparing: Session, workbench: Workbench) -> None:
    plain = now(comparing).comparison
    heard: list[str] = []
    comparing.said.connect(heard.append)
    comparing.rulings.judge(0, Belief.DOUBTED)
    for turn in (comparing.editing.undo, comparing.editing.redo, comparing.editing.undo):
        turn()
    qtbot.waitUntil(lambda: len(heard) == 4)
    qtbot.waitUntil(lambda: ruled(workbench, comparing))
    assert now(comparing).comparison == plain


def test_an_event_that_is_no_more_is_said_and_comes_back_with_undo(qtbot: QtBot, comparing: Session) -> None:
    before = now(comparing)
    comparing.editing.apply(TrashArticles(before.comparison.articles[:1], True))
    qtbot.waitUntil(lambda: now(comparing).gone)
    assert now(comparing).comparison == before.comparison
    comparing.editing.undo()
    qtbot.waitUntil(lambda: not now(comparing).gone and not comparing.comparing.busy)
    assert now(comparing).comparison.claims == before.comparison.claims


def test_merged_with_another_event_the_matrix_shows_what_it_holds_now(qtbot: QtBot, comparing: Session, workbench: Workbench) -> None:
    before = now(comparing)
    assert before.event is not None
    others = [number for number in workbench.library.article_ids() if number not in before.comparison.articles]
    comparing.arranging.move(others[:1], before.event.id)
    qtbot.waitUntil(lambda: len(now(comparing).articles) == 3 and not comparing.comparing.busy)
    assert now(comparing).event is not None
