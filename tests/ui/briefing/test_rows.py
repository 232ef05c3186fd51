"""Choosing rows of the comparison."""

from __future__ import annotations

from PySide6.QtCore import Qt
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


def test_some_rows_as_a_list(qtbot: QtBot) -> None:
    dialog = RowChoice(Look(), ComparisonBlock((CLAIMS[1].statement,)), CLAIMS)
    qtbot.addWidget(dialog)
    assert [dialog.rows.item(row).checkState() for row in range(2)] == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    dialog.rows.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.rows.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.listed.setChecked(True)
    assert dialog.block() == ComparisonBlock((CLAIMS[0].statement,), ComparisonLayout.LIST)
