"""Annotations beyond one library: what travels in a file, in which formats, and how what comes in is merged with what is here."""

from __future__ import annotations

from briefing_app.annotations.coding import Coding
from briefing_app.annotations.exchange import FORMATS, Format, format_of, read, readable, writable
from briefing_app.annotations.merging import Conflict, Merged, merge
from briefing_app.annotations.shared import About, Shared, iri_of, shared

__all__ = [
    "FORMATS", "About", "Coding", "Conflict", "Format", "Merged", "Shared", "format_of", "iri_of", "merge", "read", "readable", "shared",
    "writable",
]  # fmt: skip
