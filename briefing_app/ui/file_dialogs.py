"""What file dialogs propose: names and formats."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication


def file_name(title: str) -> str:
    """A title as a file's name."""
    words = re.sub(r"[^\w\- ]+", "", title, flags=re.UNICODE).strip()
    return words[:80].strip() or "briefing"


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
