"""What every theme of the library stands on: the folder, the database, the originals, the articles, the index."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.library.database import Database
from briefing_app.library.originals import Originals

if TYPE_CHECKING:
    from briefing_app.library.articles import Articles
    from briefing_app.library.searching import Searching
    from briefing_app.library.whereabouts import FileNumber


class Ground:
    """An open library without its verbs.

    What a list needs is loaded with it; the rest, and the nouns that it brings back, when it is first asked for: a window shows its list
    a tenth of a second sooner.
    """

    def __init__(self, folder: Path, database: Database, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self.read_only = database.read_only
        self._database = database
        self._clock = clock
        self._originals = Originals(folder / "originals")
        self._guard = threading.Lock()
        self._search: Searching | None = None

    @property
    def file(self) -> FileNumber | None:
        """Which file the open database is, for a worker; None where the system has no number for it."""
        return self._database.file

    def require_there(self) -> None:
        """Raises LibraryGone when the library does not lie where it was opened; one look at a path."""
        self._database.require_there()

    @cached_property
    def _articles(self) -> Articles:
        from briefing_app.library.articles import Articles

        return Articles(self._database)

    @property
    def _searching(self) -> Searching:
        # Loaded when first needed: the index's library costs a fifth of a second, which the first paint should not wait for.
        from briefing_app.library.searching import Searching

        self._database.require_open()
        with self._guard:
            if self._search is None:
                self._search = Searching(self.folder / "index", self._articles, self._database)
                if not self.read_only:
                    self._search.sweep()
            return self._search

    def _close(self) -> None:
        """Close the database and the index."""
        with self._guard:
            if self._search is not None:
                self._search.close()
        self._database.close()
