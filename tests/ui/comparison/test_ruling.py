"""Correcting and judging the comparison in a real window: by key, by drag, by menu; undone, shown on the row, filtered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.model.annotation import Anchor
from briefing_app.model.comparison import Claim, ClaimStatus, Relation
from briefing_app.model.edit import PutRuling
from briefing_app.model.ids import RulingId
from briefing_app.model.ruling import Belief, Joined, Judged, Moved, Parted, Passage, Related, Renamed, Ruling, Spoken, rulings_digest
from briefing_app.model.span import Span
from briefing_app.ui.comparison.judging import JudgePopover
from briefing_app.ui.comparison.matrix.dragged import DRAGGED, dragged, of_drag
from briefing_app.ui.comparison.matrix.model import Filter, chosen
from briefing_app.ui.comparison.passages import ClaimRow, Compared
from briefing_app.ui.comparison.ruled import rulings_on
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.organizing.picking import PickPopover
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from briefing_app.ui.window.menu import cell_menu
from tests.factories import NOON

SHIFT, CONTROL, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def comparing(qtbot: QtBot, full: Window) -> Window:
    """The window on the matrix of the two articles about the harbour."""
    full.session.go(Pane.COMPARE)
    comparing = full.session.comparing
    qtbot.waitUntil(lambda: comparing.compared is not None and not comparing.busy and comparing.compared.event is not None)
    full.compare.setFocus()
    return full


def now(window: Window) -> Compared:
    compared = window.session.comparing.compared
    assert compared is not None
    return compared


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def stand(window: Window, index: int, place: int = 0) -> None:
    window.compare.standing.stand(index, place)
    window.compare.setFocus()


def index_of(window: Window, keep: Callable[[Claim], bool]) -> int:
    return next(index for index, claim in enumerate(now(window).comparison.claims) if keep(claim))


def carriers(claim: Claim) -> int:
    return sum(bool(cell.spans) for cell in claim.cells)


def is_shared(claim: Claim) -> bool:
    return carriers(claim) == 2 and claim.status is not ClaimStatus.CONFLICT


def is_only(claim: Claim) -> bool:
    return carriers(claim) == 1


def recomputed(qtbot: QtBot, window: Window, rulings: int) -> None:
    """Until the comparison knows so many rulings, all of them applied: between two recomputings it may stand beside newer rulings."""

    def applied() -> bool:
        compared = now(window)
        under = compared.comparison.ruled == rulings_digest(compared.rulings)
        return under and len(compared.rulings) == rulings and not window.session.comparing.busy

    qtbot.waitUntil(applied)


def popover(qtbot: QtBot, window: Window) -> PickPopover:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(PickPopover)))
    return next(one for one in window.findChildren(PickPopover) if one.isVisible())


def noted(window: Window) -> list[str]:
    model = window.matrix_model
    rows = (model.row_at(at) for at in range(model.rowCount()))
    return [row.noted for row in rows if isinstance(row, ClaimRow) and row.noted]


def test_a_passage_is_split_off_by_key_and_undo_brings_the_row_back(qtbot: QtBot, comparing: Window) -> None:
    before = now(comparing).comparison
    stand(comparing, index_of(comparing, is_shared), 1)
    press(qtbot, Qt.Key.Key_S, SHIFT)
    recomputed(qtbot, comparing, 1)
    assert isinstance(now(comparing).rulings[0].rule, Parted)
    assert noted(comparing)
    assert set(noted(comparing)) == {"split by you"}

    press(qtbot, Qt.Key.Key_Z, CONTROL)
    recomputed(qtbot, comparing, 0)
    assert now(comparing).comparison == before
    assert not noted(comparing)


def test_a_silent_source_and_a_lone_passage_cannot_be_split(qtbot: QtBot, comparing: Window) -> None:
    said: list[str] = []
    comparing.session.said.connect(said.append)
    index = index_of(comparing, is_only)
    silent = next(place for place, cell in enumerate(now(comparing).comparison.claims[index].cells) if not cell.spans)
    for place in (silent, 1 - silent):
        stand(comparing, index, place)
        press(qtbot, Qt.Key.Key_S, SHIFT)
    assert len(said) == 2
    assert "says nothing" in said[0]
    assert "nothing else" in said[1]


def test_rows_are_joined_by_picking_the_other_one(qtbot: QtBot, comparing: Window) -> None:
    index = index_of(comparing, is_only)
    stand(comparing, index)
    press(qtbot, Qt.Key.Key_J, SHIFT)
    other = popover(qtbot, comparing)
    assert other.model.rowCount() == len(now(comparing).comparison.claims) - 1
    press(qtbot, Qt.Key.Key_Return)
    recomputed(qtbot, comparing, 1)
    assert isinstance(now(comparing).rulings[0].rule, Joined)
    assert noted(comparing) == ["joined by you"]


def test_a_cell_dragged_to_another_row_moves_and_a_row_dragged_joins(qtbot: QtBot, comparing: Window) -> None:
    model, table = comparing.matrix_model, comparing.compare.matrix.table
    source, target = index_of(comparing, is_shared), index_of(comparing, is_only)
    from_cell = model.index_of(source, 1)
    assert model.flags(from_cell) & Qt.ItemFlag.ItemIsDragEnabled
    data = model.mimeData([from_cell])
    drop_on(comparing, data, target)
    recomputed(qtbot, comparing, 1)
    assert isinstance(now(comparing).rulings[0].rule, Moved)

    rows = [index for index, claim in enumerate(now(comparing).comparison.claims) if is_only(claim)][:2]
    header = table.verticalHeader()
    at = table.visualRect(model.index_of(rows[1], 0)).center()
    data = dragged(rows[0], None)
    header.dropEvent(QDropEvent(QPointF(5, at.y()), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, PLAIN))
    recomputed(qtbot, comparing, 2)
    assert isinstance(now(comparing).rulings[1].rule, Joined)


def drop_on(window: Window, data: QMimeData, claim: int) -> None:
    table = window.compare.matrix.table
    index = window.matrix_model.index_of(claim, 0)
    table.scrollTo(index)
    at = table.visualRect(index).center()
    move = QDragMoveEvent(at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, PLAIN)
    table.dragMoveEvent(move)
    table.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, PLAIN))


def test_nothing_falls_on_itself_and_nothing_strange_is_taken(comparing: Window) -> None:
    model = comparing.matrix_model
    claim = index_of(comparing, is_shared)
    here = model.index_of(claim, 0)
    data = dragged(claim, 0)
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, here)
    strange = QMimeData()
    strange.setText("words")
    assert not model.canDropMimeData(strange, Qt.DropAction.MoveAction, -1, -1, here)
    strange.setData(DRAGGED, b"1,x")
    assert of_drag(strange) is None


def test_a_relation_is_set_and_left_to_the_program_again(qtbot: QtBot, comparing: Window) -> None:
    claim = now(comparing).comparison.claims[index_of(comparing, is_shared)]
    place = next(at for at, cell in enumerate(claim.cells) if cell.article != claim.statement_from.article)
    stand(comparing, index_of(comparing, is_shared), place)
    press(qtbot, Qt.Key.Key_R, SHIFT)
    qtbot.keyClicks(popover(qtbot, comparing).field, "contradicts")
    press(qtbot, Qt.Key.Key_Return)
    recomputed(qtbot, comparing, 1)
    assert isinstance(now(comparing).rulings[0].rule, Related)
    index = next(at for at in range(len(now(comparing).comparison.claims)) if rulings_on(now(comparing), at))
    row = now(comparing).comparison.claims[index]
    assert (row.status, row.cells[place].relation) == (ClaimStatus.CONFLICT, Relation.CONTRADICTS)

    stand(comparing, index, place)
    press(qtbot, Qt.Key.Key_R, SHIFT)
    qtbot.keyClicks(popover(qtbot, comparing).field, "program finds")
    press(qtbot, Qt.Key.Key_Return)
    recomputed(qtbot, comparing, 0)


def test_speakers_are_set_renamed_and_merged(qtbot: QtBot, comparing: Window) -> None:
    stand(comparing, index_of(comparing, is_shared))
    press(qtbot, Qt.Key.Key_T, SHIFT)
    qtbot.keyClicks(popover(qtbot, comparing).field, "The lock keeper")
    press(qtbot, Qt.Key.Key_Return)
    recomputed(qtbot, comparing, 1)
    assert any(told.attribution.source == "The lock keeper" for told in now(comparing).comparison.attributions)

    press(qtbot, Qt.Key.Key_N, SHIFT)
    qtbot.keyClicks(popover(qtbot, comparing).field, "Brandt")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(popover(qtbot, comparing).field, "lock keeper")
    press(qtbot, Qt.Key.Key_Return)
    recomputed(qtbot, comparing, 2)
    rules = [one.rule for one in now(comparing).rulings]
    assert [type(rule) for rule in rules] == [Spoken, Renamed]
    assert not any("Brandt" in told.attribution.source for told in now(comparing).comparison.attributions)


def test_nobody_is_named_as_the_speaker_of_a_silent_cell(qtbot: QtBot, comparing: Window) -> None:
    index = index_of(comparing, is_only)
    claim = now(comparing).comparison.claims[index]
    stand(comparing, index, next(at for at, cell in enumerate(claim.cells) if not cell.spans))
    press(qtbot, Qt.Key.Key_T, SHIFT)
    assert not any(one.isVisible() for one in comparing.findChildren(PickPopover))
    stand(comparing, index, next(at for at, cell in enumerate(claim.cells) if cell.spans))
    press(qtbot, Qt.Key.Key_T, SHIFT)
    assert popover(qtbot, comparing).isVisible()


def test_a_claim_is_judged_filtered_by_it_and_the_judgement_taken_away(qtbot: QtBot, comparing: Window) -> None:
    index = index_of(comparing, is_shared)
    stand(comparing, index)
    press(qtbot, Qt.Key.Key_B, SHIFT)
    (asked,) = (one for one in comparing.findChildren(JudgePopover) if one.isVisible())
    press(qtbot, Qt.Key.Key_Right)
    asked.grade.setFocus()
    qtbot.keyClicks(asked.grade, "c4x")
    asked.reason.setFocus()
    qtbot.keyClicks(asked.reason, "one source only")
    press(qtbot, Qt.Key.Key_Return)
    recomputed(qtbot, comparing, 1)
    rule = now(comparing).rulings[0].rule
    assert isinstance(rule, Judged)
    assert (rule.belief, rule.grade, rule.reason) == (Belief.DOUBTED, "C4", "one source only")
    assert noted(comparing) == ["doubted C4"]
    assert len(chosen(now(comparing), Filter.DOUBTED)) == 1
    assert chosen(now(comparing), Filter.BELIEVED) == []

    stand(comparing, chosen(now(comparing), Filter.DOUBTED)[0])
    press(qtbot, Qt.Key.Key_B, SHIFT)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in comparing.findChildren(JudgePopover)))
    again = next(one for one in comparing.findChildren(JudgePopover) if one.isVisible())
    assert again.grade.text() == "C4"
    again.cleared.emit()
    recomputed(qtbot, comparing, 0)


def test_corrections_are_listed_and_taken_back_from_there(qtbot: QtBot, comparing: Window) -> None:
    stand(comparing, index_of(comparing, is_shared), 1)
    press(qtbot, Qt.Key.Key_S, SHIFT)
    recomputed(qtbot, comparing, 1)
    press(qtbot, Qt.Key.Key_C, SHIFT)
    listed = popover(qtbot, comparing)
    assert listed.model.rowCount() == 1
    press(qtbot, Qt.Key.Key_Return)
    recomputed(qtbot, comparing, 0)


def test_a_mark_is_dismissed(qtbot: QtBot, comparing: Window) -> None:
    index = index_of(comparing, lambda claim: claim.status is ClaimStatus.CONFLICT)
    conflicts = len(chosen(now(comparing), Filter.CONFLICTS))
    stand(comparing, index, next(at for at, cell in enumerate(now(comparing).comparison.claims[index].cells) if cell.marks))
    press(qtbot, Qt.Key.Key_X, SHIFT)
    if any(one.isVisible() for one in comparing.findChildren(PickPopover)):
        press(qtbot, Qt.Key.Key_Return)
    recomputed(qtbot, comparing, 1)
    assert len(chosen(now(comparing), Filter.CONFLICTS)) < conflicts
    assert noted(comparing) == ["mark dismissed by you"]


def test_the_menu_of_a_cell_offers_the_verbs(comparing: Window) -> None:
    names = {action.text() for action in cell_menu(comparing).actions()}
    assert {"Judge the claim …", "Split the passage off its row", "Dismiss a mark …"} <= names


def test_chosen_articles_that_are_no_event_follow_their_rulings_too(qtbot: QtBot, comparing: Window) -> None:
    ids = comparing.session.workbench.library.article_ids()[:3]
    comparing.session.compare_articles(ids)
    qtbot.waitUntil(lambda: len(now(comparing).articles) == 3 and not comparing.session.comparing.busy)
    assert now(comparing).event is None
    stand(comparing, 0)
    comparing.session.rulings.judge(0, Belief.BELIEVED)
    recomputed(qtbot, comparing, 1)
    assert noted(comparing) == ["believed"]


def test_a_correction_whose_words_are_gone_is_pending_and_listed(qtbot: QtBot, comparing: Window) -> None:
    article = now(comparing).articles[0]
    gone = Anchor("An elephant crossed the town hall square at noon", "", "", Span(0, 48), "")
    rule = Judged((Passage(article.id, gone),), Belief.OPEN)
    comparing.session.editing.apply(PutRuling(Ruling(RulingId(0), rule, NOON)))
    recomputed(qtbot, comparing, 1)
    assert "1 correction pending" in comparing.compare.head.accessibleName()
    stand(comparing, 0)
    press(qtbot, Qt.Key.Key_C, SHIFT)
    pick = popover(qtbot, comparing).model.pick(0)
    assert pick is not None
    assert "pending" in pick.note


def test_the_verbs_work_on_the_chosen_passage_of_the_texts_too(qtbot: QtBot, comparing: Window) -> None:
    stand(comparing, index_of(comparing, is_shared), 1)
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_S, SHIFT)
    recomputed(qtbot, comparing, 1)
    assert isinstance(now(comparing).rulings[0].rule, Parted)
    assert comparing.compare.standing.level is Level.TEXTS
