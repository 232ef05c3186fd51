"""The queries that are proposed where one found nothing, as buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.ui.elided import ElidedButton
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import digits
from briefing_app.ui.wrapping import WrapLayout


class ProposedQueries(QWidget):
    """One button a query, each with what it finds."""

    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[ElidedButton] = []
        self._line = WrapLayout(self)
        self.hide()
        look.changed.connect(self._dress)

    def show_proposed(self, proposed: Sequence[tuple[str, int]]) -> None:
        """Offer other queries as (query, articles that it finds)."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for query, total in proposed:
            button = ElidedButton(f"{query.replace('&', '&&')}  {digits(total)}", self)
            button.setAccessibleName(self.tr("Search for %1: %Ln article(s)", "", total).replace("%1", query))
            button.clicked.connect(lambda _on=False, query=query: self.wanted.emit(query))
            self._line.addWidget(button)
            self._buttons.append(button)
        self._dress()
        self.setVisible(bool(proposed))

    def take_focus(self) -> None:
        """To the first proposal."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        px = self._look.px
        self._line.setContentsMargins(px(16), 0, px(12), px(8))
        self._line.setSpacing(px(6))
        for button in self._buttons:
            button.setFont(self._look.font(Type.UI))
