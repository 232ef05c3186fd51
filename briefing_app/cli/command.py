"""What every command is given, what it may give back, and how it opens the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing_app.cli import output
from briefing_app.library import is_library
from briefing_app.model.errors import BriefingError, LibraryHeld, LibraryTooNew, StorageFailed, WorkerDied
from briefing_app.pipeline import Workbench

if TYPE_CHECKING:
    import argparse

    from briefing_app.pipeline import Job

T = TypeVar("T")


class Outcome(IntEnum):
    """The program's exit codes."""

    DONE = 0
    PARTLY = 1
    WRONG_USE = 2
    FAILED = 3


class WrongUse(BriefingError):
    """The command line asks for something that makes no sense, or for something that is not there."""


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table of commands: ``summary`` for the list, ``add_arguments`` for its own options, ``run`` to do it."""

    name: str
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Outcome]


def add_json(parser: argparse.ArgumentParser) -> None:
    """The option for programs that read us."""
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of words")


def result_of(job: Job[T]) -> T:
    """Wait for a job; Ctrl+C calls it off and is raised."""
    try:
        return job.future.result()
    except KeyboardInterrupt:
        job.cancel()
        raise


@contextmanager
def writing(folder: Path) -> Iterator[Workbench]:
    """The library in ``folder``, made when there is none. Raises LibraryHeld."""
    workbench = Workbench.open(folder)
    try:
        yield workbench
    finally:
        workbench.close()


@contextmanager
def reading(folder: Path, *, caught_up: bool = True) -> Iterator[Workbench]:
    """The library in ``folder``, which must be there.

    With ``caught_up``, index, events and comparisons are brought up to date first, unless another program holds the library or nothing
    may be written there, or it is of a newer version: then it is read as it stands. Raises WrongUse.
    """
    if not is_library(folder):
        raise WrongUse(f"There is no library in {folder}.", "Import articles first, or name another folder with --library.")
    try:
        workbench = Workbench.open(folder)
    except (LibraryHeld, StorageFailed):
        workbench = Workbench.open(folder, read_only=True)
    except LibraryTooNew as problem:
        workbench = Workbench.open(folder, read_only=True)
        output.trouble(f"{problem.message} It is read as far as this version knows it.")
    try:
        if caught_up and not workbench.library.read_only and not workbench.caught_up():
            _catch_up(workbench)
        yield workbench
    finally:
        workbench.close()


def _catch_up(workbench: Workbench) -> None:
    """Let the followers finish; when a worker dies of it, say so, and let the command read what there is."""
    try:
        with output.progress_line() as line:
            result_of(workbench.catch_up(line))
    except WorkerDied as problem:
        output.trouble(f"not everything is up to date. {problem.message}")
