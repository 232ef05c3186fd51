"""The main job put together: files to articles to events to comparisons to briefings, in worker processes. ``Workbench`` is the face."""

from __future__ import annotations

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

_LATER = dict.fromkeys(("Duplicate", "ImportReport", "Imported", "Skipped"), "import_report") | {"Job": "job"}
"""Where lies what is first needed when something long is done: no list needs it."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
