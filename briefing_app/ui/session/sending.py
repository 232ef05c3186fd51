"""Sends what is seen in the comparison to the briefing of its event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.model.briefing import Briefing, BriefingBlock
from briefing_app.model.edit import PutBriefing
from briefing_app.model.ids import EventId

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Sending(QObject):
    """Puts blocks behind the last one of the event's newest briefing; one is drafted when there is none."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def send(self, event: EventId, block: BriefingBlock) -> None:
        """One edit; a block that the open briefing has already is not put there twice."""
        desk = self._session.desk
        said = self.tr("Sent to the briefing; Ctrl+Z takes it back.")
        if desk.briefing is None or desk.briefing.event != event:
            self._session.editing.apply(lambda: PutBriefing(_with(self._newest(event), block)), said)
        elif block in desk.briefing.blocks:
            self._session.said.emit(self.tr("The briefing has it already."))
        else:
            desk.add_block(len(desk.briefing.blocks) - 1, block)
            self._session.said.emit(said)

    def _newest(self, event: EventId) -> Briefing:
        """The event's newest stored briefing, else a draft; on the lane of edits."""
        workbench = self._session.workbench
        stored = [briefing for briefing in workbench.library.briefings() if briefing.event == event]
        return stored[-1] if stored else workbench.draft(event).future.result()


def _with(briefing: Briefing, block: BriefingBlock) -> Briefing:
    if block in briefing.blocks:
        return briefing
    return replace(briefing, blocks=(*briefing.blocks, block), changed_at=datetime.now(UTC).replace(microsecond=0))
