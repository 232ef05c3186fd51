"""Getting a briefing onto the disk whole or not at all, in the format that the file's suffix names."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing_app.briefing.tree import Tree
from briefing_app.export.docx import docx
from briefing_app.export.html import html
from briefing_app.export.markdown import markdown
from briefing_app.export.pdf import pdf
from briefing_app.model.errors import ExportFailed


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A file format: its suffix with the dot, its name, and what makes its bytes with the warnings to show."""

    suffix: str
    name: str
    make: Callable[[Tree], tuple[bytes, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Written:
    """The file that was written, and what the reader of it should know, one sentence each."""

    path: Path
    warnings: tuple[str, ...] = ()


EXPORTS: tuple[ExportFormat, ...] = (
    ExportFormat(".pdf", "PDF", pdf),
    ExportFormat(".html", "HTML", html),
    ExportFormat(".docx", "Word", docx),
    ExportFormat(".md", "Markdown", markdown),
)
"""Every format that a briefing can be written in."""


def export_format(path: Path) -> ExportFormat:
    """The format that the path's suffix names. Raises ExportFailed for any other suffix."""
    wanted = path.suffix.lower()
    for row in EXPORTS:
        if row.suffix == wanted:
            return row
    raise ExportFailed(f"{path.name} does not say its format.", f"Give the file a name that ends in {known_suffixes()}.")


def known_suffixes() -> str:
    """The suffixes of all formats as words: ``.pdf, .html or .md``."""
    *others, last = (row.suffix for row in EXPORTS)
    return f"{', '.join(others)} or {last}" if others else last


def write(tree: Tree, path: Path) -> Written:
    """Write the tree to ``path`` in the format of its suffix: a temporary file beside it, fsync, rename.

    Raises ExportFailed; the old file, if there is one, is then untouched.
    """
    row = export_format(path)
    data, warnings = row.make(tree)
    try:
        put_file(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportFailed(f"{path} could not be written: {reason}.", "Choose another place, or make room on the disk.") from error
    return Written(path, warnings)


def put_file(path: Path, data: bytes) -> None:
    """Put the bytes there whole or not at all: a temporary file beside it, fsync, rename. Raises OSError; an old file stays then."""
    number, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(path))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _mode(path: Path) -> int:
    """The old file's permissions, else those that a new file would have got."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Make the rename itself durable where the system lets a folder be synced (Windows does not)."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
