"""Backups: a whole library as one file that proves itself, and the way back from it."""

from __future__ import annotations

from briefing_app.library.backup.archive import SUFFIX, BackupFacts, facts_of, prove
from briefing_app.library.backup.making import back_up, make_folder
from briefing_app.library.backup.restoring import Staged, clear_staging, put_in_place, stage
from briefing_app.library.backup.rotation import DAYS, MONTHS, NEWEST, WEEKS, KeptBackup, beyond, dated_name, kept_backups, superfluous

__all__ = [
    "DAYS",
    "MONTHS",
    "NEWEST",
    "SUFFIX",
    "WEEKS",
    "BackupFacts",
    "KeptBackup",
    "Staged",
    "back_up",
    "beyond",
    "clear_staging",
    "dated_name",
    "facts_of",
    "kept_backups",
    "make_folder",
    "prove",
    "put_in_place",
    "stage",
    "superfluous",
]
