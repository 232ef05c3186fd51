"""``briefing-app backup``, ``verify`` and ``restore``: the library as one file, the proof that every byte is there, and the way back."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading, result_of
from briefing_app.cli.words import count
from briefing_app.library import Library, is_library
from briefing_app.library.backup import SUFFIX, BackupFacts, beyond, dated_name, kept_backups, make_folder
from briefing_app.library.checking import CheckReport
from briefing_app.model.errors import BriefingError, LibraryHeld
from briefing_app.pipeline.keeping import Keeping


def _add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE|DIR",
        help=f"the backup to write, by custom a name in {SUFFIX}; a folder gets one with the date in its name;"
        " without either it goes to the automatic ones, of which the newest 5 and those of the last days, weeks and months stay",
    )
    parser.add_argument(
        "--keep",
        type=int,
        metavar="N",
        help="delete this library's dated backups in DIR, which is made when it is not there, but for the newest N",
    )
    parser.add_argument("--list", action="store_true", help="list the automatic backups, or those in DIR, newest first")
    add_json(parser)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a backup; without it the library itself is checked")
    add_json(parser)


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a backup")
    add_json(parser)


def _back_up(options: argparse.Namespace) -> Outcome:
    library: Path = options.library.absolute()
    target: Path | None = options.file.absolute() if options.file else None
    if options.list:
        return _list(target, library / "backups", options.json)
    folder = _folder(target, options.keep)
    if target is not None and folder is None and not target.parent.is_dir():
        raise WrongUse(f"A backup cannot be written to {target}.", "Name a file in a folder that is there.")
    path = folder / dated_name(library, datetime.now(UTC)) if folder else target
    with reading(options.library, caught_up=False) as workbench, output.progress_line() as line:
        facts = result_of(workbench.keeping.back_up(path, line))
        line.clear()
        made = path or next(kept.path for kept in workbench.library.backups() if kept.facts.made_at == facts.made_at)
    if folder is not None and options.keep is not None:
        for older in beyond(folder, library, options.keep, facts.made_at):
            with suppress(OSError):
                older.path.unlink()
    _tell_backup(facts, made, options.json, "Backed up")
    return Outcome.PARTLY if facts.lost else Outcome.DONE


def _folder(target: Path | None, keep: int | None) -> Path | None:
    """The folder that gets a dated backup, made when ``keep`` is asked of one that is not there yet; None for a file. Raises WrongUse."""
    if keep is None:
        return target if target is not None and target.is_dir() else None
    if target is None or keep < 1 or target.is_file() or target.suffix == SUFFIX:
        raise WrongUse("--keep says how many backups stay in a folder.", "Name a folder, and a number from 1 on.")
    if not target.parent.is_dir():
        raise WrongUse(f"There is no folder {target.parent}.", "Name a folder in one that is there.")
    make_folder(target)
    return target


def _list(target: Path | None, automatic: Path, as_json: bool) -> Outcome:
    """The backups in ``target``, else the automatic ones. Raises WrongUse when ``target`` is no folder."""
    if target is not None and not target.is_dir():
        raise WrongUse(f"There is no folder {target}.", "Name one that is there, or none for the automatic backups.")
    folder = target or automatic
    found = kept_backups(folder) if folder.is_dir() else ()
    if as_json:
        output.json_document({"backups": [_shape(kept.facts, kept.path) for kept in found]})
        return Outcome.DONE
    for kept in found:
        when = f"{kept.facts.made_at.astimezone():%Y-%m-%d %H:%M}"
        output.line(f"{when}  {_held(kept.facts)}, {kept.facts.size / 1_000_000:,.1f} MB  {kept.path}")
    output.line(f"{count(len(found), 'backup', 'backups')} in {folder}.")
    return Outcome.DONE


def _verify(options: argparse.Namespace) -> Outcome:
    if options.file is None:
        return _verify_library(options)
    with _keeping(options.library) as keeping, output.progress_line() as line:
        facts = result_of(keeping.prove(options.file.absolute(), line))
        line.clear()
    _tell_backup(facts, options.file, options.json, "Every byte is as it was written:")
    return Outcome.PARTLY if facts.lost else Outcome.DONE


def _verify_library(options: argparse.Namespace) -> Outcome:
    with reading(options.library, caught_up=False) as workbench, output.progress_line() as line:
        report = result_of(workbench.keeping.check(line))
        line.clear()
    _tell_report(report, options.json)
    return Outcome.DONE if not report.flaws else Outcome.PARTLY if report.whole else Outcome.FAILED


def _restore(options: argparse.Namespace) -> Outcome:
    _require_free(options.library)
    with _keeping(options.library) as keeping, output.progress_line() as line:
        staged = result_of(keeping.stage(options.file.absolute(), line))
        former = keeping.put_in_place(staged.mark)
        line.clear()
    if options.json:
        output.json_document({"restored": _shape(staged.facts, options.file), "former": str(former) if former else None})
        return Outcome.DONE
    output.line(f"Restored {_held(staged.facts)} into {options.library}.")
    if former is not None:
        output.line(f"What was there before lies in {former}.")
    for flaw in staged.flaws:
        output.paragraph(f"Missing since before the backup: {flaw.words}.", "  ")
    return Outcome.PARTLY if staged.flaws else Outcome.DONE


def _require_free(folder: Path) -> None:
    """Before minutes of work: nobody may hold the library. Raises LibraryHeld; that it is damaged is no hindrance."""
    try:
        if folder.exists() or is_library(folder):
            Library.open(folder).close()
    except LibraryHeld:
        raise
    except BriefingError:
        pass


@contextmanager
def _keeping(folder: Path) -> Iterator[Keeping]:
    keeping = Keeping(folder.absolute())
    try:
        yield keeping
    finally:
        keeping.close()


def _tell_backup(facts: BackupFacts, path: Path, as_json: bool, what: str) -> None:
    if as_json:
        output.json_document(_shape(facts, path))
        return
    output.line(f"{what} {_held(facts)}, {facts.size / 1_000_000:,.1f} MB, in {path}.")
    if facts.lost:
        output.paragraph(
            f"{count(len(facts.lost), 'original was', 'originals were')} gone or changed already when it was made: {', '.join(facts.lost)}."
        )


def _held(facts: BackupFacts) -> str:
    return f"{count(facts.articles, 'article', 'articles')} and {count(facts.annotations, 'annotation', 'annotations')}"


def _shape(facts: BackupFacts, path: Path) -> dict[str, object]:
    return {
        "path": str(path),
        "made_at": facts.made_at.isoformat(),
        "articles": facts.articles,
        "annotations": facts.annotations,
        "bytes": facts.size,
        "lost": list(facts.lost),
    }


def _tell_report(report: CheckReport, as_json: bool) -> None:
    if as_json:
        flaws = [{"in": str(flaw.kind), "what": flaw.words} for flaw in report.flaws]
        counts = {"articles": report.articles, "originals": report.originals, "writings": report.writings, "bytes": report.size}
        output.json_document({"whole": report.whole, **counts, "flaws": flaws})
        return
    seen = f"{count(report.articles, 'article', 'articles')} with {count(report.originals, 'original', 'originals')}"
    output.line(f"Looked at {seen}, {report.size / 1_000_000:,.1f} MB.")
    for flaw in report.flaws:
        output.paragraph(f"{flaw.words}.", "  ")
    if not report.flaws:
        output.line("Every byte is as it was written.")
    elif report.whole:
        output.line("Nothing is lost. “briefing-app reindex” makes the search index anew.")
    else:
        output.paragraph(
            "Everything else can still be read. “briefing-app restore FILE” brings a backup back, once that has proven itself."
        )


COMMANDS = (
    Command("backup", "write the whole library into one file that proves itself", _add_backup, _back_up),
    Command("verify", "check every byte of the library, or of a backup", _add_verify, _verify),
    Command("restore", "bring the library back from a backup, once that is proven", _add_restore, _restore),
)
