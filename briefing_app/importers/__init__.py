"""Bytes of a file become articles as found: `read` hides formats, encodings and broken input."""

from __future__ import annotations

from briefing_app.importers.formats import FORMATS, MAX_BYTES, Format, read

__all__ = ["FORMATS", "MAX_BYTES", "Format", "read"]
