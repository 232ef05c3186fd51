"""Words every error: what happened, why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from briefing_app import paths
from briefing_app.model.errors import (
    BriefingError,
    LibraryCorrupt,
    LibraryError,
    LibraryGone,
    LibraryHeld,
    LibraryTooNew,
    SkipCode,
    StorageFailed,
    WorkerDied,
)
from briefing_app.pipeline import WorkerFault

if TYPE_CHECKING:
    from briefing_app.library.checking import CheckReport, Flaw


class Trouble(NamedTuple):
    """A sentence for the error bar, what can be done (empty when nothing helps), and lines to unfold.

    ``verb`` is the id of the action that does it, empty when there is none. ``every`` is what is copied of it, line by line, where
    ``details`` put it in fewer lines.
    """

    sentence: str
    next_step: str = ""
    details: tuple[str, ...] = ()
    verb: str = ""
    every: tuple[str, ...] = ()


MOST_LINES = 12
"""So many lines the bar unfolds."""
_NAMED = 3
"""So many files are named beside a reason."""


def trouble_of(error: BaseException, verb: str = "") -> Trouble:
    """The words for an error of the world, or for a bug of ours; ``verb`` as in Trouble."""
    if isinstance(error, LibraryGone):
        verb = "open_library"  # whatever was asked for, it is the way on
    if isinstance(error, BriefingError):
        return Trouble(error.message, error.next_step or _next_step(error), verb=verb)
    named = error.error if isinstance(error, WorkerFault) else type(error).__name__
    return Trouble(
        _tr("Something in Briefing itself went wrong (%1).").replace("%1", named),
        _tr("Your library is safe. Try it again; a report without article text lies in %1.").replace("%1", str(paths.reports_folder())),
        verb=verb,
    )


def read_only_trouble() -> Trouble:
    """An edit or an import was asked for in a library that another program holds, or that nobody may write to."""
    return Trouble(
        _tr("This library is open for reading only."),
        _tr("Close it in the other program, or make its folder writable, first."),
        verb="reopen",
    )


def reading_trouble(error: LibraryError | StorageFailed) -> Trouble:
    """A library that could not be opened for writing is open for reading."""
    sentence = f"{error.message} {_tr('It is open for reading only.')}"
    if isinstance(error, LibraryTooNew):
        return Trouble(sentence, _tr("Update the program to write in it."))
    if isinstance(error, StorageFailed):
        step = _tr("Make its folder writable, or copy it to where you may write and open the copy.")
        return Trouble(sentence, step, verb="reopen")
    return Trouble(sentence, _tr("Close it there, then open it for writing."), verb="reopen")


def renewed_trouble(folder: Path) -> Trouble:
    """The library that was in ``folder`` is gone, and an empty one is to be made there."""
    sentence = _tr("The library that was in %1 is gone; the one here is new and empty.").replace("%1", str(folder))
    if any((folder / "backups").glob("*")):
        return Trouble(sentence, _tr("Its backups are still there: bring one back."), verb="backups")
    return Trouble(sentence, _tr("If it was moved, open it where it lies now; else bring a backup back."), verb="open_library")


def lost_libraries_trouble(troubles: tuple[Trouble, ...]) -> Trouble:
    """Libraries of the last run did not open, each with its own trouble."""
    if len(troubles) == 1:
        return troubles[0]
    lines = tuple(f"{trouble.sentence} {trouble.next_step}".strip() for trouble in troubles)
    sentence = _tr("%Ln libraries of the last time are not open.", len(lines))
    return Trouble(sentence, _tr("Open them where they lie now, or bring backups back."), lines, verb="open_library")


def settings_trouble(aside: Path) -> Trouble:
    """The window's settings were damaged; the file lies beside now."""
    sentence = _tr("The settings could not be read; the window is as at its first start. Libraries and articles are untouched.")
    return Trouble(sentence, _tr("Choose theme and keys anew. The damaged file is kept: %1").replace("%1", str(aside)))


def skipped_trouble(skipped: Sequence[tuple[str, str, str]]) -> Trouble | None:
    """Files that were not imported, as (path, reason, code); None when there are none."""
    if not skipped:
        return None
    first, reason, _code = skipped[0]
    if len(skipped) == 1:
        sentence = _tr("%1 was not imported: %2").replace("%1", PurePath(first).name).replace("%2", reason)
    else:
        sentence = _tr("%Ln files were not imported; everything else was.", len(skipped))
    lines = tuple(f"{path} · {why}" for path, why, _ in skipped)
    if len(lines) > MOST_LINES:
        return Trouble(sentence, "", _by_reason(skipped), every=lines)
    return Trouble(sentence, skip_advice(skipped[0][2]) if len(skipped) == 1 else "", lines)


