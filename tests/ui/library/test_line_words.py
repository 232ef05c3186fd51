"""The marks of an article's line in words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from briefing_app.model.ids import ArticleId
from briefing_app.model.letters import Letter
from briefing_app.model.shelf import Shelf
from briefing_app.ui.library.line_words import marks_in_words
from briefing_app.ui.library.listing import ArticleEntry, Listing
from briefing_app.ui.library.model import ArticleListModel
from tests.ui.test_models import LONG, row


def test_every_mark_is_said() -> None:
    marked = replace(row(1, starred=True, copy_of=(Letter(0), 0.94), tags=("ports", "ferries")), notes=2)
    assert marks_in_words(ArticleEntry(marked, letter=Letter(1), conflicts=1)) == (
        "unread",
        "starred",
        "2 notes",
        "contradicts other sources in 1 claim",
        "94\u00a0% of its words are those of A",
        "tagged ports, ferries",
    )
    alone = marks_in_words(ArticleEntry(marked))
    assert "94\u00a0% of its words are those of another article on the same event" in alone


def test_the_pointer_is_told_what_the_marks_mean() -> None:
    model = ArticleListModel()
    read = replace(row(1, copy_of=(Letter(0), 0.5)), read=True)
    model.show(Listing(Shelf(), LONG, {1: ArticleEntry(read)}, LONG.total))
    tip = model.index_of(ArticleId(1)).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Headline 1\n50\u00a0% of its words are those of another article on the same event"
