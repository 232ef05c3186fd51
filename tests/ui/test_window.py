"""The main job in a window on a real screen, by the keyboard alone and by the mouse alone; keys and clicks go where they would go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.model.ids import ArticleId
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.model.span import Span
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.library.listing import ArticleEntry
from briefing_app.ui.library.model import Role
from briefing_app.ui.list_field import ListField
from briefing_app.ui.reader.model import MarkKind
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from briefing_app.ui.window.welcome import WayButton
from tests.ui.conftest import settled
from tests.ui.hand import button, click, pointed

pytestmark = pytest.mark.window

KEY, MODIFIER, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
_AGAIN_MS, _TRIES = 150, 600


@pytest.fixture
def shown(qtbot: QtBot, window: Window) -> Window:
    """The window, seen and active on the screen."""
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("needs a screen")
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
    return window


def key(code: Qt.Key, modifier: Qt.KeyboardModifier = MODIFIER.NoModifier) -> None:
    """A key to the program's window, as the window system would send it; the focus decides who takes it."""
    QTest.keyClick(_window(), code, modifier)


def write(words: str) -> None:
    """Letter by letter."""
    for letter in words:
        QTest.keyClick(_window(), letter)


def _window() -> QWindow:
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window) and one.isVisible())
    handle = window.windowHandle()
    assert handle is not None
    return handle


class DialogAnswer(QTimer):
    """Answers the next file dialog, and only that one; one that does not go is turned away, so that the test fails in time.

    The dialog holds up whoever opened it, so a timer answers.
    """

    def __init__(self, words: str, *, by_mouse: bool) -> None:
        super().__init__(interval=_AGAIN_MS)
        self._words, self._by_mouse = words, by_mouse
        self._tries = _TRIES
        self._dialog: QFileDialog | None = None
        self.timeout.connect(self._try)
        self.start()

    def _try(self) -> None:
        self._tries -= 1
        if not self._tries:
            self.stop()
        dialog = QApplication.activeModalWidget()
        if self._dialog is None and isinstance(dialog, QFileDialog):
            self._dialog = dialog
            dialog.finished.connect(self.stop)
        if self._dialog is None or dialog is not self._dialog:
            return
        if not self._tries:
            dialog.reject()
        elif dialog.isVisible():
            _answer(self._dialog, self._words, by_mouse=self._by_mouse)


_answers: list[DialogAnswer] = []


def answer_dialog(words: str, *, by_mouse: bool = False) -> None:
    """Write a path, or several in quotation marks, into the file dialog that comes; then press Enter, or its button, until it is gone."""
    _answers.append(DialogAnswer(words, by_mouse=by_mouse))


def _answer(dialog: QFileDialog, words: str, *, by_mouse: bool) -> None:
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(words)
    button = next((one for one in dialog.findChildren(QPushButton) if one.isDefault() and one.isVisible() and one.isEnabled()), None)
    if not by_mouse:
        QTest.keyClick(field, KEY.Key_Return)
    elif button is not None:
        QTest.mouseClick(button, LEFT)


@pytest.fixture(autouse=True)
def own_dialogs(qapp: QApplication) -> Iterator[None]:
    """Qt's own file dialogs: a desktop's own cannot be driven from here."""
    assert qapp is not None
    was = QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    for answer in _answers:  # none may meet another test's dialog
        answer.stop()
    _answers.clear()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, was)


def full_of_articles(window: Window, count: int) -> bool:
    """Whether everything was imported and followed up."""
    return window.session.following.total == count and settled(window)


def clicked(window: Window, number: ArticleId) -> bool:
    """Whether the list stands on the article; else clicks on it where it is now: the rows move while events are found."""
    index = window.list._model.index_of(number)
    if index.isValid() and window.list.list.currentIndex() == index:
        return True
    click(window.list.list.viewport(), window.list.list.visualRect(index).center())
    return False


def walk_to(window: Window, words: str) -> None:
    """With j and k to the article whose headline begins like that."""
    for code in [KEY.Key_K] * 8 + [KEY.Key_J] * 12:
        entry = window.list.list.currentIndex().data(Role.ENTRY)
        if isinstance(entry, ArticleEntry) and entry.row.headline.startswith(words):
            return
        key(code)
    raise AssertionError(f"no article {words}")


def choose_in_menu(qtbot: QtBot, window: Window, head: str, entry: str) -> None:
    """Open the menu by its button, then the part, then the entry."""
    click(window.top.menu)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    part = next(action for action in menu.actions() if action.text() == head)
    below = part.menu()
    assert isinstance(below, QMenu)
    qtbot.waitUntil(lambda: pointed(menu, part) and below.isVisible())
    action = next(action for action in below.actions() if action.text() == entry)

    def lit() -> bool:
        if below.isVisible():
            return pointed(below, action)
        pointed(menu, part)  # the screen's own pointer lies elsewhere, and on a slow machine the part closes again under it
        return False

    qtbot.waitUntil(lit)
    QTest.mouseClick(below.windowHandle(), LEFT, MODIFIER.NoModifier, below.actionGeometry(action).center())


