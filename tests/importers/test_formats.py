"""Recognising formats, and refusing what cannot be an article."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.importers import FORMATS, MAX_BYTES, formats, read
from briefing_app.model.errors import ImportSkipped, SkipCode

PAGE = b"<!doctype html><html><body><h1>Ferry returns</h1><p>The ferry sails again.</p></body></html>"
MAIL = (
    b"From: Desk <desk@harbour.test>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n"
    b"Date: Mon, 2 Mar 2026 08:00:00 +0100\r\n\r\nThe ferry sails.\r\n"
)

PARTS = [
    b"<p>",
    b"</div>",
    b"<table>",
    b"<!--",
    b"<a href=x>",
    b"From: a\n",
    b"\n\n",
    b"&#xd800;",
    b"\xff",
    b"word ",
    b"<b",
    b"From a@b.test Mon Mar 2 08:00:00 2026\n",
    b"<rss><channel><item><title>",
    b"</title></item>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>",
    b'{"version": "https://jsonfeed.org/version/1", "items": [',
    b'{"title": "x"}',
    b"]}",
    b"{\\rtf1 ",
    b"\\u-10179 ?",
    b"\\bin99 ",
    b"}",
    b"1 of 2 DOCUMENTS\n\n",
    b"LENGTH: 3 words\n\n",
    b"March 2, 2026 Monday\n\n",
    b"Document HARB000020260302em3200001\n",
    b"HD Ferry\n",
    b"---\ntitle: x\n---\n",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b\x08",
    b"<PPSResponse><article><headline>",
]


def code_of(data: bytes, name: str = "x.txt") -> SkipCode:
    with pytest.raises(ImportSkipped) as caught:
        list(read(data, name))
    assert caught.value.path == name
    assert caught.value.reason
    return caught.value.code


def test_every_format_has_a_name_suffixes_and_a_reader() -> None:
    assert len({entry.name for entry in FORMATS}) == len(FORMATS)
    for entry in FORMATS:
        assert all(suffix.startswith(".") for suffix in entry.suffixes)


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page", "page.eml"])
def test_a_page_is_known_by_its_content(name: str) -> None:
    (found,) = read(PAGE, name)
    assert found.text == "Ferry returns\n\nThe ferry sails again."
    assert found.markup


@pytest.mark.parametrize("name", ["mail.eml", "mail.txt", "mail"])
def test_a_mail_is_known_by_its_header(name: str) -> None:
    (found,) = read(MAIL, name)
    assert found.text.strip() == "The ferry sails."
    assert found.hint("mail:subject") == "Ferry"


@pytest.mark.parametrize("name", ["note.txt", "note.md", "note.html", "note"])
def test_everything_else_is_plain_text(name: str) -> None:
    (found,) = read("Fähre: sie fährt wieder.\r\n\r\nEnde".encode(), name)
    assert found.text.split() == ["Fähre:", "sie", "fährt", "wieder.", "Ende"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", SkipCode.EMPTY),
        (b" \r\n\t\n", SkipCode.EMPTY),
        ("\u200b \u00a0\n".encode(), SkipCode.NO_TEXT),
        (b"<html><body><script>let x = 1</script></body></html>", SkipCode.NO_TEXT),
        (b"<html></html>", SkipCode.NO_TEXT),
        (b"[" * 2000, SkipCode.NO_TEXT),
        (b"[[[]]]", SkipCode.UNKNOWN_FORMAT),
        (b"* * *\n____\n", SkipCode.NO_TEXT),
        (b"abc\0\1\2def" * 40, SkipCode.BINARY),
        (bytes(range(1, 256)) * 20, SkipCode.BINARY),
        (b"\x89PNG\r\n\x1a\n1234", SkipCode.BINARY),
        (b"%PDF-1.7 whatever", SkipCode.MALFORMED),
        (b'<?xml version="1.0"?><!-- x --><rss version="2.0"><channel/></rss>', SkipCode.NO_TEXT),
        (b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', SkipCode.UNKNOWN_FORMAT),
        (b"<groupSet><group id='G1'/></groupSet>", SkipCode.UNKNOWN_FORMAT),
        (b'{"headline": "Ferry", "body": "It sails."}', SkipCode.UNKNOWN_FORMAT),
        (b"From: a@b.test\r\nMIME-Version: 1.0\r\nSubject: nothing\r\n\r\n", SkipCode.NO_TEXT),
    ],
)
def test_what_cannot_be_an_article_is_skipped_with_a_reason(data: bytes, code: SkipCode) -> None:
    assert code_of(data) is code


def test_xhtml_is_a_page_although_it_opens_as_xml() -> None:
    (found,) = read(b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Open.</p></body></html>', "x")
    assert found.text == "Open."


def test_too_large_is_skipped_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_BYTES == 64 * 1024 * 1024
    monkeypatch.setattr(formats, "MAX_BYTES", 1000)
    assert code_of(b"a" * 1001) is SkipCode.TOO_LARGE


def test_a_long_line_without_an_end_is_read_in_time() -> None:
    begun = time.process_time()
    (found,) = read(b"word " * (1 << 21), "long.txt")
    assert len(found.text) == 5 << 21
    assert time.process_time() - begun < 10


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(st.sampled_from(PARTS), max_size=40).map(b"".join),
    st.sampled_from(["x.txt", "x.html", "x.eml", "x.md", "x", "x.mhtml", "x.xml", "x.json", "x.zip", "x.pdf"]),
)
def test_any_bytes_give_articles_or_are_skipped(data: bytes, name: str) -> None:
    try:
        found = list(read(data, name))
    except ImportSkipped:
        return
    assert found
    for raw in found:
        assert unicodedata.is_normalized("NFC", raw.text)
        assert raw.text.encode()
        for span in [*(block.span for block in raw.blocks), *(link.span for link in raw.links)]:
            assert span.end <= len(raw.text)
