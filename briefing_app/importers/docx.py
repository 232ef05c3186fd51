"""Word documents (DOCX): paragraphs, headings, lists and tables in their order; pictures are not looked at."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from briefing_app.importers import archive
from briefing_app.importers.paragraphs import Paragraph, from_paragraphs
from briefing_app.model.document import BlockKind, Cell, Hint, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes that a document's parts may unfold to in all."""

MAIN_PART = "word/document.xml"
_HEADING = re.compile(r"heading (\d)|title$", re.IGNORECASE)
_MOST_CELLS = 20_000
_DEPTHS = frozenset("012345678")


def recognise(data: bytes, _name: str) -> float:
    """A ZIP archive with Word's main part in it."""
    if not data.startswith(b"PK\x03\x04") or MAIN_PART.encode() not in data:
        return 0.0
    return 0.99


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The one article of a document, with the properties that it states."""
    document = opened(data, name)
    properties = document.core_properties
    hints = [Hint("file:title", properties.title or ""), Hint("file:author", properties.author or "")]
    yield from_paragraphs(paragraphs(document), hints)


def opened(data: bytes, name: str) -> WordDocument:
    """The parsed document. Raises ImportSkipped for what is damaged or unfolds too far."""
    with archive.opened(data, name) as parts:
        _measure(parts, name)
    try:
        return docx.Document(io.BytesIO(data))
    except (*archive.BROKEN, AttributeError, TypeError, IndexError, etree.LxmlError) as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The Word document is damaged.") from error


def paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """The document's paragraphs and cells in their order."""
    tables = 0
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            yield _paragraph(WordParagraph(element, document))
        elif element.tag == qn("w:tbl"):
            yield from _cells(Table(element, document), tables)
            tables += 1
        elif element.tag == qn("w:sdt"):
            yield from (_paragraph(WordParagraph(inner, document)) for inner in element.iter(qn("w:p")))


def _paragraph(found: WordParagraph) -> Paragraph:
    style = _style(found)
    heading = _HEADING.search(style)
    if heading:
        return Paragraph(found.text, BlockKind.HEADING, min(6, int(heading[1] or 1) or 1) if heading[1] else 1)
    if (numbering := found._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")) is not None:
        depth = numbering.find(qn("w:ilvl"))
        stated = depth.get(qn("w:val"), "0") if depth is not None else "0"
        return Paragraph(found.text, BlockKind.LIST_ITEM, 1 + (int(stated) if stated in _DEPTHS else 0))
    kind = BlockKind.QUOTE if "quote" in style.lower() else BlockKind.CAPTION if style.lower() == "caption" else BlockKind.PARAGRAPH
    return Paragraph(found.text, kind)


def _style(found: WordParagraph) -> str:
    try:
        return (found.style.name if found.style is not None else "") or ""
    except (KeyError, AttributeError, ValueError):
        return ""


def _cells(table: Table, number: int) -> Iterator[Paragraph]:
    """The cells of a table, row by row, without those of tables inside; one of one row or column only serves the layout."""
    rows = [list(row.iterchildren(qn("w:tc"))) for row in table._tbl.iterchildren(qn("w:tr"))]
    data = len(rows) > 1 and max(map(len, rows), default=0) > 1 and sum(map(len, rows)) <= _MOST_CELLS
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = Cell(number, row, column, head=row == 0) if data else None
            for inner in cell.iter(qn("w:p")):
                words = WordParagraph(inner, table).text  # type: ignore[arg-type]
                yield Paragraph(words, BlockKind.TABLE_CELL if data else BlockKind.PARAGRAPH, cell=place)


def _measure(parts: zipfile.ZipFile, name: str) -> None:
    """Refuse a document before it is unfolded: by what it says, then by what its main part truly holds."""
    entries = {entry.filename: entry for entry in parts.infolist()}
    if sum(entry.file_size for entry in entries.values()) > MOST_UNPACKED:
        raise ImportSkipped(name, SkipCode.TOO_LARGE, f"Unpacked the document is larger than {MOST_UNPACKED >> 20} MiB.")
    if any(entry.flag_bits & 1 for entry in entries.values()):
        raise ImportSkipped(name, SkipCode.ENCRYPTED, "The document is locked with a password.")
    if MAIN_PART not in entries:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The Word document has no text part.")
    archive.read_entry(parts, entries[MAIN_PART], name, archive.MOST_MEMBER)
