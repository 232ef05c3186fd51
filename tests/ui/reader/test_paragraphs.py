"""Paragraphs of the reader: every visible letter once, hidden stretches apart, marks in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.article import Document, Zone, ZoneKind
from briefing_app.model.document import Block, BlockKind
from briefing_app.model.span import Span
from briefing_app.ui.reader.model import MarkKind, TextMark, next_mark, order_marks
from briefing_app.ui.reader.paragraphs import LONGEST, paragraphs

TEXT = "Harbour opens\n\nThe harbour opened. Read more here.\n\nFirst!\nSecond!"


def zoned() -> Document:
    def zone(kind: ZoneKind, words: str) -> Zone:
        start = TEXT.index(words)
        return Zone(kind, Span(start, start + len(words)), "made for a test", 1.0)

    return Document(
        TEXT,
        zones=(
            zone(ZoneKind.TITLE, "Harbour opens"),
            zone(ZoneKind.BODY, "The harbour opened."),
            zone(ZoneKind.BOILERPLATE, " Read more here."),
            zone(ZoneKind.COMMENT, "First!\nSecond!"),
        ),
    )


def test_hidden_words_are_cut_out_of_a_paragraph() -> None:
    page = tuple(paragraphs(zoned()))
    assert [(p.zone, p.span.of(TEXT).strip()) for p in page] == [
        (ZoneKind.TITLE, "Harbour opens"),
        (ZoneKind.BODY, "The harbour opened."),
        (ZoneKind.BOILERPLATE, "Read more here."),
        (ZoneKind.COMMENT, "First!"),
        (ZoneKind.COMMENT, "Second!"),
    ]
    assert [p.told for p in page] == [True, True, False, False, False]


@given(
    st.text(alphabet="ab \n😀é", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(list(ZoneKind))), max_size=6),
)
def test_every_visible_letter_is_in_exactly_one_paragraph(text: str, marks: list[tuple[int, int, ZoneKind]]) -> None:
    zones = tuple(Zone(kind, Span(min(a, b, len(text)), min(max(a, b), len(text))), "", 1.0) for a, b, kind in marks)
    covered = [0] * len(text)
    for paragraph in paragraphs(Document(text, zones=zones)):
        for run in paragraph.runs:
            for at in range(run.span.start, run.span.end):
                covered[at] += 1
    assert all(count == 1 for letter, count in zip(text, covered, strict=True) if not letter.isspace())
    assert max(covered, default=0) <= 1


def test_marks_are_walked_round_and_round() -> None:
    marks = order_marks([TextMark(MarkKind.HIT, Span(20, 22)), TextMark(MarkKind.NOTE, Span(5, 9)), TextMark(MarkKind.HIT, Span(12, 14))])
    assert [mark.span.start for mark in marks] == [5, 12, 20]
    assert next_mark(marks, 0, 1) == 0
    assert next_mark(marks, 12, 1) == 2
    assert next_mark(marks, 20, 1) == 0
    assert next_mark(marks, 5, -1) == 2
    assert next_mark((), 0, 1) is None


def test_signs_of_plain_text_become_markers() -> None:
    text = "# Title\n- one\n3) three\n> said\nplain - text"
    kinds = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PARAGRAPH)
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    page = tuple(paragraphs(Document(text, tuple(Block(kind, span, 1) for kind, span in zip(kinds, spans, strict=True)))))
    set_as = [(marker, "".join(run.span.of(text) for run in runs)) for marker, runs in (p.set_in(text) for p in page)]
    assert set_as == [("", "Title"), ("•", "one"), ("3)", "three"), ("", "said"), ("", "plain - text")]


def test_a_page_keeps_its_markers_and_its_signs() -> None:
    text = "- one\nmore"
    first, more = Block(BlockKind.LIST_ITEM, Span(0, 5), 1, "ul/li", "7."), Block(BlockKind.LIST_ITEM, Span(6, 10), 1, "ul/li")
    assert [p.set_in(text)[0] for p in paragraphs(Document(text, (first, more)))] == ["7.", ""]
    assert next(paragraphs(Document(text, (first, more)))).set_in(text)[1][0].span == Span(0, 5)


def test_an_endless_word_goes_on_in_the_next_paragraph() -> None:
    text = "a" * (2 * LONGEST + 5)
    page = tuple(paragraphs(Document(text)))
    assert [(len(p.span), p.goes_on) for p in page] == [(LONGEST, False), (LONGEST, True), (5, True)]
    words = "word " * LONGEST
    cut = tuple(paragraphs(Document(words)))
    assert "".join(p.span.of(words) for p in cut) == words
    assert all(p.span.of(words).startswith("word") for p in cut)
