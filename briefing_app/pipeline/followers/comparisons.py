"""One comparison an event, made again when its articles, what is ruled of them, the sources or the analyses have changed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import Any

from briefing_app.library import Library
from briefing_app.model.analysis_versions import comparison_version
from briefing_app.model.change import FOLLOWED, ChangeKind
from briefing_app.model.errors import NothingThere
from briefing_app.model.event import Event
from briefing_app.model.going_on import GoOn, always
from briefing_app.pipeline.faults import save_report
from briefing_app.pipeline.followers.feed import Place, Trials, changes
from briefing_app.pipeline.progress import Stage
from briefing_app.pipeline.reading import stored_comparison_of
from briefing_app.pipeline.requests import Stand


class Comparisons:
    """Compares each event that the feed says has changed, or of which an article is corrected or ruled; all when the analyses are new.

    What ``go_on`` raises ends a comparison under way, which is made again at the next step.
    """

    name = Stage.COMPARISONS

    def __init__(self, go_on: GoOn = always) -> None:
        self._go_on = go_on
        self._trials = Trials(self.name, comparison_version())

    def step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        """Compare what is new. ``done`` and ``total`` count events."""
        with self._trials.step(library):
            return self._step(library, out_of_time, tell)

    def _step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        place = Place(f"comparisons {comparison_version()}")
        end = library.last_change()
        pending = self._pending(library, place.number(library))
        for done, event in enumerate(pending):
            if done and out_of_time():
                return Stand(done, len(pending), more=True)
            if self._trials.begin(library, event.id):
                self._compare(library, event)
            tell(Stand(done + 1, len(pending), more=True))
        place.keep(library, end)
        return Stand(len(pending), len(pending), more=False)

    @staticmethod
    def _pending(library: Library, after: int) -> list[Event]:
        """The events whose stored comparison is not current, among those that changed, or whose articles did, beyond ``after``."""
        changed = library.events()
        if after:
            told = list(changes(library, after, ChangeKind.EVENTS, *FOLLOWED))
            numbers = {change.subject for change in told if change.kind is ChangeKind.EVENTS}
            articles = {change.subject for change in told if change.kind in FOLLOWED - {ChangeKind.SOURCE}}
            if not any(change.kind is ChangeKind.SOURCE for change in told):
                changed = tuple(event for event in changed if event.id in numbers or not articles.isdisjoint(event.group.articles))
        return [event for event in changed if library.comparison(event.id, comparison_version()) is None]

    def _compare(self, library: Library, event: Event) -> None:
        try:
            library.put_comparison(event.id, stored_comparison_of(library, event.group.articles, self._go_on))
        except (MemoryError, NothingThere, CancelledError):
            raise
        except Exception as bug:  # the other events are not to wait for one that we cannot compare
            save_report(bug, f"comparing event {event.id}")
