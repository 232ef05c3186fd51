"""How far long work has come, at what rate, and how long it may still take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done: the import first, then the followers in this order, then what keeps the library safe, then what is waited for."""

    IMPORT = "import"
    INDEX = "index"
    FINDINGS = "findings"
    EVENTS = "events"
    COMPARISONS = "comparisons"
    BACK_UP = "back up"
    RESTORE = "restore"
    CHECK = "check"
    TAKE_OUT = "take out"
    TAKE_IN = "take in"
    COMPARE = "compare"
    DRAFT = "draft"
    EXPORT = "export"


FOLLOWING = (Stage.INDEX, Stage.FINDINGS, Stage.EVENTS, Stage.COMPARISONS)
"""The followers, by their names in the library; one reads what the one before it has written."""


IN_STEPS = frozenset({Stage.COMPARE, Stage.DRAFT, Stage.EXPORT})
"""What somebody waits for now, counted in steps of unlike length."""

AS_SHARE = frozenset({Stage.BACK_UP, Stage.RESTORE, Stage.CHECK, Stage.TAKE_OUT, Stage.TAKE_IN}) | IN_STEPS
"""What is counted in bytes, in rows of many kinds or in steps: a share says more than the numbers."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` things at ``per_second``; ``seconds_left`` is None while nobody can tell."""

    stage: Stage
    done: int
    total: int
    per_second: float
    seconds_left: float | None


class Meter:
    """Turns counts into Progress, at most ten times a second and always at the end. One meter a stage."""

    _EVERY_S = 0.1
    _TELLING_S = 0.5

    def __init__(self, stage: Stage, tell: Callable[[Progress], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._stage = stage
        self._tell = tell
        self._clock = clock
        self._began = clock()
        self._first: int | None = None
        self._told: float | None = None

    def at(self, done: int, total: int) -> None:
        """Note that ``done`` of ``total`` are done. What was done before the first call does not count for the rate."""
        now = self._clock()
        if self._first is None:
            self._first = done
        if self._told is not None and done < total and now - self._told < self._EVERY_S:
            return
        self._told = now
        seconds = now - self._began
        rate = (done - self._first) / seconds if seconds > 0 else 0.0
        left = (total - done) / rate if rate > 0 and seconds >= self._TELLING_S else None
        self._tell(Progress(self._stage, done, total, rate, 0.0 if done >= total else left))
