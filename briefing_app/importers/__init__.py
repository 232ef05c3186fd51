"""Bytes of a file become articles as found: `read` hides formats, encodings and broken input; `as_received` shows the file itself."""

from __future__ import annotations

from briefing_app.importers.as_received import as_received
from briefing_app.importers.formats import FORMATS, MAX_BYTES, Format, read

__all__ = ["FORMATS", "MAX_BYTES", "Format", "as_received", "read"]
