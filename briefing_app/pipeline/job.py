"""A piece of work under way on another thread: its future, and a way to call it off."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """``future`` gives the result or the error; its callbacks arrive on a worker thread.

    ``cancelled`` is set by ``cancel`` and looked at by the work. ``keeps_result`` is for work that, called off, still tells what it has
    done (an import): its future then ends with that report instead of CancelledError. ``ended`` is set once the work does nothing any
    more, which is later than the future when that is called off.
    """

    future: Future[T] = field(default_factory=Future)
    cancelled: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    keeps_result: bool = False

    def cancel(self) -> None:
        """Ask the work to stop. Nothing that it has finished is taken back."""
        self.cancelled.set()
        if not self.keeps_result:
            self.future.cancel()

    def run(self, work: Callable[[], T]) -> None:
        """Do the work here and now, and hand its outcome to the future."""
        try:
            result = work()
        except CancelledError:
            self.future.cancel()
        except BaseException as problem:
            with suppress(InvalidStateError):
                self.future.set_exception(problem)
        else:
            with suppress(InvalidStateError):
                self.future.set_result(result)
        finally:
            self.ended.set()

    def start(self, work: Callable[[], T], name: str) -> Job[T]:
        """Do the work on a thread of its own."""
        threading.Thread(target=self.run, args=(work,), name=name, daemon=True).start()
        return self
