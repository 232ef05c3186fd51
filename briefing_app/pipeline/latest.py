"""The compute worker's queue: a newer request of the same kind takes the place of the older one."""

from __future__ import annotations

import threading
from typing import Any, TypeVar

from briefing_app.pipeline.host import Host
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.requests import Request

T = TypeVar("T")


class Latest:
    """Runs requests on one compute worker. ``kind`` names requests of which only the newest matters; None for one that always matters."""

    def __init__(self, compute: Host) -> None:
        self._compute = compute
        self._lock = threading.Lock()
        self._newest: dict[str, Job[Any]] = {}

    def ask(self, request: Request[T], kind: str | None) -> Job[T]:
        """A job for the request; the job of an older request of the same kind is cancelled."""
        job: Job[T] = Job()
        if kind is not None:
            with self._lock:
                older = self._newest.get(kind)
                self._newest[kind] = job
            if older is not None:
                older.cancel()
        return job.start(lambda: self._compute.ask(request, cancelled=job.cancelled), f"compute {kind or 'export'}")
