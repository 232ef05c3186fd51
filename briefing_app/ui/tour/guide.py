"""Leads through the tour: opens step after step and goes on when the thing of a step was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance

from briefing_app.ui.actions import going
from briefing_app.ui.session import Pane
from briefing_app.ui.tour.card import TourCard
from briefing_app.ui.tour.steps import Step, steps

if TYPE_CHECKING:
    from briefing_app.ui.briefing.view import BriefingView
    from briefing_app.ui.comparison.view import CompareView
    from briefing_app.ui.window import Window


class Guide(QObject):
    """The tour of one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._steps: tuple[Step, ...] = ()
        self._at = -1
        self._before: object = None
        self._heard: SignalInstance | None = None
        self._watched: CompareView | BriefingView | None = None
        self.card = TourCard(window.look, window, self._foot)
        self.card.next_pressed.connect(self.go_on)
        self.card.back_pressed.connect(self.go_back)
        self.card.end_pressed.connect(self.end)
        window.keymap.changed.connect(self._show)
        window.session.pane_changed.connect(self._change_pane)

    @property
    def active(self) -> bool:
        """Whether a step is open."""
        return self._at >= 0

    @property
    def at(self) -> int:
        """The open step, counted from 0; -1 when the tour is not taken."""
        return self._at

    def begin(self) -> None:
        """From the first step on."""
        self._steps = steps()
        self._open(0)

    def go_on(self) -> None:
        """To the next step; behind the last one the tour ends."""
        if not self.active:
            return
        if self._at + 1 < len(self._steps):
            self._open(self._at + 1)
        else:
            self.end()

    def go_back(self) -> None:
        """To the step before."""
        if self._at > 0:
            self._open(self._at - 1)

    def end(self) -> None:
        """Close the card, and remember that the tour was taken."""
        if self.active:
            self._listen(None)
            self._watch(None)
            self._at = -1
            had_focus = self.card.isAncestorOf(self._window.focusWidget() or self._window)
            self.card.hide()
            self._window.remember(toured=True)
            if had_focus:
                going.focus_middle(self._window)

    def _open(self, at: int) -> None:
        self._at = at
        step = self._steps[at]
        self._listen(step.heard(self._window) if step.heard else None)
        self._before = step.done(self._window)
        self._watch(self._pane())
        self._show()

    def _show(self) -> None:
        if self.active:
            step, shown = self._steps[self._at], self._window.keymap.shown
            named = [shown(name) for name in step.keys]
            self.card.show_step(step.title, step.words, named, self._at, len(self._steps), (shown("tour_next"), shown("back")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give way to the bars below a pane, which grow with what they say."""
        if event.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _change_pane(self) -> None:
        if self.active:
            self._watch(self._pane())
            QTimer.singleShot(0, self, self._place)  # once it has been laid out

    def _place(self) -> None:
        if self.active:
            self.card.place()

    def _watch(self, view: CompareView | BriefingView | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = view
        if view is not None:
            view.installEventFilter(self)

    def _pane(self) -> CompareView | BriefingView | None:
        """The open pane, when there are bars below it that the steps speak of."""
        match self._window.session.pane:
            case Pane.COMPARE:
                return self._window.compare
            case Pane.BRIEFING:
                return self._window.briefing
            case _:
                return None

    def _foot(self) -> int:
        """How high these bars are."""
        pane = self._pane()
        return pane.foot if pane is not None else 0

    def _listen(self, signal: SignalInstance | None) -> None:
        if self._heard is not None:
            self._heard.disconnect(self._look)
        self._heard = signal
        if signal is not None:
            signal.connect(self._look)

    def _look(self, *_told: object) -> None:
        """Something happened that the step may have asked for."""
        if self.active:
            now = self._steps[self._at].done(self._window)
            if now and now != self._before:
                self.go_on()
            elif not now:
                self._before = now
