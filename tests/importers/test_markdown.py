"""Markdown: known by its signs, front matter under one name for each thing."""

from __future__ import annotations

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.importers.formats import format_of

CLIPPED = b"""---
title: "Ferry returns"
source: https://harbour.test/ferry
published: 2026-03-01
authors:
  - "[[Ann Lee]]"
  - Bob Ray
tags: [ferry, port]
publisher: The Harbour Post
---
# Ferry returns

The ferry sails **again**, the port authority said on Monday.
"""


def test_front_matter_of_programs_that_clip_pages() -> None:
    (found,) = read(CLIPPED, "note.txt")
    assert [hint.value for hint in found.hints if hint.name == "front:author"] == ["Ann Lee", "Bob Ray"]
    assert found.hint("front:url") == "https://harbour.test/ferry"
    document = clean(found, "note.txt")
    assert document.title.value == "Ferry returns"
    assert document.source.value == "The Harbour Post"
    assert document.url == "https://harbour.test/ferry"
    assert document.date.value is not None
    assert str(document.date.value.day) == "2026-03-01"


def test_known_by_two_signs_whatever_the_name() -> None:
    assert format_of(b"# Ferry\n\nIt sails [again](https://harbour.test/x).", "x.txt")[0].name == "Markdown"
    assert format_of(b"# one sign is not enough, it may be a hashtag", "x.txt")[0].name == "Plain text"
