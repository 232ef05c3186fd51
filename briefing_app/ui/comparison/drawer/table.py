"""The tabs of the drawer: a row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from briefing_app.model.briefing import BriefingBlock
from briefing_app.ui.comparison.drawer.blocks import coverage_block, label_block, quotation_block, sourcing_block, timeline_block
from briefing_app.ui.comparison.drawer.charts import coverage, sourcing, timeline
from briefing_app.ui.comparison.drawer.figure import Figure
from briefing_app.ui.comparison.drawer.lists import labels, quotations
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Tab:
    """``make`` draws it for a comparison, the chosen row and a width in pixels of 100 %; ``block`` is it in a briefing, None when empty."""

    id: str
    title: str
    make: Callable[[Look, Compared, int | None, float], Figure]
    block: Callable[[Compared], BriefingBlock | None]

    @property
    def words(self) -> str:
        """The title in the language of the screen."""
        return QCoreApplication.translate("comparison", self.title)


TABS = (
    Tab("quotations", "Quotations", quotations, quotation_block),
    Tab("sourcing", "Sourcing", sourcing, sourcing_block),
    Tab("labels", "Labels", labels, label_block),
    Tab("timeline", "Timeline", timeline, timeline_block),
    Tab("coverage", "Coverage", coverage, coverage_block),
)
