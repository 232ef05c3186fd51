"""A lane does one thing after the other on a thread of its own and answers on the window's."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.ui.jobs import Lane, Relay


@pytest.fixture
def relay(qapp: QApplication) -> Iterator[Relay]:
    assert qapp is not None
    relay = Relay()
    yield relay
    relay.close()


def test_answers_come_in_order_on_the_windows_thread(relay: Relay, qtbot: QtBot) -> None:
    lane: Lane[int] = Lane("lane", relay)
    told, threads = list[int](), set[str]()

    def work(number: int) -> int:
        threads.add(threading.current_thread().name)
        return number

    def tell(number: int) -> None:
        threads.add(threading.current_thread().name)
        told.append(number)

    for number in range(20):
        lane.ask(lambda number=number: work(number), tell, pytest.fail)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(told) == 20)
    lane.close()
    assert told == list(range(20))
    assert threads == {"lane", threading.current_thread().name}


def test_an_error_is_told_and_what_was_called_off_is_not(relay: Relay, qtbot: QtBot) -> None:
    lane: Lane[int] = Lane("lane", relay)
    told: list[object] = []
    for error in (CancelledError(), ZeroDivisionError()):
        lane.ask(lambda error=error: _raise(error), told.append, told.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: bool(told))
    lane.close()
    assert [type(one) for one in told] == [ZeroDivisionError]


def test_a_newer_request_takes_the_place_of_what_waits_and_silences_what_runs(relay: Relay, qtbot: QtBot) -> None:
    lane: Lane[int] = Lane("lane", relay, newest_only=True)
    begun, go_on, told, done = threading.Event(), threading.Event(), list[int](), list[int]()

    def first() -> int:
        begun.set()
        go_on.wait(250)
        assert lane.overtaken()
        return 1

    lane.ask(first, told.append, pytest.fail)
    assert begun.wait(100)
    lane.ask(lambda: done.append(2) or 2, told.append, pytest.fail)
    lane.ask(lambda: done.append(3) or 3, told.append, pytest.fail)
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    lane.close()
    assert (told, done) == ([3], [3])


@pytest.mark.parametrize("finish", [True, False])
def test_closing_drops_what_waits_or_finishes_it(finish: bool, relay: Relay) -> None:
    lane: Lane[None] = Lane("lane", relay)
    begun, go_on, done = threading.Event(), threading.Event(), list[int]()

    def first() -> None:
        begun.set()
        go_on.wait(250)
        done.append(1)

    lane.ask(first, lambda _: None, pytest.fail)
    assert begun.wait(100)
    lane.ask(lambda: done.append(2), lambda _: None, pytest.fail)
    threading.Timer(0.05, go_on.set).start()
    lane.close(finish=finish)
    lane.close()
    assert done == ([1, 2] if finish else [1])
    assert "lane" not in {thread.name for thread in threading.enumerate()}


def _raise(error: BaseException) -> int:
    raise error
