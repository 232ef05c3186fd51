"""The program's side of one worker process: starts it, asks it, notices when it dies or hangs, and starts the next one.

Plain pipes on standard input and output, so that it works the same from a console script, ``python -m``, a test or a Qt program.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import Any, BinaryIO, TypeVar, cast

import msgspec

from briefing_app.model import errors
from briefing_app.model.errors import BriefingError, LibraryHeld, QueryMistake, WorkerDied
from briefing_app.pipeline.faults import WorkerFault
from briefing_app.pipeline.frames import FrameBroken, FrameKind, read_frame, write_frame
from briefing_app.pipeline.requests import Fault, Request, Setting

T = TypeVar("T")
START_S = 90.0
"""How long a worker may take to import what it needs on a busy, slow machine."""
PATIENCE_S = 120.0
"""How long a worker may be silent when a request names no patience of its own."""
GRACE_S = 2.0
"""A worker that is asked to end its request may take so long; then it is killed, and the next one must begin with nothing read."""
_START_TRIES = 3
_GLANCE_S = 0.05
_NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1"}
"""For numpy in the workers: its products are small, and more threads wait for each other longer than they work."""
_BOOT = "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); from briefing_app.pipeline.worker import main; main()"


class WorkerHung(WorkerDied):
    """A worker was silent for longer than its patience and has been killed."""


class WorkerNotStarted(WorkerDied):
    """A worker ended, again and again, before it could take a request."""


class _DiedBefore(WorkerDied):
    """A worker ended before it took the request: nothing of it has been done."""


class Host:
    """One worker at a time for one role. ``ask`` blocks; callers on several threads wait for their turn.

    The process starts at the first request, and anew at the next request after it has died.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._turn = threading.Lock()
        self._process: _Process | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The number of the running process, None when there is none."""
        process = self._process
        return process.pid if process else None

    def start(self) -> None:
        """Start the process ahead of the first request, so that its imports cost nobody time. Does not wait for it."""
        with self._turn:
            self._running()

    def ask(
        self,
        request: Request[T],
        *,
        on_note: Callable[[Any], None] | None = None,
        patience_s: float = PATIENCE_S,
        cancelled: threading.Event | None = None,
    ) -> T:
        """The answer. Notes are handed over on the caller's thread.

        Raises the BriefingError that the worker met, WorkerDied (WorkerHung after ``patience_s`` seconds of silence), WorkerFault for a
        bug, and CancelledError once ``cancelled`` is set.
        """
        with self._turn:
            for tries_left in reversed(range(_START_TRIES)):
                if cancelled is not None and cancelled.is_set():
                    raise CancelledError
                try:
                    return self._exchange(request, on_note, patience_s, cancelled)
                except _DiedBefore:
                    # Killed while it was idle, and not yet known to be gone: the next one can do the whole request.
                    if self._closed or not tries_left:
                        raise
            raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        """End the process, and give no further answer: a running request ends with WorkerDied."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()

    def _exchange(
        self, request: Request[T], on_note: Callable[[Any], None] | None, patience_s: float, cancelled: threading.Event | None
    ) -> T:
        process = self._ready_process()
        try:
            return process.exchange(request, on_note, patience_s, cancelled)
        except WorkerDied:
            self._process = None
            process.kill()
            raise
        except BaseException as problem:
            out_of_memory = isinstance(problem, WorkerFault) and problem.error == MemoryError.__name__
            if out_of_memory or not process.idle:
                self._process = None
                process.kill()
            raise

    def _ready_process(self) -> _Process:
        for tries_left in reversed(range(_START_TRIES)):
            try:
                process = self._running()
                process.wait_until_ready()
                return process
            except BaseException as problem:
                if self._process is not None:
                    self._process.kill()
                    self._process = None
                if self._closed or not isinstance(problem, WorkerDied):
                    raise
                if not tries_left:
                    raise WorkerNotStarted(problem.message, "Install the program again.") from problem
        raise AssertionError("the last try returns or raises")

    def _running(self) -> _Process:
        if self._closed:
            raise WorkerNotStarted("The program is closing.")
        if self._process is None or not self._process.alive:
            if self._process is not None:
                self._process.kill()
            self._process = _Process(self._setting)
            if self._closed:  # meanwhile, when there was no process yet to end
                self._process.kill()
                raise WorkerNotStarted("The program is closing.")
        return self._process


class _Ending:
    """Whether one request is to end before it is done, and since when; None: it is never called off."""

    def __init__(self, cancelled: threading.Event | None) -> None:
        self._cancelled = cancelled
        self._since: float | None = None

    @property
    def possible(self) -> bool:
        return self._cancelled is not None

    def begins(self) -> bool:
        """Whether the worker is to be asked to end: once, as soon as the request is called off."""
        begins = self._since is None and self._cancelled is not None and self._cancelled.is_set()
        if begins:
            self._since = time.monotonic()
        return begins

    def overdue(self) -> bool:
        """Whether the worker was asked and has had its time."""
        return self._since is not None and time.monotonic() - self._since >= GRACE_S


