"""Drag and drop in a real window: in with a hint and a reason, out as files and cited words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from briefing_app.model.ids import ArticleId
from briefing_app.ui.dragging.hint import DropHint
from briefing_app.ui.dragging.loose_files import LooseFiles
from briefing_app.ui.dragging.outgoing import MOST_CARRIED, pack_articles
from briefing_app.ui.error_text import MOST_LINES
from briefing_app.ui.library.carried import carried
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.importers.samples import samples
from tests.screens.writing import cut_off, written
from tests.ui.conftest import COUNCIL

COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def enter(window: Window, data: QMimeData) -> tuple[DropHint, bool]:
    """Drag something over the window; returns the hint, and whether it could be dropped."""
    window.dragEnterEvent(QDragEnterEvent(QPoint(50, 50), COPY, data, LEFT, PLAIN))
    move = QDragMoveEvent(QPoint(60, 60), COPY, data, LEFT, PLAIN)
    window.dragMoveEvent(move)
    (hint,) = window.findChildren(DropHint)
    return hint, move.isAccepted()


def drop(window: Window, data: QMimeData) -> None:
    window.dropEvent(QDropEvent(QPointF(50, 50), COPY, data, LEFT, PLAIN))


def test_a_hint_comes_and_goes(window: Window, articles: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(articles / "a.txt"))])
    hint, accepted = enter(window, data)
    assert accepted
    assert hint.isVisible()
    assert hint.size() == window.size()
    stretches = [stretch for stretch in written(window) if stretch.widget is hint]
    assert stretches
    assert not cut_off(stretches)
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not hint.isVisible()


@pytest.mark.parametrize(("name", "words"), [("text", COUNCIL), ("html", f"<html><body><h1>Council</h1><p>{COUNCIL}</p></body></html>")])
def test_loose_words_become_an_article(qtbot: QtBot, window: Window, name: str, words: str) -> None:
    data = QMimeData()
    (data.setHtml if name == "html" else data.setText)(words)
    drop(window, data)
    qtbot.waitUntil(lambda: window.session.reading is not None)
    assert window.session.reading is not None
    article = window.session.reading.article
    assert "Skern" in article.text
    assert article.custody.file_name.startswith("Dropped text 20")


def test_refused_things_say_why(window: Window) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://news.example/story")])
    hint, accepted = enter(window, data)
    assert not accepted
    assert "news.example" in hint.accessibleName()
    drop(window, data)
    assert "Save the page" in window.trouble.words
    assert window.session.long_jobs.running == ()


def test_pasting_into_the_library(qtbot: QtBot, window: Window) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText(COUNCIL)
    qtbot.waitUntil(lambda: window.library_pane.welcoming)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.session.reading is not None)
    assert window.session.reading is not None
    assert window.session.reading.article.custody.file_name.startswith("Pasted text")


def test_articles_leave_as_originals_and_cited_words(full: Window) -> None:
    library = full.session.workbench.library
    numbers = library.article_ids()[:2]
    data = full.list.list.pack(numbers)
    assert carried(data) == numbers
    paths = [Path(url.toLocalFile()) for url in data.urls()]
    assert [path.name for path in paths] == [library.article(number).custody.file_name for number in numbers]
    assert [path.read_bytes() for path in paths] == [library.original(number) for number in numbers]
    assert "Harbour of Lindow" in data.text()
    assert "SHA-256" in data.text()
    assert "<blockquote>" in data.html()
    full.close()
    assert not paths[0].exists()


def test_too_many_articles_only_go_to_own_shelves(full: Window) -> None:
    numbers = tuple(ArticleId(number) for number in range(MOST_CARRIED + 1))
    data = pack_articles(full.session.workbench.library, numbers, LooseFiles())
    assert carried(data) == numbers
    assert not data.hasUrls()


def test_an_article_that_is_gone_hands_nothing_over(full: Window) -> None:
    data = pack_articles(full.session.workbench.library, (ArticleId(999),), LooseFiles())
    assert data.urls() == []


def test_a_dragged_passage_is_cited(full: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    text = full.reader.text
    reading = full.session.reading
    assert reading is not None
    text.select(reading.article.document.zones[-1].span)
    assert "SHA-256" not in text.createMimeDataFromSelection().text()
    dragged: list[str] = []
    monkeypatch.setattr(QTextEdit, "mouseMoveEvent", lambda *_: dragged.append(text.createMimeDataFromSelection().text()))
    text.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, QPointF(40, 40), QPointF(40, 40), LEFT, LEFT, PLAIN))
    assert "SHA-256" in dragged[0]
    assert "SHA-256" not in text.createMimeDataFromSelection().text()


def test_the_page_leaves_as_pdf(qtbot: QtBot, full: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[QMimeData] = []
    monkeypatch.setattr("briefing_app.ui.dragging.dragging.QDrag.exec", lambda drag, *_actions: taken.append(drag.mimeData()))
    full.session.open_article(full.session.workbench.library.events()[0].group.articles[0])
    full.session.go(Pane.BRIEFING)
    desk = full.session.desk
    qtbot.waitUntil(lambda: bool(desk.typeset.pages) and not desk.typeset.under_way)
    page = full.briefing.page._labels[0]
    qtbot.mousePress(page, LEFT, pos=QPoint(20, 20))
    qtbot.mouseMove(page, QPoint(60, 60))
    (data,) = taken
    (url,) = data.urls()
    assert Path(url.toLocalFile()).read_bytes().startswith(b"%PDF")
    assert url.toLocalFile().endswith(".pdf")


OPML = b'<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="Post" xmlUrl="http://news.example/feed"/></body></opml>'


def test_files_of_every_kind_come_in_together_or_say_why_not(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "mixed").mkdir()
    for file_name, content in samples().values():
        (tmp_path / "mixed" / file_name).write_bytes(content)
    for number in range(MOST_LINES):
        (tmp_path / "mixed" / f"feeds {number}.opml").write_bytes(OPML + b" " * number)
    (tmp_path / "mixed" / "empty.txt").touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in sorted((tmp_path / "mixed").iterdir())])
    drop(window, data)
    qtbot.waitUntil(lambda: "not imported" in window.trouble.words)
    library = window.session.workbench.library
    suffixes = {Path(article.custody.file_name).suffix for article in library.articles(library.article_ids())}
    assert {".html", ".mhtml", ".eml", ".pdf", ".docx", ".rtf", ".md", ".txt"} <= suffixes
    assert window.trouble.words.startswith(f"{MOST_LINES + 1} files were not imported")
    by_text = {button.text(): button for button in window.trouble.findChildren(QPushButton)}
    qtbot.mouseClick(by_text["Which?"], LEFT)
    told = "\n".join(label.text() for label in window.trouble.findChildren(QLabel) if label.isVisible())
    assert f"{MOST_LINES} files · The file is a list of feeds (OPML)" in told
    assert "feeds 0.opml" in told
    assert "1 file · " in told
    qtbot.mouseClick(by_text["Copy the list"], LEFT)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == MOST_LINES + 1
    assert sum(line.startswith(str(tmp_path / "mixed" / "feeds ")) for line in lines) == MOST_LINES
