"""What the client Hypothesis exports is taken with its words, whatever its positions count."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.anchoring import Found, locate
from briefing_app.annotations import iri_of, jsonld, read
from briefing_app.model.errors import AnnotationsRefused

ROW = {
    "id": "abc", "created": "2026-03-02T12:00:00.5+00:00", "updated": "2026-03-02T13:00:00+00:00", "user": "acct:falk@hypothes.is",
    "uri": "https://news.example/ferry", "text": "Which?", "tags": ["ships"], "document": {"title": ["Ferry back"]}, "references": ["xyz"],
    "target": [{"source": "https://news.example/ferry", "selector": [
        {"type": "TextPositionSelector", "start": 4, "end": 13},
        {"type": "TextQuoteSelector", "exact": "the ferry", "prefix": "saw ", "suffix": " back"},
    ]}],
}  # fmt: skip


def test_a_row_is_taken_whole() -> None:
    (found,) = read(json.dumps({"total": 1, "rows": [ROW]}).encode())
    assert found.annotation.words == "the ferry"
    assert (found.annotation.note, found.tags, found.annotation.author) == ("Which?", ("ships",), "falk")
    assert (found.iri, found.links) == ("https://hypothes.is/a/abc", ("https://hypothes.is/a/xyz",))
    assert found.about is not None
    assert found.about.title == "Ferry back"


def test_rows_without_words_name_what_is_left_out() -> None:
    (found,) = read(json.dumps([{**ROW, "target": [{"selector": [{"type": "RangeSelector"}]}]}]).encode())
    assert found.left_out == ("target: RangeSelector, without its words",)


@pytest.mark.parametrize("odd", ["a b", "<x>", {"a": 1}, "\r\n", '"'])
def test_rows_with_odd_names_travel_on(odd: object) -> None:
    rows = read(json.dumps([{**ROW, "id": odd, "uri": odd, "references": [odd]}]).encode())
    assert [item.iri for item in jsonld.read(jsonld.write(rows))] == [rows[0].iri]
    assert iri_of(replace(rows[0].annotation, origin=rows[0].iri)) == rows[0].iri


def test_no_rows_are_refused() -> None:
    with pytest.raises(AnnotationsRefused):
        read(b'{"rows": []}')


def test_the_stored_page_is_anchored(shared: Path) -> None:
    folder = shared / "data" / "hypothesis"
    (found,) = read((folder / "minimal.json").read_bytes())
    assert found.annotation.anchor is not None
    for text in ("One Two Three", "One Two Three\n"):
        answer = locate(found.annotation.anchor, text)
        assert answer.how is not Found.ORPHAN
        assert answer.span is not None
        assert answer.span.of(text) == "Two"
