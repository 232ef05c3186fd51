"""When what nobody reaches any more is looked for, and by whom."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from briefing_app.ui.garbage import Garbage


class Clock:
    """A clock that is set by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Circle:
    """Refers to itself, so that only a look for garbage finds that nobody else does."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def garbage(qapp: QApplication, clock: Clock) -> Iterator[Garbage]:
    made = Garbage(qapp, clock)
    yield made
    made.stop()
    made.deleteLater()


def circle() -> weakref.ref[Circle]:
    return weakref.ref(Circle())


def started(garbage: Garbage, clock: Clock) -> None:
    clock.now += 10
    garbage.look()


def new_objects(count: int) -> list[list[int]]:
    return [[number] for number in range(count)]


def test_nobody_looks_while_the_program_starts(garbage: Garbage) -> None:
    lost, made = circle(), new_objects(50_000)
    garbage.look()
    assert lost() is not None
    assert made


def test_a_look_finds_a_circle_among_what_is_new(garbage: Garbage, clock: Clock) -> None:
    started(garbage, clock)
    lost, made = circle(), new_objects(2_000)
    garbage.look()
    assert lost() is None
    assert made


def test_what_has_outlived_a_whole_look_is_put_aside(garbage: Garbage, clock: Clock) -> None:
    started(garbage, clock)
    before = gc.get_freeze_count()
    made = new_objects(50_000)
    garbage.look()
    assert gc.get_freeze_count() >= before + 50_000
    assert made


def test_a_circle_put_aside_is_found_when_the_analyst_works_elsewhere(garbage: Garbage, clock: Clock, qapp: QApplication) -> None:
    started(garbage, clock)
    kept = Circle()
    lost, made = weakref.ref(kept), new_objects(50_000)
    garbage.look()
    del kept
    garbage.look()
    assert lost() is not None
    clock.now += 1_000
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert lost() is None
    assert made


def test_python_looks_by_itself_again_in_the_end(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
