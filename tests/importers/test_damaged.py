"""Damaged files of every format give whole documents or a reason; the fuzzers of tests/endurance look for more of what stands here."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.importers.formats import FORMATS, format_of, read
from tests.importers.damage import damaged
from tests.importers.promises import keep_promises
from tests.importers.samples import samples

NAMES = tuple(entry.name for entry in FORMATS)

MOST_S = 5
"""Seconds of the processor for one small file; what was found took minutes."""


def _torn_docx() -> bytes:
    """A Word document whose main part is packed in bytes that cannot be unpacked."""
    _, data = samples()["Word document"]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        entry = parts.getinfo("word/document.xml")
    start = entry.header_offset + 30 + len(entry.filename.encode())
    return data[:start] + b"\xff" * entry.compress_size + data[start + entry.compress_size :]


# What was found, as small as it can be: the file's name and its bytes.
FOUND: tuple[tuple[str, bytes], ...] = (
    ("year.eml", b"From: a@b.test\nDate: Mon, 02 Mar 99999999999 08:00:00 +0100\nMessage-ID: <1>\n\nThe ferry sails.\n"),
    ("zone.eml", b"From: a@b.test\nDate: Mon, 02 Mar 2026 08:00:00 +99999999999999\nMessage-ID: <1>\n\nThe ferry sails.\n"),
    (
        "hyphens.eml",
        b"From: a@b.test\nMessage-ID: <1>\n\n" + b"It sails on Monday, the harbour said. " * 9 + b"\n\nAA" + b"-ID" * 400,
    ),
    ("blanks.txt", b"Ferry returns\n\nVarnport" + b" " * 1100 + b"\xe4 x\n\n" + b"It sails on Monday, the harbour said. " * 9),
    ("count.txt", b"1 of " + b"9" * 400_000 + b"\n\nLENGTH: 300 words\n\nThe ferry sails on Monday, the harbour said.\n"),
    ("half.xml", b"<ppsArticleResponse><article><headline>&#xd800; &#56832; \xed\xa0\x80 Ferry</headline></article></ppsArticleResponse>"),
    ("torn.docx", _torn_docx()),
    (
        "address.html",
        b"<html><head><link rel='canonical' href='https://harbour.test[ferry'></head><body><p>The ferry sails.</p></body></html>",
    ),
)


@pytest.mark.parametrize("name", NAMES)
def test_every_format_has_a_sample_that_is_read(name: str) -> None:
    file, data = samples()[name]
    assert format_of(data, file)[0].name == name
    assert all(raw.text.strip() for raw in read(data, file))
    assert keep_promises(data, file) == "read"


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=6)
@given(data=st.data())
def test_whatever_is_damaged_the_promises_are_kept(name: str, data: st.DataObject) -> None:
    file, sample = samples()[name]
    keep_promises(data.draw(damaged(sample)), file)


@pytest.mark.parametrize(("file", "data"), FOUND, ids=[file for file, _ in FOUND])
def test_what_was_found_is_mended(file: str, data: bytes) -> None:
    before = time.process_time()
    keep_promises(data, file)
    assert time.process_time() - before < MOST_S
