"""The list's pane says that nothing is there only once that is known."""

from __future__ import annotations

from array import array
from dataclasses import replace

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from briefing_app.library import LineKind, Outline
from briefing_app.model.ids import ArticleId
from briefing_app.model.shelf import Shelf, ShelfKind
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


def test_who_scrolls_on_from_what_is_chosen_is_not_taken_back_by_what_comes_in(qtbot: QtBot) -> None:
    look = Look()
    pane = ListPane(look, ArticleListModel(look))
    qtbot.addWidget(pane)
    pane.resize(400, 600)
    pane.show()
    bar, chosen = pane.list.verticalScrollBar(), ArticleId(3)
    pane.show_listing(of(*range(1, 201)))
    pane.list.choose([chosen])
    bar.setValue(bar.maximum() // 2)
    top = pane.list.indexAt(QPoint(40, 0)).row()
    pane.show_listing(of(*range(301, 311), *range(1, 201)))
    assert pane.list.chosen() == (chosen,)
    assert pane.list.indexAt(QPoint(40, 0)).row() == top + 10
    pane.list.scrollTo(pane.list.currentIndex())
    pane.show_listing(of(*range(401, 450), *range(301, 311), *range(1, 201)))
    assert pane.list.sees(pane.list.currentIndex())
    bar.setValue(bar.maximum())
    pane.show_listing(replace(of(*range(1, 201)), shelf=Shelf(ShelfKind.UNREAD)))
    assert pane.list.sees(pane.list.currentIndex()), "another shelf begins where the chosen article stands"


def of(*numbers: int) -> Listing:
    """Single articles, whose words are not read."""
    return Listing(outline=Outline(array("q", numbers), bytes([LineKind.SINGLE]) * len(numbers), len(numbers)), articles=len(numbers))