def _by_reason(skipped: Sequence[tuple[str, str, str]]) -> tuple[str, ...]:
    """A line for each reason, those of most files first, with the first names."""
    names: dict[str, list[str]] = {}
    for path, reason, _code in skipped:
        names.setdefault(reason, []).append(PurePath(path).name)
    lines = []
    for reason, found in sorted(names.items(), key=lambda one: -len(one[1])):
        named = ", ".join(found[:_NAMED]) + (" …" if len(found) > _NAMED else "")
        lines.append(f"{_tr('%Ln file(s)', len(found))} · {reason} ({named})")
    return tuple(lines)


def export_trouble(path: Path, warnings: Sequence[str]) -> Trouble | None:
    """What the reader of a written briefing should know; None when there is nothing."""
    if not warnings:
        return None
    first = warnings[0] if len(warnings) == 1 else _tr("%Ln things to look at.", len(warnings))
    sentence = _tr("%1 is written. %2").replace("%1", path.name).replace("%2", first)
    return Trouble(sentence, _tr("Look at the page before you hand it on."), tuple(dict.fromkeys(warnings)))


def damage_trouble(flaws: Sequence[Flaw]) -> Trouble:
    """Something in the library is not as it was written; everything else can be read."""
    lines = tuple(f"{flaw.words[0].upper()}{flaw.words[1:]}." for flaw in flaws)
    sentence = lines[0] if len(lines) == 1 else _tr("%Ln things in this library are not as they were written.", len(lines))
    advice = _tr("Everything else can be read. Bring a backup back, or keep the folder as it is.")
    return Trouble(sentence, advice, lines, verb="restore_backup")


def check_trouble(report: CheckReport) -> Trouble | None:
    """What a check of the library has found; None when all is well."""
    return flaws_trouble(report.flaws) if report.flaws else None


def flaws_trouble(flaws: Sequence[Flaw]) -> Trouble:
    """What is not as it was written: something of the library, or only of the index, which can be made anew."""
    from briefing_app.library.checking import Kind  # here: a window shows its list before it needs this

    if any(flaw.kind is not Kind.INDEX for flaw in flaws):
        return damage_trouble(flaws)
    lines = tuple(flaw.words for flaw in flaws)
    return Trouble(_tr("The search index is not as it was written. No article is lost."), _tr("Make it anew."), lines, verb="reindex")


def lost_trouble(lost: tuple[str, ...]) -> Trouble:
    """What was written is whole, but some originals, by their digests, were not there as they were imported."""
    sentence = _tr("%Ln original(s) could not be written as imported: gone or changed already.", len(lost))
    return Trouble(sentence, _tr("Everything else is written. An older backup may still have them."), lost, verb="backups")


def skip_advice(code: str) -> str:
    """What the analyst can do about a file that was left out."""
    return {
        SkipCode.UNREADABLE.value: _tr("Check that you may read the file, then import it again."),
        SkipCode.MISSING.value: _tr("The file or folder is gone; choose it again."),
        SkipCode.TOO_LARGE.value: _tr("Cut it into smaller files."),
        SkipCode.BINARY.value: _tr("Save it in a format that is read, such as HTML or PDF."),
        SkipCode.UNKNOWN_FORMAT.value: _tr("Save it in a format that is read, such as HTML or PDF."),
        SkipCode.ENCRYPTED.value: _tr("Save a copy without its password, then import that."),
        SkipCode.ENCODING.value: _tr("Save it as UTF-8, then import it again."),
        SkipCode.TIMED_OUT.value: _tr("The file was set aside; the others were imported."),
        SkipCode.CRASHED.value: _tr("The file was set aside; the others were imported."),
        SkipCode.OUT_OF_MEMORY.value: _tr("The file was set aside; the others were imported."),
    }.get(code, "")


def _next_step(error: BriefingError) -> str:
    if isinstance(error, LibraryHeld):
        return _tr("Close the other program, or only read here.")
    if isinstance(error, LibraryCorrupt):
        return _tr("Keep the folder as it is and open a copy or a backup.")
    if isinstance(error, StorageFailed):
        return _tr("Make room or check the permissions, then try again.")
    if isinstance(error, WorkerDied):
        return _tr("Try it again; what was finished is kept.")
    return ""


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("errors", words, "", count)
