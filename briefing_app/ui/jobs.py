"""Brings what other threads and processes finish back to the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


def _nothing() -> None:
    """What most callers do when work was called off."""


class Relay(QObject):
    """Calls on the window's thread what was handed over on any thread."""

    _handed_over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._handing_over = threading.RLock()  # whoever deletes this object has closed it before, and nobody is in the middle of it then
        self._handed_over.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Drop what is still to come: nobody is there any more to take it."""
        with self._handing_over:
            self._closed = True

    def call(self, what: Callable[[], None]) -> None:
        """Run ``what`` soon on the thread of this object; callable from any thread. Once closed, nothing happens."""
        with self._handing_over:
            if not self._closed:
                self._handed_over.emit(what)

    @Slot(object)
    def _call(self, what: Callable[[], None]) -> None:
        if not self._closed:
            what()

    def watch(self, future: Future[Any], done: Done, failed: Failed, called_off: Callable[[], None] = _nothing) -> None:
        """Call ``done`` with the result, ``failed`` with the error or ``called_off`` when it was cancelled, on the window's thread."""

        def ended(ended_future: Future[Any]) -> None:
            error = None if ended_future.cancelled() else ended_future.exception()
            if ended_future.cancelled() or isinstance(error, CancelledError):
                self.call(called_off)
                return
            self.call(lambda: done(ended_future.result()) if error is None else failed(error))

        future.add_done_callback(ended)


class Lane(Generic[T]):
    """One thread that does one thing after the other. With ``newest_only`` a newer request silences the older ones."""

    def __init__(self, name: str, relay: Relay, *, newest_only: bool = False) -> None:
        self._relay = relay
        self._newest_only = newest_only
        self._latest = self._running = 0
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting: Future[Any] | None = None

    def ask(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` on the lane and answer on the window's thread."""
        self._latest += 1
        mine = self._latest
        if self._newest_only and self._waiting is not None:
            self._waiting.cancel()

        def still_wanted() -> bool:
            return not self._newest_only or mine == self._latest

        def run() -> T:
            self._running = mine
            return work()

        self._waiting = self._pool.submit(run)
        self._relay.watch(
            self._waiting,
            lambda value: done(value) if still_wanted() else None,
            lambda error: failed(error) if still_wanted() else None,
        )

    def overtaken(self) -> bool:
        """Whether nobody wants the answer of what is running any more (``newest_only``); work that takes long asks now and then."""
        return self._newest_only and self._running != self._latest

    def forget(self) -> None:
        """Nobody wants the answers any more that are still to come (``newest_only``)."""
        self._latest += 1

    def close(self, *, finish: bool = False) -> None:
        """Let the running work end, soon where it asks ``overtaken``, and drop what waits, or ``finish`` that too."""
        self._latest += 1
        self._pool.shutdown(wait=True, cancel_futures=not finish)
