"""The acceptance texts beside the checkout: every line in its zone, metadata known only as far as the texts tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.model.article import TOLD, Document


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, Document]:
    paths = sorted((shared / "seeds").glob("*.txt"))
    return {path.stem: clean(next(read(path.read_bytes(), path.name)), path.name) for path in paths}


def test_the_text_is_the_file(shared: Path, documents: dict[str, Document]) -> None:
    for name, document in documents.items():
        assert document.text == (shared / "seeds" / f"{name}.txt").read_text(encoding="utf-8")


def test_every_line_is_told_or_not_as_the_gold_says(shared: Path, documents: dict[str, Document]) -> None:
    lines = json.loads((shared / "gold" / "gold.json").read_text(encoding="utf-8"))["lines"]
    wrong = []
    for name, document in documents.items():
        start = 0
        for number, line in enumerate(document.text.split("\n"), 1):
            wanted = lines.get(f"{name}:{number}")
            found = [zone.kind for zone in document.zones if start <= zone.span.start < start + len(line)]
            if wanted and (wanted in {kind.value for kind in TOLD}) != any(kind in TOLD for kind in found):
                wrong.append((name, number, wanted, found))
            start += len(line) + 1
    assert not wrong


def test_metadata_is_what_the_texts_tell(documents: dict[str, Document]) -> None:
    known = {
        name: [field for field in ("title", "source", "byline", "agency") if getattr(document, field).known]
        for name, document in documents.items()
    }
    assert known == {"000": ["title", "source", "byline"], "001": [], "002": ["agency"], "003": ["title"], "004": []}


def test_dates_hold_the_day_and_are_never_taken_from_teasers(documents: dict[str, Document]) -> None:
    dates = {name: document.date.value.edtf for name, document in documents.items() if document.date.value}
    assert dates["000"] == "2020-10-16"
    assert dates["003"] == "../2020-10-16"
    for name, day in (("001", "2020-10-16"), ("002", "2018-12-10"), ("004", "2018-12-07")):
        interval = documents[name].date.value
        if interval is not None:
            assert interval.first is None or interval.first.isoformat() <= day
            assert interval.last is None or interval.last.isoformat() >= day
