"""What all our dialogs do with Enter."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton

from briefing_app.ui.inside_keys import press_focused


class Dialog(QDialog):
    """Enter presses the button that has the focus; from a field or a list only the one that is the default by name, if any is."""

    def showEvent(self, event: QShowEvent) -> None:
        """Qt would make one of the buttons the default."""
        for button in self.findChildren(QPushButton):
            if not button.isDefault():
                button.setAutoDefault(False)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus; the rest is Qt's."""
        if not press_focused(self, event):
            super().keyPressEvent(event)
