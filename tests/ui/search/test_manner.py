"""The line that says in which manner the hits stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.model.search import LineOrder, SortOrder
from briefing_app.ui.search.manner import Manner
from briefing_app.ui.theme import Look


def button(manner: Manner, words: str) -> QPushButton:
    return next(one for one in manner.findChildren(QPushButton) if one.text() == words)


def test_the_way_that_is_not_on_is_asked_for_by_pressing_it(qtbot: QtBot) -> None:
    manner = Manner(Look())
    qtbot.addWidget(manner)
    asked: list[str] = []
    manner.lines_pressed.connect(lambda: asked.append("other"))
    manner.show_order(SortOrder.RELEVANCE, None, grouped=True)
    assert [one.text() for one in manner.findChildren(QPushButton) if one.property("open")] == ["List", "By event"]
    qtbot.mouseClick(button(manner, "List"), Qt.MouseButton.LeftButton)
    assert asked == []
    qtbot.mouseClick(button(manner, "Lines"), Qt.MouseButton.LeftButton)
    assert asked == ["other"]


def test_lines_have_orders_of_their_own_and_no_events(qtbot: QtBot) -> None:
    manner = Manner(Look())
    qtbot.addWidget(manner)
    manner.show_order(SortOrder.NEWEST, LineOrder.RIGHT, grouped=True)
    assert button(manner, "Lines").property("open")
    assert button(manner, "by the words after")
    assert button(manner, "By event").isHidden()
