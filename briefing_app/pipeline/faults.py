"""Reports of our own bugs: what failed and where, with no word of an article in it."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app import __version__, paths

if TYPE_CHECKING:
    from briefing_app.pipeline.requests import Fault


class WorkerFault(Exception):
    """A bug of ours, met inside a worker: the exception's class, and its trace without any value."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.error = fault.message
        self.trace = fault.trace


def trace_of(problem: BaseException) -> str:
    """Classes of the exception and its causes, with files, lines and functions; no messages, because they can quote a text."""
    lines = []
    at: BaseException | None = problem
    while at is not None:
        named = at.error if isinstance(at, WorkerFault) else type(at).__name__
        lines.append(f"{named}:")
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(at.__traceback__)]
        if isinstance(at, WorkerFault):
            lines += ["  in the worker:", *(f"  {line}" for line in at.trace.splitlines())]
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\n".join(lines)


def save_report(problem: BaseException, doing: str) -> Path | None:
    """Write a report of a bug into the reports folder; None when not even that can be written. ``doing`` names a verb, not a text."""
    import platform  # with the first fault

    now = datetime.now(UTC)
    head = f"briefing-app {__version__}, Python {platform.python_version()}, {platform.platform()}\n{now.isoformat()}\nwhile: {doing}\n\n"
    try:
        folder = paths.reports_folder()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
        file.write_text(head + trace_of(problem) + "\n", encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return file