def test_the_main_job_by_mouse_alone(qtbot: QtBot, shown: Window, articles: Path, tmp_path: Path) -> None:
    session = shown.session
    session.long_jobs.import_paths([articles])  # as a drop of the folder does, see test_main_job
    qtbot.waitUntil(lambda: full_of_articles(shown, 4))
    number = next(row.id for row in session.workbench.library.rows() if row.headline.startswith("Lindow harbour"))
    qtbot.waitUntil(lambda: clicked(shown, number))
    qtbot.waitUntil(lambda: session.reading is not None and "Two cranes" in session.reading.article.text)
    assert session.reading is not None
    start = session.reading.article.text.index("Two cranes")
    view = shown.reader.text.viewport()
    first = shown.reader.text.rects(Span(start, start + 1))[0]
    last = shown.reader.text.rects(Span(start + 9, start + 10))[0]
    window = shown.windowHandle()
    from_, to = (view.mapTo(shown, QPoint(round(x), round(first.center().y()))) for x in (first.left() + 1, last.right()))
    QTest.mousePress(window, LEFT, MODIFIER.NoModifier, from_)
    QTest.mouseMove(window, to)
    QTest.mouseRelease(window, LEFT, MODIFIER.NoModifier, to)
    span = shown.reader.text.selected_span()
    assert span is not None
    assert "wo crane" in span.of(session.reading.article.text)
    choose_in_menu(qtbot, shown, "Article", "Highlight the selected words")
    qtbot.waitUntil(lambda: any(mark.kind is MarkKind.NOTE for mark in session.marks()))
    click(button(shown, "Compare"))
    qtbot.waitUntil(lambda: session.comparing.compared is not None and not session.comparing.busy)
    table = shown.compare.matrix.table
    at = table.currentIndex()
    click(table.viewport(), table.visualRect(at.siblingAtColumn(1)).center())
    assert table.currentIndex().column() == 1
    click(button(shown, "Briefing"))
    qtbot.waitUntil(lambda: bool(session.desk.typeset.pages) and not session.desk.typeset.under_way)
    out = tmp_path / "mouse.pdf"
    answer_dialog(str(out), by_mouse=True)
    with qtbot.waitSignal(session.desk.written):
        click(button(shown, "Save …"))
    assert out.read_bytes().startswith(b"%PDF")


def test_the_main_job_by_keyboard_alone(qtbot: QtBot, shown: Window, articles: Path, tmp_path: Path) -> None:
    session = shown.session
    answer_dialog(f'"{articles / "a.txt"}" "{articles / "b.txt"}"')
    key(KEY.Key_O, MODIFIER.ControlModifier)
    qtbot.waitUntil(lambda: full_of_articles(shown, 2))
    shown.activateWindow()  # the screen has no window manager that would do so when a dialog closes
    qtbot.waitUntil(shown.isActiveWindow)
    walk_to(shown, "Harbour of Lindow")
    key(KEY.Key_Return)
    qtbot.waitUntil(lambda: shown.reader.text.hasFocus())
    for _ in range(4):
        key(KEY.Key_Right, MODIFIER.ShiftModifier | MODIFIER.ControlModifier)
    assert shown.reader.text.selected_span() is not None
    key(KEY.Key_A)
    qtbot.waitUntil(lambda: shown.reader.editor.isVisible())
    write("look again")
    key(KEY.Key_Return, MODIFIER.ControlModifier)
    qtbot.waitUntil(lambda: any(mark.kind is MarkKind.NOTE and mark.words == "look again" for mark in session.marks()))
    key(KEY.Key_Slash)
    write("ferries")
    qtbot.waitUntil(lambda: session.searching.found is not None and session.searching.found.result.total == 2)
    key(KEY.Key_Return)
    key(KEY.Key_Escape)
    key(KEY.Key_Slash)
    key(KEY.Key_Escape)
    assert session.searching.found is None
    key(KEY.Key_X)
    qtbot.waitUntil(lambda: session.comparing.compared is not None and not session.comparing.busy)
    assert session.pane is Pane.COMPARE
    key(KEY.Key_Down)
    key(KEY.Key_B)
    qtbot.waitUntil(lambda: bool(session.desk.typeset.pages) and not session.desk.typeset.under_way)
    out = tmp_path / "keys.pdf"
    answer_dialog(str(out))
    with qtbot.waitSignal(session.desk.written):
        key(KEY.Key_E, MODIFIER.ControlModifier)
    assert out.read_bytes().startswith(b"%PDF")
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    key(KEY.Key_G)
    key(KEY.Key_L)
    assert session.pane is Pane.LIBRARY


