"""A translation is written to words in the reader by key; the comparison shows it below their passage, as the analyst's."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.annotation import Translation
from briefing_app.ui.comparison.matrix.cells import row_height
from briefing_app.ui.comparison.matrix.model import Role
from briefing_app.ui.comparison.passages import CellView, ClaimRow, Compared, cell_view, spoken
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.ui.comparison.material import compared_of, sentence

WORDS = "Two cranes work on the quay."


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def now(window: Window) -> Compared | None:
    return window.session.comparing.compared


def cell_with(compared: Compared, words: str) -> tuple[ClaimRow, CellView]:
    """The first cell whose passage has these words in its translation."""
    for index, claim in enumerate(compared.comparison.claims):
        row = ClaimRow(index, claim, 0)
        for place in range(len(compared.articles)):
            view = cell_view(compared, row, place)
            if any(words in passage.translation for passage in view.passages):
                return row, view
    raise AssertionError(words)


def test_a_translation_stands_below_its_passage_until_it_is_taken_back(qtbot: QtBot, full: Window) -> None:
    session = full.session
    session.go(Pane.COMPARE)
    qtbot.waitUntil(lambda: now(full) is not None and not session.comparing.busy)
    before = now(full)
    assert before is not None
    claim = next(claim for claim in before.comparison.claims if claim.cells[0].spans)
    article, span = claim.cells[0].article, claim.cells[0].spans[0]
    session.go(Pane.LIBRARY)
    session.open_article(article)
    qtbot.waitUntil(lambda: session.reading is not None and session.reading.article.id == article)
    full.reader.text.setFocus()
    full.reader.text.select(span)
    press(qtbot, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: full.reader.editor.isVisible())
    qtbot.waitUntil(lambda: full.reader.note_here() is not None)
    note = full.reader.note_here()
    assert note is not None
    assert len(note.codes) == 1

    session.annotating.change_note(note, WORDS, note.tint)
    qtbot.waitUntil(lambda: any((now(full) or before).translations))
    after = now(full)
    assert after is not None
    assert after.comparison == before.comparison
    row, view = cell_with(after, WORDS)
    assert f"your translation: {WORDS}" in spoken(view)
    plain = cell_view(before, row, after.place(article))
    assert row_height(row, [view] * 2, full.look, 300, 1) >= row_height(row, [plain] * 2, full.look, 300, 1)
    assert any(
        WORDS in full.matrix_model.index(line, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for line in range(full.matrix_model.rowCount())
        for column in range(full.matrix_model.columnCount())
        if isinstance(full.matrix_model.index(line, column).data(Role.CELL), CellView)
    )

    session.editing.undo()
    qtbot.waitUntil(lambda: not any((now(full) or after).translations))


def test_who_else_translated_is_named() -> None:
    made = compared_of([1, 1], [{0: [0], 1: [0]}])
    span = sentence(made.articles[0], 0)
    told = replace(made, translations=((Translation(span, WORDS, "Falk"),),))
    assert told.translation(0, span) == f"translation by Falk: {WORDS}"
    assert told.translation(1, span) == ""
