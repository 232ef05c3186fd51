"""The full-text index follows the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing_app.library import Library
from briefing_app.pipeline.progress import Stage
from briefing_app.pipeline.requests import Stand


class Index:
    """Hands time to ``Library.index_pending``, which keeps its own place in the feed."""

    name = Stage.INDEX

    def step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        """Index what is new. ``done`` and ``total`` count the library's articles."""
        total = len(library.article_ids())
        moved = False

        def on_progress(done: int, pending: int) -> None:
            nonlocal moved
            moved = True
            tell(Stand(max(0, total - pending + done), total, more=True))

        def should_stop() -> bool:
            return moved and out_of_time()  # a step without one batch would never end

        library.index_pending(on_progress, should_stop)
        behind = library.behind()
        return Stand(total - behind, total, more=behind > 0)