def way(window: Window, name: str) -> WayButton:
    """The way to begin with this action's id."""
    return next(one for one in window.library_pane.welcome.findChildren(WayButton) if one.way.row.id == name)


def test_from_an_empty_library_by_keyboard_alone(qtbot: QtBot, shown: Window, articles: Path) -> None:
    qtbot.waitUntil(lambda: shown.library_pane.welcoming)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), WayButton))
    while QApplication.focusWidget() is not way(shown, "import_files"):
        key(KEY.Key_J)
    answer_dialog(" ".join(f'"{path}"' for path in sorted(articles.iterdir())))
    key(KEY.Key_Return)
    qtbot.waitUntil(lambda: full_of_articles(shown, 4))
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.waitUntil(lambda: shown.list.list.hasFocus())


def test_keeping_order_by_keyboard_alone(qtbot: QtBot, shown: Window, articles: Path) -> None:
    session, library = shown.session, shown.session.workbench.library
    session.long_jobs.import_paths([articles])
    qtbot.waitUntil(lambda: full_of_articles(shown, 4))
    shown.list.list.setFocus()
    walk_to(shown, "Council")
    number = next(row.id for row in library.rows() if row.headline.startswith("Council"))
    assert shown.list.list.chosen() == (number,)
    key(KEY.Key_S)  # before the article has come
    qtbot.waitUntil(lambda: library.rows([number])[0].starred)
    key(KEY.Key_T)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ListField))
    write("bridges")
    key(KEY.Key_Return)
    qtbot.waitUntil(lambda: "bridges" in {tag.tag for tag in library.tags()})
    key(KEY.Key_Escape)
    qtbot.waitUntil(lambda: shown.list.list.hasFocus())
    key(KEY.Key_Delete)
    qtbot.waitUntil(lambda: session.following.total == 3)
    key(KEY.Key_Z, MODIFIER.ControlModifier)
    qtbot.waitUntil(lambda: session.following.total == 4)
    key(KEY.Key_K, MODIFIER.ControlModifier)
    write("lindow harbour")
    qtbot.waitUntil(lambda: shown.finding is not None and shown.finding.settled)
    key(KEY.Key_Return)
    qtbot.waitUntil(lambda: session.reading is not None and "Two cranes" in session.reading.article.text)
    key(KEY.Key_G)
    key(KEY.Key_C)
    qtbot.waitUntil(lambda: session.comparing.compared is not None and not session.comparing.busy)
    for code, level in ((KEY.Key_2, Level.TEXTS), (KEY.Key_3, Level.WORDS), (KEY.Key_1, Level.MATRIX)):
        key(code)
        qtbot.waitUntil(lambda level=level: shown.compare.standing.level is level)  # type: ignore[misc]
    key(KEY.Key_Escape)
    assert session.pane is Pane.LIBRARY


def test_going_about_by_mouse_alone(qtbot: QtBot, shown: Window, articles: Path) -> None:
    session, library = shown.session, shown.session.workbench.library
    qtbot.waitUntil(lambda: shown.library_pane.welcoming)
    answer_dialog(" ".join(f'"{path}"' for path in sorted(articles.iterdir())), by_mouse=True)
    click(way(shown, "import_files"))
    qtbot.waitUntil(lambda: full_of_articles(shown, 4))
    number = next(row.id for row in library.rows() if row.headline.startswith("Lindow harbour"))
    qtbot.waitUntil(lambda: clicked(shown, number))
    qtbot.waitUntil(lambda: session.reading is not None and session.reading.article.id == number)
    qtbot.waitUntil(lambda: not shown.reader.head._star_box.isEmpty())  # it stands where it was painted
    star = shown.reader.head._star_box.center() * shown.look.scale
    click(shown.reader.head, star.toPoint())
    qtbot.waitUntil(lambda: library.rows([number])[0].starred)
    starred = shown.library_pane.shelf_model.index_of(Shelf(ShelfKind.STARRED))
    click(shown.sidebar.viewport(), shown.sidebar.visualRect(starred).center())
    qtbot.waitUntil(lambda: session.following.listing.outline.total == 1)
    click(button(shown, "Compare"))
    qtbot.waitUntil(lambda: session.comparing.compared is not None and not session.comparing.busy)
    for words, level in (("Texts", Level.TEXTS), ("Words", Level.WORDS), ("Matrix", Level.MATRIX)):
        click(button(shown, words))
        qtbot.waitUntil(lambda level=level: shown.compare.standing.level is level)  # type: ignore[misc]
    click(button(shown, "Library"))
    assert session.pane is Pane.LIBRARY
    choose_in_menu(qtbot, shown, "Help", "Take the two-minute tour")
    qtbot.waitUntil(lambda: shown.touring)
    click(button(shown, "Next"))
    assert shown.tour.at == 1
    click(button(shown, "End the tour"))
    assert not shown.touring
