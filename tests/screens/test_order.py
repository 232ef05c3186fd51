"""Sidebar and boxes in which things are kept in order: full of long names, in a language that nobody speaks, large and small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from briefing_app.library import Library
from briefing_app.model.briefing import Briefing
from briefing_app.model.case import Case, Thing
from briefing_app.model.edit import PutBriefing, PutCase, PutSearch, TagArticles, TrashArticles
from briefing_app.model.ids import ArticleId, BriefingId, CaseId, EventId, Noun, SearchId
from briefing_app.model.search import SavedSearch
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.pipeline import Workbench
from briefing_app.ui.actions import organizing
from briefing_app.ui.organizing.asking import Asking
from briefing_app.ui.session import Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look, ThemeName
from briefing_app.ui.window import Window
from tests.factories import document
from tests.screens import pseudo
from tests.screens.test_pictures import cut_words, faint, keep, sideways, untranslated
from tests.screens.writing import crowded, cut_off, overlapping, written

LONG = "Υποδομές και μεταφορές στις κοιλάδες του βορρά και του νότου, με όλα τους τα έγγραφα και όλες τις σημειώσεις"
LOOKS = [(ThemeName.LIGHT, (1280, 800), 1.0), (ThemeName.DARK, (900, 600), 1.0), (ThemeName.SEPIA, (1280, 800), 2.0)]
CASE = Shelf(ShelfKind.CASE, case=CaseId(1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with a case, tags and a search of long names, and something in the trash."""
    made = tmp_path_factory.mktemp("order") / "library"
    now = datetime.now(UTC)
    with closing(Library.open(made)) as library:
        for number in range(6):
            text = document(f"Γερανοί στο λιμάνι {number}", "Οι γερανοί έφτασαν στο λιμάνι.", language="el", source="Πρωινή")
            library.add(text, str(number).encode(), f"{number}.txt")
        ids = tuple(map(ArticleId, range(1, 7)))
        library.index_pending()
        library.apply(TagArticles(ids[:3], LONG[:100], True))
        library.apply(TagArticles(ids[:1], "γερανοί", True))
        library.apply(PutBriefing(Briefing(BriefingId(0), EventId(1), LONG, (), now, now)))
        things = (Thing(Noun.ARTICLE, 1), Thing(Noun.BRIEFING, 1))
        library.apply(PutCase(Case(CaseId(0), LONG, LONG, now, now), things))
        library.apply(PutSearch(SavedSearch(SearchId(0), LONG, "γερανοί", now, now)))
        library.apply(TrashArticles(ids[-1:], True))
    return made


@pytest.fixture
def window(request: pytest.FixtureRequest, qtbot: QtBot, folder: Path, tmp_path: Path) -> Iterator[Window]:
    theme, size, scale = request.param
    bench = Workbench.open(folder)
    with pseudo.spoken(), closing(bench):
        session = Session(bench)
        made = Window(session, Look(theme, scale=scale), Settings(tmp_path / "settings.json"))
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        made.activateWindow()
        session.following.start()
        session.organizing.start()
        session.following.choose(CASE)
        qtbot.waitUntil(lambda: session.following.counted_once and bool(session.organizing.cases))
        qtbot.waitUntil(lambda: session.following.listing.shelf == CASE and session.reading is not None)
        if made.sidebar.isHidden():
            made.library_pane.toggle_sidebar()
        yield made
        made.close()


def _library(_window: Window) -> None:
    """Only what stands there anyway."""


def _rename(window: Window) -> None:
    window.sidebar.setFocus()
    organizing.rename_here(window)


PLACES: dict[str, Callable[[Window], None]] = {
    "sidebar": _library,
    "tags": organizing.edit_tags,
    "cases": organizing.file_in_case,
    "new case": organizing.new_case,
    "case": _rename,
}


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("window", LOOKS, ids=["light-1280", "dark-900", "sepia-200"], indirect=True)
def test_nothing_is_cut_covered_or_past_translation(qtbot: QtBot, window: Window, place: str) -> None:
    window.list.list.choose([ArticleId(1)])
    PLACES[place](window)
    if place != "sidebar":
        qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(Asking)))
        assert all(window.rect().contains(box.geometry()) for box in window.findChildren(Asking) if box.isVisible())
    qtbot.wait(40)
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    keep(image, f"order-{place.replace(' ', '-')}-{window.look.name.value}-{window.width()}")
    stretches = [one for one in written(window) if not isinstance(one.widget, QLineEdit)]  # in a field one moves to what is out of sight
    faults = [
        *(f"cut off: {one}" for one in cut_off(stretches)),
        *(f"on each other: {one}" for one in overlapping(stretches)),
        *(f"crowded: {one}" for one in crowded(window)),
        *(f"hard to read: {one}" for one in faint(stretches, image)),
        *(f"scrolls sideways: {one}" for one in sideways(window)),
        *(f"past tr(): {one}" for one in untranslated(stretches, "made for a test, γερανοί")),
        *(f"cut words: {one}" for one in cut_words(stretches)),
    ]
    assert not faults, "\n".join(faults)
    assert len(stretches) >= 8
