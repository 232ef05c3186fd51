"""Windows come back where they stood, library by library; what is gone is passed over, what is damaged gives plain windows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.model.edit import TrashArticles
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.actions.windows import leave
from briefing_app.ui.places import MOST_KNOWN, Place, Places
from briefing_app.ui.program import Program
from briefing_app.ui.reader.model import ZoneView
from briefing_app.ui.session import Pane
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look
from briefing_app.ui.window import Window
from briefing_app.ui.window.restoring import place_of
from tests.ui.conftest import settled

NUMBERS = st.integers(1, 2**40).map(ArticleId)
PLACES = st.builds(
    Place,
    geometry=st.binary(max_size=40),
    pane=st.sampled_from(Pane),
    shelf=st.builds(Shelf, st.sampled_from(ShelfKind), st.none() | st.integers(1, 99).map(EventId), st.none() | st.text(max_size=9)),
    article=st.none() | NUMBERS,
    chosen=st.lists(NUMBERS, max_size=4).map(tuple),
    top=st.none() | st.tuples(st.integers(0, 2**30), st.floats(-1e6, 1e6)),
    zones=st.sampled_from(ZoneView),
    query=st.text(max_size=20),
    split=st.lists(st.integers(0, 5000), max_size=3).map(tuple),
)
FIXTURES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "windows.json"


@pytest.fixture
def folder(stocked: Path, tmp_path: Path) -> Path:
    """A library of four articles."""
    return Path(shutil.copytree(stocked, tmp_path / "news"))


@pytest.fixture
def programs(qapp: QApplication) -> Iterator[list[Program]]:
    """The program, started anew by ``start``."""
    assert qapp is not None
    made: list[Program] = []
    yield made
    for program in made:
        program.close()


def start(programs: list[Program], tmp_path: Path) -> Program:
    for program in programs:
        program.close()
    programs.append(Program(Settings(tmp_path / "settings.json"), Look()))
    return programs[-1]


def ready(qtbot: QtBot, window: Window) -> Window:
    qtbot.waitUntil(lambda: settled(window) and window.session.following.total == 4)
    return window


@FIXTURES
@given(st.lists(PLACES, max_size=3))
def test_places_survive_the_file(file: Path, places: list[Place]) -> None:
    file.unlink(missing_ok=True)
    windows = [(Path(f"/library {at}"), place) for at, place in enumerate(places)]
    places_kept = Places(file)
    places_kept.keep(windows)
    places_kept.flush()
    again = Places(file)
    assert list(again.open) == windows
    assert all(again.of(library) == place for library, place in windows)


@FIXTURES
@given(
    st.binary(max_size=60)
    | st.sampled_from([b"{}", b'{"open": [{"library": "x", "place": {"pane": "attic"}}]}', b'{"open": 3}', b'{"\xff": 3}'])
)
def test_a_damaged_file_gives_no_windows(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    places = Places(file)
    assert places.open == ()
    assert places.of(Path("x")) == Place()


def test_a_full_disk_takes_nothing_but_the_places(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    places = Places(tmp_path / "in the way" / "windows.json")
    places.keep([(Path("x"), Place(query="a"))])
    places.flush()
    assert places.of(Path("x")).query == "a"


def test_the_oldest_libraries_are_forgotten(file: Path) -> None:
    places = Places(file)
    for number in range(MOST_KNOWN + 3):
        places.keep_closed(Path(str(number)), Place(query=str(number)))
    assert places.of(Path("0")) == Place()
    assert places.of(Path(str(MOST_KNOWN))).query == str(MOST_KNOWN)


def test_a_window_comes_back_where_it_stood(qtbot: QtBot, programs: list[Program], folder: Path, tmp_path: Path) -> None:
    window = ready(qtbot, start(programs, tmp_path).open(folder))
    event = window.session.events.newest()
    assert event is not None
    members = window.session.workbench.library.event(event).group.articles
    window.resize(780, 520)  # Qt keeps a window that comes back on the screen, which has 800 x 800 here
    window.session.following.choose(Shelf(ShelfKind.EVENT, event))
    qtbot.waitUntil(lambda: window.list._model.total == 2)
    window.session.open_article(members[1])
    window.list.list.choose((members[1], members[0]))
    window.session.next_zone_view()
    window.library_pane.sides.setSizes([260, 520])
    bar = window.reader.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    stood = place_of(window)
    assert stood.top is not None
    size = window.size()
    leave(window)
    program = start(programs, tmp_path)
    program.restore()
    (again,) = program.windows
    ready(qtbot, again)
    qtbot.waitUntil(lambda: again.reader.text.place() == stood.top)
    now = place_of(again)
    assert (now.shelf, now.article, now.chosen, now.zones) == (stood.shelf, stood.article, stood.chosen, ZoneView.DIMMED)
    assert again.size() == size
    assert now.split == stood.split


def test_pane_and_query_come_back(qtbot: QtBot, programs: list[Program], folder: Path, tmp_path: Path) -> None:
    window = ready(qtbot, start(programs, tmp_path).open(folder))
    window.top.field.setText("cranes")
    qtbot.waitUntil(lambda: window.session.searching.found is not None)
    leave(window)
    program = start(programs, tmp_path)
    program.restore()
    (again,) = program.windows
    qtbot.waitUntil(lambda: again.session.searching.found is not None)
    assert again.searching
    again.top.field.clear()
    ready(qtbot, again).session.go(Pane.COMPARE)
    leave(again)
    program = start(programs, tmp_path)
    program.restore()
    qtbot.waitUntil(lambda: program.windows[0].session.pane is Pane.COMPARE)


def test_what_is_gone_is_passed_over(qtbot: QtBot, programs: list[Program], folder: Path, tmp_path: Path) -> None:
    window = ready(qtbot, start(programs, tmp_path).open(folder))
    library = window.session.workbench.library
    number = library.rows()[0].id
    window.session.open_article(number)
    window.list.list.choose((number,))
    window.session.following.choose(Shelf(ShelfKind.TAG, tag="no such tag"))
    leave(window)
    program = start(programs, tmp_path)
    first = program.open(folder)
    ready(qtbot, first)
    first.session.workbench.library.apply(TrashArticles((number,), True))
    leave(first)
    program = start(programs, tmp_path)
    program.restore()
    (again,) = program.windows
    qtbot.waitUntil(lambda: again.session.following.total == 3 and again.session.following.shelf == Shelf())
    qtbot.waitUntil(lambda: again.session.reading is not None)
    assert again.session.reading is not None
    assert again.session.reading.article.id != number
    assert not again.trouble.isVisible()


def test_all_windows_of_a_quit_come_back_and_a_closed_one_does_not(
    qtbot: QtBot, programs: list[Program], folder: Path, tmp_path: Path
) -> None:
    program = start(programs, tmp_path)
    one = ready(qtbot, program.open(folder))
    one.another_wanted.emit()
    other = program.open(tmp_path / "other")
    leave(one)
    program = start(programs, tmp_path)
    program.restore()
    assert [window.windowTitle().split(" ")[0] for window in program.windows] == ["news", "news", "other"]
    program.windows[0].close()
    program.windows[0].close()
    leave(program.windows[0])
    program = start(programs, tmp_path)
    program.restore()
    (last,) = program.windows
    assert last.windowTitle() == other.windowTitle()


def test_a_library_that_is_gone_is_told_in_another_window(qtbot: QtBot, programs: list[Program], folder: Path, tmp_path: Path) -> None:
    program = start(programs, tmp_path)
    window = ready(qtbot, program.open(folder))
    program.open(tmp_path / "other")
    leave(window)
    shutil.rmtree(tmp_path / "other")
    program = start(programs, tmp_path)
    program.restore()
    (left,) = program.windows
    assert "is not there any more" in left.trouble.words
    assert not (tmp_path / "other").exists()


def test_the_only_library_is_gone_and_the_new_one_says_so(qtbot: QtBot, programs: list[Program], folder: Path, tmp_path: Path) -> None:
    leave(ready(qtbot, start(programs, tmp_path).open(folder)))
    shutil.rmtree(folder)
    program = start(programs, tmp_path)
    program.restore()
    assert program.windows == ()
    program.begin(folder)
    (window,) = program.windows
    assert f"The library that was in {folder} is gone" in window.trouble.words
    assert window.trouble.findChildren(QPushButton)[0].text() == "Open library …"
    leave(window)
    program = start(programs, tmp_path)
    program.restore()
    assert not program.windows[0].trouble.isVisible(), "told once"


def test_what_is_left_of_a_library_that_is_gone_is_named(programs: list[Program], folder: Path, tmp_path: Path) -> None:
    before = Settings(tmp_path / "settings.json")
    before.remember_library(folder)
    before.flush()
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    (folder / "backups").mkdir()
    (folder / "backups" / "2026-03-01-080000.briefing-backup").touch()
    program = start(programs, tmp_path)
    program.begin(folder)
    assert "Its backups are still there" in program.windows[0].trouble.words


def test_libraries_that_are_gone_are_told_in_the_one_that_was_made_in_their_stead(
    qtbot: QtBot, programs: list[Program], folder: Path, tmp_path: Path
) -> None:
    program = start(programs, tmp_path)
    window = ready(qtbot, program.open(folder))
    program.open(tmp_path / "other")
    leave(window)
    for gone in (folder, tmp_path / "other"):
        shutil.rmtree(gone)
    program = start(programs, tmp_path)
    program.restore()
    program.begin(tmp_path / "usual")
    assert "2 libraries of the last time are not open" in program.windows[0].trouble.words


def test_a_first_start_has_nothing_to_tell(programs: list[Program], tmp_path: Path) -> None:
    program = start(programs, tmp_path)
    program.restore()
    program.begin(tmp_path / "library")
    assert not program.windows[0].trouble.isVisible()
