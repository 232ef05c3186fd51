"""Hides the way back from everything in open formats: a library is made beside its place, checked, and only then put there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_app.library.checking import Checking
from briefing_app.library.database import Database, bring_to, empty_database
from briefing_app.library.migrations import SCHEMA_VERSION
from briefing_app.library.originals import Originals
from briefing_app.library.partial import new_mark
from briefing_app.library.placing import clear_abandoned, staging_folder, write_proven
from briefing_app.library.takeout.tables import read_table
from briefing_app.library.takeout.writing import FACTS, FORMAT, TABLES, Taken
from briefing_app.model.errors import LibraryCorrupt, LibraryTooNew, StorageFailed

_DIGITS = 64

Watch = Callable[[int, int], None]


def is_takeout(folder: Path) -> bool:
    """Whether ``take_out`` has written the folder."""
    return (folder / FACTS).is_file() and (folder / TABLES).is_dir()


def take_in(folder: Path, library: Path, watch: Watch, mark: str = "") -> Taken:
    """Make a library of everything in ``folder``, in a folder of its own beside ``library``; ``put_in_place`` then puts it there.

    ``mark`` is in that folder's name (empty: a new one).

    Raises LibraryCorrupt when something in the folder is not as it was written, LibraryTooNew, StorageFailed.
    """
    mark = mark or new_mark()
    staged = staging_folder(library, mark)
    try:
        clear_abandoned(library, time.time())
        staged.mkdir(mode=0o700, parents=True)
        taken = _TakingIn(folder, staged, watch).run()
        write_proven(library, mark)
        return replace(taken, mark=mark)
    except BaseException as problem:
        shutil.rmtree(staged, ignore_errors=True)
        if isinstance(problem, OSError):
            raise StorageFailed(f"Not everything could be taken in from {folder}: {problem.strerror or problem}.") from problem
        raise


class _TakingIn:
    """One folder on its way into a library."""

    def __init__(self, folder: Path, staged: Path, watch: Watch) -> None:
        self._folder = folder
        self._staged = staged
        self._watch = watch
        self._rows = 0

    def run(self) -> Taken:
        """Tables, originals, then a look at every byte of what came of it."""
        facts = self._facts()
        self._load(facts)
        originals = self._copy_originals()
        database = Database(self._staged / "library.sqlite")
        try:
            report = Checking(database, Originals(self._staged / "originals"), None).run(self._watch)
        finally:
            database.close()
        lost = tuple(facts["lost"])
        fresh = [flaw for flaw in report.flaws if flaw.digest not in lost or not flaw.digest]
        if fresh:
            raise LibraryCorrupt(f"Not everything is in {self._folder}: {fresh[0].words}.", "Export it anew, or use a backup.")
        return Taken(report.articles, originals, self._rows, lost)

    def _facts(self) -> dict[str, Any]:
        try:
            facts: dict[str, Any] = json.loads((self._folder / FACTS).read_text(encoding="utf-8"))
            known = (facts["format"], facts["schema"], facts["lost"], facts["tables"])
        except (ValueError, KeyError, TypeError) as error:
            raise self._damaged(FACTS) from error
        if known[0] > FORMAT or known[1] > SCHEMA_VERSION:
            raise LibraryTooNew(f"The folder {self._folder} was written by a newer version of this program.", "Update the program.")
        return facts

    def _load(self, facts: dict[str, Any]) -> None:
        """Fill a database of the version that was written out; SQLite's own numbering last, over what filling made of it."""
        tables: dict[str, str] = facts["tables"]
        with closing(empty_database(self._staged / "library.sqlite", facts["schema"])) as connection:
            connection.execute("BEGIN")
            for table in sorted(tables, key=lambda name: name.startswith("sqlite_")):
                path = self._folder / TABLES / f"{table}.jsonl"
                if not table.isidentifier() or not path.is_file() or _digest(path) != tables[table]:
                    raise self._damaged(path.name)
                try:
                    with path.open("rb") as file:
                        read_table(connection, table, file, self._step)
                except (ValueError, KeyError, TypeError) as error:
                    raise self._damaged(path.name) from error
            bring_to(connection, facts["schema"], SCHEMA_VERSION)
            connection.execute("COMMIT")

    def _step(self) -> None:
        self._rows += 1
        if self._rows % 500 == 0:
            self._watch(0, 0)

    def _copy_originals(self) -> int:
        count = 0
        for path in sorted((self._folder / "originals").iterdir()):
            digest = path.name[:_DIGITS]
            if not digest.isalnum() or len(digest) < _DIGITS:
                continue
            target = self._staged / "originals" / digest[:2] / digest
            for parent in (target.parent.parent, target.parent):
                parent.mkdir(mode=0o700, exist_ok=True)
            with os.fdopen(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
                file.write(path.read_bytes())
                file.flush()
                os.fsync(file.fileno())
            count += 1
            self._watch(0, 0)
        return count

    def _damaged(self, name: str) -> LibraryCorrupt:
        return LibraryCorrupt(f"{name} in {self._folder} is not as it was written.", "Export the library anew, or use a backup.")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
