"""Annotations beyond one library: what travels in a file, in which formats, and how what comes in is merged with what is here."""

from __future__ import annotations

from briefing_app.annotations.coding import Coding
from briefing_app.annotations.exchange import FORMATS, Format, format_of, read, readable, writable
from briefing_app.annotations.merging import Conflict, Merged, merge
from briefing_app.annotations.settling import Choice, conflicts_in, differing, said, settled
from briefing_app.annotations.shared import About, Shared, iri_of, shared
from briefing_app.annotations.translating import translations_of

__all__ = [
    "FORMATS", "About", "Choice", "Coding", "Conflict", "Format", "Merged", "Shared", "conflicts_in", "differing",
    "format_of", "iri_of", "merge", "read", "readable", "said", "settled", "shared",
    "translations_of", "writable",
]  # fmt: skip
