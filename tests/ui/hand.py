"""The mouse as a hand moves it: what is pressed is found by the words that a screen reader says.

Presses go through the window, so that whatever lies above would take them.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

Kind = TypeVar("Kind", bound=QWidget)
LEFT, RIGHT, PLAIN = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier


def click(widget: QWidget, at: QPoint | None = None, pressed: Qt.MouseButton = LEFT) -> None:
    """A click at a point of the widget, else on its middle."""
    place = widget.mapTo(widget.window(), at if at is not None else widget.rect().center())
    QTest.mouseClick(widget.window().windowHandle(), pressed, PLAIN, place)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press at one point of the widget, move, and let go at the other."""
    window = widget.window().windowHandle()
    from_, to = (widget.mapTo(widget.window(), point) for point in (start, end))
    QTest.mousePress(window, LEFT, PLAIN, from_)
    QTest.mouseMove(window, to)
    QTest.mouseRelease(window, LEFT, PLAIN, to)


def button(within: QWidget, words: str) -> QAbstractButton:
    """The visible button with these words."""
    return next(one for one in within.findChildren(QAbstractButton) if words in {one.text(), one.accessibleName()} and one.isVisible())


def named(within: QWidget, kind: type[Kind], name: str) -> Kind:
    """The visible widget of a kind that a screen reader calls so."""
    return next(one for one in within.findChildren(kind) if one.accessibleName() == name and one.isVisible())


def row_in(view: QAbstractItemView, words: str) -> QModelIndex:
    """The first row whose spoken words begin like that."""
    model = view.model()
    return next(
        index
        for index in (model.index(row, 0) for row in range(model.rowCount()))
        if str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()).startswith(words)
    )


def click_row(view: QAbstractItemView, words: str, pressed: Qt.MouseButton = LEFT) -> None:
    """Press the row whose spoken words begin like that."""
    click(view.viewport(), view.visualRect(row_in(view, words)).center(), pressed)


def choose(qtbot: QtBot, entry: str) -> None:
    """Press the entry of the menu that is opening; it has to be possible."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == entry)
    assert action.isEnabled()
    qtbot.waitUntil(lambda: pointed(menu, action))
    QTest.mouseClick(menu.windowHandle(), LEFT, PLAIN, menu.actionGeometry(action).center())


def pointed(menu: QMenu, action: QAction) -> bool:
    """Point at the entry, as a hand does; whether it lights up."""
    QTest.mouseMove(menu.windowHandle(), menu.actionGeometry(action).center())
    return menu.activeAction() is action
