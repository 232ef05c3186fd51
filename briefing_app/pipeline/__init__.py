"""The main job put together: files to articles to events to comparisons to briefings, in worker processes. ``Workbench`` is the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.pipeline.faults import WorkerFault, save_report
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.progress import AS_SHARE, FOLLOWING, IN_STEPS, Progress, Stage
from briefing_app.pipeline.workbench import Workbench

if TYPE_CHECKING:
    from briefing_app.pipeline.import_report import Duplicate, Imported, ImportReport, Skipped

__all__ = [
    "AS_SHARE",
    "FOLLOWING",
    "IN_STEPS",
    "Duplicate",
    "ImportReport",
    "Imported",
    "Job",
    "Progress",
    "Skipped",
    "Stage",
    "Workbench",
    "WorkerFault",
    "save_report",
]

_OF_IMPORTS = frozenset({"Duplicate", "ImportReport", "Imported", "Skipped"})


def __getattr__(name: str) -> object:
    # What an import did is told once there was one: no list needs the words for it.
    if name not in _OF_IMPORTS:
        raise AttributeError(name)
    from briefing_app.pipeline import import_report

    return getattr(import_report, name)
