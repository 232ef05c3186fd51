"""What a screen reader is told: every part that can be reached has a name and a fitting role, and every row says itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.ui.test_focus import PLACES, open_pane

ROLE = QAccessible.Role
NOTHING = {ROLE.NoRole, ROLE.Client, ROLE.Pane, ROLE.Whitespace, ROLE.UserRole}
"""Roles that say no more than "here is something"."""
WANTED = {
    "TopBar": ROLE.ToolBar, "StatusBar": ROLE.StatusBar, "TroubleBar": ROLE.AlertMessage, "PaneButton": ROLE.RadioButton,
    "IconButton": ROLE.Button, "SearchField": ROLE.EditableText, "Sidebar": ROLE.List, "ArticleList": ROLE.List,
    "ReaderText": ROLE.EditableText, "ReaderHead": ROLE.StaticText, "EdgeStrip": ROLE.Graphic,
    "LevelButton": ROLE.RadioButton, "MatrixTable": ROLE.Table,
    "WhyBar": ROLE.StaticText, "Canvas": ROLE.Document, "Sheet": ROLE.Document, "BlockCard": ROLE.Grouping, "CardBody": ROLE.StaticText,
    "TextCard": ROLE.EditableText, "NoteEditor": ROLE.Dialog, "EvidencePopover": ROLE.Dialog, "Palette": ROLE.Dialog,
}  # fmt: skip
"""What the program's own widgets are."""
ROWS = {ROLE.ListItem, ROLE.Cell, ROLE.TreeItem}
MOST = 200


def nodes(shown: QObject) -> Iterator[QAccessibleInterface]:
    """Everything visible below a widget, itself first."""
    root = QAccessible.queryAccessibleInterface(shown)
    assert root is not None
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not node.state().invisible:  # type: ignore[attr-defined]
            yield node
            waiting += [child for at in range(min(node.childCount(), MOST)) if (child := node.child(at)) is not None]


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def words_for(node: QAccessibleInterface) -> str:
    """A node for the message of a failing test."""
    shown = node.object()
    return f"{type(shown).__name__ if shown else 'row'} {node.role().name} “{name_of(node)}”"


def faults(shown: QWidget) -> list[str]:
    """What nobody could make sense of by ear."""
    found = []
    for node in nodes(shown):
        state, kind = node.state(), type(node.object()).__name__ if node.object() else ""
        if state.focusable and not name_of(node).strip():  # type: ignore[attr-defined]
            found.append(f"no name: {words_for(node)}")
        if state.focusable and node.role() in NOTHING:  # type: ignore[attr-defined]
            found.append(f"no role: {words_for(node)}")
        if node.role() in ROWS and state.selectable and not name_of(node).strip():  # type: ignore[attr-defined]
            found.append(f"silent row: {words_for(node)}")
        if kind in WANTED and node.role() is not WANTED[kind]:
            found.append(f"is no {WANTED[kind].name}: {words_for(node)}")
    return found


@pytest.mark.parametrize(("pane", "level"), PLACES)
def test_every_pane_can_be_heard(qtbot: QtBot, full: Window, pane: Pane, level: Level | None) -> None:
    open_pane(qtbot, full, pane)
    if level is not None:
        full.compare.open_level(level)
    qtbot.wait(20)
    assert faults(full) == []
    assert len(list(nodes(full))) > 20
    assert name_of(QAccessible.queryAccessibleInterface(full))


def test_what_lies_above_the_page_can_be_heard(qtbot: QtBot, full: Window) -> None:
    open_pane(qtbot, full, Pane.LIBRARY)
    text = full.reader.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_E)
    assert faults(full.reader.evidence) == []
    assert full.reader.evidence.isVisible()
    full.reader.evidence.dismiss()
    body = full.session.reading.article.document.zones[-1].span  # type: ignore[union-attr]
    text.select(body)
    qtbot.keyClick(text, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: full.reader.editor.isVisible())
    assert faults(full.reader.editor) == []
    full.reader.editor.dismiss()
    full.open_palette("har")
    assert full.finding is not None
    palette = full.finding
    qtbot.waitUntil(lambda: palette.settled and palette.list.model().rowCount() > 0)
    assert faults(palette) == []
    assert palette.field.accessibleDescription()


def test_the_cells_of_the_matrix_say_what_they_show(qtbot: QtBot, full: Window) -> None:
    open_pane(qtbot, full, Pane.COMPARE)
    cells = [name_of(node) for node in nodes(full.compare) if node.role() is ROLE.Cell and node.state().focusable]  # type: ignore[attr-defined]
    assert any("Three cranes" in words for words in cells)
    assert any("contradicts" in words for words in cells)


def test_what_is_painted_can_be_read(qtbot: QtBot, full: Window) -> None:
    open_pane(qtbot, full, Pane.COMPARE)
    names = [name_of(node) for node in nodes(full)]
    assert any("cranes" in name and "Why" in name for name in names)
    full.status.say("Highlighted.")
    assert "Highlighted." in full.status.accessibleName()
    assert "4 articles" in full.status.accessibleName()
    full.show_trouble(Trouble("It broke.", "Mend it."))
    assert full.trouble.accessibleName() == "It broke. Mend it."
    open_pane(qtbot, full, Pane.BRIEFING)
    assert any("claims side by side" in name_of(node) for node in nodes(full.briefing))
