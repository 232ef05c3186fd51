"""Of very many sentences not all are weighed, and the comparison says so as long as it is shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing_app.model.comparison import Unweighed
from briefing_app.ui.comparison.matrix.model import MatrixModel
from briefing_app.ui.comparison.unweighed_bar import UnweighedBar
from briefing_app.ui.comparison.view import CompareView
from briefing_app.ui.theme import Look
from tests.ui.comparison.material import compared_of

TWO = compared_of((2, 2), [{0: [0], 1: [0]}])
MANY = replace(TWO, comparison=replace(TWO.comparison, unweighed=Unweighed(12_000, 72_000)))


def test_it_stands_over_a_comparison_from_which_something_was_left_out(qtbot: QtBot) -> None:
    view = CompareView(Look(), MatrixModel())
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    for compared, shown in ((TWO, False), (MANY, True), (TWO, False)):
        view.show_compared(compared, busy=False)
        assert view.unweighed.isVisible() is shown


def test_a_narrow_bar_says_less(qtbot: QtBot) -> None:
    bar = UnweighedBar(Look())
    qtbot.addWidget(bar)
    bar.show_compared(MANY)
    (words,) = (label for label in bar.findChildren(QLabel) if label.text())
    said = []
    for width in range(2000, 100, -20):
        bar.resize(width, 36)
        assert bar.width() == width
        said.append(words.text())
    assert len(set(said)) == 4
    assert said == sorted(said, key=len, reverse=True)
    assert bar.accessibleName() == bar.toolTip() == said[0]
    assert all("12,000 of 72,000" in words for words in list(dict.fromkeys(said))[:3])
