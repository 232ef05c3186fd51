"""Choosing and ordering rows of the comparison."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.model.briefing import ComparisonBlock, ComparisonLayout
from briefing_app.ui.briefing.rows import RowChoice
from briefing_app.ui.theme import Look
from tests.briefing.material import comparison

CLAIMS = comparison().claims


def test_all_rows_stay_all_rows(qtbot: QtBot) -> None:
    dialog = RowChoice(Look(), ComparisonBlock(), CLAIMS)
    qtbot.addWidget(dialog)
    assert dialog.block() == ComparisonBlock()
    assert dialog.counted.text() == "2 of 2 rows"


def test_some_rows_as_a_list(qtbot: QtBot) -> None:
    dialog = RowChoice(Look(), ComparisonBlock((CLAIMS[1].statement,)), CLAIMS)
    qtbot.addWidget(dialog)
    assert [dialog.rows.item(row).checkState() for row in range(2)] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    dialog.rows.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.rows.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.listed.setChecked(True)
    assert dialog.block() == ComparisonBlock((CLAIMS[0].statement,), ComparisonLayout.LIST)
    assert dialog.counted.text() == "1 of 2 rows"


def test_keys_move_and_tick_rows(qtbot: QtBot) -> None:
    dialog = RowChoice(Look(), ComparisonBlock(), CLAIMS)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)  # else its keys are nobody's
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    statements = tuple(claim.statement for claim in CLAIMS)
    assert dialog.block() == ComparisonBlock((statements[1], statements[0], *statements[2:]))
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    assert dialog.block() == ComparisonBlock((statements[1],))
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.block() == ComparisonBlock()
