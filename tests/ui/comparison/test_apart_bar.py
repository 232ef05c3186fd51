"""Articles that report different events are compared, and said to; one press compares one event, another makes them one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app.model.ids import EventId
from briefing_app.ui.comparison.apart_bar import ApartBar
from briefing_app.ui.comparison.matrix.model import MatrixModel
from briefing_app.ui.comparison.view import CompareView
from briefing_app.ui.theme import Look
from tests.ui.comparison.material import compared_of

THREE = compared_of((2, 2, 2), [{0: [0], 1: [0]}])
ONE, TWO = EventId(4), EventId(7)


def test_it_stands_over_different_events_alone(qtbot: QtBot) -> None:
    view = CompareView(Look(), MatrixModel())
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    for homes, shown in (((ONE, TWO, ONE), True), ((ONE, ONE, ONE), False), ((), False), ((None, None, None), True)):
        view.show_compared(replace(THREE, homes=homes), busy=False)
        assert view.apart.isVisible() is shown
    assert not view.apart.whole.isVisible()  # no event to compare
    view.show_compared(replace(THREE, homes=(ONE, TWO, ONE)), busy=False, writable=False)
    assert view.apart.whole.isVisible()
    assert not view.apart.group.isVisible()
    view.apart.whole.setFocus()
    view.apart.whole.click()
    assert view.focusWidget() is view.matrix.table


def test_its_buttons_want_the_event_of_most_articles(qtbot: QtBot) -> None:
    bar = ApartBar(Look())
    qtbot.addWidget(bar)
    bar.show_compared(replace(THREE, homes=(ONE, TWO, TWO)), writable=True)
    assert "2 different events" in bar.accessibleName()
    with qtbot.waitSignal(bar.event_wanted) as wanted:
        qtbot.mouseClick(bar.whole, Qt.MouseButton.LeftButton)
    assert wanted.args == [TWO]
    with qtbot.waitSignal(bar.one_event_wanted) as together:
        qtbot.keyClick(bar.group, Qt.Key.Key_Space)
    assert together.args == [[THREE.articles[0].id], TWO]
