"""The question before a briefing goes out names what it is about."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.briefing import Concern, Remark
from briefing_app.model.span import Span
from briefing_app.ui.briefing.asking import Answer, about_doubts


def test_the_first_of_them_are_named(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[str] = []

    def answer(box: QMessageBox) -> int:
        told.append(box.informativeText())
        next(button for button in box.buttons() if button.text() == "Show me").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    kinds = (Concern.NOT_THERE, Concern.CONTRADICTED, *[Concern.UNSOURCED] * 5)
    remarks = [Remark(kind, 0, Span(0, 1), f"Sentence {at}.", "") for at, kind in enumerate(kinds)]
    assert about_doubts(parent, remarks) is Answer.SHOW
    assert "no such words in the source: Sentence 0." in told[0]
    assert "contradicted: Sentence 1." in told[0]
    assert "Sentence 5" not in told[0]
