"""Brings what other threads and processes finish back to the window's thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial
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
            if ended_future.cancelled() or (error is not None and _is_called_off(error)):
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
        self._waiting = deque[tuple[int, Callable[[], T], Callable[[T], None], Failed]]()
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._go_on, name=name, daemon=True)

    def ask(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` on the lane and answer on the window's thread. Once closed, nothing happens."""
        with self._changed:
            if self._closed:
                return
            self._latest += 1
            if self._newest_only:
                self._waiting.clear()
            self._waiting.append((self._latest, work, done, failed))
            self._changed.notify()
            if self._thread.ident is None:
                self._thread.start()

    def overtaken(self) -> bool:
        """Whether nobody wants the answer of what is running any more (``newest_only``); work that takes long asks now and then."""
        return self._newest_only and self._running != self._latest

    def forget(self) -> None:
        """Nobody wants the answers any more that are still to come (``newest_only``)."""
        self._latest += 1

    def close(self, *, finish: bool = False) -> None:
        """Let the running work end, soon where it asks ``overtaken``, and drop what waits, or ``finish`` that too."""
        with self._changed:
            self._latest += 1
            self._closed = True
            if not finish:
                self._waiting.clear()
            self._changed.notify()
        if self._thread.ident is not None:
            self._thread.join()

    def _go_on(self) -> None:
        while self._do_next():
            pass

    def _do_next(self) -> bool:
        """Do what was asked for first, once there is something; False when there is nothing and the lane is closed.

        Nothing of it is held while the next is waited for.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if not self._waiting:
                return False
            self._running, work, done, failed = self._waiting.popleft()
        try:
            value = work()
        except BaseException as error:
            if not _is_called_off(error):
                self._relay.call(partial(self._answer, self._running, failed, error))
        else:
            self._relay.call(partial(self._answer, self._running, done, value))
        return True

    def _answer(self, asked: int, answer: Callable[[Any], None], value: object) -> None:
        if not self._newest_only or asked == self._latest:
            answer(value)


def _is_called_off(error: BaseException) -> bool:
    from concurrent.futures import CancelledError  # with the first error: it takes 5 ms to load

    return isinstance(error, CancelledError)
