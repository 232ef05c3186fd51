"""A popover that asks for something: it takes the focus, gives it back, and is gone when the analyst goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from briefing_app.ui.popover import Popover
from briefing_app.ui.theme import POPOVER, Look, Type

_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Asking(Popover):
    """A heading, what a heir puts below it, and a line of keys at the foot. Made for one question, and deleted after it."""

    def __init__(self, look: Look, window: QWidget, title: str) -> None:
        super().__init__(look, window)
        self.setAccessibleName(title)
        self._title, self._foot = QLabel(title), QLabel()
        for label in (self._title, self._foot):
            label.setWordWrap(True)
        self.rows = QVBoxLayout(self)
        px = look.px
        self.rows.setContentsMargins(px(12), px(10), px(12), px(8))
        self.rows.setSpacing(px(8))
        self._title.setFont(look.font(Type.UI_BOLD))
        self._foot.setFont(look.font(Type.SMALL))
        self._foot.setStyleSheet(f"color: {look.colours.muted}")
        self.rows.addWidget(self._title)
        self.rows.addWidget(self._foot)
        self.setFixedWidth(px(POPOVER))

    def say_keys(self, words: str) -> None:
        """What the keys do, at the foot; a key stays on the line of what it does."""
        self._foot.setText(" · ".join(part.replace(" ", "\u00a0") for part in words.split(" · ")))

    def add(self, widget: QWidget) -> None:
        """Put a widget below the ones that are there."""
        self.rows.insertWidget(self.rows.count() - 1, widget)

    def ask(self, at: QPoint, field: QWidget) -> None:
        """Show it near a point of the window, the cursor in ``field``."""
        self.open_at(at)
        field.setFocus()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._leave)

    def event(self, event: QEvent) -> bool:
        """Escape and Enter mean something here whatever has the focus, and are no shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def dismiss(self) -> None:
        """Close for good."""
        if not self.isVisible():
            return
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._leave)
        super().dismiss()
        self.deleteLater()

    def _leave(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Another program in front leaves it open; another place of the window closes it."""
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.dismiss()
