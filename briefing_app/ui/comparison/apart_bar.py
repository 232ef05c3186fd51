"""The bar over a comparison of articles that do not report one event: what that means, and what to do instead."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefing_app.model.ids import EventId
from briefing_app.ui.accessible import announce
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.icons import icon
from briefing_app.ui.theme import ICON, Look, Type

_PAD, _GAP, _HEIGHT = 16, 8, 36


class ApartBar(QFrame):
    """Says that the sources report different events; offers the event of most of them, or to make them one."""

    accessible_role = QAccessible.Role.StaticText

    event_wanted = Signal(object)  # EventId
    one_event_wanted = Signal(object, object)  # the articles that are elsewhere (ArticleId), the event that they belong to (EventId)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._compared: Compared | None = None
        self._writable = False
        self._icon, self._words = QLabel(), QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.whole = QPushButton(self.tr("Compare one event"))
        self.whole.setToolTip(self.tr("Compare all articles of the event that most of these report"))
        self.group = QPushButton(self.tr("They are one event"))
        self.group.setToolTip(self.tr("Put these articles into one event; it can be undone"))
        line = self._line = QHBoxLayout(self)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        line.addWidget(self.whole)
        line.addWidget(self.group)
        self.whole.clicked.connect(lambda: self.event_wanted.emit(self._event))
        self.group.clicked.connect(self._make_one)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_compared(self, compared: Compared, *, writable: bool) -> None:
        """Stand over articles that report different events, and over no others."""
        self._compared = compared
        self._writable = writable and self._event is not None
        apart = compared.events > 1
        if apart:
            words = self.tr(
                "These articles report %Ln different events: that one is silent on what another tells says little.", "", compared.events
            )
            if self.isHidden():
                announce(self, words)
            self.setAccessibleName(words)
            self.setToolTip(words)
        self.setVisible(apart)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow bar says less, and a very narrow one offers one thing alone."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look, metrics = self._look, QFontMetricsF(self._look.font(Type.UI))
        count = self._compared.events if self._compared else 1
        short = self.tr("%Ln different events", "", count)
        wordings = (self.accessibleName(), self.tr("%Ln different events: silence says little.", "", count), short)
        buttons = [button for button, offered in ((self.whole, self._event is not None), (self.group, self._writable)) if offered]
        rooms = [self.width() - look.px(2 * _PAD + ICON + _GAP) - sum(one.sizeHint().width() + look.px(_GAP) for one in some)
                 for some in (buttons, buttons[:1])]  # fmt: skip
        both = metrics.horizontalAdvance(short) <= rooms[0]
        room = rooms[0] if both else rooms[1]
        self._words.setText(next((words for words in wordings if metrics.horizontalAdvance(words) <= room), short))
        self.whole.setVisible(self.whole in buttons)
        self.group.setVisible(self.group in buttons and both)

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

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.setFixedHeight(px(_HEIGHT))
        self._line.setContentsMargins(px(_PAD), 0, px(_PAD), 0)
        self._line.setSpacing(px(_GAP))
        self.setStyleSheet(f"ApartBar {{ background: {look.colours.surface}; border-bottom: 1px solid {look.colours.caution}; }}")
        for widget in (self._words, self.whole, self.group):
            widget.setFont(look.font(Type.UI))
        self._fit()
        self._icon.setPixmap(icon("event", look.color("caution"), px(ICON)).pixmap(px(ICON), px(ICON)))
