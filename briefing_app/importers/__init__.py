"""Bytes of a file become articles as found: `read` hides formats, encodings and broken input; `files_in` opens what holds files;
`as_received` shows the file itself."""

from __future__ import annotations

from briefing_app.importers.as_received import as_received
from briefing_app.importers.formats import FORMATS, MAX_BYTES, Format, files_in, read, suffixes

__all__ = ["FORMATS", "MAX_BYTES", "Format", "as_received", "files_in", "read", "suffixes"]
