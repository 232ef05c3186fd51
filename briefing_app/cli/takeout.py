"""``briefing-app export DIR``: everything in open formats; ``briefing-app import DIR`` makes the library again of it."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing_app.cli import output
from briefing_app.cli.command import Command, Outcome, WrongUse, add_json, reading, result_of
from briefing_app.cli.words import count
from briefing_app.library import Library, is_library
from briefing_app.library.takeout import Taken
from briefing_app.pipeline.keeping import Keeping


def take_in(options: argparse.Namespace) -> Outcome:
    """The import of such a folder: it makes a library, so there may be none with anything in it. Raises WrongUse, LibraryHeld."""
    folder: Path = options.paths[0].absolute()
    _require_empty(options.library)
    keeping = Keeping(options.library.absolute())
    try:
        with output.progress_line() as line:
            taken = result_of(keeping.take_in(folder, line))
            keeping.put_in_place(taken.mark)
    finally:
        keeping.close()
    _tell(taken, folder, options.json, f"Made the library {options.library} of")
    return Outcome.PARTLY if taken.lost else Outcome.DONE


def _require_empty(folder: Path) -> None:
    if not is_library(folder):
        return
    library = Library.open(folder)
    try:
        holds_something = bool(library.last_change())
    finally:
        library.close()
    if holds_something:
        raise WrongUse(
            f"This folder is a whole library, and {folder} holds one already.", "Name a new folder with --library, then open both in turn."
        )


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or empty")
    add_json(parser)


def _run(options: argparse.Namespace) -> Outcome:
    folder: Path = options.folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUse(f"{folder} is not an empty folder.", "Name a folder that is not there yet.")
    with reading(options.library, caught_up=False) as workbench, output.progress_line() as line:
        taken = result_of(workbench.keeping.take_out(folder, line))
        line.clear()
    _tell(taken, folder, options.json, "Exported")
    return Outcome.PARTLY if taken.lost else Outcome.DONE


def _tell(taken: Taken, folder: Path, as_json: bool, what: str) -> None:
    if as_json:
        output.json_document({"articles": taken.articles, "originals": taken.originals, "folder": str(folder), "lost": list(taken.lost)})
        return
    output.line(f"{what} {count(taken.articles, 'article', 'articles')} with {count(taken.originals, 'original', 'originals')}: {folder}.")
    if taken.lost:
        output.paragraph(
            f"{count(len(taken.lost), 'original was', 'originals were')} gone or changed already in the library: {', '.join(taken.lost)}."
        )


COMMAND = Command("export", "write everything in open formats into a folder", _add_arguments, _run)
