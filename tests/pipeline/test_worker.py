"""What a worker tells while a request is under way."""

from __future__ import annotations

import faulthandler
import io
import threading
from concurrent.futures import CancelledError

import pytest

from briefing_app.pipeline.frames import FrameKind, read_frame
from briefing_app.pipeline.worker import _Asking


def test_long_work_tells_that_it_goes_on_until_it_is_called_off(monkeypatch: pytest.MonkeyPatch) -> None:
    told, called_off = io.BytesIO(), threading.Event()
    clock = iter([10.0, 10.5, 60.0])
    monkeypatch.setattr("briefing_app.pipeline.worker.time.monotonic", lambda: next(clock))
    asking = _Asking(told, called_off)
    try:
        for _ in range(3):
            asking()
    finally:
        faulthandler.cancel_dump_traceback_later()
    told.seek(0)
    assert [read_frame(told) for _ in range(3)] == [(FrameKind.AT_WORK, b""), (FrameKind.AT_WORK, b""), None]
    called_off.set()
    with pytest.raises(CancelledError):
        asking()
