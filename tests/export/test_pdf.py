"""The PDF: tagged, titled, linked, the same bytes twice, and literal whatever the articles hold."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefing_app.briefing import wording
from briefing_app.briefing.tree import (
    Badge,
    Block,
    Break,
    Cite,
    Heading,
    Items,
    Note,
    Paragraph,
    Quote,
    Table,
    TableCell,
    TableGroup,
    TableKind,
    Text,
    Tree,
)
from briefing_app.export import preview
from briefing_app.export.pdf import MOST_PAGES, pdf
from briefing_app.export.typst_data import _breakable
from briefing_app.model.briefing import Missing, Paper
from briefing_app.model.comparison import ClaimStatus
from briefing_app.model.letters import Letter
from tests.export.pdf_checker import elements, faults
from tests.export.trees import HOSTILE, every_block, hostile, lines_of, plain, squeezed, whole
from tests.factories import NOON


@pytest.fixture(scope="module")
def tree() -> Tree:
    return whole()


def words_of(data: bytes, tmp_path: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    file = tmp_path / "words.pdf"
    file.write_bytes(data)
    raw = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True).stdout.decode()
    kept = "".join(" " if c.isspace() else c for c in raw if unicodedata.category(c) != "Cf")
    return re.sub(" +", " ", kept)


def test_it_is_a_tagged_pdf_ua_with_title_language_outline_and_links(tree: Tree) -> None:
    data, warnings = pdf(tree)
    assert warnings == ()
    with pikepdf.open(io.BytesIO(data)) as file:
        root = file.Root
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert str(root.Lang) == "en"
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Ferry line to close in May"
        with file.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert titles == ["Summary", "Comparison", "Quotations", "Excerpts", "Sources"]
        links = [note for page in file.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
        assert any("/A" in note and str(note.A.get("/URI", "")) == "https://example.org/a" for note in links)
        assert sum("/URI" not in note.get("/A", {}) for note in links) > 10
        kinds = {str(kind) for kind in _kinds(root.StructTreeRoot)}
        assert {"/H1", "/Table", "/TH", "/Note", "/L", "/Link"} <= kinds


def test_every_kind_of_block_meets_both_standards() -> None:
    data, warnings = pdf(every_block())
    assert warnings == ()
    assert faults(data) == []
    with pikepdf.open(io.BytesIO(data)) as file:
        drawn = [element for element, _around in elements(file) if element.S == "/Figure"]
        assert ["unnamed officials" in str(element.Alt) for element in drawn] == [True]
        languages = {str(element.Lang) for element, _around in elements(file) if "/Lang" in element}
        languages |= {lang.decode() for page in file.pages for lang in re.findall(rb"/Lang\s*\((\w+)\)", page.Contents.read_bytes())}
    assert {"ja", "ar"} <= languages


def test_the_checker_sees_a_file_without_tags() -> None:
    bare = pikepdf.new()
    bare.add_blank_page()
    bare.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array())
    made = io.BytesIO()
    bare.save(made)
    found = " ".join(faults(made.getvalue()))
    for wanted in ("not marked as tagged", "no language", "no PDF/UA-1", "no PDF/A-2a", "no outline", "no title", "no output intent"):
        assert wanted in found


@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_paper(paper: Paper, points: tuple[int, int]) -> None:
    made = replace(plain("words"), paper=paper)
    with pikepdf.open(io.BytesIO(pdf(made)[0])) as file:
        assert tuple(round(float(edge)) for edge in file.pages[0].MediaBox)[2:] == points
    assert abs(int.from_bytes(preview(made, 420).pages[0][16:20], "big") - 420) <= 1


def test_a_traffic_light_stands_in_head_and_foot_of_every_page(tmp_path: Path) -> None:
    data = pdf(every_block("TLP:AMBER"))[0]
    with pikepdf.open(io.BytesIO(data)) as file:
        assert words_of(data, tmp_path).count("TLP:AMBER") == 2 * len(file.pages)


def test_text_and_tables_share_one_measure() -> None:
    words = "The ferry line will close in May. " * 8
    row = (TableCell(((Text("Who"),),)), TableCell(((Text(words),),)))
    table = Table(TableKind.TEXT, (0.2, 0.8), (), (TableGroup((), (row,)),))
    edges = []
    for block in (Paragraph((Text(words),)), table):
        document = pypdfium2.PdfDocument(pdf(replace(plain(), blocks=(block,)))[0])
        page = document[len(document) - 1]
        every = [found.get_bounds() for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        boxes = [box for box in every if box[1] > 100 and box[3] < page.get_height() - 70]  # neither head nor foot of the page
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        assert page.get_width() - right == pytest.approx(left, abs=40)
        edges.append((left, right))
    assert edges[0] == pytest.approx(edges[1], abs=40)


def test_words_come_back_in_reading_order(tmp_path: Path) -> None:
    lines = [f"Sentence number {number} of this text stands here and is long enough to run over the end of a line." for number in range(80)]
    said = squeezed(words_of(pdf(plain(*lines))[0], tmp_path))
    places = [said.find(squeezed(line)[:30]) for line in lines]
    assert -1 not in places
    assert places == sorted(places)


def test_beyond_a_hundred_pages_the_notes_stand_at_the_end_and_it_says_so(tmp_path: Path) -> None:
    long = tuple(Paragraph((Text("word " * 400), Cite(0))) for _ in range(2 * MOST_PAGES))
    data, warnings = pdf(replace(plain(), blocks=long, notes=(Note((Text("Where it stands."),)),)))
    assert len(warnings) == 1
    assert "at the end" in warnings[0]
    assert words_of(data, tmp_path).rstrip().rsplit("page", 1)[0].rstrip().endswith("Where it stands.")


def _kinds(node: pikepdf.Object) -> list[object]:
    found: list[object] = []
    waiting = [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, pikepdf.Array):
            waiting += list(item)
        elif isinstance(item, pikepdf.Dictionary):
            found += [item.S] if "/S" in item else []
            waiting += [item.K] if "/K" in item else []
    return found


def test_the_same_tree_gives_the_same_bytes(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pdf(tree)[0]
    assert pdf(tree)[0] == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    epoch = pdf(tree)[0]
    assert epoch == pdf(replace(tree, changed_at=tree.changed_at))[0]
    with pikepdf.open(io.BytesIO(epoch)) as file:
        assert str(file.docinfo["/CreationDate"]).startswith("D:20010909")


def test_the_words_come_back(tree: Tree, tmp_path: Path) -> None:
    said = words_of(pdf(tree)[0], tmp_path)
    for wanted in ("INTERNAL", "page 2 of", "The Velmark ferry will stop on 4 May", "We have no money for another winter", "港町新聞"):
        assert wanted in said
    arabic = unicodedata.normalize("NFKC", said)
    assert all(word in arabic for word in ("قالت", "سلطة", "الميناء"))  # each word: pdftotext orders lines as they are seen


def test_markup_in_articles_comes_out_literally(tmp_path: Path) -> None:
    said = words_of(pdf(hostile())[0], tmp_path)
    assert squeezed(said).count(squeezed(HOSTILE)) >= 5


def test_controls_and_lone_surrogates_do_not_stop_it(tmp_path: Path) -> None:
    data, warnings = pdf(plain("a\x00b\x0cc\ud800d\ufeffe\uffff \u202eturned", "after"))
    assert warnings == ()
    assert "after" in words_of(data, tmp_path)


def test_a_character_without_a_font_is_named_and_shown_as_its_code(tmp_path: Path) -> None:
    data, warnings = pdf(plain("before \U000f5123 after"))
    assert len(warnings) == 1
    assert "U+F5123" in warnings[0]
    assert "before [U+F5123] after" in words_of(data, tmp_path)


def test_too_many_characters_without_a_font_give_up_the_standard_and_say_so() -> None:
    data, warnings = pdf(plain("".join(map(chr, range(0xF5300, 0xF5400)))))
    assert data.startswith(b"%PDF")
    assert any("PDF/UA" in warning for warning in warnings)


def test_dozens_of_characters_without_a_font_are_told_and_the_standard_is_kept() -> None:
    data, warnings = pdf(plain("".join(map(chr, range(0xF5200, 0xF5240)))))
    (warning,) = warnings
    assert "U+F5200" in warning
    assert "and 52 more" in warning
    assert faults(data) == ["no outline"]  # there is no heading


def test_the_preview_says_what_has_no_font_and_in_which_block_it_stands() -> None:
    blocks = (Paragraph((Text("first \U000f5123"),)), Paragraph((Text("noted"), Cite(0))), Paragraph((Text("\U000f5123 \U000f5124"),)))
    tree = replace(plain(), blocks=blocks, notes=(Note((Text("\U000f5125"),)),), starts=(0, 1, 2))
    assert preview(tree, 300).missing == (Missing("\U000f5123", 0), Missing("\U000f5125", 1), Missing("\U000f5124", 2))
    assert preview(plain("Every font has this: é 港 م 🚢"), 300).missing == ()


def test_a_table_over_pages_repeats_its_head(tmp_path: Path) -> None:
    head = (TableCell(((Text("Claim"),),)), TableCell(((Badge(Letter(0)), Text("Headword")),)))
    long = TableCell(((Text("word " * 10_000),),))
    rows = tuple((TableCell(((Text(f"row {number}"),),)), TableCell(((Text("short"),),))) for number in range(120))
    source = Heading(1, (Text("A"),), source="A")
    group = TableGroup((Text("In all sources"), Badge(Letter(0))), ((TableCell(((Text("first"),),)), long), *rows), ClaimStatus.ALL)
    table = Table(TableKind.MATRIX, (0.3, 0.7), head, (group,))
    data, warnings = pdf(Tree("Long", "", "en", NOON, (), (Heading(1, (Text("Comparison"),)), table, source), ()))
    assert warnings == ()
    said = words_of(data, tmp_path)
    with pikepdf.open(io.BytesIO(data)) as file:
        pages = len(file.pages)
    assert pages > 10
    assert said.count("Headword") >= pages - 1
    assert said.count("word ") >= 10_000
    assert "row 119" in said


@pytest.mark.parametrize(("words", "heads"), [(30, 5), (3000, 1)], ids=["short", "longer than a page"])
def test_a_claim_stands_above_its_sources_on_every_page(tmp_path: Path, words: int, heads: int) -> None:
    rows = tuple((TableCell(((Text(f"Source {number}."),),)), TableCell(((Text("passage " * 60),),))) for number in range(30))
    group = TableGroup((Text("Statement " + "word " * words),), rows, ClaimStatus.SOME)
    said = words_of(pdf(replace(plain(), blocks=(Table(TableKind.MATRIX, (0.24, 0.76), (), (group,)),)))[0], tmp_path)
    assert said.count("Statement ") == heads
    assert said.count("word ") == heads * words
    assert [number for number in range(30) if f"Source {number}." not in said] == []


def test_a_table_too_wide_for_a_page_goes_on_below_with_its_first_column(tmp_path: Path) -> None:
    row = tuple(TableCell(((Text(f"value-{number}"),),)) for number in range(20))
    head = tuple(TableCell(((Text(f"Head-{number}"),),)) for number in range(20))
    table = Table(TableKind.TEXT, (0.05,) * 20, head, (TableGroup((), (row, row)),))
    blocks = (Paragraph((Text("before"),)), table, Paragraph((Text("behind"),)))
    said = words_of(pdf(replace(plain(), blocks=blocks))[0], tmp_path)
    assert [said.count(f"value-{number} ") for number in range(20)] == [8, *[2] * 19]
    assert said.count("Head-0 ") == 4
    assert said.index("before") < said.index("Head-19") < said.index("behind")
    assert preview(replace(plain(), blocks=blocks, starts=(0, 1, 2)), 300).begins == (2, 2, 2)


def test_an_overlong_word_stays_on_the_page(tmp_path: Path) -> None:
    word = "x" * 400
    assert [len(piece) for piece in _breakable(f"a {word}")] == [24, *[11] * 34, 4]
    said = words_of(pdf(plain(word))[0], tmp_path)
    assert max(map(len, said.split())) < 80
    assert said.count("x") == 400


def test_headings_that_skip_a_level_meet_both_standards() -> None:
    headings = tuple(Heading(level, (Text(f"level {level}"),)) for level in (3, 1, 6, 2, 4))
    data, warnings = pdf(replace(plain("words"), blocks=headings))
    assert warnings == ()
    assert faults(data) == []


def test_lists_and_quotations_of_any_depth_keep_their_words(tmp_path: Path) -> None:
    deep: tuple[Block, ...] = (Paragraph((Text("innermost"),)), Paragraph((Text("and behind"),)))
    for number in range(150):
        deep = (Quote(deep),) if number % 2 else (Items((deep, (Paragraph((Text(f"item {number}"),)),))),)
    data, warnings = pdf(replace(plain(), blocks=(Heading(1, (Text("Deep"),)), *deep)))
    assert warnings == ()
    assert faults(data) == []
    said = words_of(data, tmp_path)
    assert said.index("innermost") < said.index("and behind") < said.index("item 0") < said.index("item 148")


def test_preview_gives_one_picture_a_page(tree: Tree) -> None:
    shown = preview(tree, 420)
    pages = shown.pages
    assert len(shown.begins) == len(tree.starts)
    assert list(shown.begins) == sorted(shown.begins)
    assert 1 < shown.begins[0] <= shown.begins[-1] <= len(pages)
    with pikepdf.open(io.BytesIO(pdf(tree)[0])) as file:
        assert len(pages) == len(file.pages)
    for page in pages:
        assert page.startswith(b"\x89PNG")
        assert abs(int.from_bytes(page[16:20], "big") - 420) <= 1


@pytest.mark.parametrize("tree", [every_block(), hostile()], ids=["blocks", "markup"])
def test_every_word_comes_back_in_reading_order(tree: Tree, tmp_path: Path) -> None:
    said = squeezed(words_of(pdf(tree)[0], tmp_path))
    lost, at = [], 0
    for word in (word for line in lines_of(tree.blocks) for word in line.split() if word.isascii()):
        found = said.find(word, at)
        lost += [word] if found < 0 else []
        at = found + len(word) if found >= 0 else at
    assert lost == []
    noted = [word for note in tree.notes for word in wording.plain(note.inlines).split() if word.isascii()]
    assert [word for word in noted if word not in said] == []


def test_marks_piled_upon_a_letter_stay_in_its_line() -> None:
    tops = []
    for word in ("te\u0301\u0323xt", "te" + "\u0301\u0302\u0303\u0304" * 75 + "\u0323" * 300 + "xt"):
        block = Paragraph((*[Break()] * 20, Text(word)))
        document = pypdfium2.PdfDocument(pdf(replace(plain(), blocks=(block,)))[0])
        page = document[len(document) - 1]
        boxes = [found.get_bounds() for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        tops.append(max(top for _, _, _, top in boxes if 100 < top < page.get_height() - 80))
    assert tops[1] < tops[0] + 8
