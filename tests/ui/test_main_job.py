"""The main job in a real window, by keyboard: import, read, mark, undo, search, compare, brief, PDF, restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from briefing_app.model.span import Span
from briefing_app.pipeline import Workbench
from briefing_app.ui.comparison.passages import ClaimRow
from briefing_app.ui.library.listing import ArticleEntry
from briefing_app.ui.library.model import Role
from briefing_app.ui.reader.model import MarkKind, ZoneView
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look, ThemeName
from briefing_app.ui.window import Window
from briefing_app.ui.window.welcome import WayButton

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key press where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def wait_for(qtbot: QtBot, window: Window, number: int) -> None:
    """Until an article is open: while a key is held, it is so only where the key comes to rest."""
    qtbot.waitUntil(lambda: window.session.reading is not None and window.session.reading.article.id == number)


def open_headline(qtbot: QtBot, window: Window, words: str) -> None:
    """Walk up the list with k, then down with j until the headline shows."""
    window.list.list.setFocus()
    for _ in range(8):
        press(qtbot, Qt.Key.Key_K)
    for _ in range(20):
        entry = window.list.list.currentIndex().data(Role.ENTRY)
        if isinstance(entry, ArticleEntry) and entry.row.headline.startswith(words):
            wait_for(qtbot, window, entry.row.id)
            return
        press(qtbot, Qt.Key.Key_J)
    raise AssertionError(f"no article {words}")


def test_empty_library_says_what_to_do(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.library_pane.welcoming)
    keys = [button.way.key for button in window.library_pane.welcome.findChildren(WayButton)]
    assert "Ctrl+O" in keys
    assert window.session.reading is None


def test_what_is_read_at_the_start_is_chosen(qtbot: QtBot, full: Window) -> None:
    qtbot.waitUntil(lambda: full.session.reading is not None and bool(full.list.list.chosen()))
    assert full.session.reading is not None
    assert full.list.list.chosen() == (full.session.reading.article.id,)


def test_list_groups_by_event_and_keys_walk_it(qtbot: QtBot, full: Window) -> None:
    event = full.session.workbench.library.events()[0]
    assert len(event.group.articles) == 2
    open_headline(qtbot, full, "Lindow harbour open")
    current = full.list.list.currentIndex().data(Role.ENTRY)
    assert isinstance(current, ArticleEntry)
    assert current.row.id == full.session.reading.article.id  # type: ignore[union-attr]
    press(qtbot, Qt.Key.Key_H)
    assert full.list.list.currentIndex().data(Qt.ItemDataRole.DisplayRole) == event.group.title
    press(qtbot, Qt.Key.Key_L)
    assert full.session.reading is not None


def test_highlight_note_undo_and_restart(qtbot: QtBot, full: Window, workbench: Workbench, tmp_path: Path) -> None:
    open_headline(qtbot, full, "Lindow harbour open")
    session = full.session
    assert session.reading is not None
    text = session.reading.article.text
    start = text.index("Two cranes")
    full.reader.text.setFocus()
    full.reader.text.select(Span(start, start + len("Two cranes were damaged")))
    press(qtbot, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: full.reader.editor.isVisible())
    qtbot.keyClicks(QApplication.focusWidget(), "three in *A*")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: any(m.words == "three in *A*" for m in session.marks()))
    annotation = workbench.library.annotations()[0]
    assert annotation.anchor.quote == "Two cranes were damaged"
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: all(m.words != "three in *A*" for m in session.marks()))
    press(qtbot, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: any(m.words == "three in *A*" for m in session.marks()))
    number = session.reading.article.id
    full.close()
    workbench.close()
    again = Workbench.open(tmp_path / "library")
    try:
        fresh = Session(again)
        other = Window(fresh, Look(), Settings(tmp_path / "other.ini"))
        qtbot.addWidget(other)
        fresh.start()
        qtbot.waitUntil(lambda: fresh.following.total == 4)
        fresh.open_article(number)
        assert any(mark.kind is MarkKind.NOTE and mark.words == "three in *A*" for mark in fresh.marks())
        other.close()
    finally:
        again.close()


def test_search_as_typed_with_highlights(qtbot: QtBot, full: Window) -> None:
    full.list.list.setFocus()
    press(qtbot, Qt.Key.Key_Slash)
    assert full.top.field.hasFocus()
    qtbot.keyClicks(full.top.field, "cranes")
    qtbot.waitUntil(lambda: full.session.searching.found is not None and full.session.searching.found.result.total == 2)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(mark.kind is MarkKind.HIT for mark in full.session.marks()))
    press(qtbot, Qt.Key.Key_Return)
    assert full.reader.text.hasFocus()
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Slash)
    press(qtbot, Qt.Key.Key_Escape)
    assert full.session.searching.found is None
    assert full.list.list.hasFocus()


def test_a_mistake_in_the_query_is_worded(qtbot: QtBot, full: Window) -> None:
    full.top.field.setText('"cranes')
    qtbot.waitUntil(lambda: bool(full.session.searching.mistake) or full.session.searching.found is not None)
    full.top.field.setText("(cranes")
    qtbot.waitUntil(lambda: bool(full.session.searching.mistake) or full.session.searching.found is not None)
    assert full.isVisible()


def test_compare_and_back_to_the_sentence(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Lindow harbour open")
    press(qtbot, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: full.session.comparing.compared is not None)
    assert full.session.pane is Pane.COMPARE
    table = full.compare.matrix.table
    assert table.hasFocus()
    assert table.currentIndex().isValid()
    for _ in range(30):
        target = full.compare.target()
        row = table.model().row_at(table.currentIndex().row())
        if target is not None and isinstance(row, ClaimRow):
            break
        press(qtbot, Qt.Key.Key_J)
    assert target is not None
    press(qtbot, Qt.Key.Key_Return)
    assert full.session.pane is Pane.LIBRARY
    assert full.session.reading is not None
    assert full.session.reading.article.id == target[0]
    assert full.reader.text.rects(target[1])


def test_briefing_is_written_as_pdf(qtbot: QtBot, full: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "harbour.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    open_headline(qtbot, full, "Lindow harbour open")
    press(qtbot, Qt.Key.Key_B)
    desk = full.session.desk
    qtbot.waitUntil(lambda: desk.briefing is not None and bool(desk.typeset.pages) and not desk.typeset.under_way)
    assert full.session.pane is Pane.BRIEFING
    full.briefing.add_text()
    qtbot.waitUntil(lambda: any(card.markdown is not None for card in desk.cards))
    qtbot.waitUntil(lambda: type(QApplication.focusWidget()).__name__ == "TextCard")
    qtbot.keyClicks(QApplication.focusWidget(), "Two accounts differ on the cranes.")
    with qtbot.waitSignal(desk.written):
        press(qtbot, Qt.Key.Key_E, CONTROL)
    assert out.read_bytes().startswith(b"%PDF")
    library = full.session.workbench.library
    qtbot.waitUntil(lambda: any("cranes" in str(b.blocks) for b in library.briefings()))


def test_theme_zones_and_sizes_by_key(qtbot: QtBot, full: Window) -> None:
    full.list.list.setFocus()
    press(qtbot, Qt.Key.Key_D, CONTROL)
    assert full.look.name is ThemeName.DARK
    press(qtbot, Qt.Key.Key_Z)
    assert full.session.zone_view is ZoneView.DIMMED
    press(qtbot, Qt.Key.Key_Plus, CONTROL)
    assert full.look.reading_scale > 1
    press(qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: any(row.starred for row in full.session.workbench.library.rows()))


def test_skipped_files_are_worded(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    broken = tmp_path / "empty.txt"
    broken.write_bytes(b"")
    window.session.long_jobs.import_paths([broken, tmp_path / "gone"])
    qtbot.waitUntil(lambda: window.trouble.isVisible())
    assert "2 files" in window.trouble.words
    qtbot.waitUntil(lambda: not window.session.long_jobs.busy)


def test_the_briefing_follows_the_matrix(qtbot: QtBot, full: Window) -> None:
    open_headline(qtbot, full, "Council of Varde")
    assert full.session.reading is not None
    single = full.session.reading.article.id
    pair = full.session.workbench.library.events()[0].group.articles[0]
    full.session.compare_articles((single, pair))
    qtbot.waitUntil(lambda: full.session.comparing.compared is not None and not full.session.comparing.busy)
    assert full.session.comparing.compared is not None
    assert full.session.comparing.compared.event is None
    assert full.compare.apart.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    open_headline(qtbot, full, "Lindow harbour open")
    full.session.open_article(full.session.workbench.library.events()[0].group.articles[1])
    press(qtbot, Qt.Key.Key_G)
    press(qtbot, Qt.Key.Key_C)
    comparing = full.session.comparing
    qtbot.waitUntil(lambda: comparing.compared is not None and comparing.compared.event is not None)


def test_files_can_be_dropped(qtbot: QtBot, window: Window, articles: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(articles / "c.txt"))])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(50, 50), copy, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.session.following.total == 1)
    qtbot.waitUntil(lambda: window.session.reading is not None)


def test_a_second_window_only_reads(qtbot: QtBot, full: Window, tmp_path: Path) -> None:
    bench = Workbench.open(tmp_path / "library", read_only=True)
    session = Session(bench)
    other = Window(session, Look(), Settings(tmp_path / "second.ini"))
    qtbot.addWidget(other)
    session.start()
    try:
        qtbot.waitUntil(lambda: session.following.total == 4)
        session.marking.toggle_star((session.workbench.library.rows()[0].id,))
        assert "reading only" in other.trouble.words
        assert full.session.workbench.library.rows()[0].starred is False
    finally:
        other.close()
        bench.close()
