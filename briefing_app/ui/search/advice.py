"""What else is worth a try beside the hits, as buttons: what was likely meant, what hides articles, what asks less."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.model.search import Advice, AdviceKind
from briefing_app.ui.elided import ElidedButton
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import digits
from briefing_app.ui.wrapping import WrapLayout


class AdviceBar(QWidget):
    """One button for each other query, with what it finds; the first has a key."""

    taken = Signal(object)  # Advice

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[ElidedButton] = []
        self._line = WrapLayout(self)
        self.setAccessibleName(self.tr("What else is worth a try"))
        self.hide()
        look.changed.connect(self._dress)

    def show_advice(self, advice: Sequence[Advice], key: str) -> None:
        """Offer other queries; ``key`` takes the first of them."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(one) for one in advice]
        if self._buttons and key:
            self._buttons[0].setText(f"{self._buttons[0].text()}  ({key})")
        self._dress()
        self.setVisible(bool(advice))

    def take_focus(self) -> None:
        """To the first of them."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, advice: Advice) -> ElidedButton:
        words = advice_words(advice)
        button = ElidedButton(f"{words.replace('&', '&&')}  {digits(advice.count)}", self)
        button.setToolTip(words if advice.kind is AdviceKind.TRASH else f"{words}: {advice.query}")
        button.setAccessibleName(self.tr("%1: %Ln article(s)", "", advice.count).replace("%1", words))
        button.clicked.connect(lambda _on=False: self.taken.emit(advice))
        self._line.addWidget(button)
        return button

    def _dress(self) -> None:
        px = self._look.px
        self._line.setContentsMargins(px(16), 0, px(12), px(8))
        self._line.setSpacing(px(6))
        for button in self._buttons:
            button.setFont(self._look.font(Type.SMALL))


def advice_words(advice: Advice) -> str:
    """Why the query is worth a try."""
    about = advice.about.strip()
    return {
        AdviceKind.MISTAKE: _tr("Did you mean %1"),
        AdviceKind.SPELLING: _tr("Did you mean %1"),
        AdviceKind.FILTER: _tr("Without %1"),
        AdviceKind.ZONES: _tr("In comments and page furniture too"),
        AdviceKind.TRASH: _tr("In the trash"),
        AdviceKind.ENDINGS: _tr("With any ending: %1"),
        AdviceKind.WIDER: "%1",
    }[advice.kind].replace("%1", about)


def _tr(words: str) -> str:
    return QCoreApplication.translate("advice", words)
