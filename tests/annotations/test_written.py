"""Annotations as Markdown, CSV and HTML: everything is there, and nothing in it acts."""

from __future__ import annotations

import csv
import io

import pytest

from briefing_app.annotations import FORMATS, About, Shared, format_of
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.errors import AnnotationsRefused
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from tests.factories import NOON

ANCHOR = Anchor('the <b>"ferry"</b>', "", "", Span(4, 13), "")
NOTE = Annotation(AnnotationId(0), ArticleId(0), ANCHOR, Tint.ROSE, "=1+1 <script>x</script>", NOON, NOON, question=True, author="Falk")
ITEM = Shared("urn:x:1", NOTE, About("https://news.example/", "", "Ferry & co"), ("sourcing/anonymous",), ("",))


def written(name: str) -> str:
    write = format_of(name).write
    assert write is not None
    return write([ITEM]).decode("utf-8-sig")


def test_markdown() -> None:
    text = written("notes.md")
    assert "## Ferry & co" in text
    assert "> the \\<b\\>" in text
    assert "#sourcing/anonymous · open question · Falk · 2026-03-02" in text.replace("\\", "")


def test_csv_holds_no_formula() -> None:
    head, row = csv.reader(io.StringIO(written("notes.csv")))
    cells = dict(zip(head, row, strict=True))
    assert (cells["quote"], cells["note"]) == ('the <b>"ferry"</b>', "'=1+1 <script>x</script>")
    assert (cells["start"], cells["end"], cells["tags"], cells["state"]) == ("4", "13", "sourcing/anonymous", "open question")


def test_html_is_escaped() -> None:
    page = written("notes.HTML")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert 'class="rose"' in page


def test_every_format_that_is_written_writes_nothing_too() -> None:
    for row in FORMATS:
        if row.write:
            assert row.write([])


def test_an_unknown_suffix_is_refused() -> None:
    with pytest.raises(AnnotationsRefused, match=r"notes\.doc"):
        format_of("notes.doc")
