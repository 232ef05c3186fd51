"""What the first comment of a feed of the acceptance material expects of a reader, and whether it holds."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from briefing_app.importers import feed

EXCEPTIONS = (
    (r"Header:", "about the answer of a server, whose header stood beside the file"),
    (r"127\.0\.0\.1:8097", "relative to the address that a server gave the file"),
    (r"chardet", "the text is read rightly, but as UTF-8 made of it: the parser names no other encoding"),
)
"""Expectations that a file read from the disk cannot meet, and why."""


class Verdict(StrEnum):
    """How a feed stands to its expectation."""

    HELD = "held"
    BROKEN = "broken"
    EXCEPTED = "excepted"
    NONE = "expects nothing"


def judge(path: Path) -> Verdict:
    """Read the feed and try what its head says."""
    data = path.read_bytes()
    expected = _expectation(data)
    head = data[:1500].decode("latin-1").replace("\0", "")
    if expected is None:
        return Verdict.NONE
    if any(re.search(words, head) for words, _ in EXCEPTIONS):
        return Verdict.EXCEPTED
    found = feed.parse(data, path.name)
    try:
        return Verdict.HELD if eval(expected, {}, dict(found)) else Verdict.BROKEN
    except Exception:
        return Verdict.BROKEN


def _expectation(data: bytes) -> str | None:
    text = data.decode("latin-1").replace("\0", "")
    found = re.search(r"Expect:\s*(.+)", text)
    return found[1].strip() if found else None
