"""PDF files with a text layer: the words of the pages as paragraphs, hyphens at line ends undone, running heads set aside."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pypdfium2
from pypdfium2 import raw as pdfium

from briefing_app.importers.paragraphs import from_paragraphs
from briefing_app.importers.pdf_lines import PdfLine, Sign, lines_of
from briefing_app.importers.pdf_paragraphs import paragraphs_of
from briefing_app.model.document import Hint, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

MOST_PAGES = 400
"""Pages that are read; what is beyond is told as left out."""

MOST_SIGNS = 1_500_000
"""Signs of all pages that are read."""

_BROWSERS = re.compile(r"Skia/PDF|Mozilla|Quartz PDFContext|cairo|wkhtmltopdf|Chrom|Safari", re.IGNORECASE)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d\d)'?(\d\d)|Z)?")
_ADDRESS = re.compile(r"https?://[^\s<>]{4,2000}")
_NO_TITLE = re.compile(r"^untitled|^file:|\.(docx?|pdf|eps|indd|html?|qxd|tex)$|^microsoft (word|powerpoint)", re.IGNORECASE)


def recognise(data: bytes, _name: str) -> float:
    """The mark of a PDF within the first kilobyte, as its readers want it."""
    return 0.99 if b"%PDF-" in data[:1024] else 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The one article of the file. Raises ImportSkipped for what is locked, damaged, or a scan without text."""
    with closing(_opened(data, name)) as document:
        pages = len(document)
        lines: list[PdfLine] = []
        signs = 0
        read_pages = 0
        for number in range(min(pages, MOST_PAGES)):
            found = _signs(document, number, MOST_SIGNS - signs)
            signs += len(found)
            lines.extend(lines_of(found, number))
            read_pages += 1
            if signs >= MOST_SIGNS:
                break
        if not any(line.words.strip() for line in lines):
            raise ImportSkipped(name, SkipCode.NO_TEXT, "The PDF has no text: its pages are pictures, as a scanner makes them.")
        stated = {key: str(value) for key, value in document.get_metadata_dict().items()}
    paragraphs, furniture = paragraphs_of(lines)
    raw = from_paragraphs(paragraphs, _hints(stated, furniture))
    yield replace(raw, captured_at=_printed_at(stated), encoding="pdf")
    if read_pages < pages:
        raise ImportSkipped(name, SkipCode.TOO_LARGE, f"The PDF has {pages:,} pages; those after page {read_pages:,} were left out.")


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise ImportSkipped(name, SkipCode.ENCRYPTED, "The PDF is locked with a password.") from error
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise ImportSkipped(name, SkipCode.ENCRYPTED, "The PDF is locked in a way that cannot be opened.") from error
        raise ImportSkipped(name, SkipCode.MALFORMED, "The PDF is damaged.") from error


def _signs(document: pypdfium2.PdfDocument, number: int, most: int) -> list[Sign]:
    """The signs of a page in the order of its content; none of a page that cannot be read."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return []
    with closing(page):
        try:
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            return []
        with closing(text):
            return list(_signs_of(text, min(most, text.count_chars()), page.get_height()))


def _signs_of(text: pypdfium2.PdfTextPage, count: int, height: float) -> Iterator[Sign]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(count):
        letter = chr(min(pdfium.FPDFText_GetUnicode(text, index), 0x10FFFF))
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        made = pdfium.FPDFText_IsGenerated(text, index) == 1
        size = 0.0 if made else pdfium.FPDFText_GetFontSize(text, index)
        yield Sign(letter, left.value, right.value, height - top.value, height - bottom.value, size, made)


def _hints(stated: dict[str, str], furniture: list[str]) -> Iterator[Hint]:
    """What the file states, and the address that a browser prints at the foot of its pages."""
    title = stated.get("Title", "")
    if title and not _NO_TITLE.search(title.strip()):
        yield Hint("file:title", title)
    yield Hint("file:author", stated.get("Author", ""))
    if _printed_at(stated) is not None:
        address = next((found[0] for line in furniture if (found := _ADDRESS.search(line)) and not found[0].endswith("…")), "")
        yield Hint("saved:url", address)


def _printed_at(stated: dict[str, str]) -> datetime | None:
    """When a browser printed the page; None for files made by other programs, whose date says nothing of the kind."""
    found = _DATE.match(stated.get("CreationDate", ""))
    if not found or not _BROWSERS.search(f"{stated.get('Producer', '')} {stated.get('Creator', '')}"):
        return None
    ahead = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    try:
        zone = timezone(-ahead if found[7] == "-" else ahead)
        return datetime(*(int(found[part]) for part in range(1, 7)), tzinfo=zone)  # type: ignore[misc,arg-type]
    except ValueError:
        return None
