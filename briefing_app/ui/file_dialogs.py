"""Asking for files and folders in the system's own way, and what is proposed: names and formats. Qt's dialog is loaded with the first."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

_MOST_BYTES = 200
"""Systems take 255 of a name in UTF-8, suffix and all."""
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
"""What Windows takes for a device, whatever the suffix."""


def ask_new_file(parent: QWidget, title: str, proposed: Path, kinds: str = "") -> tuple[str, str]:
    """The name of a file to write and the line of ``kinds`` that was chosen; empty when nothing was."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)


def ask_new_folder(parent: QWidget, title: str, proposed: Path) -> str:
    """The name of a folder to make; empty when nothing was chosen. Whether it is there already is left to the caller."""
    from PySide6.QtWidgets import QFileDialog

    folders = QFileDialog.Option.DontConfirmOverwrite | QFileDialog.Option.ShowDirsOnly
    return QFileDialog.getSaveFileName(parent, title, str(proposed), options=folders)[0]


def ask_file(parent: QWidget, title: str, start: str | Path, kinds: str) -> str:
    """The name of a file to read; empty when nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getOpenFileName(parent, title, str(start), kinds)[0]


def ask_files(parent: QWidget, title: str, start: str | Path, kinds: str) -> list[str]:
    """The names of files to read."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getOpenFileNames(parent, title, str(start), kinds)[0]


def ask_folder(parent: QWidget, title: str, start: str | Path) -> str:
    """The name of a folder that is there; empty when none was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getExistingDirectory(parent, title, str(start))


def file_name(title: str) -> str:
    """A title as a file's name: its letters, with the marks on them, and digits; no name that a system forbids or finds too long."""
    kept = (character for character in title if character in "-_ " or unicodedata.category(character)[0] in "LMN")
    words = " ".join("".join(kept).split())[:80].encode()[:_MOST_BYTES].decode(errors="ignore").strip()
    return f"{words}_" if _RESERVED.fullmatch(words) else words or "briefing"


def import_filter() -> str:
    """Every file first, since formats are known by content; then each format that is read, as the file dialog wants them."""
    from briefing_app import importers  # here: it takes the libraries of all formats

    every = QCoreApplication.translate("FileDialogs", "All files")
    rows = (f"{row.name} ({' '.join(f'*{suffix}' for suffix in row.suffixes)})" for row in importers.FORMATS)
    return ";;".join((f"{every} (*)", *rows))


def export_filter() -> str:
    """The formats a briefing can be saved in, as the file dialog wants them."""
    from briefing_app import export  # here: it takes the briefing's tree and what Markdown is read with

    return ";;".join(f"{row.name} (*{row.suffix})" for row in export.EXPORTS)


def export_suffix(chosen: str) -> str:
    """The suffix that the chosen line of the dialog's formats stands for; that of the first format for an unknown line."""
    from briefing_app import export  # here: as above

    return next((row.suffix for row in export.EXPORTS if f"(*{row.suffix})" in chosen), export.EXPORTS[0].suffix)
