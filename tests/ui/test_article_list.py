"""The list of articles as a view: where rows stand, how keys and clicks move in it, what stays in sight, and what a screen reader meets."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.library import LineKind, Outline
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.shelf import Shelf
from briefing_app.ui.library.article_list import ArticleList
from briefing_app.ui.library.listing import Listing
from briefing_app.ui.library.model import ArticleListModel
from briefing_app.ui.theme import ARTICLE_ROW, Look
from tests.ui.test_models import HARBOUR, outline, shown

KEY, LEFT, SHIFT, CONTROL = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
MANY = 100_000


def singles(*numbers: int) -> Outline:
    return outline(*((number, LineKind.SINGLE) for number in numbers))


def opened(qtbot: QtBot, of: Outline) -> tuple[ArticleList, ArticleListModel]:
    model = shown(of)
    view = ArticleList(Look(), model)
    qtbot.addWidget(view)
    view.resize(380, 400)
    view.show()
    view.setFocus()
    return view, model


def test_all_articles_stand_in_the_list_at_once(qtbot: QtBot) -> None:
    view, model = opened(qtbot, singles(*range(1, MANY + 1)))
    assert view.verticalScrollBar().maximum() == MANY * ARTICLE_ROW - view.viewport().height()
    QTest.keyClick(view, KEY.Key_End)
    assert model.article_at(view.currentIndex().row()) == MANY
    assert view.visualRect(view.currentIndex()).bottom() == view.viewport().height() - 1
    assert view.indexAt(QPoint(50, 399)).row() == MANY - 1
    QTest.keyClick(view, KEY.Key_PageUp)
    assert view.currentIndex().row() == MANY - 1 - (400 - ARTICLE_ROW) // ARTICLE_ROW - 1
    QTest.keyClick(view, KEY.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_rows_of_each_kind_have_their_height(qtbot: QtBot) -> None:
    view, model = opened(qtbot, HARBOUR)
    assert [view.visualRect(model.index(at)).height() for at in range(6)] == [92, 52, 92, 28, 92, 92]
    assert [view.visualRect(model.index(at)).top() for at in range(6)] == [0, 92, 144, 236, 264, 356]
    assert not view.indexAt(QPoint(50, 456)).isValid()


def test_clicks_and_keys_choose(qtbot: QtBot) -> None:
    view, model = opened(qtbot, HARBOUR)
    told: list[int] = []
    view.article_shown.connect(told.append)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(2)).center())
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, view.visualRect(model.index(4)).center())
    assert view.chosen() == (3, 1, 2)
    qtbot.waitUntil(lambda: told == [3, 2])
    QTest.mouseClick(view.viewport(), LEFT, CONTROL, view.visualRect(model.index(0)).center())
    assert view.chosen() == (5, 3, 1, 2)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(1)).center())
    assert view.chosen() == (3, 1)  # an event's line stands for its articles
    qtbot.waitUntil(lambda: told[-1] == 3)  # and shows the first of them
    QTest.keyClick(view, KEY.Key_A, CONTROL)
    assert view.chosen() == (5, 3, 1, 2, 4)


def test_a_held_key_tells_where_it_begins_and_where_it_rests(qtbot: QtBot) -> None:
    view, _ = opened(qtbot, singles(*range(1, 101)))
    told: list[int] = []
    view.article_shown.connect(told.append)
    for _ in range(20):
        QTest.keyClick(view, KEY.Key_Down)
    assert told == [1]
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [1, 20]


def test_events_fold_by_key_and_by_chevron(qtbot: QtBot) -> None:
    view, model = opened(qtbot, HARBOUR)
    view.setCurrentIndex(model.index(3))
    QTest.keyClick(view, KEY.Key_Left)
    assert (model.rowCount(), view.currentIndex().row(), model.is_folded(EventId(1))) == (4, 1, True)
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(12, view.visualRect(model.index(1)).center().y()))
    assert model.rowCount() == 6


def test_what_was_in_sight_stays_there_when_articles_come_in_above(qtbot: QtBot) -> None:
    view, model = opened(qtbot, singles(*range(1, 1001)))
    view.verticalScrollBar().setValue(50 * ARTICLE_ROW + 20)
    model.show(Listing(Shelf(), singles(*range(5001, 5031), *range(1, 1001)), {}, 1030))
    assert view.visualRect(model.index_of(ArticleId(51))).top() == -20
    view.verticalScrollBar().setValue(0)
    model.show(Listing(Shelf(), singles(*range(6001, 6031), *range(1, 1001)), {}, 1030))
    assert view.verticalScrollBar().value() == 0  # at the beginning one sees what is new


def test_a_screen_reader_finds_every_row(qtbot: QtBot) -> None:
    view, model = opened(qtbot, HARBOUR)
    found = QAccessible.queryAccessibleInterface(view)
    assert (found.role(), found.childCount()) == (QAccessible.Role.List, 6)
    assert found.child(1).text(QAccessible.Text.Name).startswith("Event Harbour reopens")
    assert found.child(3).text(QAccessible.Text.Name).startswith("Headline 1")
    view.setCurrentIndex(model.index(4))
    assert found.focusChild().text(QAccessible.Text.Name).startswith("Headline 2")
