"""List and text side by side; where there is no room for both, the one that the keys go to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from briefing_app.ui.theme import LIST, Look

_TIGHT = 560
_READER, _LEAST_TEXT, _LEAST_LIST = 692, 280, 200
"""Widths in pixels of 100 %."""
_MOST_LIST, _WIDE_LIST = 0.43, 0.6
"""The share of both that the list takes at most until the analyst makes it wider; and what it takes where every line needs it."""


class Sides(QSplitter):
    """Holds the list's side and the text's. Both can always take the keys: the one out of sight comes forward when it does."""

    tight_changed = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._tight = False  # Qt sends events from the first line on
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.middle = QStackedWidget(self)
        """What stands at the list's side: the list, the hits."""
        self._look, self._text = look, QWidget(self)
        self._forward: QWidget = self.middle
        self._widths = [look.px(LIST), look.px(_READER)]
        self._chosen = self._wide = False
        self.setHandleWidth(1)
        self.addWidget(self.middle)
        self.addWidget(self._text)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setSizes(self._widths)
        self.splitterMoved.connect(self._choose)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        look.changed.connect(self._dress)
        self.setMinimumWidth(1)  # what is folded up beside it takes no part
        self._set_least()

    def take_text(self, text: QWidget) -> None:
        """Put the text's side into its place, which was empty until now."""
        sizes, empty = self.sizes(), self._text
        self._text = text
        if not self._tight:
            self._set_least()
        self.replaceWidget(1, text)
        self.setStretchFactor(1, 1)
        empty.deleteLater()
        text.show()
        self.setSizes(sizes)
        self._settle()

    @property
    def tight(self) -> bool:
        """Whether only one of them has room."""
        return self._tight

    def widths(self) -> tuple[int, ...]:
        """How wide both are, or were when both had room and were seen."""
        return tuple(self._widths if self._tight or self._wide or not self.isVisible() else self.sizes())

    def take_widths(self, widths: tuple[int, ...]) -> None:
        """Make both so wide, as far as there is room."""
        self._widths, self._chosen = list(widths), True
        if not self._tight:
            self.setSizes(self._shared() if self.isVisible() else self._widths)

    def widen(self, wide: bool) -> None:
        """Give the list's side most of the room for as long as every line of it needs it; what was usual comes back."""
        if wide != self._wide:
            if wide and self._chosen and not self._tight and self.isVisible():
                self._widths = self.sizes()
            self._wide = wide
            if not self._tight and self.isVisible():
                self.setSizes(self._shared())

    def bring_text(self) -> None:
        """The text comes forward when only one of them has room."""
        self._bring(self._text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Crossing the width at which both have room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Behind the ways to begin it had no width to share out."""
        super().showEvent(event)
        if not self._tight:
            self.setSizes(self._shared())

    def event(self, event: QEvent) -> bool:
        """With every new layout Qt shows the handle again, which has nothing to part where only one side is seen."""
        done = super().event(event)
        if self._tight and event.type() is QEvent.Type.LayoutRequest:
            self.handle(1).hide()
        return bool(done)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            for side in (self.middle, self._text):
                if side.isAncestorOf(now):
                    self._bring(side)

    def _bring(self, side: QWidget) -> None:
        if side is not self._forward:
            self._forward = side
            self._settle()

    def _fit(self) -> None:
        tight = self.width() < self._look.px(_TIGHT)
        if tight == self._tight:
            if not tight and (self._wide or not self._chosen):
                self.setSizes(self._shared())
            self._settle()
            return
        if tight and self._chosen and not self._wide:
            self._widths = self.sizes()
        self._tight = tight
        self.setChildrenCollapsible(tight)
        if not tight:
            self._set_least()
            self.setSizes(self._shared())
        self._settle()
        self.tight_changed.emit(tight)

    def _choose(self) -> None:
        """The analyst has moved what parts them; of a widened list nothing is kept."""
        if self._wide:
            return
        self._chosen = True
        if not self._tight:
            self._widths = self.sizes()

    def _shared(self) -> list[int]:
        """The list as wide as it was, else as its titles want but never most of the room; the rest is the text's."""
        if self._wide:
            listed = round(_WIDE_LIST * self.width())
        else:
            listed = self._widths[0] if self._chosen else min(self._look.px(LIST), round(_MOST_LIST * self.width()))
        return [listed, max(1, self.width() - listed)]

    def _settle(self) -> None:
        """A side that is folded up stands, as wide as the other, beside the window: it is not seen, yet the keys can go to it."""
        if self._tight:
            for side in (self.middle, self._text):
                side.setMinimumWidth(self.width())
            self.setSizes([self.width() if side is self._forward else 0 for side in (self.middle, self._text)])

    def _set_least(self) -> None:
        self.middle.setMinimumWidth(self._look.px(_LEAST_LIST))
        self._text.setMinimumWidth(self._look.px(_LEAST_TEXT))

    def _dress(self) -> None:
        if not self._tight:
            self._set_least()
        self._fit()
