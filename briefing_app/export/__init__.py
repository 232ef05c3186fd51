"""Exports: a document tree becomes a file in one of the table's formats, or page pictures to look at."""

from __future__ import annotations

from briefing_app.export.preview import PageSetter, preview
from briefing_app.export.writing import EXPORTS, ExportFormat, Written, export_format, known_suffixes, put_file, write

__all__ = ["EXPORTS", "ExportFormat", "PageSetter", "Written", "export_format", "known_suffixes", "preview", "put_file", "write"]
