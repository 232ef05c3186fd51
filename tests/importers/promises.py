"""What holds of every file, however damaged: it gives whole documents or says why it does not."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from briefing_app import cleaning, importers
from briefing_app.model.article import Document
from briefing_app.model.errors import ImportSkipped


def keep_promises(data: bytes, name: str) -> str:
    """Read and clean the file as the parser worker does, and look at what comes out: "read", or "skipped". Raises AssertionError."""
    reason = ""
    try:
        for raw in importers.read(data, name):
            document = cleaning.clean(raw, name)
            require_whole(document)
    except ImportSkipped as skipped:
        reason = skipped.reason
    assert not reason or reason.endswith(".")
    importers.as_received(data, name)
    return "skipped" if reason else "read"


def require_whole(document: Document) -> None:
    """Raise AssertionError unless text, spans and metadata are what the model says of them."""
    text = document.text
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    text.encode()
    length = len(text)
    for span in (*(block.span for block in document.blocks), *(link.span for link in document.links)):
        assert 0 <= span.start <= span.end <= length
    for one, other in pairwise(sorted(zone.span for zone in document.zones)):
        assert one.end <= other.start, "two labels on one stretch"
    assert all(0 <= zone.span.start < zone.span.end <= length for zone in document.zones)
    for known in (document.title, document.source, document.byline, document.agency, document.date, document.language):
        assert known.known == bool(known.evidence)
        assert all(each.span is None or 0 <= each.span.start <= each.span.end <= length for each in known.evidence)
    words = (document.title.value, document.source.value, document.byline.value, document.agency.value, document.url, document.key)
    "".join(word for word in words if word).encode()
