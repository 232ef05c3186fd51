"""What each kind of worker does with its requests; imported inside the workers only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from briefing_app.model.going_on import GoOn
from briefing_app.pipeline.requests import Request, Role, Setting

Tell = Callable[[Any], None]
"""Sends a note to the parent."""


class Worker(Protocol):
    """One kind of worker: made once a process, then asked again and again. What it raises is told to the parent."""

    def answer(self, request: Request[Any], tell: Tell) -> Any:
        """Do what is asked."""


def worker_for(setting: Setting, go_on: GoOn) -> Worker:
    """The worker of that role, with all its imports done, so that no request pays for them.

    ``go_on`` raises CancelledError once the request under way is called off.
    """
    if setting.role is Role.PARSER:
        from briefing_app.pipeline.roles.parser import ParserWorker

        return ParserWorker()
    if setting.role is Role.WRITER:
        from briefing_app.pipeline.roles.writer import WriterWorker

        return WriterWorker(setting, go_on)
    if setting.role is Role.KEEPER:
        from briefing_app.pipeline.roles.keeper import KeeperWorker

        return KeeperWorker(setting)
    from briefing_app.pipeline.roles.compute import ComputeWorker

    return ComputeWorker(setting, go_on)
