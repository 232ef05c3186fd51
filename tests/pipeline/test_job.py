"""A job's future: results, errors, and what calling off means."""

from __future__ import annotations

from concurrent.futures import CancelledError

import pytest

from briefing_app.model.errors import StorageFailed
from briefing_app.pipeline.job import Job


def test_result_and_error() -> None:
    good: Job[int] = Job()
    assert good.start(lambda: 3, "count").future.result(timeout=100) == 3

    def bad() -> int:
        raise StorageFailed("The disk is full.")

    failed: Job[int] = Job()
    with pytest.raises(StorageFailed):
        failed.start(bad, "fail").future.result(timeout=100)


def test_a_cancelled_job_ends_at_once_and_ignores_what_comes_late() -> None:
    job: Job[int] = Job()
    job.cancel()
    job.run(lambda: 3)
    with pytest.raises(CancelledError):
        job.future.result(timeout=100)


def test_a_job_that_keeps_its_result_tells_it_after_cancel() -> None:
    job: Job[str] = Job(keeps_result=True)
    job.cancel()
    job.run(lambda: "half" if job.cancelled.is_set() else "all")
    assert job.future.result(timeout=100) == "half"
