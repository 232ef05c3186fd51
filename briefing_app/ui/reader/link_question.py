"""The question before a link leaves the program."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.ui.popover import Popover
from briefing_app.ui.reader.links import Destination
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import breakable

_HOST = re.compile(r"(?<![\w.@-])(?:https?://)?((?:[\w-]+\.)+[a-z]{2,24})(?![\w-])", re.IGNORECASE)
_MOST_WORDS, _MOST_ADDRESS = 120, 300


class LinkQuestion(Popover):
    """Shows where a link leads, the host first and as the network knows it; opens nothing by itself."""

    open_wanted = Signal(object)  # Destination
    copy_wanted = Signal(str)  # the address

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._address = ""
        self._destination: Destination | None = None
        self._words, self._host, self._whole, self._warning = (QLabel() for _ in range(4))
        self._open = QPushButton(self.tr("Open in the browser"))
        self._copy = QPushButton(self.tr("Copy the address"))
        self._copy.setProperty("flat", True)
        rows = self._rows = QVBoxLayout(self)
        for label in (self._words, self._host, self._whole, self._warning):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            rows.addWidget(label)
        self._whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout()
        line.setContentsMargins(0, 6, 0, 0)
        line.addWidget(self._open)
        line.addWidget(self._copy)
        line.addStretch()
        rows.addLayout(line)
        self._open.clicked.connect(self._opened)
        self._copy.clicked.connect(self._copied)

    def ask(self, words: str, address: str, where: Destination | None) -> None:
        """Show a link: its words, its address as the page has it, and where it leads (None: nowhere that may be opened)."""
        self._address, self._destination = where.address if where else address, where
        look, px = self._look, self._look.px
        self._rows.setContentsMargins(px(16), px(12), px(16), px(16))
        self._rows.setSpacing(px(6))
        for label, kind, color in (
            (self._words, Type.SMALL, look.colours.muted),
            (self._host, Type.UI_BOLD, look.colours.ink),
            (self._whole, Type.SMALL, look.colours.muted),
            (self._warning, Type.SMALL, look.colours.caution),
        ):
            label.setStyleSheet(f"color: {color}")
            label.setFont(look.font(kind))
        for button in (self._open, self._copy):
            button.setFont(look.font(Type.UI))
        self._words.setText(breakable(f"“{_shorter(' '.join(words.split()), _MOST_WORDS)}”"))
        self._host.setText(where.host if where else self.tr("This address is not opened."))
        self._whole.setText(breakable(_shorter(self._address, _MOST_ADDRESS)))
        self._warning.setText(self._caution(words, where))
        self._warning.setVisible(bool(self._warning.text()))
        self._open.setVisible(where is not None)
        self.setAccessibleName(self.tr("A link to %1").replace("%1", self._host.text()))

    def take_focus(self) -> None:
        """To the button that answers the question."""
        (self._open if self._destination else self._copy).setFocus(Qt.FocusReason.OtherFocusReason)

    def _caution(self, words: str, where: Destination | None) -> str:
        if where is None:
            return self.tr("Only http and https addresses with a host, and without a user name, are handed to the browser.")
        named = _HOST.search(words)
        if named and not _same_house(named[1].lower(), where.host.lower()):
            return self.tr("The words name another host: %1.").replace("%1", named[1])
        if where.host.startswith("xn--") or ".xn--" in where.host:
            return self.tr("The host is written in letters beyond a to z; here it stands as the network knows it.")
        return ""

    def _opened(self) -> None:
        if self._destination is not None:
            self.open_wanted.emit(self._destination)
        self.dismiss()

    def _copied(self) -> None:
        self.copy_wanted.emit(self._address)
        self.dismiss()


def _same_house(named: str, host: str) -> bool:
    """Whether one is the other or lies inside it."""
    named, host = named.removeprefix("www."), host.removeprefix("www.")
    return named == host or host.endswith(f".{named}") or named.endswith(f".{host}")


def _shorter(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
