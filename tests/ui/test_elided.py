"""The label that gives way."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefing_app.ui.elided import ElidedLabel
from tests.screens.writing import cut_off, written


def test_what_has_no_room_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    label = ElidedLabel("A shelf with a name that goes on and on")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    (whole,) = written(label)
    assert whole.words == label.text()
    assert label.toolTip() == ""
    label.resize(90, label.height())
    qtbot.waitUntil(lambda: [one.words[-1] for one in written(label)] == ["…"])
    (short,) = written(label)
    assert cut_off([short]) == []
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() < 30
