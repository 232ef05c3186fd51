"""The writer worker: the only process that imports into the database, and that writes the index, findings, events and comparisons."""

from __future__ import annotations

import os
import time
from typing import Any

import msgspec

from briefing_app.library import Library
from briefing_app.model.article import Document
from briefing_app.model.going_on import GoOn, always
from briefing_app.pipeline.followers import Follower, followers
from briefing_app.pipeline.requests import FollowStep, RebuildIndex, Request, Setting, Stand, Stored, StorePart
from briefing_app.pipeline.roles import Tell

NICENESS = 10
"""The analyst's window goes first."""


class WriterWorker:
    """Answers StorePart, FollowStep and RebuildIndex on the library whose lock its parent holds."""

    def __init__(self, setting: Setting, go_on: GoOn = always) -> None:
        assert setting.library is not None
        if hasattr(os, "nice"):
            os.nice(NICENESS)
        self._library = Library.open(setting.library, held=True, file=setting.file)
        self._original: bytes | None = None
        self._followers: dict[str, Follower] = {str(follower.name): follower for follower in followers(go_on)}

    def answer(self, request: Request[Any], tell: Tell) -> Stored | Stand | None:
        """Do what is asked; every request is short, so that the parent can do something else in between."""
        if isinstance(request, StorePart):
            return self._store(request)
        if isinstance(request, FollowStep):
            until = time.monotonic() + request.budget_s
            return self._followers[request.follower].step(self._library, lambda: time.monotonic() >= until, tell)
        assert isinstance(request, RebuildIndex)
        self._library.reindex(should_stop=lambda: True)  # only thrown away: the index's follower builds it, and gets past what kills it
        return None

    def _store(self, request: StorePart) -> Stored | None:
        if request.original is not None:
            self._original = request.original
        if self._original is None:
            return None
        document = msgspec.msgpack.decode(request.document, type=Document)
        added = self._library.add(document, self._original, request.shown)
        path = self._library.article(added.article).custody.path if added.duplicate else request.shown
        return Stored(added.article, added.duplicate, path, document.title.value, added.trashed, added.version_of)
