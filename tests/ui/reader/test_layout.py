"""Headings, lists and tables as they are set, and that every place is found again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock

from briefing_app.model.span import Span
from briefing_app.ui.reader.model import MarkKind, TextMark, ZoneView
from briefing_app.ui.reader.setting import MARKER
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.conftest import ARABIC, GUIDE, reading_from


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def block_of(reader: ReaderView, text: str, words: str) -> QTextBlock:
    (start, _end), *_ = reader.text._page.places.to_document(span_of(text, words))
    return reader.text.document().findBlock(start)


def test_headings_are_larger_the_higher_they_stand(reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    sizes = [
        block_of(reader, reading.article.text, words).begin().fragment().charFormat().font().pointSizeF()
        for words in ("Ferry timetable", "What changes", "How to change", "Keep the old")
    ]
    assert sizes[0] > sizes[1] > sizes[2] >= sizes[3]
    assert block_of(reader, reading.article.text, "How to change").begin().fragment().charFormat().fontWeight() == 600


def test_list_items_have_marker_and_depth(reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    items = [block_of(reader, reading.article.text, words) for words in ("The first boat", "weekdays", "Keep the old", "Wait for")]
    assert [block.blockFormat().property(MARKER) for block in items] == ["•", "•", "3.", "4."]
    assert [block.blockFormat().leftMargin() for block in items] == [24, 48, 24, 24]


def test_a_table_is_a_table(reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    text = reading.article.text
    (fitting,) = reader.text._page.tables
    assert (fitting.table.rows(), fitting.table.columns()) == (3, 2)
    assert fitting.table.cellAt(2, 1).firstCursorPosition().block().text() == "1,058.00"
    left, right = reader.text.rects(span_of(text, "Skerry"))[0], reader.text.rects(span_of(text, "42.00"))[0]
    assert left.right() < right.left()
    assert left.top() == right.top()
    above, below = reader.text.rects(span_of(text, "Fare"))[0], reader.text.rects(span_of(text, "1,058.00"))[0]
    assert abs(above.right() - below.right()) < 3  # numbers end below each other, their head too
    after = reader.text.rects(span_of(text, "The council votes"))[0]
    assert after.top() > below.bottom()


def test_a_wide_table_scrolls_and_nothing_of_it_is_lost(make_reader: Callable[[int, int], ReaderView]) -> None:
    months = [f"Month{number:02}" for number in range(16)]
    rows = "".join(f"<tr>{''.join(f'<td>{number * 1000 + at},5</td>' for at in range(16))}</tr>" for number in range(1, 4))
    table = f"<table><tr>{''.join(f'<th>{name}</th>' for name in months)}</tr>{rows}</table>"
    reading = reading_from(GUIDE.replace("<table>", f"{table}<table>"))
    reader = make_reader(600, 500)
    reader.show_reading(reading, ZoneView.SHOWN, same=False)
    sideways = reader.text.horizontalScrollBar()
    last = span_of(reading.article.text, "Month15")
    assert sideways.maximum() > 0
    assert reader.text.rects(last)[0].right() <= sideways.maximum() + reader.text.viewport().width()
    reader.go_to(last)
    seen = reader.text.rects(last)[0]
    assert sideways.value() <= seen.left()
    assert seen.right() <= sideways.value() + reader.text.viewport().width()
    prose = reader.text.rects(span_of(reading.article.text, "sails again"))[0]
    assert prose.right() < reader.text.viewport().width()


def test_every_letter_on_the_page_leads_back_to_itself(reader: ReaderView) -> None:
    for data in (GUIDE, ARABIC, GUIDE.replace("ferry", "f\U0001f6a2rry")):
        reading = reading_from(data)
        reader.show_reading(reading, ZoneView.SHOWN, same=False)
        places, text = reader.text._page.places, reading.article.text
        for at, letter in enumerate(text):
            for start, end in places.to_document(Span(at, at + 1)):
                assert places.to_article(start, end) == Span(at, at + 1)
                assert places.exactly(start) == at
                assert reader.text.document().characterAt(start) == letter[0] or ord(letter) > 0xFFFF or letter == "\n"


def test_selecting_across_a_table_gives_the_words_between(reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    text = reading.article.text
    span = Span(text.index("Lindow to Skerry"), text.index("The council votes") + 3)
    reader.text.select(span)
    selected = reader.text.selected_span()
    assert selected is not None
    assert selected.holds(span)  # Qt takes the whole table when a selection leads out of it
    assert selected.start == text.index("Line")


def test_an_arabic_article_is_mirrored(reader: ReaderView) -> None:
    reading = reading_from(ARABIC)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    text, column = reading.article.text, reader.text.column
    assert column.mirrored
    assert column.gutter > column.right
    assert column.width - column.right < column.left
    arabic, latin = block_of(reader, text, "أعلنت"), block_of(reader, text, "According")
    assert (arabic.textDirection(), latin.textDirection()) == (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight)
    item = block_of(reader, text, "القارب الأول")
    assert (item.blockFormat().rightMargin(), item.blockFormat().leftMargin()) == (24, 0)
    head, price = reader.text.rects(span_of(text, "ليندو – سكيري"))[0], reader.text.rects(span_of(text, "42.00"))[0]
    assert price.right() < head.left()  # the first column stands at the right
    assert abs(reader.text.rects(span_of(text, "الخط"))[0].right() - column.right) < 12


def test_marks_are_found_under_the_pointer(reader: ReaderView) -> None:
    reading = reading_from(GUIDE)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    mark = TextMark(MarkKind.HIT, span_of(reading.article.text, "1,058.00"), "a fare")
    reader.text.show_marks((mark,))
    point = reader.text.rects(mark.span)[0].center()
    assert reader.text._marks_at(point) == [mark]
    assert reader.text._marks_at(point.__class__(point.x(), point.y() + 60)) == []


def test_another_article_in_place_of_a_wide_table(make_reader: Callable[[int, int], ReaderView]) -> None:
    cells = "".join(f"<td>Averylongwordofthetable{at}</td>" for at in range(12))
    wide = reading_from(GUIDE.replace("<table>", f"<table><tr>{cells}</tr><tr>{cells}</tr></table><table>"))
    reader = make_reader(500, 400)
    for _ in range(3):  # the scroll bar comes and goes, which resizes the view while the text is exchanged
        reader.show_reading(wide, ZoneView.SHOWN, same=False)
        assert reader.text.horizontalScrollBar().maximum() > 0
        reader.show_reading(reading_from(ARABIC), ZoneView.SHOWN, same=False)
        assert reader.text.horizontalScrollBar().maximum() == 0


def test_japanese_lines_do_not_begin_with_what_ends_a_sentence(make_reader: Callable[[int, int], ReaderView]) -> None:
    said = "「復活祭までにすべて空くとは約束できない」と同氏は述べた、と港湾当局が（火曜日に）発表した。"
    text = "港の再開\n\n" + f"リンドウ港は再開した。{said}" * 3
    reader = make_reader(400, 500)
    reader.show_reading(reading_from(text, "ja.txt"), ZoneView.SHOWN, same=False)
    block = reader.text.document().lastBlock()
    assert block.layout().lineCount() > 6
    for width in range(300, 420, 7):
        reader.resize(width, 500)
        begins = [block.text()[block.layout().lineAt(at).textStart()] for at in range(block.layout().lineCount())]
        assert not set(begins) & set("。、」）ーョ")
        assert not any(line.endswith(("「", "（")) for line in _lines(block))


def _lines(block: QTextBlock) -> list[str]:
    lines = (block.layout().lineAt(at) for at in range(block.layout().lineCount()))
    return [block.text()[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines]
