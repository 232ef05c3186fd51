"""Drawings of the drawer go to the briefing of the event, each as the block that draws it there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.briefing import Briefing, CoverageBlock, SourcingBlock, TextBlock, TimelineBlock
from briefing_app.ui.comparison.drawer.table import TABS, Tab
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.ui.comparison.test_drawer import told

SEND = (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def comparing(qtbot: QtBot, full: Window) -> Window:
    full.session.go(Pane.COMPARE)
    comparing = full.session.comparing
    qtbot.waitUntil(lambda: comparing.compared is not None and not comparing.busy and comparing.compared.event is not None)
    full.compare.toggle_drawer()
    return full


def briefings(window: Window) -> tuple[Briefing, ...]:
    return window.session.workbench.library.briefings()


def send(qtbot: QtBot, window: Window, tab: str) -> None:
    window.compare.drawer.choose(next(one for one in TABS if one.id == tab))
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, *SEND)


def test_drawings_are_sent_to_a_draft_and_then_to_the_open_briefing(qtbot: QtBot, comparing: Window) -> None:
    send(qtbot, comparing, "sourcing")
    qtbot.waitUntil(lambda: bool(briefings(comparing)))
    assert briefings(comparing)[0].blocks[-1] == SourcingBlock()

    desk = comparing.session.desk
    comparing.session.go(Pane.BRIEFING)
    qtbot.waitUntil(lambda: desk.briefing is not None and desk.briefing.id == briefings(comparing)[0].id)
    comparing.session.go(Pane.COMPARE)
    qtbot.waitUntil(lambda: not comparing.session.comparing.busy)
    comparing.compare.drawer.setFocus()
    for tab, block in (("timeline", TimelineBlock()), ("coverage", CoverageBlock()), ("coverage", CoverageBlock())):
        send(qtbot, comparing, tab)
        qtbot.waitUntil(lambda block=block: briefings(comparing)[0].blocks.count(block) == 1)
    assert len(briefings(comparing)) == 1


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.id)
def test_every_drawing_can_be_sent(qtbot: QtBot, comparing: Window, tab: Tab) -> None:
    compared = comparing.session.comparing.compared
    assert compared is not None
    block = tab.block(compared)
    send(qtbot, comparing, tab.id)
    if block is None:
        return
    qtbot.waitUntil(lambda: bool(briefings(comparing)) and block in briefings(comparing)[0].blocks)


def test_undo_takes_the_drawing_out_again(qtbot: QtBot, comparing: Window) -> None:
    send(qtbot, comparing, "coverage")
    qtbot.waitUntil(lambda: bool(briefings(comparing)))
    comparing.session.editing.undo()
    qtbot.waitUntil(lambda: not briefings(comparing))


def test_labels_are_a_table_in_which_every_name_has_its_source() -> None:
    block = next(tab for tab in TABS if tab.id == "labels").block(told())
    assert isinstance(block, TextBlock)
    assert block.markdown.splitlines()[:2] == ["| | |", "|---|---|"]
    assert block.markdown.count("[@a1]") == 1
    assert block.markdown.count("[@a2]") == 1
