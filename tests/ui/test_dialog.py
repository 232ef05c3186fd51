"""Enter in our dialogs: it presses the button with the focus, and none from a field or a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from briefing_app.ui.dialog import Dialog


@pytest.mark.parametrize(("focused", "pressed"), [("first", ["first"]), ("second", ["second"]), ("field", []), ("list", [])])
def test_enter_presses_what_has_the_focus(qtbot: QtBot, focused: str, pressed: list[str]) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    parts = {"first": QPushButton("first"), "field": QLineEdit(), "list": QListWidget(), "second": QPushButton("second")}
    rows, heard = QVBoxLayout(dialog), []
    for name, part in parts.items():
        rows.addWidget(part)
        if isinstance(part, QPushButton):
            part.clicked.connect(lambda _on=False, name=name: heard.append(name))
    dialog.show()
    parts[focused].setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(parts[focused], key)
    assert heard == pressed * 2
    assert dialog.isVisible()


def test_the_default_is_pressed_from_a_field(qtbot: QtBot) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    field, keep = QLineEdit(dialog), QPushButton("Keep", dialog)
    keep.setDefault(True)
    dialog.show()
    field.setFocus()
    with qtbot.waitSignal(keep.clicked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
