"""Where an article came from, line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from PySide6.QtWidgets import QLabel

from briefing_app.ui.reader.custody import custody_lines
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.conftest import GUIDE, reading_from


def test_what_is_known_has_a_line_and_the_popover_shows_them(reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    bare = custody_lines(reading.article)
    assert bare[0] == reading.article.custody.path
    assert not any(line.startswith("part ") or "captured" in line for line in bare)
    document = replace(
        reading.article.document,
        url="https://post.example/a?from=mail",
        canonical_url="https://post.example/a",
        updated=datetime(2026, 3, 2, 14, 5, tzinfo=timezone(timedelta(hours=9))),
        captured_at=datetime(2026, 3, 3, 6, 0, tzinfo=UTC),
        part="story 2",
    )
    article = replace(reading.article, document=document)
    path, address, canonical, moments, part, digest = custody_lines(article)
    assert (path, digest) == (article.custody.path, f"SHA-256 {article.custody.original_sha256}")
    assert (address, canonical) == (document.url, document.canonical_url)
    assert moments.startswith("updated 2026-03-02 14:05 UTC+09:00 · captured 2026-03-03 06:00 UTC · imported ")
    assert part == "part story 2 of the file"
    reader.evidence.show_article(article, None, writable=True)
    said = "\n".join(label.text() for label in reader.evidence.findChildren(QLabel)).replace("\u200b", "")
    assert "\n".join(custody_lines(article)) in said
