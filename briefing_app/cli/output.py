"""Where the command line's words go: UTF-8 on any terminal, wrapped to its width, progress only where somebody watches."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing_app.model.errors import BriefingError
from briefing_app.model.span import Span
from briefing_app.pipeline import AS_SHARE, Progress, Stage

_CONTROLS = "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
"""What a terminal obeys instead of showing it: control characters, and the signs that turn the direction of what follows."""
_WIDEST = 100
_NARROWEST = 40
_WORDS = {
    Stage.IMPORT: "Importing",
    Stage.INDEX: "Indexing",
    Stage.FINDINGS: "Reading",
    Stage.EVENTS: "Grouping",
    Stage.COMPARISONS: "Comparing",
    Stage.BACK_UP: "Backing up",
    Stage.RESTORE: "Unpacking",
    Stage.CHECK: "Checking",
    Stage.TAKE_OUT: "Writing",
    Stage.TAKE_IN: "Taking in",
    Stage.COMPARE: "Comparing",
    Stage.DRAFT: "Drafting",
    Stage.EXPORT: "Writing",
}


class OutputFailed(BriefingError):
    """Nothing can be written to standard output."""


def prepare_streams() -> None:
    """Make both outputs UTF-8 whatever the locale says; half characters are written as escapes. What is closed goes nowhere."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open until the program ends
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence_output() -> None:
    """After a reader has gone (``| head``): nothing more is written, not even when Python ends."""
    if sys.stdout is None:
        return
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def require_output() -> None:
    """Before any work: with standard output closed, a file of the library could come to lie where it was. Raises OutputFailed."""
    if sys.stdout is None:
        raise OutputFailed("Standard output is closed.", "Nothing was done; send it to a file, or to /dev/null.")


def finish() -> None:
    """Hand everything over that was written. Raises OutputFailed."""
    _write("")


def printable(words: str) -> str:
    """The words with their control characters, line ends too, and turns of direction written as escapes."""
    return re.sub(_CONTROLS, lambda found: found[0].encode("unicode_escape").decode("ascii"), words)


def _write(words: str) -> None:
    try:
        if sys.stdout is not None:
            sys.stdout.write(words)
            if not words:
                sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputFailed(f"Standard output could not be written: {error.strerror or error}.") from error


def width() -> int:
    """Columns to write in."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))


def line(words: str = "") -> None:
    """One line, unwrapped."""
    _write(printable(words) + "\n")


def paragraph(words: str, first: str = "", rest: str | None = None) -> None:
    """Words wrapped to the width; ``first`` opens the first line, ``rest`` (as long as ``first``, when None) the others."""
    indent = " " * columns(first) if rest is None else rest
    flat = printable(" ".join(words.split()))
    lines = textwrap.wrap(flat, width(), initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    _write(("\n".join(lines) or first) + "\n")


def columns(words: str) -> int:
    """How many columns of a terminal the words take."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in words)
    return len(words) + wide - sum(unicodedata.combining(sign) > 0 for sign in words)


def padded(words: str, least: int) -> str:
    """The words, filled up with spaces to ``least`` columns."""
    return words + " " * max(0, least - columns(words))


def cut(words: str, most: int) -> str:
    """The words on one line, shortened to ``most`` code points."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def json_document(shape: dict[str, Any]) -> None:
    """One JSON document on standard output."""
    import json  # with the first one

    _write(json.dumps(shape, ensure_ascii=False, indent=1) + "\n")


def trouble(words: str) -> None:
    """A sentence on standard error."""
    with contextlib.suppress(OSError):
        print(f"briefing-app: {printable(words)}", file=sys.stderr)


def place(words: str, span: Span) -> None:
    """The words on standard error, and below them what is meant."""
    flat = "".join(" " if sign.isspace() else sign for sign in words)
    before, meant = (columns(printable(part)) for part in (flat[: span.start], span.of(flat)))
    with contextlib.suppress(OSError):
        print(f"    {printable(flat)}\n    {' ' * before}{'^' * max(1, meant)}", file=sys.stderr)


class ProgressLine:
    """One line on standard error that is written over and over; nothing at all when that is no terminal."""

    def __init__(self) -> None:
        self._shown = 0
        self._on = sys.stderr.isatty()

    def __call__(self, progress: Progress) -> None:
        """Show how far the work is. Called on any thread."""
        if not self._on or progress.total == 0:
            return
        words = f"{_WORDS[progress.stage]} {_counted(progress)}"
        if progress.seconds_left:
            rate = "" if progress.stage in AS_SHARE else f", {progress.per_second:,.0f} a second"
            words += f"{rate}, {_duration(progress.seconds_left)} left"
        self._write(words)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()
            self._shown = 0

    def _write(self, words: str) -> None:
        with contextlib.suppress(OSError):
            sys.stderr.write("\r" + words.ljust(self._shown))
            sys.stderr.flush()
        self._shown = len(words)


@contextlib.contextmanager
def progress_line() -> Iterator[ProgressLine]:
    """A progress line that is gone afterwards, whatever happens."""
    shown = ProgressLine()
    try:
        yield shown
    finally:
        shown.clear()


def _counted(progress: Progress) -> str:
    if progress.stage in AS_SHARE:
        return f"{100 * progress.done // progress.total} %"
    return f"{progress.done:,} of {progress.total:,}"


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
