"""Every file of the acceptance material imports or is skipped with a reason that is true of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from briefing_app.importers import read
from briefing_app.model.errors import ImportSkipped

# What each folder of the material may be skipped for; folders that are not named must be read whole.
_REASONS = {
    "bib": ("RIS", "MODS", "RDF"),
    "eml": ("no words",),
    "epub": ("EPUB", "damaged or cut off"),
    "feed": ("no entries", "entries hold no text", "OPML"),
    "newsml": ("NewsML", "XML of a kind"),
    "ninjs": ("ninjs", "JSON"),
    "opml": ("OPML",),
    "pdf": ("no text",),
    "warc": ("WARC", "ARC", "no words"),
}


def test_every_export_is_read_or_skipped_with_a_true_reason(shared: Path) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted((shared / "data" / "exports").rglob("*")):
        if not path.is_file():
            continue
        kind = path.parent.name
        texts, reason = _read(path)
        counts[kind, "skipped" if reason else "read"] += 1
        if reason:
            assert any(words in reason for words in _REASONS.get(kind, ())), f"{path.name}: {reason}"
        else:
            assert all(text.strip() for text in texts), path.name
    assert counts["factiva", "read"] == 2
    assert counts["lexisnexis", "read"] == 4
    assert counts["rtf", "read"] == 2
    assert counts["charset", "read"] == 5
    assert counts["eml", "read"] >= 47
    assert counts["pdf", "read"] >= 24
    assert counts["feed", "read"] >= 120


def _read(path: Path) -> tuple[list[str], str]:
    """The texts of the articles, or why there are none."""
    try:
        return [raw.text for raw in read(path.read_bytes(), path.name)], ""
    except ImportSkipped as skipped:
        return [], skipped.reason
