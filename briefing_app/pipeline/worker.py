"""The inside of a worker process: it takes one request after another from its standard input until that ends.

What a library prints cannot disturb the answers, Qt cannot be imported, Ctrl+C does not reach it, and it ends with its parent.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import queue
import signal
import sys
import threading
import time
import traceback
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from briefing_app.model.errors import BriefingError
from briefing_app.pipeline.frames import FrameBroken, FrameKind, read_frame, write_frame
from briefing_app.pipeline.requests import Fault, Request, Setting
from briefing_app.pipeline.roles import Worker, worker_for

LONGEST_SILENCE_S = 150
"""No worker may be busy for longer without a word. The host's patience ends sooner; this clock is for a worker whose parent is gone while
it hangs inside a C call, where no thread of Python's sees the end of the pipe."""

AT_WORK_S = 3.0
"""How often long work tells that it goes on; a small part of the host's patience."""


def main() -> None:
    """Serve until the parent closes the pipe. Started by ``host.py`` only, which sends a pickled Setting first."""
    source, sink = _own_the_pipes()
    _leave_the_terminal()
    forbidden: dict[str, Any] = sys.modules
    forbidden["PySide6"] = None  # an import of it now raises ImportError
    inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    called_off = threading.Event()
    threading.Thread(target=_listen, args=(source, inbox, called_off), name="listen", daemon=True).start()
    setting: Setting = pickle.loads(inbox.get())
    try:
        worker = worker_for(setting, _Asking(sink, called_off))
    except BaseException as problem:
        write_frame(sink, FrameKind.FAILED, msgspec.msgpack.encode(fault_of(problem)))
        os._exit(1)
    write_frame(sink, FrameKind.READY)
    while True:
        _serve(worker, pickle.loads(inbox.get()), sink)


class _Asking:
    """Asked between the steps of long work: ends what was called off, and tells now and then that the rest goes on."""

    def __init__(self, sink: BinaryIO, called_off: threading.Event) -> None:
        self._sink, self._called_off = sink, called_off
        self._told = 0.0

    def __call__(self) -> None:
        if self._called_off.is_set():
            raise CancelledError
        now = time.monotonic()
        if now - self._told >= AT_WORK_S:
            self._told = now
            faulthandler.dump_traceback_later(LONGEST_SILENCE_S, exit=True)
            write_frame(self._sink, FrameKind.AT_WORK)


def _serve(worker: Worker, request: Request[Any], sink: BinaryIO) -> None:
    """Answer one request. A worker that has run out of memory says so and ends: its heap is not to be trusted with the next file."""

    def tell(note: Any) -> None:
        faulthandler.dump_traceback_later(LONGEST_SILENCE_S, exit=True)
        write_frame(sink, FrameKind.NOTE, msgspec.msgpack.encode(note))

    faulthandler.dump_traceback_later(LONGEST_SILENCE_S, exit=True)
    try:
        write_frame(sink, FrameKind.BEGUN)
        answer = worker.answer(request, tell)
        write_frame(sink, FrameKind.DONE, msgspec.msgpack.encode(answer))
    except BrokenPipeError:
        os._exit(0)
    except CancelledError:
        write_frame(sink, FrameKind.CALLED_OFF)
    except MemoryError as problem:
        write_frame(sink, FrameKind.FAILED, msgspec.msgpack.encode(fault_of(problem)))
        os._exit(1)
    except Exception as problem:
        write_frame(sink, FrameKind.FAILED, msgspec.msgpack.encode(fault_of(problem)))
    finally:
        faulthandler.cancel_dump_traceback_later()


def fault_of(problem: BaseException) -> Fault:
    """An exception as it is told to the parent."""
    if isinstance(problem, BriefingError):
        detail = getattr(problem, "holder", None) or getattr(problem, "position", None)
        return Fault(type(problem).__name__, _plain(problem.message), _plain(problem.next_step), detail)
    places = [f"{Path(at.filename).name}:{at.lineno} in {at.name}" for at in traceback.extract_tb(problem.__traceback__)]
    return Fault("", type(problem).__name__, trace="\n".join(places))


def _plain(words: str) -> str:
    """Words that encode as UTF-8, whatever a path put into them."""
    return words.encode("utf-8", "backslashreplace").decode()


def _listen(source: BinaryIO, inbox: queue.SimpleQueue[bytes], called_off: threading.Event) -> None:
    """Queue requests; the end of the pipe is the end of this process, in whatever it is (every write here survives that).

    A request is sent only after the one before it has ended, so that what was called off is always the one under way.
    """
    try:
        while (frame := read_frame(source)) is not None:
            kind, payload = frame
            if kind is FrameKind.CALL_OFF:
                called_off.set()
            else:
                called_off.clear()
                inbox.put(payload)
    except (FrameBroken, OSError):
        pass
    os._exit(0)


def _own_the_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take standard input and output for frames; whatever else reads finds nothing, whatever prints goes to standard error."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return source, sink


def _leave_the_terminal() -> None:
    """Leave Ctrl+C to the parent, which ends us by closing the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
