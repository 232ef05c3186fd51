"""Dimmed stretches with their heads, and labels that the analyst gives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing_app import paths
from briefing_app.model.article import ZoneKind
from briefing_app.model.span import Span
from briefing_app.ui.reader.model import ZoneView
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.window import Window
from tests.ui.reader.conftest import GUIDE, reading_from

STORY = "\n\n".join(
    f"The harbour authority said on {day} that the ferries to the islands sail again and that repairs of the three cranes go on."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
COMMENTED = f"Ferries sail again\n\n{STORY}\n\n52 comments\n\n" + "\n".join(
    f"Reader{number} {16 + number % 7}/10/2020 @ 7:4{number % 10} pm\nI do not think that number {number} of these cranes will hold."
    for number in range(52)
)
MENU = "".join(f'<li><a href="/{name}">{name} of the day</a></li>' for name in ("News", "Sport", "Weather", "Markets", "Opinion"))


def heads(reader: ReaderView) -> list[str]:
    """The words of the heads of dimmed stretches."""
    document = reader.text.document()
    return [document.findBlock(stop.start).text() for stop in reader.text._page.stops if stop.target.startswith("zone:")]


def test_comments_are_counted_with_their_days(reader: ReaderView) -> None:
    reader.show_reading(reading_from(COMMENTED, "page.txt"), ZoneView.DIMMED, same=False)
    assert heads(reader) == ["52 comments, 16–22 Oct 2020"]
    reader.show_reading(reading_from(COMMENTED, "page.txt"), ZoneView.HIDDEN, same=True)
    assert heads(reader) == []


def test_furniture_is_counted_by_lines_or_links_and_its_short_lines_stand_together(reader: ReaderView) -> None:
    reader.show_reading(reading_from(GUIDE.replace("<body>", f"<body><nav><ul>{MENU}</ul></nav>")), ZoneView.DIMMED, same=False)
    assert heads(reader) == ["page furniture, 5 links", "page furniture, 1 line"]
    menu = reader.text.document().begin().next()
    assert menu.text() == "  ·  ".join(f"{name} of the day" for name in ("News", "Sport", "Weather", "Markets", "Opinion"))


def test_an_article_opens_at_its_title_below_the_furniture(reader: ReaderView) -> None:
    reading = reading_from(GUIDE.replace("<body>", f"<body><nav><ul>{MENU * 20}</ul></nav>"))
    reader.resize(692, 300)
    for view in (ZoneView.HIDDEN, ZoneView.DIMMED, ZoneView.SHOWN, ZoneView.HIDDEN):
        reader.show_reading(reading, view, same=view is not ZoneView.HIDDEN)
        start = reading.article.text.index("Ferry timetable")
        title = reader.text.in_view(Span(start, start + 5))
        assert 0 <= title.top() <= 60
        assert not reader.text.title_gone()
        assert reader.text.document().toPlainText().count("Ferry timetable") == 1


def test_a_line_above_the_title_is_not_cut_when_the_article_opens(reader: ReaderView) -> None:
    text = paths.resource("sample", "articles", "courier-ferry.txt").read_text("utf-8")
    reader.resize(692, 400)
    reader.show_reading(reading_from(text, "courier-ferry.txt"), ZoneView.HIDDEN, same=False)

    above = Span(text.index("Saturday, 18 April"), text.index("Saturday, 18 April") + 8)
    assert reader.text.verticalScrollBar().maximum() > 0
    assert reader.text.in_view(above).top() >= 0


def test_a_head_is_pressed_to_say_what_its_stretch_is(qtbot: QtBot, reader: ReaderView) -> None:
    reading = reading_from(COMMENTED, "page.txt")
    reader.show_reading(reading, ZoneView.DIMMED, same=False)
    reader.text.setFocus()
    said: list[tuple[tuple[Span, ...], ZoneKind | None]] = []
    reader.relabelled.connect(lambda spans, kind: said.append((spans, kind)))
    number = next(at for at, stop in enumerate(reader.text._page.stops) if stop.target.startswith("zone:"))
    for _ in range(number + 1):
        qtbot.keyClick(reader.text, Qt.Key.Key_Tab)
    qtbot.keyClick(reader.text, Qt.Key.Key_Return)
    assert reader.relabelling.isVisible()
    assert "comment: " in reader.relabelling._reason.text()
    qtbot.keyClick(reader.relabelling._list, Qt.Key.Key_Home)
    qtbot.keyClick(reader.relabelling._list, Qt.Key.Key_Return)
    assert not reader.relabelling.isVisible()
    ((spans, kind),) = said
    assert kind is ZoneKind.BODY
    assert spans[0].of(reading.article.text).startswith("52 comments")
    assert spans[0].end == len(reading.article.text.rstrip())


def test_what_is_hidden_between_selected_words_is_left_as_it_is(reader: ReaderView) -> None:
    page = GUIDE.replace("<h2>What changes", '<aside class="related"><p>Subscribe to our newsletter</p></aside><h2>What changes')
    reading = reading_from(page)
    reader.show_reading(reading, ZoneView.HIDDEN, same=False)
    text = reading.article.text
    whole = Span(text.index("union of seamen"), text.index("What changes") + len("What changes"))
    assert "newsletter" in whole.of(text)
    reader.text.select(whole)
    assert [span.of(text) for span in reader.text.selected_stretches()] == ["union of seamen.", "What changes"]


def test_a_label_is_given_by_key_and_taken_back(qtbot: QtBot, full: Window) -> None:
    qtbot.waitUntil(lambda: full.session.reading is not None)
    harbour = next(row.id for row in full.session.workbench.library.rows() if "after the storm" in row.headline)
    full.session.open_article(harbour)
    assert full.session.reading is not None
    text = full.session.reading.article.text
    start = text.index('"We cannot promise')
    full.reader.text.setFocus()
    full.reader.text.select(Span(start, len(text.rstrip())))
    qtbot.keyClick(full.reader.text, Qt.Key.Key_R)
    assert full.reader.relabelling.isVisible()
    qtbot.keyClick(full.reader.relabelling._list, Qt.Key.Key_P)  # page furniture
    qtbot.keyClick(full.reader.relabelling._list, Qt.Key.Key_Return)

    def shown() -> str:
        return full.reader.text.document().toPlainText()

    qtbot.waitUntil(lambda: "We cannot promise" not in shown())
    assert full.reader.head._hidden == 1
    assert any(zone.by_analyst and zone.kind is ZoneKind.BOILERPLATE for zone in full.session.reading.article.document.zones)
    qtbot.keyClick(full, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "We cannot promise" in shown())


def test_without_a_selection_it_is_said_what_to_do(qtbot: QtBot, full: Window) -> None:
    qtbot.waitUntil(lambda: full.session.reading is not None)
    full.reader.text.setFocus()
    qtbot.keyClick(full.reader.text, Qt.Key.Key_R)
    assert not full.reader.relabelling.isVisible()
    assert "Select words" in full.status._said
