"""The keeper worker: backups, checks and the way back, at low priority. It never writes to the library that it keeps."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from briefing_app.library import Library
from briefing_app.library.backup import prove, stage
from briefing_app.library.takeout import take_in
from briefing_app.pipeline.exchange import export_annotations
from briefing_app.pipeline.requests import (
    BackUp,
    CheckDatabase,
    CheckLibrary,
    ProveBackup,
    Request,
    Setting,
    StageBackup,
    Stand,
    TakeIn,
    TakeOut,
)
from briefing_app.pipeline.roles import Tell

NICENESS = 10
"""The analyst's window goes first."""
_EVERY_S = 0.1


class KeeperWorker:
    """Opens the library, for reading, at the first request that needs it: a damaged one can be restored all the same."""

    def __init__(self, setting: Setting) -> None:
        assert setting.library is not None
        if hasattr(os, "nice"):
            os.nice(NICENESS)
        self._folder: Path = setting.library
        self._file = setting.file
        self._opened: Library | None = None

    def answer(self, request: Request[Any], tell: Tell) -> Any:
        """Do what is asked."""
        watch = _Watch(tell)
        match request:
            case BackUp(path, mark):
                library = self._library()
                return library.back_up(path, watch, mark) if path else library.back_up_automatically(watch, mark)
            case ProveBackup(path):
                return prove(path, watch)
            case StageBackup(path, mark):
                return stage(path, self._folder, watch, mark)
            case TakeOut(folder, mark):
                taken = self._library().take_out(folder, watch, mark)
                export_annotations(self._library(), folder / "notes.jsonld", "")
                return taken
            case TakeIn(folder, mark):
                return take_in(folder, self._folder, watch, mark)
            case CheckLibrary():
                return self._library().check(watch)
            case CheckDatabase(full):
                return self._library().check_database(full=full, watch=lambda: watch(0, 0))
        raise AssertionError(request)

    def _library(self) -> Library:
        if self._opened is None:
            self._opened = Library.open(self._folder, read_only=True, file=self._file)
        self._opened.require_there()
        return self._opened


class _Watch:
    """Tells the parent how far the work is, ten times a second at most."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._told = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told >= _EVERY_S or done == total:
            self._told = now
            self._tell(Stand(done, total, done < total))
