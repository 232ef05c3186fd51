"""The sentences of the status bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.pipeline import ImportReport, Progress, Stage
from briefing_app.ui.plural import plural
from briefing_app.ui.session.long_jobs import Busy


def state_words(articles: int, behind: int | None, *, read_only: bool) -> str:
    """What the library is like: how many articles, how many of them searchable (``behind`` None: not known yet)."""
    if not articles:
        return _tr("only reading here", 0) if read_only else _tr("an empty library", 0)
    parts = [_tr("%n article(s)", articles)]
    if behind is not None:
        parts.append(_tr("%1 of %2 indexed", articles, f"{articles - behind:,}") if behind else _tr("all indexed", 0))
    parts.append(_tr("only reading here", 0) if read_only else _tr("saved", 0))
    return " · ".join(parts)


def busy_words(busy: Busy | None) -> tuple[str, float]:
    """A long job in words and its share done; empty words when there is none or it has nothing to do."""
    if busy is None or busy.progress is None:
        return "", 0.0
    progress = busy.progress
    if progress.done >= progress.total:
        return "", 1.0
    words = f"{_stage(progress.stage)} {progress.done:,} / {progress.total:,}"
    if progress.per_second >= 0.1:
        words += f" · {progress.per_second:.0f}/s" if progress.per_second >= 10 else f" · {progress.per_second:.1f}/s"
    return words + _left(progress), progress.done / max(1, progress.total)


def import_words(report: ImportReport) -> str:
    """What an import did."""
    parts = [_tr("%n imported", len(report.imported))]
    if report.duplicates:
        parts.append(_tr("%n already here", len(report.duplicates)))
    if report.skipped:
        parts.append(_tr("%n skipped", len(report.skipped)))
    if report.cancelled:
        parts.append(_tr("stopped; what was imported stays", 0))
    return " · ".join(parts)


def _left(progress: Progress) -> str:
    if progress.seconds_left is None:
        return ""
    seconds = round(progress.seconds_left)
    return " · " + (_tr("%1 s left", 0, str(seconds)) if seconds < 90 else _tr("%1 min left", 0, str(round(seconds / 60))))


def _stage(stage: Stage) -> str:
    return {
        Stage.IMPORT: _tr("Importing", 0),
        Stage.INDEX: _tr("Indexing", 0),
        Stage.FINDINGS: _tr("Reading quotations, names and numbers", 0),
        Stage.EVENTS: _tr("Grouping into events", 0),
        Stage.COMPARISONS: _tr("Comparing", 0),
    }[stage]


def _tr(words: str, count: int, first: str = "") -> str:
    text = QCoreApplication.translate("status", words, "", count)
    return plural(text, count).replace("%1", first).replace("%2", f"{count:,}")
