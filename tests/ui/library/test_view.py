"""The list's pane says that nothing is there only once that is known."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefing_app.ui.library.listing import Listing
from briefing_app.ui.library.model import ArticleListModel
from briefing_app.ui.library.view import ListPane
from briefing_app.ui.theme import Look


def test_what_was_not_read_yet_is_not_called_empty(qtbot: QtBot) -> None:
    look = Look()
    pane = ListPane(look, ArticleListModel(look))
    qtbot.addWidget(pane)
    pane.show()
    pane.show_listing(Listing(), read=False)
    assert (pane.list.isVisible(), pane._empty.isVisible(), pane._count.text()) == (True, False, "")
    pane.show_listing(Listing())
    assert (pane.list.isVisible(), pane._empty.isVisible(), pane._count.text()) == (False, True, "0")
