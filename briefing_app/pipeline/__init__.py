"""The main job put together: files to articles to events to comparisons to briefings, in worker processes. ``Workbench`` is the face."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from briefing_app.pipeline.faults import WorkerFault, save_report
from briefing_app.pipeline.progress import AS_SHARE, FOLLOWING, IN_STEPS, Progress, Stage
from briefing_app.pipeline.workbench import Workbench

if TYPE_CHECKING:
    from briefing_app.pipeline.import_report import Duplicate, Imported, ImportReport, Skipped
    from briefing_app.pipeline.job import Job

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

_LATER = {"Job": "job"} | dict.fromkeys(("Duplicate", "ImportReport", "Imported", "Skipped"), "import_report")
"""Where lies what no list needs: futures, which take 5 ms to load, and the words for what an import did."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"briefing_app.pipeline.{_LATER[name]}"), name)
