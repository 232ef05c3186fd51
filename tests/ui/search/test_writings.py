"""Notes and briefings among the hits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.model.annotation import Tint
from briefing_app.model.edit import PutAnnotation, PutBriefing
from briefing_app.model.span import Span
from briefing_app.ui.search.model import Role, WritingEntry
from briefing_app.ui.session import Pane
from briefing_app.ui.session.reading import new_annotation
from briefing_app.ui.window import Window


@pytest.fixture
def written(full: Window) -> Window:
    """The window on a library with a note and a briefing."""
    bench = full.session.workbench
    library = bench.library
    event = library.events()[0]
    article = library.article(event.group.articles[0])
    start = article.text.index("cranes")
    note = new_annotation(article, Span(start, start + 6), Tint.SUN)
    library.apply(PutAnnotation(replace(note, note="Ask the insurers of Lindow.")))
    library.apply(PutBriefing(replace(bench.draft(event.id).future.result(timeout=100), title="Quarterly outlook")))
    return full


def searched(qtbot: QtBot, window: Window, query: str) -> None:
    window.top.field.setText(query)
    searching = window.session.searching
    qtbot.waitUntil(lambda: searching.found is not None and searching.query == query and searching.settled)


def test_where_no_article_answers_notes_and_briefings_stand(qtbot: QtBot, written: Window) -> None:
    searched(qtbot, written, "insurers")
    entry = written.hits.list.model().index(0, 0).data(Role.HIT)
    assert isinstance(entry, WritingEntry)
    assert ("insurers", True) in entry.pieces
    written.hits.list.setFocus()
    written.hits.step(0)
    first = written.session.workbench.library.events()[0].group.articles[0]
    qtbot.waitUntil(lambda: written.session.reading is not None and written.session.reading.article.id == first)
    qtbot.keyClick(written.hits.list, Qt.Key.Key_Return)
    assert written.session.pane is Pane.LIBRARY

    searched(qtbot, written, "quarterly")
    written.hits.step(0)
    qtbot.keyClick(written.hits.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: written.session.pane is Pane.BRIEFING and written.session.desk.briefing is not None)
    assert written.session.desk.briefing is not None
    assert written.session.desk.briefing.title == "Quarterly outlook"


def test_beside_articles_a_button_leads_to_the_notes(qtbot: QtBot, written: Window) -> None:
    searched(qtbot, written, "lindow")
    button = next(one for one in written.hits.narrowing.findChildren(QPushButton) if one.text().startswith("Notes"))
    button.click()
    assert written.top.field.text() == "in:notes lindow"
    model = written.hits.list.model()
    qtbot.waitUntil(lambda: isinstance(model.index(0, 0).data(Role.HIT), WritingEntry))
