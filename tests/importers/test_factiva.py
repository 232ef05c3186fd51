"""Exports of Factiva: every form gives an article a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.importers.formats import format_of
from briefing_app.model.document import RawDocument

KEYS = ("HARB000020260302em3200001", "HARB000020260303em3300002")

SHOWN = [
    "Business",
    "Ferry returns to the islands",
    "By Ann Lee",
    "355 words",
    "2 March 2026",
    "08:15 GMT",
    "The Harbour Post",
    "HARB",
    "English",
    "Copyright 2026 The Harbour Post. All rights reserved.",
    "The ferry sails again, the port authority said on Monday.",
    "It was away for a week.",
    f"Document {KEYS[0]}",
    "Storm over Lindow",
    "21 words",
    "3 March 2026",
    "The Harbour Post",
    "HARB",
    "English",
    "(c) 2026 The Harbour Post",
    "A storm passed over Lindow at night.",
    f"Document {KEYS[1]}",
]

CODED = [
    "HD Ferry returns to the islands",
    "BY By Ann Lee",
    "WC 355 words",
    "PD 2 March 2026",
    "SN The Harbour Post",
    "SC HARB",
    "LA English",
    "CY Copyright 2026 The Harbour Post",
    "LP",
    "The ferry sails again, the port authority said on Monday.",
    "TD",
    "It was away for a week.",
    f"AN Document {KEYS[0]}",
]


def as_html(lines: list[str]) -> bytes:
    return ("<html><body><div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div></body></html>").encode()


def as_rtf(lines: list[str]) -> bytes:
    return (r"{\rtf1\ansi " + r"\par ".join(lines) + "}").encode()


def as_text(lines: list[str]) -> bytes:
    return "\n\n".join(lines).encode()


@pytest.mark.parametrize("form", [as_html, as_rtf, as_text])
def test_articles_as_factiva_shows_them(form: object) -> None:
    assert callable(form)
    data = form(SHOWN)
    assert format_of(data, "x")[0].name == "Factiva export"
    first, second = read(data, "x")
    assert hints(first) == {
        "title": "Ferry returns to the islands",
        "source": "The Harbour Post",
        "author": "Ann Lee",
        "published": "2 March 2026",
        "language": "en",
        "key": KEYS[0],
    }
    assert [block.span.of(first.text) for block in first.blocks] == SHOWN[:13]
    assert hints(second)["title"] == "Storm over Lindow"
    told = clean(first, "x")
    assert [zone.span.of(told.text) for zone in told.told()] == [SHOWN[1], SHOWN[10], SHOWN[11]]


@pytest.mark.parametrize("form", [as_html, as_rtf, as_text])
def test_articles_with_field_codes(form: object) -> None:
    assert callable(form)
    (found,) = read(form(CODED), "x")
    assert hints(found)["title"] == "Ferry returns to the islands"
    assert hints(found)["source"] == "The Harbour Post"
    assert hints(found)["key"] == KEYS[0]
    assert "The ferry sails again" in found.text
    assert "It was away for a week." in found.text


def test_xml_gives_headline_date_source_and_every_paragraph() -> None:
    xml = b"""<?xml version="1.0"?><PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet>
    <ppsarticle><article><accessionNo>HARB1</accessionNo><baseLanguage>EN</baseLanguage><copyright>(c) 2026</copyright>
    <headline><paragraph><hlt>Ferry</hlt> returns</paragraph></headline>
    <leadParagraph><paragraph>It sails again.</paragraph></leadParagraph>
    <publicationDate><date>2026-03-02</date></publicationDate><sourceName>The Harbour Post</sourceName>
    <tailParagraphs><paragraph>It was away.</paragraph><paragraph>For a week.</paragraph></tailParagraphs></article></ppsarticle>
    </ppsarticleResultSet></ppsArticleResponse></PPSResponse>"""
    (found,) = read(xml, "x.xml")
    assert found.text == "(c) 2026\n\nFerry returns\n\nIt sails again.\n\nIt was away.\n\nFor a week."
    document = clean(found, "x")
    assert document.title.value == "Ferry returns"
    assert document.source.value == "The Harbour Post"
    assert document.date.value is not None
    assert str(document.date.value.day) == "2026-03-02"


def test_entities_of_strangers_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("harbour secret")
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]><PPSResponse><article><headline>&s;Ferry</headline>'
    (found,) = read(f"{xml}<leadParagraph>It sails.</leadParagraph></article></PPSResponse>".encode(), "x.xml")
    assert "secret" not in found.text
    assert "Ferry" in found.text


def test_the_exports_of_the_acceptance_material(shared: Path) -> None:
    folder = shared / "data" / "exports" / "factiva"
    counts = {path.name.split("__")[-1]: len(list(read(path.read_bytes(), path.name))) for path in folder.iterdir()}
    assert counts == {"factiva_test.xml": 3, "reut21578-factiva.xml": 19}


def hints(raw: RawDocument) -> dict[str, str]:
    return {hint.name.removeprefix("record:"): hint.value for hint in raw.hints}
