"""PDF files: paragraphs out of lines, columns, hyphens, running heads; scans and locked files say what they are."""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst

from briefing_app.importers import read
from briefing_app.importers.pdf_lines import Sign, lines_of
from briefing_app.importers.pdf_paragraphs import paragraphs_of
from briefing_app.model.document import BlockKind, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

STORY = (
    "The ferry between Lindow and the islands sails again after the storm, the port authority said on Monday. "
    "Engineers had examined the steering gear for three days and found nothing that speaks against it. "
)


def made(source: str) -> bytes:
    return bytes(typst.compile(source.encode(), format="pdf"))


def article(data: bytes) -> RawDocument:
    (found,) = read(data, "x.pdf")
    return found


def skipped(data: bytes) -> SkipCode:
    with pytest.raises(ImportSkipped) as caught:
        list(read(data, "x.pdf"))
    return caught.value.code


def test_lines_become_paragraphs_and_large_letters_headings() -> None:
    found = article(made(f"#set text(size: 11pt)\n= Ferry returns\n{STORY * 3}\n\n{STORY * 2}"))
    assert [block.kind for block in found.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert found.text == f"Ferry returns\n\n{(STORY * 3).strip()}\n\n{(STORY * 2).strip()}"


def test_hyphens_at_line_ends_go_and_those_of_compounds_stay() -> None:
    words = "The long-term consequences of overfishing worry the fishermen’s representatives considerably. " * 6
    found = article(made(f'#set page(width: 9cm)\n#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n{words}'))
    assert "consequences" in found.text
    assert set(found.text.split()) == set(words.split())


def test_columns_are_read_one_after_the_other() -> None:
    left, right = "alpha " * 200, "omega " * 100
    found = article(made(f"#set page(columns: 2)\n= Ferry\n{left}\n\n{right}"))
    words = found.text.split()
    assert words.index("omega") > len(words) - 101 - 2
    assert words.count("alpha") == 200


def test_a_page_written_across_its_columns_is_read_by_columns() -> None:
    signs = []
    for row in range(12):
        for column, letter in ((0, "a"), (300, "z")):
            for place in range(20):
                left = 50 + column + 8 * place
                signs.append(Sign(letter, left, left + 7, 100 + 14 * row, 110 + 14 * row, 11, False))
        signs.append(Sign("\n", 0, 0, 0, 0, 0, True))
    assert [line.words[0] for line in lines_of(signs, 0)] == ["a"] * 12 + ["z"] * 12


def test_running_heads_stand_aside_and_the_paragraph_goes_on_over_the_page() -> None:
    page = "#set page(height: 12cm, header: [The Harbour Post], footer: context [#counter(page).display() of 3])\n"
    found = article(made(page + STORY * 12))
    heads = [block for block in found.blocks if block.span.of(found.text) == "The Harbour Post"]
    assert len(heads) >= 2
    assert all(block.path == "footer" for block in heads)
    assert STORY + STORY.strip() in found.text


def test_no_sign_of_a_page_is_lost() -> None:
    text = STORY * 20
    found = article(made(f"#set page(height: 10cm, header: [Head])\n{text}"))
    told = " ".join(block.span.of(found.text) for block in found.blocks if block.path != "footer")
    assert told.split() == text.split()


def test_a_browser_print_says_when_and_where_the_page_was() -> None:
    page = "#set page(footer: [https://harbour.test/ferry-returns #h(1fr) 1/2], height: 8cm)\n"
    with pikepdf.open(io.BytesIO(made(page + STORY * 9))) as pdf:
        pdf.docinfo["/Producer"] = "Skia/PDF m120"
        pdf.docinfo["/CreationDate"] = "D:20260302081500+01'00'"
        pdf.docinfo["/Title"] = "Ferry returns - The Harbour Post"
        out = io.BytesIO()
        pdf.save(out)
    found = article(out.getvalue())
    assert found.captured_at is not None
    assert found.captured_at.isoformat() == "2026-03-02T08:15:00+01:00"
    assert found.hint("saved:url") == "https://harbour.test/ferry-returns"
    assert found.hint("file:title") == "Ferry returns - The Harbour Post"


def test_a_scan_says_that_it_has_no_text() -> None:
    assert skipped(made("#rect(width: 5cm, height: 5cm, fill: red)")) is SkipCode.NO_TEXT


def test_a_locked_file_says_so() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made(STORY))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert skipped(out.getvalue()) is SkipCode.ENCRYPTED


def test_a_damaged_file_is_set_aside() -> None:
    assert skipped(b"%PDF-1.7\n" + b"garbage " * 50) is SkipCode.MALFORMED


def test_no_lines_give_no_paragraphs() -> None:
    assert paragraphs_of([]) == ([], [])
