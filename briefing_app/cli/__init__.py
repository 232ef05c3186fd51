"""The program's verbs without a window: one file a command, one table, and one place where every failure becomes a sentence."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app import __version__, paths
from briefing_app.cli import output
from briefing_app.cli.command import Outcome, WrongUse
from briefing_app.model.errors import BriefingError, NothingThere, QueryMistake
from briefing_app.pipeline import WorkerFault, save_report

if TYPE_CHECKING:
    import argparse

OpenWindow = Callable[[Path], int]
"""Opens the window on the library in a folder and gives its exit code."""

_NOTES = """\
Ids: a12 an article, e3 an event, b2 a briefing.
Exit codes: 0 done, 1 partly (some inputs set aside, listed), 2 wrong use, 3 the disk, a permission or the library failed.
Nothing is ever fetched from a network."""


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what the arguments say and give the exit code; without a command, ``open_window``. No traceback gets out."""
    output.prepare_streams()
    doing = "reading the command line"
    try:
        library = _window_on(arguments)
        if library is not None:
            doing = "window"
            return open_window(library)
        options = _options(arguments)
        doing = options.command.name if options.command else "window"
        if options.command is None:
            return open_window(options.library)
        gc.enable()  # off while the program was loaded
        output.require_output()
        outcome = int(options.command.run(options))
        output.finish()
    except BrokenPipeError:
        output.silence_output()
        return Outcome.DONE
    except KeyboardInterrupt:
        output.trouble("stopped; what was done stays.")
        return Outcome.PARTLY
    except BriefingError as problem:
        if isinstance(problem, output.OutputFailed):
            output.silence_output()
        output.trouble(f"{problem.message} {problem.next_step}".rstrip())
        return Outcome.WRONG_USE if isinstance(problem, WrongUse | NothingThere | QueryMistake) else Outcome.FAILED
    except OSError as trouble:
        if trouble.filename is None:
            return _tell_bug(trouble, doing)
        output.trouble(f"{trouble.filename}: {trouble.strerror}. Check this path and its permissions, or choose another one.")
        return Outcome.FAILED
    except Exception as bug:
        return _tell_bug(bug, doing)
    return outcome


def _window_on(arguments: Sequence[str]) -> Path | None:
    """The library when nothing but a window on it is asked for, which then need not wait for the commands to be loaded; else None."""
    match arguments:
        case []:
            return paths.default_library()
        case ["--library", folder] if not folder.startswith("-"):
            return Path(folder)
        case _:
            return None


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    try:
        return _parser().parse_args(arguments)
    except SystemExit:  # the help, or a mistake, has been told
        output.finish()
        raise


def _tell_bug(bug: Exception, doing: str) -> int:
    report = save_report(bug, doing)
    named = bug.error if isinstance(bug, WorkerFault) else type(bug).__name__
    where = f"A report without any article text is in {report}." if report else "Not even a report of it could be written."
    output.trouble(f"a fault of the program stopped the command ({named}). {where}")
    return Outcome.FAILED


def _parser() -> argparse.ArgumentParser:
    import argparse

    from briefing_app.cli.table import COMMANDS

    parser = argparse.ArgumentParser(
        prog="briefing-app",
        description="A desk for people who read the news for a living. Without a command it opens the window.",
        epilog=_NOTES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_library(parser, paths.default_library())
    parser.add_argument("--version", action="version", version=f"briefing-app {__version__}")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        inner = commands.add_parser(command.name, help=command.summary, description=_sentence(command.summary))
        _add_library(inner, argparse.SUPPRESS)  # named before the command or after it
        command.add_arguments(inner)
        inner.set_defaults(command=command)
    return parser


def _add_library(parser: argparse.ArgumentParser, default: Path | str) -> None:
    words = "the library's folder (default: in the user's data folder)"
    parser.add_argument("--library", type=Path, metavar="DIR", default=default, help=words)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
