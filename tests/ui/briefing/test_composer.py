"""The composer in a real window: blocks, templates, citations, the provenance list, the question before something unsourced goes out."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from briefing_app.briefing import Concern, Remark, Standing
from briefing_app.briefing.templates import TEMPLATES
from briefing_app.model.briefing import ComparisonBlock, HeadingBlock, JudgementBlock, Paper, SummaryBlock, TextBlock, TimelineBlock
from briefing_app.model.edit import MarkStarred
from briefing_app.ui.actions import briefing as verbs
from briefing_app.ui.briefing import asking
from briefing_app.ui.briefing.kinds import KINDS, block_menu
from briefing_app.ui.briefing.model import CardModel
from briefing_app.ui.briefing.rows import RowChoice
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window


@pytest.fixture
def composer(qtbot: QtBot, full: Window) -> Window:
    """The window with a draft about the first event open."""
    full.session.go(Pane.BRIEFING)
    desk = full.session.desk
    qtbot.waitUntil(lambda: desk.briefing is not None and desk.provenance is not None)
    return full


def put(qtbot: QtBot, window: Window, markdown: str) -> int:
    """Put a text block on top with those words; its place."""
    window.session.desk.add_block(-1, TextBlock(markdown))
    desk = window.session.desk
    qtbot.waitUntil(lambda: bool(desk.cards) and desk.cards[0].markdown == markdown)
    return 0


def test_the_draft_says_nothing_without_a_source(composer: Window) -> None:
    found = composer.session.desk.provenance
    assert found is not None
    assert found.count(Standing.UNSOURCED) == 0
    assert found.count(Standing.SOURCED) > 0
    assert "provenance:" in composer.briefing._state.text()


def test_an_unsourced_sentence_is_listed_and_gone_to(qtbot: QtBot, composer: Window) -> None:
    put(qtbot, composer, "# Head 🚢\n\nBoats are blue.")
    desk, view = composer.session.desk, composer.briefing
    qtbot.waitUntil(lambda: len(desk.doubtful) == 1)
    assert "1 unsourced ⚠" in view._state.text()
    remarks = view.side.remarks.model()
    assert str(remarks.index(0, 0).data()) == "⚠ no source: Boats are blue."
    assert view.step_remark(1)
    field = view.column.cards[0].field
    assert field is not None
    assert field.textCursor().selectedText() == "Boats are blue."


def test_saving_asks_once_when_something_has_no_source(
    qtbot: QtBot, composer: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(qtbot, composer, "Boats are blue.")
    desk = composer.session.desk
    qtbot.waitUntil(lambda: len(desk.doubtful) == 1 and bool(desk.briefing and desk.briefing.id))
    asked: list[list[str]] = []
    answers = [asking.Answer.SHOW, asking.Answer.SAVE]

    def answer(_parent: object, told: Sequence[Remark]) -> asking.Answer:
        asked.append([one.words for one in told])
        return answers[len(asked) - 1]

    monkeypatch.setattr(asking, "about_doubts", answer)
    chosen = iter([str(tmp_path / "one"), str(tmp_path / "two.md")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (next(chosen), "HTML (*.html)"))
    verbs.save_pdf(composer)
    assert not list(tmp_path.glob("one*"))
    with qtbot.waitSignal(desk.written):
        verbs.save_pdf(composer)
    assert (tmp_path / "one.html").read_bytes().startswith(b"<!DOCTYPE html>")
    with qtbot.waitSignal(desk.written):
        verbs.save_pdf(composer)
    assert asked == [["Boats are blue."]] * 2


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # Qt's offscreen platform says so of every list that pops up
def test_citations_are_completed_as_they_are_typed(qtbot: QtBot, composer: Window) -> None:
    put(qtbot, composer, "So ")
    view = composer.briefing
    qtbot.waitUntil(lambda: view.column.cards[0].field is not None)
    field = view.column.cards[0].field
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, "[@")
    labels = field.completer.labels()
    assert any(label.startswith("A  ") for label in labels)
    assert any("assessment" in label for label in labels)
    QTest.keyClicks(field, "asse")
    assert len(field.completer.labels()) == 1
    QTest.keyClick(field.completer._popup, Qt.Key.Key_Return)
    assert field.toPlainText() == "So [@assessment]"
    assert not field.completer.is_open
    material = composer.session.desk.material
    assert material is not None
    QTest.keyClicks(field, f' [@a{material.articles[0].id} "cranes')
    assert any("cranes" in label for label in field.completer.labels())
    QTest.keyClick(field.completer._popup, Qt.Key.Key_Escape)


def test_a_block_is_shown_though_the_feed_tells_of_it_before_its_lane_does(
    qtbot: QtBot, composer: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, following = composer.session.desk, composer.session.following
    begun, held = threading.Event(), threading.Event()

    def hold() -> bool:
        begun.set()
        return held.wait(250)

    monkeypatch.setattr(following, "hear", lambda changes: setattr(following, "seen", changes[-1].number))  # the feed has told it by then
    following._poll.stop()
    desk._lane.ask(hold, lambda _held: None, composer.session.fail)
    assert begun.wait(100)
    desk.add_block(-1, TextBlock("Mine"))
    desk.library_changed()
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.id))
    held.set()
    qtbot.waitUntil(lambda: desk.cards[0].markdown == "Mine")
    assert desk.briefing is not None
    assert desk.briefing.id


def test_what_was_changed_last_stays_while_the_lane_of_edits_is_busy(qtbot: QtBot, composer: Window) -> None:
    desk, editing, library = composer.session.desk, composer.session.editing, composer.session.workbench.library
    held, shown = threading.Event(), list[str]()

    def long_edit() -> MarkStarred:
        held.wait(250)
        return MarkStarred((library.article_ids()[0],), True)

    desk.change(title="One")
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.id))
    desk.change(title="Two")
    editing.apply(long_edit)
    desk.change(title="Three")
    desk.changed.connect(lambda: shown.append(desk.briefing.title if desk.briefing else ""))
    qtbot.waitUntil(lambda: [briefing.title for briefing in library.briefings()] == ["Two"])
    qtbot.waitUntil(lambda: composer.session.following.seen == library.last_change())
    qtbot.wait(300)
    held.set()
    qtbot.waitUntil(lambda: [briefing.title for briefing in library.briefings()] == ["Three"])
    qtbot.waitUntil(lambda: composer.session.following.seen == library.last_change())
    assert desk.briefing is not None
    assert desk.briefing.title == "Three"
    assert "Two" not in shown


def test_a_template_keeps_what_is_written(qtbot: QtBot, composer: Window) -> None:
    put(qtbot, composer, "Mine")
    desk = composer.session.desk
    desk.use_template(TEMPLATES[0])
    assert desk.briefing is not None
    assert desk.briefing.blocks == (TextBlock("Mine"), JudgementBlock(""), SummaryBlock())
    composer.session.editing.undo()
    qtbot.waitUntil(lambda: desk.briefing is not None and len(desk.briefing.blocks) > 3)


def test_undo_takes_back_the_last_change_of_a_draft_that_is_still_being_stored(qtbot: QtBot, composer: Window) -> None:
    desk, library = composer.session.desk, composer.session.workbench.library
    assert desk.briefing is not None
    before = desk.briefing.blocks
    desk.add_block(-1, TextBlock("Mine"))
    desk.use_template(TEMPLATES[0])
    desk.change(title="Another")
    assert not desk.briefing.id, "nothing has come back yet"
    composer.session.editing.undo()
    composer.session.editing.undo()
    qtbot.waitUntil(lambda: desk.briefing is not None and desk.briefing.blocks == (TextBlock("Mine"), *before))
    (stored,) = library.briefings()
    assert stored.blocks == (TextBlock("Mine"), *before)


def test_blocks_are_dragged_to_their_place(composer: Window) -> None:
    desk = composer.session.desk
    assert desk.briefing is not None
    before = desk.briefing.blocks
    model = composer.briefing._model
    assert isinstance(model, CardModel)
    carried = model.mimeData([model.index(0)])
    model.dropMimeData(carried, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert desk.briefing.blocks == (before[1], before[0], *before[2:])
    model.dropMimeData(model.mimeData([model.index(1)]), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert desk.briefing.blocks == before


def test_every_kind_of_block_can_be_put_in(qtbot: QtBot, composer: Window) -> None:
    desk = composer.session.desk
    taken = []
    menu: QMenu = block_menu(composer, taken.append)
    for action in menu.actions():
        action.trigger()
    assert taken == [kind.block for kind in KINDS]
    menu.close()
    desk.add_block(-1, TimelineBlock())
    desk.add_block(-1, HeadingBlock("Opening"))
    qtbot.waitUntil(lambda: [card.title for card in desk.cards][:2] == ["Opening", "Timeline"])
    desk.put_words(0, "Other")
    assert desk.briefing is not None
    assert desk.briefing.blocks[0] == HeadingBlock("Other")


def test_paper_and_mark_are_kept(qtbot: QtBot, composer: Window) -> None:
    view, desk = composer.briefing, composer.session.desk
    view.side.paper.click()
    assert desk.briefing is not None
    assert desk.briefing.paper is Paper.LETTER
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.id))
    stored = composer.session.workbench.library.briefing(desk.briefing.id)
    assert stored.paper is Paper.LETTER


def test_the_gravest_remarks_come_first(qtbot: QtBot, composer: Window) -> None:
    put(qtbot, composer, "Boats are blue. [@a999]\n\nAll is red.")
    desk = composer.session.desk
    qtbot.waitUntil(lambda: len(desk.doubtful) == 2)
    assert desk.provenance is not None
    kinds = [remark.concern for remark in desk.provenance.remarks]
    assert kinds[:2] == [Concern.UNSOURCED, Concern.GONE]


def test_the_page_follows_the_block(qtbot: QtBot, composer: Window) -> None:
    desk, view = composer.session.desk, composer.briefing
    qtbot.waitUntil(lambda: len(desk.typeset.begins) == len(desk.cards) > 1 and not desk.typeset.under_way)
    view.show_block(0)
    view.show_block(len(desk.cards) - 1)
    assert desk.typeset.begins[-1] > 1
    qtbot.waitUntil(lambda: view.page._scroll.verticalScrollBar().value() > 0)


def test_enter_on_a_block_asks_what_stands_in_it_and_undo_takes_it_back(
    qtbot: QtBot, composer: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, view = composer.session.desk, composer.briefing
    assert desk.briefing is not None
    at = next(number for number, block in enumerate(desk.briefing.blocks) if isinstance(block, ComparisonBlock))
    before = desk.briefing.blocks[at]

    def tick_off_the_first(dialog: RowChoice) -> int:
        dialog.rows.item(0).setCheckState(Qt.CheckState.Unchecked)
        return 1

    monkeypatch.setattr(RowChoice, "exec", tick_off_the_first)
    view.focus_block(at)
    qtbot.waitUntil(view.column.cards[at].hasFocus)
    QTest.keyClick(view.column.cards[at], Qt.Key.Key_Return)
    changed = desk.briefing.blocks[at]
    assert isinstance(changed, ComparisonBlock)
    assert changed.statements is not None
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.id))
    composer.session.editing.undo()
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.blocks[at] == before))
    assert desk.briefing.id == 0  # the draft as it was before its first change
    composer.session.editing.redo()
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.id and desk.briefing.blocks[at] == changed))
    view.focus_block(0)
    assert not view.choose()


def test_the_quoting_limit_is_set_and_kept(qtbot: QtBot, composer: Window) -> None:
    view, desk = composer.briefing, composer.session.desk
    view.side.limit.setFocus()
    view.side.limit.selectAll()
    QTest.keyClicks(view.side.limit, "40")
    QTest.keyClick(view.side.limit, Qt.Key.Key_Return)
    assert desk.briefing is not None
    assert desk.briefing.quoted_words == 40
    view.side.limit.clear()
    QTest.keyClick(view.side.limit, Qt.Key.Key_Return)
    assert desk.briefing.quoted_words == 0
    view.side.outline.setFocus()
    view.side.show_briefing(desk.briefing)
    assert (view.side.limit.text(), view.side.limit.placeholderText()) == ("", "no limit")
    qtbot.waitUntil(lambda: bool(desk.briefing and desk.briefing.id))


def test_a_character_without_a_font_is_said_before_it_goes_out(qtbot: QtBot, composer: Window) -> None:
    put(qtbot, composer, "A sign: \U000f5123. [@assessment]")
    desk, view = composer.session.desk, composer.briefing
    qtbot.waitUntil(lambda: any(remark.concern is Concern.NO_FONT for remark in desk.remarks))
    remarks = view.side.remarks.model()
    last = remarks.index(remarks.rowCount() - 1, 0)
    assert str(last.data()).startswith("⚠ no font: \U000f5123 U+F5123")
    assert "[U+F5123]" in str(last.data(Qt.ItemDataRole.ToolTipRole))
    view.show_remark(desk.remarks[-1])
    field = view.column.cards[0].field
    assert field is not None
    assert field.textCursor().selectedText() == "\U000f5123"


def test_what_is_being_written_is_typeset_before_it_is_kept(qtbot: QtBot, composer: Window) -> None:
    put(qtbot, composer, "So far. [@assessment]")
    desk, view = composer.session.desk, composer.briefing
    qtbot.waitUntil(lambda: bool(desk.typeset.pages) and not desk.typeset.under_way)
    before, kept = desk.typeset.pages, desk.briefing
    field = view.column.cards[0].field
    assert field is not None
    field._pause.setInterval(600_000)  # as if the writing went on
    field.setFocus()
    with qtbot.waitSignal(desk.typeset.page_changed) as told:
        QTest.keyClicks(field, "More words ")
    assert told.args is not None
    assert told.args[0].first == desk.typeset.begins[0]
    assert desk.typeset.pages == before
    qtbot.waitUntil(lambda: desk.typeset.pages != before and not desk.typeset.under_way)
    assert desk.briefing == kept
    view.keep_writing()
    assert desk.briefing != kept


def test_the_keys_stay_with_the_block_that_is_meant(qtbot: QtBot, composer: Window) -> None:
    desk, view = composer.session.desk, composer.briefing
    qtbot.waitUntil(lambda: bool(view.column.cards) and view.column.cards[0].holds_focus())
    assert desk.briefing is not None
    first, second = desk.briefing.blocks[:2]
    view.move_block(1)
    qtbot.waitUntil(lambda: [card.block for card in desk.cards[:2]] == [second, first])
    qtbot.waitUntil(lambda: view.column.cards[1].holds_focus())
    view._put_in(TimelineBlock())
    qtbot.waitUntil(lambda: len(desk.cards) > 2 and desk.cards[2].block == TimelineBlock())
    qtbot.waitUntil(lambda: view.column.cards[2].holds_focus())
    assert view.current == 2
    view.remove_block()
    assert TimelineBlock() not in desk.briefing.blocks
    qtbot.waitUntil(lambda: len(view.column.cards) == len(desk.briefing.blocks))
    qtbot.waitUntil(lambda: view.column.cards[2].holds_focus())


def test_in_a_very_narrow_window_blocks_and_page_take_turns(qtbot: QtBot, composer: Window) -> None:
    view = composer.briefing
    composer.look.choose(scale=2.0)
    composer.resize(900, 600)
    qtbot.waitUntil(lambda: view._turn.isVisible())
    assert view.column.isVisible()
    assert not view.page.isVisible()
    QTest.mouseClick(view._turn, Qt.MouseButton.LeftButton)
    assert view.page.isVisible()
    assert not view.column.isVisible()
    view.focus_block(0)
    assert view.column.isVisible()
    composer.look.choose(scale=1.0)
    qtbot.waitUntil(lambda: view.page.isVisible() and view.column.isVisible() and not view._turn.isVisible())
