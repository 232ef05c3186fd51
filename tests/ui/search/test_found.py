"""What stands beside the hits: mistakes, orders, lines, and what narrows the search."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.model.ids import ArticleId
from briefing_app.model.letters import Letter
from briefing_app.model.search import (
    Concordance,
    Copy,
    Hit,
    Line,
    LineOrder,
    Passage,
    SearchResult,
    SortOrder,
    Writing,
    WritingKind,
    narrowed,
)
from briefing_app.model.span import Span
from briefing_app.ui.search.found import HitsView
from briefing_app.ui.search.lines import LineModel
from briefing_app.ui.search.model import CopyEntry, EventHead, Found, HitEntry, HitModel, Role, found_of, writing_entry
from briefing_app.ui.window import Window
from tests.factories import document
from tests.ui.test_models import row


def searched(qtbot: QtBot, window: Window, query: str) -> None:
    window.top.field.setText(query)
    searching = window.session.searching
    qtbot.waitUntil(lambda: searching.found is not None and searching.query == query and bool(searching.found.facets))


def test_a_value_narrows_the_search_and_the_bars_do(qtbot: QtBot, full: Window) -> None:
    searched(qtbot, full, "the")
    full.show()
    buttons = [one for one in full.hits.narrowing.findChildren(QPushButton) if not one.isHidden()]
    dates = full.hits.narrowing.dates
    assert buttons
    assert not dates.isHidden()
    dates.setFocus()
    qtbot.keyClick(dates, Qt.Key.Key_Left)
    qtbot.keyClick(dates, Qt.Key.Key_Return)
    assert full.top.field.text().startswith("date:2026-01 ")
    qtbot.waitUntil(lambda: full.session.searching.found is not None and full.session.searching.found.result.total == 1)


def test_every_hit_has_a_line_and_orders_go_round(qtbot: QtBot, full: Window) -> None:
    searched(qtbot, full, "harbour")
    searching = full.session.searching
    searching.toggle_lines()
    qtbot.waitUntil(lambda: searching.found is not None and searching.found.lines is not None)
    model = full.hits.list.model()
    assert isinstance(model, LineModel)
    assert model.rowCount() > 2
    full.hits.step(1)
    qtbot.waitUntil(lambda: full.session.reading is not None)
    for order in (LineOrder.SOURCE, LineOrder.LEFT, LineOrder.RIGHT, LineOrder.DATE):
        searching.next_order()
        assert searching.lines is order
    searching.toggle_lines()
    searching.next_order()
    assert (searching.lines, searching.order) == (None, SortOrder.NEWEST)
    qtbot.waitUntil(lambda: searching.found is not None and searching.found.lines is None)
    assert not isinstance(full.hits.list.model(), LineModel)


def test_a_mistake_is_said_and_the_rest_still_searches(qtbot: QtBot, full: Window) -> None:
    searched(qtbot, full, "harbour has:mice ")
    said = " ".join(label.text() for label in full.hits.findChildren(QLabel))
    assert "There is no has:mice." in said
    assert "Left out at letter 13" in said
    assert full.session.searching.found is not None
    assert full.session.searching.found.result.total >= 2


def test_a_slip_is_mended_by_one_key(qtbot: QtBot, full: Window) -> None:
    full.top.field.setFocus()
    full.top.field.setText("harbuor ")
    searching = full.session.searching
    qtbot.waitUntil(lambda: searching.found is not None and bool(searching.found.advice))
    first = full.hits.advice.findChildren(QPushButton)[0]
    assert first.text().startswith("Did you mean harbour")
    assert full.keymap.shown("advice") in first.text()
    qtbot.keyClick(full.top.field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert full.top.field.text() == "harbour"
    qtbot.waitUntil(lambda: searching.found is not None and searching.found.result.total >= 2)


def test_articles_like_the_one_that_is_read_and_a_search_within_them(qtbot: QtBot, full: Window) -> None:
    event = full.session.workbench.library.events()[0]
    full.list.list.choose([event.group.articles[0]])
    qtbot.waitUntil(lambda: full.session.reading is not None)
    full.list.list.setFocus()
    qtbot.keyClick(full.list.list, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert full.top.field.text() == f"like:a{event.group.articles[0]}"
    searching = full.session.searching
    qtbot.waitUntil(lambda: searching.found is not None and searching.found.result.total == 1)
    assert "with several of" in searching.found.result.query_in_words  # type: ignore[union-attr]
    qtbot.keyClick(full.top.field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(full.top.field, "ferries")
    assert full.top.field.text() == f"like:a{event.group.articles[0]} ferries"


def test_hits_by_event_and_one_by_one(qtbot: QtBot, full: Window) -> None:
    searched(qtbot, full, "harbour")
    full.hits.take_focus()
    qtbot.keyClick(full.hits.list, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    model = full.hits.list.model()
    qtbot.waitUntil(lambda: isinstance(model.index(0, 0).data(Role.HIT), EventHead))
    assert model.index(0, 0).data(Role.HIT).hits == 2
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    full.hits.step(0)
    assert full.hits.list.currentIndex().row() == 1
    full.hits.step(-1)
    assert full.hits.list.currentIndex().row() == 1
    full.session.searching.toggle_grouping()
    qtbot.waitUntil(lambda: isinstance(model.index(0, 0).data(Role.HIT), HitEntry))


def test_rows_of_every_kind_have_their_words() -> None:
    model = HitModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    entry = HitEntry(row(1), Letter(1), (), None)
    hit = Hit(ArticleId(1), 1.0, ())
    copy = CopyEntry(entry, Letter(0), Copy(hit, 0.94, ("One more thing.",), 2))
    same = CopyEntry(entry, None, Copy(hit, 1.0, (), 0))
    note = writing_entry(Writing(WritingKind.NOTE, 3, "", "Ask the insurers.", (Span(8, 16),)))
    result = SearchResult("words", 3, 0, ())
    model.show(Found(result, (EventHead("Ferry off Vell", 3), entry, copy, same, note)))
    words = [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(5)]
    assert words[0] == "Ferry off Vell"
    assert "copy of A" in words[2]
    assert "One more thing." in words[2]
    assert "word for word" in words[3]
    assert words[4].startswith("Note. Ask the insurers")


def test_a_passage_that_is_the_title_is_not_shown_below_it() -> None:
    text = "Ferry sinks\n\nThe ferry sank off Vell."
    title, body = Passage(Span(0, 11), (Span(0, 5),)), Passage(Span(13, 37), (Span(17, 22),))
    known = replace(row(1), headline="Ferry sinks")

    def shown(*passages: Passage) -> list[str]:
        result = SearchResult("words", 1, 0, (Hit(ArticleId(1), 1.0, passages),))
        (entry,) = found_of(result, {1: text}, {ArticleId(1): known}).entries
        assert isinstance(entry, HitEntry)
        assert entry.first == Span(0, 5)
        return ["".join(words for words, _ in pieces) for pieces in entry.passages]

    assert shown(title, body) == ["The ferry sank off Vell."]
    assert shown(title) == ["Ferry sinks"]


def test_narrowing_keeps_the_last_word_open() -> None:
    assert narrowed("ferry ha", 'source:"Coast Post"') == 'source:"Coast Post" ferry ha'
    assert narrowed("ferry OR harbour", 'source:"Coast Post"') == 'source:"Coast Post" (ferry OR harbour)'


def test_the_lines_are_a_proper_model() -> None:
    model = LineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    line = Line(ArticleId(1), Span(4, 9), "The", "ferry", "sank.", "Coast Post")
    model.show(Concordance((line,), 1, 1), {})
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "The ferry sank. Coast Post"
    model.show(None, {})
    assert model.rowCount() == 0


def test_every_hit_in_a_line_has_most_of_the_room_and_says_of_which_day_it_is(qtbot: QtBot, full: Window) -> None:
    full.resize(1280, 800)
    sides = full.library_pane.sides
    usual = sides.widths()[0]
    searched(qtbot, full, "harbour")
    full.session.searching.toggle_lines()
    qtbot.waitUntil(lambda: full.hits.list.model().rowCount() > 0 and isinstance(full.hits.list.model(), LineModel))
    found = full.session.searching.found
    assert found is not None
    assert found.lines is not None
    assert full.hits._head.text() == f"{len(found.lines.lines)} hits in {found.result.total} articles"
    assert "3 Mar 2026" in full.hits.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(lambda: sides.middle.width() > usual)
    assert sides.widths()[0] == usual  # what is kept for the next start
    assert ("c", "list or lines") in full.status._hints  # the keys of the hits, not those of the list
    full.session.searching.toggle_lines()
    qtbot.waitUntil(lambda: sides.middle.width() == usual)


def test_after_a_search_the_list_stands_at_what_is_read(qtbot: QtBot, full: Window) -> None:
    reading = full.session.reading
    assert reading is not None
    searched(qtbot, full, "the")
    hits = full.hits.list
    entries = [hits.model().index(at, 0).data(Role.HIT) for at in range(hits.model().rowCount())]
    at, other = next((at, one.row.id) for at, one in enumerate(entries) if isinstance(one, HitEntry) and one.row.id != reading.article.id)
    hits.setCurrentIndex(QModelIndex())  # the hit may stand there by itself already

    def opened() -> bool:
        if hits.currentIndex().row() != at:  # a newer list came in between
            hits.setCurrentIndex(hits.model().index(at, 0))
        return full.session.reading is not None and full.session.reading.article.id == other

    qtbot.waitUntil(opened)
    full.top.field.setText("")
    qtbot.waitUntil(lambda: full.list.list.chosen() == (other,))


def test_rows_stand_one_below_the_other_however_narrow_the_list(qtbot: QtBot, full: Window) -> None:
    searched(qtbot, full, "harbour")
    found = full.session.searching.found
    assert found is not None
    model = HitModel()
    model.show(found)
    view = HitsView(full.look, model)
    qtbot.addWidget(view)
    hits = view.list

    def apart() -> bool:
        rects = [hits.visualRect(model.index(at, 0)) for at in range(model.rowCount())]
        return all(below.top() > above.bottom() for above, below in pairwise(rects))

    view.resize(1600, 700)
    view.show()
    assert model.rowCount() > 1
    qtbot.waitUntil(lambda: hits.width() == 1600 and apart())
    wide = hits.visualRect(model.index(0, 0)).height()
    view.resize(280, 700)
    qtbot.waitUntil(lambda: hits.width() == 280 and hits.visualRect(model.index(0, 0)).height() > wide and apart())


def test_a_search_that_takes_long_says_so_and_is_stopped_by_key(qtbot: QtBot, full: Window) -> None:
    searching, begun, held = full.session.searching, threading.Event(), threading.Event()

    def last_long() -> None:
        begun.set()
        held.wait(250)

    searching._lane.ask(last_long, lambda _none: None, lambda _error: None)
    assert begun.wait(100)  # before that the search would take its place on the lane
    try:
        full.top.field.setFocus()
        full.top.field.setText("harbour")
        qtbot.waitUntil(lambda: searching.busy)
        stop = next(one for one in full.hits.findChildren(QPushButton) if one.text().startswith("Searching"))
        assert full.searching
        assert stop.isVisible()
        assert full.keymap.shown("stop") in stop.text()
        qtbot.keyClick(full.top.field, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        assert searching.settled
        assert "stopped" in searching.mistake
        assert not stop.isVisible()
    finally:
        held.set()
    qtbot.keyClick(full.top.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: searching.found is not None and searching.found.result.total >= 2)
    assert searching.mistake == ""


def test_what_is_not_indexed_yet_is_indexed_by_key(qtbot: QtBot, full: Window) -> None:
    session = full.session
    session.workbench.library.add(document("Lindow again", "Another word of the harbour."), b"another", "another.txt")
    full.top.field.setFocus()
    full.top.field.setText("harbour")
    qtbot.waitUntil(lambda: session.searching.found is not None and session.searching.found.result.behind == 1)
    assert session.searching.found is not None
    before = session.searching.found.result.total
    mend = next(one for one in full.hits.findChildren(QPushButton) if one.text().startswith("Index them now"))
    assert mend.isVisible()
    assert full.keymap.shown("catch_up") in mend.text()
    qtbot.keyClick(full.top.field, Qt.Key.Key_F5)

    def mended() -> bool:
        found = session.searching.found
        return found is not None and found.result.behind == 0 and found.result.total == before + 1

    qtbot.waitUntil(mended)
    assert not mend.isVisible()
