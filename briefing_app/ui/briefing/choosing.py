"""Which block leaves a choice of what stands in it, and the dialog that asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app.model.briefing import ComparisonBlock
from briefing_app.ui.briefing.rows import RowChoice
from briefing_app.ui.session.desk import BriefingDesk
from briefing_app.ui.theme import Look


def choice_for(look: Look, desk: BriefingDesk, at: int, parent: QWidget) -> RowChoice | None:
    """The dialog for the block at a place; None when nothing can be chosen there, or there is nothing to choose from."""
    if desk.briefing is None or desk.material is None or not 0 <= at < len(desk.briefing.blocks):
        return None
    match desk.briefing.blocks[at]:
        case ComparisonBlock() as block if desk.material.comparison is not None:
            return RowChoice(look, block, desk.material.comparison.claims, parent)
    return None