class _Process:
    """One worker process and the thread that listens to it."""

    def __init__(self, setting: Setting) -> None:
        self._role = setting.role
        self._frames: queue.SimpleQueue[tuple[FrameKind, bytes] | None] = queue.SimpleQueue()
        self._ready = False
        self.idle = True
        path = [entry or os.getcwd() for entry in sys.path]  # noqa: PTH109 - text is what sys.path holds
        command = [sys.executable, "-P", "-c", _BOOT, f"briefing {setting.role} worker", json.dumps(path)]
        try:
            self._popen = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **_ONE_THREAD},
                # A group of its own: Ctrl+C in the terminal goes to the program alone, which then decides what becomes of the work.
                creationflags=_NEW_GROUP,
                start_new_session=sys.platform != "win32",
            )
        except OSError as problem:
            raise WorkerDied(f"The {self._role} worker could not be started: {problem.strerror}.") from problem
        self._to_worker = cast(BinaryIO, self._popen.stdin)
        self._from_worker = cast(BinaryIO, self._popen.stdout)
        self._listener = threading.Thread(target=self._listen, name=f"{self._role} frames", daemon=True)
        self._listener.start()
        with contextlib.suppress(WorkerDied):  # ``wait_until_ready`` tells of it
            self._send(FrameKind.REQUEST, pickle.dumps(setting))

    @property
    def pid(self) -> int:
        return int(self._popen.pid)

    @property
    def alive(self) -> bool:
        return self._popen.poll() is None

    def wait_until_ready(self) -> None:
        if self._ready:
            return
        kind, payload = self._next(START_S, _Ending(None))
        if kind is FrameKind.FAILED:
            problem = _error_of(payload)
            if isinstance(problem, WorkerFault):
                raise WorkerDied(f"The {self._role} worker could not start ({problem.error}).") from problem
            raise problem
        self._ready = True

    def exchange(
        self, request: Request[T], on_note: Callable[[Any], None] | None, patience_s: float, cancelled: threading.Event | None
    ) -> T:
        self.idle = False
        ending = _Ending(cancelled)
        kind, payload = self._begin(request, patience_s, ending)
        while kind in (FrameKind.BEGUN, FrameKind.NOTE, FrameKind.AT_WORK):
            if kind is FrameKind.NOTE and on_note is not None:
                on_note(self._decode(payload, request.note))
            kind, payload = self._next(patience_s, ending)
        self.idle = True
        if kind is FrameKind.CALLED_OFF:
            raise CancelledError
        if kind is FrameKind.FAILED:
            raise _error_of(payload)
        answer: T = self._decode(payload, request.answer)
        return answer

    def _begin(self, request: Request[Any], patience_s: float, ending: _Ending) -> tuple[FrameKind, bytes]:
        """Send the request; the first frame that comes back. Raises _DiedBefore."""
        try:
            self._send(FrameKind.REQUEST, pickle.dumps(request))
            return self._next(patience_s, ending)
        except WorkerHung:
            raise
        except WorkerDied as problem:
            raise _DiedBefore(problem.message, problem.next_step) from problem

    def kill(self) -> None:
        """End the process at once, and wait until it is gone."""
        if self._popen.poll() is None:
            with contextlib.suppress(OSError):
                self._popen.kill()
        self._popen.wait()
        self._listener.join()
        for pipe in (self._to_worker, self._from_worker):
            with contextlib.suppress(OSError):
                pipe.close()

    def _send(self, kind: FrameKind, payload: bytes = b"") -> None:
        try:
            write_frame(self._to_worker, kind, payload)
        except OSError as problem:
            raise self._died() from problem

    def _next(self, patience_s: float, ending: _Ending) -> tuple[FrameKind, bytes]:
        silent_since = time.monotonic()
        while True:
            if ending.begins():
                self._send(FrameKind.CALL_OFF)
            try:
                frame = self._frames.get(timeout=_GLANCE_S if ending.possible else patience_s)
            except queue.Empty:
                if ending.overdue():
                    raise CancelledError from None
                if time.monotonic() - silent_since >= patience_s:
                    raise WorkerHung(f"The {self._role} worker did not answer within {patience_s:.0f} seconds.") from None
                continue
            if frame is None:
                raise self._died()
            return frame

    def _listen(self) -> None:
        try:
            while (frame := read_frame(self._from_worker)) is not None:
                self._frames.put(frame)
        except (FrameBroken, OSError, ValueError):
            pass  # the same to us as the end of the pipe
        self._frames.put(None)

    def _decode(self, payload: bytes, kind: Any) -> Any:
        try:
            return msgspec.msgpack.decode(payload, type=kind)
        except msgspec.DecodeError as problem:
            raise WorkerDied(f"The {self._role} worker gave an answer that cannot be read.") from problem

    def _died(self) -> WorkerDied:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._popen.wait(timeout=2.0)
        code = self._popen.returncode
        how = "" if code is None else f" (signal {-code})" if code < 0 else f" (exit code {code})"
        return WorkerDied(f"The {self._role} worker ended before it answered{how}.", "Try again; what was done so far is kept.")


def _error_of(payload: bytes) -> Exception:
    """The exception that a worker told of, as nearly as it can be made again."""
    fault = msgspec.msgpack.decode(payload, type=Fault)
    kind = getattr(errors, fault.error, None) if fault.error else None
    if kind is LibraryHeld:
        return LibraryHeld(str(fault.detail or ""))
    if kind is QueryMistake:
        return QueryMistake(fault.message, fault.detail if isinstance(fault.detail, int) else None, fault.next_step)
    if isinstance(kind, type) and issubclass(kind, BriefingError) and kind is not errors.ImportSkipped:
        return kind(fault.message, fault.next_step)
    return BriefingError(fault.message, fault.next_step) if fault.error else WorkerFault(fault)
