"""Exports of Nexis: text, HTML and Word, the old form and the new one."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.importers.formats import format_of
from briefing_app.model.document import RawDocument

OLD = """


                               1 of 2 DOCUMENTS


                                The Harbour Post

                            March 2, 2026 Monday

Ferry returns to
the islands

BYLINE: By Ann Lee

LENGTH: 21 words

The ferry sails again, the port
authority said.

It was away for a week.

LOAD-DATE: March 3, 2026

LANGUAGE: ENGLISH


                      Copyright 2026 The Harbour Post
                              All Rights Reserved

                               2 of 2 DOCUMENTS


                                  Lindow Daily

                            March 3, 2026 Tuesday

Storm over Lindow

LENGTH: 9 words

A storm passed at night.

LANGUAGE: ENGLISH
"""

NEW = [
    "User Name: Desk",
    "Date and Time: Friday, 5. March 2026 09:31:00 CET",
    "1. Ferry returns to the islands",
    "Ferry returns to the islands",
    "The Harbour Post(London)",
    "March 2, 2026 Monday 9:20 AM GMT",
    "Copyright 2026 The Harbour Post All Rights Reserved",
    "Section:\xa0NEWS",
    "Length:\xa021 words",
    "Byline:\xa0Ann Lee",
    "Body",
    "The ferry sails again, the port authority said.",
    "It was away for a week.",
    "Load-Date: March 3, 2026",
    "\nEnd of Document",
    "Storm over Lindow",
    "Lindow Daily",
    "March 3, 2026 Tuesday",
    "Length:\xa09 words",
    "Body",
    "A storm passed at night.",
    "End of Document",
]


def test_the_old_form_as_text() -> None:
    first, second = read(OLD.encode(), "x.TXT")
    assert hints(first) == {
        "title": "Ferry returns to the islands",
        "source": "The Harbour Post",
        "author": "Ann Lee",
        "published": "March 2, 2026 Monday",
        "language": "en",
    }
    document = clean(first, "x")
    assert [zone.span.of(document.text) for zone in document.told()] == [
        "Ferry returns to the islands",
        "The ferry sails again, the port authority said.",
        "It was away for a week.",
    ]
    assert document.date.value is not None
    assert str(document.date.value.day) == "2026-03-02"
    assert hints(second)["source"] == "Lindow Daily"


def test_the_old_form_as_page() -> None:
    lines = [line.strip() for line in OLD.split("\n") if line.strip()]
    data = ("<HTML><BODY>" + "".join(f"<P>{line}</P>" for line in lines) + "</BODY></HTML>").encode()
    assert format_of(data, "x.html")[0].name == "Nexis export"
    assert len(list(read(data, "x.html"))) == 2


def test_the_new_form_in_word() -> None:
    made = docx.Document()
    for line in NEW:
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    assert format_of(out.getvalue(), "x.docx")[0].name == "Nexis export"
    first, second = read(out.getvalue(), "x.docx")
    assert hints(first)["title"] == "Ferry returns to the islands"
    assert hints(first)["source"] == "The Harbour Post"
    assert hints(first)["author"] == "Ann Lee"
    assert "1. Ferry" not in first.text
    assert hints(second)["title"] == "Storm over Lindow"
    assert hints(second)["source"] == "Lindow Daily"


def test_the_exports_of_the_acceptance_material(shared: Path) -> None:
    folder = shared / "data" / "exports" / "lexisnexis"
    counts = {path.name.split("__")[-1]: len(list(read(path.read_bytes(), path.name))) for path in folder.iterdir()}
    assert counts == {"lexisnexis_test_en.html": 2, "lexisnexis_test_copyright_error.html": 1, "sample.TXT": 10, "sample.DOCX": 10}


def hints(raw: RawDocument) -> dict[str, str]:
    return {hint.name.removeprefix("record:"): hint.value for hint in raw.hints}
