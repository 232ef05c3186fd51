"""The main job put together: files to articles to events to comparisons to briefings, in worker processes. ``Workbench`` is the face."""

from __future__ import annotations

from briefing_app.pipeline.faults import WorkerFault, save_report
from briefing_app.pipeline.import_report import Duplicate, Imported, ImportReport, Skipped
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.progress import AS_SHARE, FOLLOWING, IN_STEPS, Progress, Stage
from briefing_app.pipeline.workbench import Workbench

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
