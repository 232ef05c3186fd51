"""Which formats are read, how one is recognised, and the one way in: `read`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing_app.importers import eml, html, plain
from briefing_app.importers.encoding import is_binary
from briefing_app.model.document import RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

MAX_BYTES = 64 * 1024 * 1024
"""Larger files are skipped."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the suffixes it usually has, how sure it is that bytes are its own (0 to 1), and how it reads them."""

    name: str
    suffixes: tuple[str, ...]
    recognise: Callable[[bytes, str], float]
    read: Callable[[bytes, str], Iterator[RawDocument]]


FORMATS: tuple[Format, ...] = (
    Format("HTML page", (".html", ".htm", ".xhtml"), html.recognise, html.read),
    Format("E-mail", (".eml", ".mhtml", ".mht"), eml.recognise, eml.read),
    Format("Plain text", (".txt", ".text", ".md", ".markdown"), plain.recognise, plain.read),
)

# First bytes of things that are no article text; what they are, for the reason shown.
_STRANGERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, EPUB and the like)"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"WARC/", "a web archive (WARC)"),
    (b"SQLite format 3", "a database"),
)
_XML_HEAD = re.compile(
    rb"(?:\s+|<\?[^>]{0,400}\?>|<!--.{0,8000}?-->|<!DOCTYPE\s+(?!html)[^>\[]{0,400}(?:\[.{0,4000}?\])?\s*>)*", re.DOTALL | re.IGNORECASE
)
_XML_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?(\w[\w.-]*)")
_PAGE_ROOTS = frozenset(
    re.findall(rb"\w+", b"html head body div p article section main span table h1 h2 h3 ul ol meta title link script center font a")
)
_FEEDS = frozenset(re.findall(rb"\w+", b"rss feed opml rdf newsitem newsmessage newsml nitf channel ppsarticleresponse"))
_JSON = re.compile(rb'\s*(\{\s*"|\[\s*[\[{"])')


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The articles in ``data``; ``name`` is the file's name or path, for its suffix and for messages.

    The format is recognised by content first. Raises ImportSkipped, before the first article or instead of the next one.
    """
    _refuse(data, name)
    sure, chosen = max(((entry.recognise(data, name), entry) for entry in FORMATS), key=lambda pair: pair[0])
    if sure <= 0:
        raise ImportSkipped(name, SkipCode.UNKNOWN_FORMAT, "The format of this file is not known.")
    some = False
    for document in chosen.read(data, name):
        if document.text.strip(" \n\t\f\xa0\u200b\ufeff\ufffd"):
            some = True
            yield document
    if not some:
        raise ImportSkipped(name, SkipCode.NO_TEXT, f"There is no visible text in this file ({chosen.name}).")


def _refuse(data: bytes, name: str) -> None:
    """Raise for what cannot hold an article, whatever its format."""
    if len(data) > MAX_BYTES:
        raise ImportSkipped(name, SkipCode.TOO_LARGE, f"The file is larger than {MAX_BYTES >> 20} MiB.")
    if not data.strip():
        raise ImportSkipped(name, SkipCode.EMPTY, "The file is empty.")
    for magic, what in _STRANGERS:
        if data.startswith(magic):
            code = SkipCode.UNKNOWN_FORMAT if magic.isascii() and magic.decode().isprintable() else SkipCode.BINARY
            raise ImportSkipped(name, code, f"The file is {what}, which is not read.")
    if is_binary(data):
        raise ImportSkipped(name, SkipCode.BINARY, "The file holds binary data, not text.")
    if _is_other_xml(data[: 1 << 15].lstrip(b"\xef\xbb\xbf")):
        raise ImportSkipped(name, SkipCode.UNKNOWN_FORMAT, "The file is XML of a kind that is not read.")
    if _JSON.match(data) and data.rstrip().endswith((b"}", b"]")):
        raise ImportSkipped(name, SkipCode.UNKNOWN_FORMAT, "The file is JSON, which is not read.")


def _is_other_xml(head: bytes) -> bool:
    """Whether the first element, behind declaration and comments, is none of HTML's: a feed, NewsML, OPML ..."""
    found = _XML_HEAD.match(head)
    before = found.end() if found else 0
    root = _XML_ROOT.match(head, before)
    declared = head.lstrip()[:5].lower() == b"<?xml"
    return bool(
        root and root[2].lower() not in _PAGE_ROOTS and (declared or root[1] or b"xmlns" in head[:4096] or root[2].lower() in _FEEDS)
    )
