"""Grading the sources of a briefing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.model.briefing import Grade, SourceBlock
from briefing_app.ui.briefing.grades import GradeChoice
from briefing_app.ui.theme import Look
from tests.briefing.material import FIRST, SECOND, material


def test_grades_are_chosen_by_key_and_taken_away(qtbot: QtBot) -> None:
    dialog = GradeChoice(Look(), SourceBlock((Grade(FIRST.id, "B", 2),)), material(), {})
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.block() == SourceBlock((Grade(FIRST.id, "B", 2),))
    reliability, credibility = dialog.boxes[SECOND.id]
    QTest.keyClick(reliability, Qt.Key.Key_C)
    QTest.keyClick(credibility, Qt.Key.Key_4)
    dialog.boxes[FIRST.id][0].setCurrentIndex(0)
    assert dialog.block() == SourceBlock((Grade(SECOND.id, "C", 4),))


def test_the_register_lends_its_reliability(qtbot: QtBot) -> None:
    dialog = GradeChoice(Look(), SourceBlock(), material(), {FIRST.id: "A"})
    qtbot.addWidget(dialog)
    assert dialog.block() == SourceBlock()
    dialog.take_registered()
    assert dialog.block() == SourceBlock((Grade(FIRST.id, "A", 6),))
