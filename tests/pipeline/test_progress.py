"""A meter tells rarely, always tells the end, and promises no time it cannot know."""

from __future__ import annotations

from briefing_app.pipeline.progress import Meter, Progress, Stage


class _Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_rate_and_time_left() -> None:
    clock, told = _Clock(), list[Progress]()
    meter = Meter(Stage.INDEX, told.append, clock)
    meter.at(0, 100)
    clock.now += 2.0
    meter.at(50, 100)
    assert told[-1] == Progress(Stage.INDEX, 50, 100, 25.0, 2.0)
    clock.now += 2.0
    meter.at(100, 100)
    assert told[-1] == Progress(Stage.INDEX, 100, 100, 25.0, 0.0)


def test_tells_at_most_ten_times_a_second_but_always_the_end() -> None:
    clock, told = _Clock(), list[Progress]()
    meter = Meter(Stage.IMPORT, told.append, clock)
    for done in range(1000):
        clock.now += 0.001
        meter.at(done, 1000)
    meter.at(1000, 1000)
    assert len(told) <= 12
    assert told[-1].done == 1000


def test_what_was_done_before_does_not_count_for_the_rate() -> None:
    clock, told = _Clock(), list[Progress]()
    meter = Meter(Stage.INDEX, told.append, clock)
    meter.at(9_000, 10_000)
    assert told[-1].seconds_left is None
    clock.now += 10.0
    meter.at(9_500, 10_000)
    assert told[-1].per_second == 50.0
    assert told[-1].seconds_left == 10.0
