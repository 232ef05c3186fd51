"""The compute worker's queue: a newer request of the same kind takes the place of the older one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from briefing_app.pipeline.host import Host
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.requests import Request

T = TypeVar("T")


class Latest:
    """Runs requests on one compute worker. ``kind`` names requests of which only the newest matters."""

    def __init__(self, compute: Host) -> None:
        self._compute = compute
        self._lock = threading.Lock()
        self._newest: dict[str, Job[Any]] = {}

    def ask(self, request: Request[T], kind: str, on_note: Callable[[Any], None] | None = None) -> Job[T]:
        """A job for the request; the job of an older request of the same kind is cancelled. ``on_note`` hears of it on its thread."""
        job: Job[T] = Job()
        with self._lock:
            older = self._newest.get(kind)
            self._newest[kind] = job
        if older is not None:
            older.cancel()
        return job.start(lambda: self._compute.ask(request, on_note=on_note, cancelled=job.cancelled), f"compute {kind}")
