"""The bar over a comparison of so many sentences that not all of them were weighed: how many were not, and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app.ui.comparison.caution_bar import CautionBar
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.theme import Look
from briefing_app.ui.words import digits


class UnweighedBar(CautionBar):
    """Says how many of the pairs of sentences that look alike were not weighed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "warning", parent)

    def show_compared(self, compared: Compared) -> None:
        """Stand over a comparison from which something was left out, and over no other."""
        left = compared.comparison.unweighed
        if left is None:
            self.say(())
            return
        wordings = (
            self.tr(
                "Too many sentences: %1 of %2 pairs that look alike were not weighed. "
                "What one source alone tells here may stand in another too. Compare fewer or shorter articles."
            ),
            self.tr("Too many sentences: %1 of %2 pairs that look alike were not weighed. Compare fewer or shorter articles."),
            self.tr("%1 of %2 alike pairs not weighed: compare fewer articles"),
            self.tr("Too many sentences to weigh all"),
        )
        self.say(tuple(words.replace("%1", digits(left.pairs)).replace("%2", digits(left.alike)) for words in wordings))
