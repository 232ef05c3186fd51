"""The full-text index follows the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing_app.library import Library
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline.followers.feed import Trials
from briefing_app.pipeline.progress import Stage
from briefing_app.pipeline.requests import Stand

_CAREFUL = 512
"""Articles that are indexed one by one after a death: as many as the batch can have held that died."""


class Index:
    """Hands time to ``Library.index_pending``, which keeps its own place in the feed.

    A batch does not tell which of its articles killed the process; so the next process goes through them one by one, and the one at which
    two more die is passed by: no word finds it.
    """

    name = Stage.INDEX

    def __init__(self) -> None:
        self._trials = Trials(self.name, "1")
        self._careful: int | None = None

    def step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        """Index what is new. ``done`` and ``total`` count the library's articles."""
        with self._trials.step(library):
            if self._careful is None:
                self._careful = _CAREFUL if self._trials.after_death else 0
            return self._step(library, out_of_time, tell)

    def _step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        total = len(library.article_ids())
        careful = bool(self._careful)
        moved = False

        def on_progress(done: int, pending: int) -> None:
            nonlocal moved
            moved = True
            tell(Stand(max(0, total - pending + done), total, more=True))

        def should_stop() -> bool:
            # A step without one batch would never end; one that began with care goes on only while care is needed.
            return moved and (out_of_time() or careful != bool(self._careful))

        def begin(article: ArticleId) -> bool:
            self._careful = max(0, (self._careful or 0) - 1)
            return self._trials.begin(library, article)

        if not careful and library.behind():
            self._trials.begin_many(library)
        library.index_pending(on_progress, should_stop, begin if careful else None)
        behind = library.behind()
        return Stand(total - behind, total, more=behind > 0 or library.notes_behind() > 0)
