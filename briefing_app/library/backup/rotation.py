"""Hides which automatic backups stay: the newest ones, and the newest of each of the last days, weeks and months that have one."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from briefing_app.library.backup.archive import SUFFIX, BackupFacts, facts_of
from briefing_app.model.errors import BriefingError


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup in a folder."""

    path: Path
    facts: BackupFacts


DAYS = WEEKS = MONTHS = 3
"""How many days, weeks and months keep their newest backup."""

NEWEST = 5
"""How many stay whatever their day, so that a backup made by hand outlives the next ones."""

_SLACK = timedelta(days=1)
"""A clock that is set right may go back so far."""


def kept_backups(folder: Path) -> tuple[KeptBackup, ...]:
    """The backups in a folder that say what they are, newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(BriefingError):
            found.append(KeptBackup(path, facts_of(path)))
    return tuple(sorted(found, key=lambda kept: kept.facts.made_at, reverse=True))


def superfluous(backups: Sequence[KeptBackup], now: datetime) -> tuple[KeptBackup, ...]:
    """Those that need not be kept. The newest ``NEWEST`` always are, the one made at ``now`` among them.

    One that is dated days after ``now`` was made while the clock was wrong: it counts as older than every other.
    """
    newest_first = _newest_first(backups, now)
    kept = {backup.path for backup in newest_first[:NEWEST]}
    for rule, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        seen: dict[Hashable, Path] = {}
        for backup in newest_first:
            seen.setdefault(rule(backup.facts.made_at), backup.path)
        kept |= set(list(seen.values())[:most])
    return tuple(backup for backup in backups if backup.path not in kept)


def dated_name(library: Path, now: datetime) -> str:
    """What a backup of a library is called in a folder that keeps several."""
    return f"{library.name}-{now:%Y-%m-%d-%H%M%S}{SUFFIX}"


def beyond(folder: Path, library: Path, keep: int, now: datetime) -> tuple[KeptBackup, ...]:
    """Those of a library's dated backups in a folder that are older than the newest ``keep``; files of other names are none of them.

    What is newest is told as by ``superfluous``.
    """
    ours = re.compile(rf"{re.escape(library.name)}-\d{{4}}-\d\d-\d\d-\d{{6}}")
    dated = [kept for kept in kept_backups(folder) if ours.fullmatch(kept.path.name.removesuffix(SUFFIX))]
    return _newest_first(dated, now)[keep:]


def _newest_first(backups: Sequence[KeptBackup], now: datetime) -> tuple[KeptBackup, ...]:
    def rank(one: KeptBackup) -> tuple[bool, bool, datetime]:
        made = one.facts.made_at
        return made == now, made - now <= _SLACK, made

    return tuple(sorted(backups, key=rank, reverse=True))


def _day(when: datetime) -> Hashable:
    return when.date()


def _week(when: datetime) -> Hashable:
    return tuple(when.isocalendar())[:2]


def _month(when: datetime) -> Hashable:
    return when.year, when.month
