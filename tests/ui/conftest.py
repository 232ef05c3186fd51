"""A real library of four small articles, a real window on it, and a watch that no test leaves anything behind."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.app import application, let_go_of_the_clipboard
from briefing_app.pipeline import Workbench
from briefing_app.ui.session import Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from tests.ui.leaks import Standing, left_since

HARBOUR_A = """Harbour of Lindow reopens after the storm

The harbour of Lindow reopened on Tuesday, the port authority said. Ferries to the islands sail again from Wednesday.

Three cranes were damaged and repairs will cost 4 million crowns, harbour master Ida Brandt told reporters on 3 March 2026.

"We cannot promise that all berths will be free before Easter," Brandt said.
"""
HARBOUR_B = """Lindow harbour open again, two cranes damaged

Lindow's harbour reopened on Tuesday, 3 March 2026, but ferries to the islands stay in port, the port authority said.

Two cranes were damaged and repairs will cost 4 million crowns, harbour master Ida Brandt told reporters.

The mayor, Per Holt, was not available for comment.
"""
COUNCIL = """Council of Varde votes on the bridge

The council of Varde decided on Monday, 12 January 2026 to build the new bridge over the Skern, councillor Mette Friis said.

The bridge will be 210 metres long. It opens in 2029.
"""
JAPANESE = """港の再開について

リンドウ港は火曜日に再開した。港湾当局が発表した。
"""


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The program's own application, with its fonts and style."""
    made = application()
    gc.freeze()  # what has been loaded stays; each test looks for garbage among its own
    yield made
    let_go_of_the_clipboard()


@pytest.fixture(autouse=True)
def garbage_here_alone(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001 (what is collected belongs to the application)
    """As in the program no thread but this one looks for garbage: on another, Python would delete what Qt allows on this one alone."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what lasts is not looked through again after every test
    gc.enable()


@pytest.fixture(autouse=True)
def no_key_is_held(qapp: QApplication) -> None:
    """Shift or Control of another test's last key is let go: Qt takes it for held until the next key, and would add to what is chosen."""
    if qapp.keyboardModifiers() is not Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWindow(), Qt.Key.Key_Shift)
    assert qapp.keyboardModifiers() is Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def nothing_is_left_behind(garbage_here_alone: None) -> Iterator[None]:  # noqa: ARG001 (looked for before the garbage goes)
    """A test that leaves a window, a session, a thread or a process behind fails."""
    before = Standing.now()
    yield
    left = left_since(before)
    if left:
        pytest.fail(f"The test leaves behind {', '.join(left)}.")


def write_articles(folder: Path) -> Path:
    """A folder of four articles, two of them about one event."""
    folder.mkdir()
    for name, words in {"a.txt": HARBOUR_A, "b.txt": HARBOUR_B, "c.txt": COUNCIL, "d.txt": JAPANESE}.items():
        (folder / name).write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """The four articles as files."""
    return write_articles(tmp_path / "articles")


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the four articles, imported and followed up once for all tests; to be copied, not opened."""
    folder = tmp_path_factory.mktemp("stocked")
    return stock(folder / "library", write_articles(folder / "articles"))


def stock(library: Path, articles: Path) -> Path:
    """Make the library of a folder of articles, with all that follows."""
    bench = Workbench.open(library)
    bench.import_paths([articles], lambda _progress: None).future.result(timeout=100)
    bench.catch_up(lambda _progress: None).future.result(timeout=100)
    bench.close()
    return library


@pytest.fixture
def workbench(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Workbench]:
    """An open library with its workers: empty, or with the four articles for a test that asks for ``full``."""
    if "full" in request.fixturenames:
        shutil.copytree(request.getfixturevalue("stocked"), tmp_path / "library")
    bench = Workbench.open(tmp_path / "library")
    yield bench
    bench.close()


@pytest.fixture
def session(qapp: QApplication, workbench: Workbench) -> Iterator[Session]:
    """A session on the library."""
    assert qapp is not None
    made = Session(workbench)
    yield made
    if shiboken6.isValid(made):  # not closed by the test, and gone by now
        made.close()


@pytest.fixture
def window(qtbot: QtBot, session: Session, tmp_path: Path) -> Window:
    """A window on the library, its followers running."""
    made = Window(session, Look(), Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    for model in made.findChildren(QAbstractItemModel):  # what one does wrong it warns of, and a warning fails the test
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    made.show()
    made.activateWindow()
    session.start()
    return made


@pytest.fixture
def full(qtbot: QtBot, window: Window) -> Window:
    """The window on the library of the four articles."""
    qtbot.waitUntil(lambda: settled(window) and window.session.following.total >= 4)
    return window


def settled(window: Window) -> bool:
    """Whether nothing is under way and nothing is behind."""
    session = window.session
    return session.going and not session.long_jobs.busy and session.following.behind == 0 and bool(session.following.counts.events)
