"""What the dialogs have in common that ask what stands in a block."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from briefing_app.model.briefing import BriefingBlock
from briefing_app.ui.actions import shown_key
from briefing_app.ui.theme import Look

_TAKING = "Ctrl+Return"


class BlockChoice(QDialog):
    """Asks, and says at the end what the block is to be. Ctrl+Enter takes it from anywhere in the dialog."""

    def __init__(self, look: Look, title: str, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.resize(look.px(width), look.px(height))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setShortcut(_TAKING)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setToolTip(shown_key(_TAKING))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def block(self) -> BriefingBlock:
        """The block as it is chosen."""
        raise NotImplementedError
