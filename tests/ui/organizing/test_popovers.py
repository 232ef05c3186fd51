"""The boxes that ask for tags, cases and names: by keys alone, and gone when one goes elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing_app.ui.organizing.choices import Choice, ChoiceModel, ChoicePopover, Role, Share
from briefing_app.ui.organizing.naming import NamePopover
from briefing_app.ui.theme import Look

KEY = Qt.Key
CHOICES = (Choice("ships", Share.SOME, 4), Choice("Fire", count=2), Choice("harbour", Share.ALL, 9), Choice("airships", count=1))


@pytest.fixture
def page(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.setCentralWidget(QLineEdit())
    qtbot.addWidget(made)
    made.setMinimumSize(600, 400)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    made.centralWidget().setFocus()
    qtbot.waitUntil(made.centralWidget().hasFocus)
    return made


@pytest.fixture
def tags(page: QMainWindow) -> ChoicePopover:
    made = ChoicePopover(Look(), page, "Tags of 3 articles", "Type a tag", CHOICES)
    made.open_near(QPoint(40, 40))
    return made


def names(model: ChoiceModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def keys(widget: QWidget, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(widget, key)


def test_the_model_keeps_its_promises(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(ChoiceModel(CHOICES))


def test_what_the_articles_have_stands_first() -> None:
    model = ChoiceModel(CHOICES)
    assert names(model) == ["harbour", "ships", "airships", "Fire"]
    states = [model.index(row).data(Qt.ItemDataRole.CheckStateRole) for row in range(3)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked]


def test_typing_narrows_and_offers_what_is_new() -> None:
    model = ChoiceModel(CHOICES)
    model.narrow("SHIP")
    assert names(model) == ["ships", "airships", "SHIP"]
    assert model.index(2).data(Role.CHOICE).new
    model.narrow(" Ships ")
    assert names(model) == ["ships", "airships"]
    model.narrow("")
    assert len(names(model)) == 4


def test_a_tick_is_told_and_a_second_takes_it_back(tags: ChoicePopover) -> None:
    told: list[tuple[str, bool]] = []
    tags.ticked.connect(lambda name, on: told.append((name, on)))
    QTest.keyClicks(tags.field, "shi")
    keys(tags.field, KEY.Key_Return)
    assert (told, tags.field.text()) == ([("ships", True)], "")
    keys(tags.field, KEY.Key_Down, KEY.Key_Return)
    assert told[-1] == ("harbour", False)
    keys(tags.field, KEY.Key_Down, KEY.Key_Return, KEY.Key_Return)
    assert told[-2:] == [("ships", False), ("ships", True)]


def test_a_new_name_is_made_once(tags: ChoicePopover) -> None:
    told: list[tuple[str, bool]] = []
    tags.ticked.connect(lambda name, on: told.append((name, on)))
    QTest.keyClicks(tags.field, " cold  storage")
    keys(tags.field, KEY.Key_Return)
    assert told == [("cold storage", True)]
    QTest.keyClicks(tags.field, "Cold")
    assert names(tags.model)[0] == "cold storage"
    assert tags.model.index(0).data(Role.CHOICE).share is Share.ALL


def test_escape_gives_the_focus_back(qtbot: QtBot, page: QMainWindow, tags: ChoicePopover) -> None:
    qtbot.waitUntil(tags.field.hasFocus)
    with qtbot.waitSignal(tags.closed):
        keys(tags.field, KEY.Key_Escape)
    assert page.centralWidget().hasFocus()


def test_going_elsewhere_closes(qtbot: QtBot, page: QMainWindow, tags: ChoicePopover) -> None:
    qtbot.waitUntil(tags.field.hasFocus)
    with qtbot.waitSignal(tags.closed):
        page.centralWidget().setFocus()


def test_a_press_beside_closes_and_gives_the_focus_back(qtbot: QtBot, page: QMainWindow, tags: ChoicePopover) -> None:
    foot = page.statusBar()  # takes no focus
    foot.setFixedHeight(40)
    qtbot.waitUntil(lambda: foot.geometry().height() == 40 and tags.field.hasFocus())
    inside = tags.mapTo(page, QPoint(tags.width() // 2, 8))
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=inside)
    assert tags.isVisible()
    with qtbot.waitSignal(tags.closed):
        QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=foot.geometry().center())
    assert page.centralWidget().hasFocus()


def test_a_name_is_told_by_enter(qtbot: QtBot, page: QMainWindow) -> None:
    asked = NamePopover(Look(), page, "Rename the tag", "ships")
    asked.open_near(QPoint(40, 40))
    assert asked.field.selectedText() == "ships"
    QTest.keyClicks(asked.field, "boats")
    with qtbot.waitSignal(asked.named) as named:
        keys(asked.field, KEY.Key_Return)
    assert named.args == ["boats", ""]
    assert page.centralWidget().hasFocus()


def test_no_name_is_no_answer(qtbot: QtBot, page: QMainWindow) -> None:
    asked = NamePopover(Look(), page, "A new case", note="")
    asked.open_near(QPoint(40, 40))
    with qtbot.assertNotEmitted(asked.named):
        keys(asked.field, KEY.Key_Space, KEY.Key_Return)
    assert asked.isVisible()


def test_a_case_has_a_note(qtbot: QtBot, page: QMainWindow) -> None:
    asked = NamePopover(Look(), page, "A new case", "Ferries", "")
    asked.open_near(QPoint(40, 40))
    assert asked.note is not None
    keys(asked.field, KEY.Key_Tab)
    assert asked.note.hasFocus()
    QTest.keyClicks(asked.note, "Why do they sink?")
    keys(asked.note, KEY.Key_Return)
    QTest.keyClicks(asked.note, "Who knew?")
    with qtbot.waitSignal(asked.named) as named:
        QTest.keyClick(asked.note, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert named.args == ["Ferries", "Why do they sink?\nWho knew?"]
