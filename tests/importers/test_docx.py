"""Word documents: headings, lists, tables and words in their order."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from briefing_app.importers import read
from briefing_app.model.document import BlockKind
from briefing_app.model.errors import ImportSkipped, SkipCode


def saved(made: object) -> bytes:
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_paragraphs_headings_lists_and_tables() -> None:
    made = docx.Document()
    made.core_properties.title = "Ferry"
    made.core_properties.author = "Ann Lee"
    made.add_heading("Ferry returns", 1)
    made.add_paragraph("It sails again.")
    made.add_paragraph("first", style="List Bullet")
    table = made.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    made.add_paragraph("The end.")
    (found,) = read(saved(made), "x.docx")
    assert found.text.split("\n\n") == ["Ferry returns", "It sails again.", "first", "cell 0", "cell 1", "cell 2", "cell 3", "The end."]
    assert found.blocks[0].kind is BlockKind.HEADING
    assert found.blocks[3].cell is not None
    assert found.blocks[3].cell.head
    assert found.blocks[6].cell is not None
    assert (found.blocks[6].cell.row, found.blocks[6].cell.column) == (1, 1)
    assert found.hint("file:title") == "Ferry"
    assert found.hint("file:author") == "Ann Lee"


def test_deep_nesting_is_set_aside_or_read() -> None:
    made = docx.Document()
    made.add_paragraph("It sails.")
    with zipfile.ZipFile(io.BytesIO(saved(made))) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}
    tables = b"<w:tbl><w:tr><w:tc>" * 1000 + b"</w:tc></w:tr></w:tbl>" * 1000
    files["word/document.xml"] = files["word/document.xml"].replace(b"<w:body>", b"<w:body>" + tables)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name, data in files.items():
            parts.writestr(name, data)
    try:
        words = next(read(out.getvalue(), "x.docx")).text
    except ImportSkipped as skipped:
        words = skipped.reason
    assert "It sails." in words or "damaged" in words


def test_a_damaged_document_is_set_aside() -> None:
    data = saved(docx.Document())
    with pytest.raises(ImportSkipped) as caught:
        list(read(data[: len(data) // 2], "x.docx"))
    assert caught.value.code is SkipCode.MALFORMED
