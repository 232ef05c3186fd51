"""Word out: a whole package of well-formed parts whose footnotes, links, lists and marks all lead somewhere."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing_app.briefing.tree import Items, Paragraph, Text, Tree
from briefing_app.export.docx import docx
from tests.export.trees import HOSTILE, beside, every_block, hostile, scattered, squeezed, whole, words_of
from tests.factories import NOON

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {"w": W.strip("{}"), "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}


def parts_of(tree: Tree) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(docx(tree)[0])) as package:
        assert package.testzip() is None
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def found(part: etree._Element, path: str) -> list[str]:
    return [str(one) for one in part.xpath(path, namespaces=SPACES)]


def said(part: etree._Element) -> str:
    return squeezed("".join(found(part, "//w:t/text()")))


def test_every_word_and_every_note_is_in_the_file() -> None:
    tree = every_block()
    parts = parts_of(tree)
    body, notes = parts["word/document.xml"], parts["word/footnotes.xml"]
    for element in body.xpath("//w:fldSimple | //w:r[w:rPr/w:rStyle[@w:val='FootnoteReference']]", namespaces=SPACES):
        element.getparent().remove(element)
    everything = said(body) + said(notes)
    for words in words_of(tree):
        assert words in everything
    assert len(found(notes, "//w:footnote/@w:id")) == len(tree.notes) + 2
    assert "TLP:AMBER" in said(parts["word/header.xml"])
    assert found(parts["word/footer.xml"], "//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]


def test_references_lead_somewhere() -> None:
    parts = parts_of(whole())
    body, notes = parts["word/document.xml"], parts["word/footnotes.xml"]
    marks = found(body, "//w:bookmarkStart/@w:name")
    assert len(marks) == len(set(marks))
    assert set(found(body, "//w:hyperlink/@w:anchor")) <= set(marks)
    assert {told.split()[1] for told in found(body, "//w:fldSimple/@w:instr")} <= set(marks)
    cited = found(body, "//w:footnoteReference/@w:id")
    assert sorted(map(int, cited)) == list(range(1, len(cited) + 1))
    assert set(cited) == set(found(notes, "//w:footnote/@w:id")) - {"-1", "0"}
    for name in ("document", "footnotes"):
        known = {str(one.get("Id")) for one in parts[f"word/_rels/{name}.xml.rels"]}
        assert set(found(parts[f"word/{name}.xml"], "//@r:id")) <= known
    addresses = [str(one.get("Target")) for one in parts["word/_rels/document.xml.rels"] if one.get("TargetMode") == "External"]
    assert addresses == ["https://example.org/a"]


def test_styles_that_are_used_are_there() -> None:
    parts = parts_of(whole())
    known = set(found(parts["word/styles.xml"], "//w:style/@w:styleId"))
    for name in ("document", "footnotes", "header", "footer"):
        used = set(found(parts[f"word/{name}.xml"], "//w:pStyle/@w:val | //w:rStyle/@w:val"))
        assert used <= known


def test_numbered_lists_begin_at_one() -> None:
    items = Items(((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)), Paragraph((Text("c"),)))), ordered=True)
    parts = parts_of(Tree("T", "", "en", NOON, (), (items, items), ()))
    used = found(parts["word/document.xml"], "//w:numId/@w:val")
    assert used == ["1", "1", "2", "2"]
    assert set(used) == set(found(parts["word/numbering.xml"], "//w:num/@w:numId"))
    assert set(found(parts["word/numbering.xml"], "//w:num/w:lvlOverride/w:startOverride/@w:val")) == {"1"}


def test_heads_languages_and_directions_are_told() -> None:
    body = parts_of(whole())["word/document.xml"]
    assert parts_of(beside())["word/document.xml"].xpath("//w:trPr/w:tblHeader", namespaces=SPACES)
    assert "ja" in found(body, "//w:lang/@w:eastAsia")
    assert "ar" in found(body, "//w:lang/@w:bidi")
    assert body.xpath("//w:pPr/w:bidi", namespaces=SPACES)


def test_markup_comes_out_literally() -> None:
    assert said(parts_of(hostile())["word/document.xml"]).count(squeezed(HOSTILE)) >= 5


@given(st.text(max_size=60))
def test_no_words_break_the_file(words: str) -> None:
    assert len(parts_of(scattered(words))["word/document.xml"].xpath("//w:tbl", namespaces=SPACES)) == 1


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert docx(whole()) == docx(whole())
