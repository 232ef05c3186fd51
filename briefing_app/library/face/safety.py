"""Keeping the library safe: backups, checks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.library.face.ground import Ground

if TYPE_CHECKING:
    from briefing_app.library.backup import BackupFacts, KeptBackup
    from briefing_app.library.checking import CheckReport, Flaw
    from briefing_app.library.takeout import Taken
    from briefing_app.model.ids import ArticleId

Watch = Callable[[int, int], None]
"""Takes how much is done and how much there is; what it raises stops the work."""

BACKUP_EVERY = timedelta(days=1)
"""How old the newest automatic backup grows before another is due."""


class SafetyFace(Ground):
    """Backups and checks. The way back from a backup needs no open library: ``briefing_app.library.backup``."""

    @property
    def backups_folder(self) -> Path:
        """Where the automatic backups lie."""
        return self.folder / "backups"

    def clear_up(self) -> None:
        """Remove what an import that was killed has left half written, in any folder of originals. Only while nobody writes."""
        self._originals.sweep()

    def back_up(self, path: Path, watch: Watch, mark: str = "") -> BackupFacts:
        """Write everything but the search index into one file, while others read and write here.

        ``mark`` (empty: a new one) is in the names of what is half written, for whoever clears away after a process that was killed.
        Raises StorageFailed, LibraryCorrupt, LibraryGone.
        """
        from briefing_app.library.backup import back_up
        from briefing_app.library.partial import new_mark

        return back_up(self._database, self._originals, path, self._clock(), watch, mark or new_mark())

    def back_up_automatically(self, watch: Watch, mark: str = "") -> BackupFacts:
        """A backup beside the earlier ones, of which those are deleted that the newer make needless. Raises as ``back_up``."""
        from briefing_app.library.backup import SUFFIX, kept_backups, make_folder, superfluous

        self.require_there()
        make_folder(self.backups_folder)
        made = self.back_up(self.backups_folder / f"{self._clock():%Y-%m-%d-%H%M%S}{SUFFIX}", watch, mark)
        for backup in superfluous(kept_backups(self.backups_folder), made.made_at):
            with suppress(OSError):
                backup.path.unlink()
        return made

    def take_out(self, folder: Path, watch: Watch, mark: str = "") -> Taken:
        """Write everything in open formats into a folder that is not there yet, while others read and write here. Raises StorageFailed.

        ``mark`` as in ``back_up``.
        """
        from briefing_app.library.partial import new_mark
        from briefing_app.library.takeout import take_out

        return take_out(self._database, self._originals, folder, self._clock(), watch, mark or new_mark())

    def backups(self) -> tuple[KeptBackup, ...]:
        """The automatic backups, newest first."""
        from briefing_app.library.backup import kept_backups

        return kept_backups(self.backups_folder)

    def backup_due(self) -> bool:
        """Whether there is something to keep, and it is a day since the last automatic backup."""
        if not self._database.number("SELECT max(number) FROM change"):
            return False
        now = self._clock().timestamp()
        ages = (now - path.stat().st_mtime for path in self.backups_folder.glob("*") if ".part" not in path.name)
        # One that is dated days from now was made while the clock was wrong, and is no reason to wait until then.
        return all(abs(age) >= BACKUP_EVERY.total_seconds() for age in ages)

    def check(self, watch: Watch) -> CheckReport:
        """Look at every byte: the database, each article and its original, everything written, the search index."""
        from briefing_app.library.checking import Checking

        return Checking(self._database, self._originals, self.folder / "index").run(watch)

    def flaws_of(self, article: ArticleId) -> tuple[Flaw, ...]:
        """What of an article and its notes is not as it was written; quick enough to be asked whenever one is read."""
        from briefing_app.library.checking import flaws_of_article

        return flaws_of_article(self._database, article)

    def check_database(self, *, full: bool, watch: Callable[[], None]) -> tuple[Flaw, ...]:
        """What SQLite finds wrong with the database, which rows and which files of the index are not as they were written.

        ``full`` takes longer: it looks at every row, else at those that the analyst has written. ``watch`` is called now and then.
        """
        from briefing_app.library.checking import database_flaws, digest_flaws, index_flaws

        flaws = database_flaws(self._database, full=full, watch=watch) or digest_flaws(self._database, small=not full, watch=watch)
        return flaws + index_flaws(self.folder / "index")
