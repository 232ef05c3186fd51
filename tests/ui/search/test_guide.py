"""The guide to queries: every example parses, runs on the open library, and a mistake is underlined where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from briefing_app.library.index import Index
from briefing_app.model.search import Specimens
from briefing_app.model.span import Span
from briefing_app.ui.search.examples import examples
from briefing_app.ui.search.guide import GuideModel, Role, SearchGuide
from briefing_app.ui.window import Window


@pytest.mark.parametrize("example", examples(Specimens()), ids=lambda example: example.query)
def test_every_example_is_a_query_and_says_what_it_means(example: object) -> None:
    query, meaning = example.query, example.meaning  # type: ignore[attr-defined]
    assert Index.ask(query, strict=True).words
    assert meaning


def test_the_page_is_a_proper_model() -> None:
    model = GuideModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(examples(Specimens()))
    assert model.index(0, 0).data() == "Words"
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    model.show(())
    assert model.rowCount() == 0


def test_examples_run_on_the_open_library(qtbot: QtBot, full: Window) -> None:
    full.top.field.setFocus()
    qtbot.keyClick(full.top.field, Qt.Key.Key_F1)
    guide = next(one for one in full.findChildren(SearchGuide) if one.isVisible())
    model = guide.list.model()
    qtbot.waitUntil(lambda: model.rowCount() > 20 and model.index(1, 0).data(Role.ROW).count is not None)
    counts = {model.index(row, 0).data(Role.ROW) for row in range(model.rowCount())} - {"Words"}
    found = [one for one in counts if not isinstance(one, str) and one.count]
    assert len(found) > 12
    first = model.index(1, 0).data(Role.ROW)
    assert first.count >= 2
    qtbot.keyClick(guide.list, Qt.Key.Key_Return)
    assert full.top.field.text() == first.query
    searching = full.session.searching
    qtbot.waitUntil(lambda: searching.found is not None and searching.found.result.total >= first.count)


def test_a_mistake_is_underlined_where_it_stands(qtbot: QtBot, full: Window) -> None:
    searching = full.session.searching
    full.top.field.setText(" harbour has:mice ")
    qtbot.waitUntil(lambda: bool(searching.wrong))
    assert searching.wrong == (Span(13, 17),)
    plain = full.top.field.grab().toImage()
    full.top.field.show_mistakes(())
    assert full.top.field.grab().toImage() != plain
    assert full.top.field.text() == " harbour has:mice "
    full.top.field.setText("harbour")
    qtbot.waitUntil(lambda: not searching.wrong and searching.found is not None)
