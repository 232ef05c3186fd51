"""Brings what other threads and processes finish back to the window's thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future

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
            if ended_future.cancelled() or _was_called_off(error):
                self.call(called_off)
                return
            self.call(lambda: done(ended_future.result()) if error is None else failed(error))

        future.add_done_callback(ended)


def _was_called_off(error: BaseException | None) -> bool:
    if error is None:
        return False
    from concurrent.futures import CancelledError  # with the first error: it loads Python's logging, and a start waits for a list

    return isinstance(error, CancelledError)


class _Thread:
    """A thread that begins with the first piece of work, does one after the other and waits for more until it is ended."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._waiting: deque[Callable[[], None]] = deque()
        self._changed = threading.Condition()
        self._ended = False
        self._thread: threading.Thread | None = None

    def add(self, work: Callable[[], None], *, alone: bool) -> None:
        """Do ``work`` after what waits, or in its place (``alone``); nothing once it is ended."""
        with self._changed:
            if self._ended:
                return
            if alone:
                self._waiting.clear()
            self._waiting.append(work)
            self._changed.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()

    def end(self, *, finish: bool) -> None:
        """Wait for the work under way, and for what waits if it is to ``finish``. A second call does nothing."""
        with self._changed:
            self._ended = True
            if not finish:
                self._waiting.clear()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (work := self._next()) is not None:
            work()
            del work  # what it holds goes now, not when more comes

    def _next(self) -> Callable[[], None] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended)
            return self._waiting.popleft() if self._waiting else None


class Lane(Generic[T]):
    """One thread that does one thing after the other. With ``newest_only`` a newer request silences the older ones."""

    def __init__(self, name: str, relay: Relay, *, newest_only: bool = False) -> None:
        self._relay = relay
        self._newest_only = newest_only
        self._latest = self._running = 0
        self._thread = _Thread(name)

    def ask(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` on the lane and answer on the window's thread."""
        self._latest += 1
        mine = self._latest

        def answer(tell: Callable[[Any], None], outcome: object) -> None:
            self._relay.call(lambda: tell(outcome) if not self._newest_only or mine == self._latest else None)

        def run() -> None:
            self._running = mine
            try:
                value = work()
            except BaseException as error:
                if not _was_called_off(error):
                    answer(failed, error)
            else:
                answer(done, value)

        self._thread.add(run, alone=self._newest_only)

    def overtaken(self) -> bool:
        """Whether nobody wants the answer of what is running any more (``newest_only``); work that takes long asks now and then."""
        return self._newest_only and self._running != self._latest

    def forget(self) -> None:
        """Nobody wants the answers any more that are still to come (``newest_only``)."""
        self._latest += 1

    def close(self, *, finish: bool = False) -> None:
        """Let the running work end, soon where it asks ``overtaken``, and drop what waits, or ``finish`` that too."""
        self._latest += 1
        self._thread.end(finish=finish)
