"""Choosing the passages of a block of excerpts, and how far they reach."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.anchoring import anchor
from briefing_app.briefing import excerpts
from briefing_app.model.briefing import Excerpt, ExcerptBlock
from briefing_app.model.ids import AnnotationId
from briefing_app.ui.briefing.passages import PassageChoice
from briefing_app.ui.theme import Look
from briefing_app.ui.utf16 import Utf16
from tests.briefing.material import FIRST, SECOND, material, span

ALT = Qt.KeyboardModifier.AltModifier


def dialog_for(qtbot: QtBot, block: ExcerptBlock = ExcerptBlock(), limit: int = 300) -> PassageChoice:  # noqa: B008 (frozen)
    dialog = PassageChoice(Look(), block, material(), limit)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)  # else its keys are nobody's
    return dialog


def test_nothing_changed_is_the_same_block(qtbot: QtBot) -> None:
    assert dialog_for(qtbot).block() == ExcerptBlock()
    chosen = ExcerptBlock((AnnotationId(2),))
    dialog = dialog_for(qtbot, chosen)
    assert dialog.list.count() == 2
    assert dialog.block() == chosen


def test_notes_are_printed_only_when_that_is_ticked(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    assert not dialog.notes.isChecked()
    QTest.keyClick(dialog.notes, Qt.Key.Key_Space)
    assert dialog.block() == ExcerptBlock(notes=True)
    assert dialog_for(qtbot, ExcerptBlock(notes=True)).block() == ExcerptBlock(notes=True)


def test_space_leaves_one_out(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.block() == ExcerptBlock((AnnotationId(2),))


def test_keys_widen_and_narrow_by_sentence(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    QTest.keyClick(dialog.list, Qt.Key.Key_Right, ALT)
    (wider,) = dialog.block().passages
    assert wider.annotation == AnnotationId(1)
    assert wider.anchor.quote.endswith("who runs the port.")
    assert "A: 14 words" in dialog.counted.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Left, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.block().passages[0].anchor.quote.startswith("The Velmark ferry")
    QTest.keyClick(dialog.list, Qt.Key.Key_Right, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.block().passages[0].anchor.quote.startswith("“We have no money")
    assert excerpts(dialog.block(), material())[0].quote == dialog.block().passages[0].anchor.quote


def test_words_that_are_selected_become_a_passage_behind_an_emoji_too(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    dialog.article.setCurrentIndex(1)
    dialog.article.activated.emit(1)
    at = Utf16(SECOND.text)
    wanted = span(SECOND, "\nUnions want talks.")
    cursor = dialog.text.textCursor()
    cursor.setPosition(at.to_units(wanted.start))
    cursor.setPosition(at.to_units(wanted.end), QTextCursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)
    QTest.keyClick(dialog.text, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert dialog.block() == ExcerptBlock(None, (Excerpt(SECOND.id, anchor(SECOND.text, span(SECOND, "Unions want talks."))),))
    assert "B: 3 words" in dialog.counted.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.block() == ExcerptBlock()


def test_an_article_over_the_limit_is_named(qtbot: QtBot) -> None:
    free = Excerpt(FIRST.id, anchor(FIRST.text, span(FIRST, "The Velmark ferry will stop on 4 May, the port authority said.")))
    assert "A: 19 words ⚠ over the limit of 10" in dialog_for(qtbot, ExcerptBlock(None, (free,)), 10).counted.text()
