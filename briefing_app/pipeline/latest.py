"""The compute worker's queue: a newer request of the same kind takes the place of the older one of whoever asked that."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from briefing_app.pipeline.host import Host
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.requests import Request

T = TypeVar("T")


class Latest:
    """Runs requests on one compute worker. ``kind`` and ``asker`` name requests of which only the newest matters."""

    def __init__(self, compute: Host) -> None:
        self._compute = compute
        self._lock = threading.Lock()
        self._newest: dict[tuple[str, int], Job[Any]] = {}

    def ask(self, request: Request[T], kind: str, asker: int, on_note: Callable[[Any], None] | None = None) -> Job[T]:
        """A job for the request; that of the asker's older request of this kind is cancelled. ``on_note`` hears of it on its thread."""
        job: Job[T] = Job()
        with self._lock:
            older = self._newest.get((kind, asker))
            self._newest[kind, asker] = job
        if older is not None:
            older.cancel()
        job.future.add_done_callback(lambda done: self._forget((kind, asker), done))
        return job.start(lambda: self._compute.ask(request, on_note=on_note, cancelled=job.cancelled), f"compute {kind}")

    def _forget(self, name: tuple[str, int], done: Future[Any]) -> None:
        with self._lock:
            newest = self._newest.get(name)
            if newest is not None and newest.future is done:
                del self._newest[name]
