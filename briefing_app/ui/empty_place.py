"""What a pane shows in the middle while it has nothing to show: what there is not, and below it what would help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing_app.ui.theme import Look, Type


class EmptyPlace(QWidget):
    """A heading and a sentence, in the type of the first page; words of one paragraph are a sentence alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._head, self._step = QLabel(), QLabel()
        rows = self._rows = QVBoxLayout(self)
        rows.addStretch()
        for label in (self._head, self._step):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            rows.addWidget(label)
        rows.addStretch()
        look.changed.connect(self._dress)
        self._dress()

    def say(self, words: str) -> None:
        """Other words: a heading and what would help, apart by an empty line, or a sentence."""
        head, _, step = words.rpartition("\n\n")
        self._head.setText(head)
        self._head.setVisible(bool(head))
        self._step.setText(step)

    def text(self) -> str:
        """All of it."""
        return "\n\n".join(filter(None, (self._head.text(), self._step.text())))

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._rows.setContentsMargins(px(24), px(24), px(24), px(24))
        self._rows.setSpacing(px(8))
        for label, kind, token in ((self._head, Type.TITLE, "ink"), (self._step, Type.UI, "muted")):
            label.setFont(look.font(kind))
            label.setStyleSheet(f"color: {look.color(token).name()}; background: transparent;")
