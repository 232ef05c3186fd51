"""The bar over a comparison of articles that do not report one event: what that means, and what to do instead."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from briefing_app.model.ids import EventId
from briefing_app.ui.comparison.caution_bar import CautionBar
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.theme import Look


class ApartBar(CautionBar):
    """Says that the sources report different events; offers the event of most of them, or to make them one."""

    event_wanted = Signal(object)  # EventId
    one_event_wanted = Signal(object, object)  # the articles that are elsewhere (ArticleId), the event that they belong to (EventId)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        whole, group = QPushButton(), QPushButton()
        super().__init__(look, "event", parent, buttons=(whole, group))
        self._compared: Compared | None = None
        self.whole, self.group = whole, group
        self.whole.setText(self.tr("Compare one event"))
        self.whole.setToolTip(self.tr("Compare all articles of the event that most of these report"))
        self.group.setText(self.tr("They are one event"))
        self.group.setToolTip(self.tr("Put these articles into one event; it can be undone"))
        self.whole.clicked.connect(lambda: self.event_wanted.emit(self._event))
        self.group.clicked.connect(self._make_one)

    def show_compared(self, compared: Compared, *, writable: bool) -> None:
        """Stand over articles that report different events, and over no others."""
        self._compared = compared
        if compared.events < 2:
            self.say(())
            return
        wordings = (
            self.tr(
                "These articles report %Ln different events: that one is silent on what another tells says little.", "", compared.events
            ),
            self.tr("%Ln different events: silence says little.", "", compared.events),
            self.tr("%Ln different events", "", compared.events),
        )
        self.say(
            wordings, [button for button, offered in ((self.whole, True), (self.group, writable)) if offered and self._event is not None]
        )

    @property
    def _event(self) -> EventId | None:
        """The event that most of the articles report, the first of equals."""
        homes = Counter(home for home in (self._compared.homes if self._compared else ()) if home is not None)
        return homes.most_common(1)[0][0] if homes else None

    def _make_one(self) -> None:
        event, compared = self._event, self._compared
        if event is not None and compared is not None:
            others = [number for number, home in zip(compared.comparison.articles, compared.homes, strict=True) if home != event]
            self.one_event_wanted.emit(others, event)
