"""The sentences of the status bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from briefing_app.pipeline import AS_SHARE, Progress, Stage
from briefing_app.ui.session.library_jobs import JobKind, Running
from briefing_app.ui.words import digits

if TYPE_CHECKING:
    from briefing_app.pipeline import ImportReport

_LONG_S = 2


def state_words(articles: int, behind: int | None, *, read_only: bool) -> str:
    """What the library is like: how many articles, how many of them searchable (``behind`` None: not known yet)."""
    if not articles:
        return _tr("only reading here") if read_only else _tr("an empty library")
    parts = [_tr("%Ln article(s)", articles)]
    if behind is not None:
        parts.append(_tr("%1 of %2 indexed", articles, digits(max(0, articles - behind))) if behind else _tr("all indexed"))
    parts.append(_tr("only reading here") if read_only else _tr("saved"))
    return " · ".join(parts)


def jobs_words(jobs: Sequence[Running]) -> tuple[str, float | None]:
    """The newest job in words, how many there are beside it, and its share done; empty words when there is none."""
    if not jobs:
        return "", None
    words, share = job_words(jobs[0])
    more = len(jobs) - 1
    return f"{words} · {_tr('%Ln more', more)}" if more else words, share


def job_words(job: Running) -> tuple[str, float | None]:
    """A job in words and its share done (0 to 1, None while nobody knows)."""
    progress = job.progress
    if progress is None:
        return f"{_beginning(job)}{_taken(job)}", None
    share = progress.done / max(1, progress.total)
    if progress.stage in AS_SHARE:
        return f"{_done(job, progress.stage)} {digits(round(100 * share))} %{_left(progress)}", share
    if not progress.total:
        return f"{_stage(progress.stage)} …{_taken(job)}", None
    words = f"{_stage(progress.stage)} {digits(progress.done)} / {digits(progress.total)}"
    if progress.per_second >= 0.1 and progress.done < progress.total:
        words += " · " + _tr("%1/s", first=f"{progress.per_second:.{0 if progress.per_second >= 10 else 1}f}")
    return words + _left(progress), share


def import_words(report: ImportReport) -> str:
    """What an import did."""
    parts = [_tr("%Ln imported", len(report.imported))]
    if report.duplicates:
        parts.append(_tr("%Ln already here", len(report.duplicates)))
    if report.skipped:
        parts.append(_tr("%Ln skipped", len(report.skipped)))
    if report.cancelled:
        parts.append(_tr("stopped; what was imported stays"))
    return " · ".join(parts)


def _beginning(job: Running) -> str:
    match job.kind:
        case JobKind.IMPORT:
            return _tr("Looking through the files …")
        case JobKind.CATCH_UP:
            return _tr("Looking for articles and events that have changed …")
        case JobKind.REINDEX:
            return _tr("Making the search index anew …")
        case JobKind.COMPARE:
            return _tr("Comparing %1 articles, each sentence with all others …", first=job.about)
        case JobKind.DRAFT:
            return _tr("Drafting a briefing on %1 articles …", first=job.about)
        case JobKind.EXPORT:
            return _tr("Writing %1 …", first=job.about)
        case JobKind.PRINT:
            return _tr("Typesetting %1 for the printer …", first=job.about)
        case JobKind.BACK_UP:
            return _tr("Backing up …")
        case JobKind.RESTORE:
            return _tr("Unpacking the backup …")
        case JobKind.CHECK:
            return _tr("Checking every byte …")
        case JobKind.TAKE_OUT:
            return _tr("Writing everything in open formats …")
        case JobKind.TAKE_IN:
            return _tr("Making a library of the export …")


def _taken(job: Running) -> str:
    """How long it has taken, for what is done in one piece: there is nothing to count, so there is no rate."""
    seconds = int(job.seconds)
    return " · " + _tr("%1 s", first=digits(seconds)) if seconds >= _LONG_S else ""


def _left(progress: Progress) -> str:
    if not progress.seconds_left:
        return ""
    seconds = round(progress.seconds_left)
    return " · " + (_tr("%1 s left", first=str(seconds)) if seconds < 90 else _tr("%1 min left", first=str(round(seconds / 60))))


def _done(job: Running, stage: Stage) -> str:
    """What is being done, with what it is done to where the job names that."""
    match stage:
        case Stage.COMPARE:
            return _tr("Comparing %1 articles", first=job.about)
        case Stage.DRAFT:
            return _tr("Drafting a briefing on %1 articles", first=job.about)
        case Stage.EXPORT:
            return _tr("Writing %1", first=job.about)
        case _:
            return _stage(stage)


def _stage(stage: Stage) -> str:
    return {
        Stage.IMPORT: _tr("Importing"),
        Stage.INDEX: _tr("Indexing"),
        Stage.FINDINGS: _tr("Reading quotations, names and numbers"),
        Stage.EVENTS: _tr("Grouping into events"),
        Stage.COMPARISONS: _tr("Comparing"),
        Stage.BACK_UP: _tr("Backing up"),
        Stage.RESTORE: _tr("Unpacking and proving the backup"),
        Stage.CHECK: _tr("Checking every byte"),
        Stage.TAKE_OUT: _tr("Writing everything in open formats"),
        Stage.TAKE_IN: _tr("Making a library of the export"),
    }[stage]


def _tr(words: str, count: int = -1, first: str = "") -> str:
    return QCoreApplication.translate("status", words, "", count).replace("%1", first).replace("%2", digits(count))
