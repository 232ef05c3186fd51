"""Annotations as a table of comma-separated values (RFC 4180), in UTF-8 with the mark that spreadsheets look for."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from briefing_app.annotations.facts import heading, state
from briefing_app.annotations.shared import Shared

_COLUMNS = (
    "id", "about", "address", "quote", "start", "end", "note", "tags", "tint", "mark", "state", "answer", "grade", "confidence", "author",
    "created", "changed", "links",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(items: Sequence[Shared]) -> bytes:
    """One row an annotation; ``start`` and ``end`` of the first stretch in code points."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    for item in items:
        note = item.annotation
        first = note.anchor.span if note.anchor else None
        row = (
            *(item.iri, heading(item), item.about.iri if item.about else "", " … ".join(anchor.quote for anchor in note.anchors)),
            *(first.start if first else "", first.end if first else "", note.note, "; ".join(item.tags), note.tint.value, note.mark.value),
            *(state(item), note.answer, note.grade or "", note.confidence.value if note.confidence else "", note.author),
            *(note.created_at.isoformat(), note.changed_at.isoformat(), " ".join(item.links)),
        )
        rows.writerow([_harmless(str(value)) for value in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _harmless(value: str) -> str:
    """A cell that a spreadsheet would take for a formula begins with an apostrophe instead (CWE-1236)."""
    return f"'{value}" if value.startswith(_FORMULA) else value
