"""The hits and what stands around them, in every theme, narrow and large: nothing cut off, covered or past translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.library import Library
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.comparison import Comparison, Copy
from briefing_app.model.dates import day_interval
from briefing_app.model.edit import PutAnnotation
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.pipeline import Workbench
from briefing_app.ui.elided import ElidedButton
from briefing_app.ui.search.guide import Role, SearchGuide
from briefing_app.ui.session import Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look, ThemeName
from briefing_app.ui.window import Window
from tests.factories import document
from tests.screens import pseudo
from tests.screens.test_pictures import cut_words, faint, keep, sideways, untranslated
from tests.screens.writing import crowded, cut_off, overlapping, written

LOOKS = [(ThemeName.LIGHT, (1280, 800), 1.0), (ThemeName.DARK, (900, 600), 1.0), (ThemeName.SEPIA, (1280, 800), 2.0)]
STORY = ("Οι γερανοί έφτασαν στο λιμάνι.", "Κανείς δεν τραυματίστηκε.", "Το πλοίο φεύγει αύριο από το λιμάνι.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with an event of an article, its copy and another, and a note."""
    made = tmp_path_factory.mktemp("search") / "library"
    now = datetime.now(UTC)
    with closing(Library.open(made)) as library:
        for at, words in enumerate((STORY, (*STORY[:2], "Η εφημερίδα έμαθε περισσότερα."), ("Το λιμάνι άνοιξε.",), ("Άλλο λιμάνι.",))):
            text = document(f"Γερανοί στο λιμάνι {at}", *words, language="el", source=f"Πρωινή {at}")
            library.add(text, str(at).encode(), f"{at}.txt")
        library.index_pending()
        ids = (ArticleId(1), ArticleId(2), ArticleId(3))
        library.put_groups([EventGroup("Γερανοί", day_interval(date(2026, 3, 2)), ids)])
        digests = tuple(article.document.text_sha256 for article in library.articles(ids))
        library.put_comparison(library.events()[0].id, Comparison("1", ids, digests, (), copies=(Copy(ids[0], ids[1], 0.8),)))
        anchor = Anchor("Γερανοί", "", " στο", Span(0, 7), digests[0])
        library.apply(PutAnnotation(Annotation(AnnotationId(0), ids[0], anchor, Tint.SUN, "Ρώτα τους ασφαλιστές για το λιμάνι.", now, now)))
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
        qtbot.waitUntil(lambda: session.following.counted_once and session.reading is not None)
        yield made
        made.close()


def searched(qtbot: QtBot, window: Window, query: str) -> None:
    window.top.field.setFocus()
    window.top.field.setText(query)
    searching = window.session.searching
    qtbot.waitUntil(lambda: searching.found is not None and searching.settled)


def _offers(qtbot: QtBot, window: Window) -> None:
    window.settings.remember_query("λιμάνι")
    searched(qtbot, window, "λιμ")
    window.session.searching.complete("λιμ", 3)
    qtbot.waitUntil(lambda: len(window.typing.offers.entries) >= 2)


def _advice(qtbot: QtBot, window: Window) -> None:
    searched(qtbot, window, "γερανοι has:λάθος is:starred ")
    assert window.hits.advice.isVisible()


def _groups(qtbot: QtBot, window: Window) -> None:
    window.session.searching.grouped = True
    searched(qtbot, window, "λιμάνι")


def _notes(qtbot: QtBot, window: Window) -> None:
    searched(qtbot, window, "in:notes λιμάνι")
    assert window.session.searching.found is not None
    assert window.session.searching.found.writings.notes == 1


def _guide(qtbot: QtBot, window: Window) -> QWidget:
    window.top.field.setFocus()
    qtbot.keyClick(window.top.field, Qt.Key.Key_F1)
    guide = next(one for one in window.findChildren(SearchGuide) if one.isVisible())
    model = guide.list.model()
    qtbot.waitUntil(lambda: model.rowCount() > 20 and model.index(1, 0).data(Role.ROW).count is not None)
    return guide


PLACES: dict[str, Callable[[QtBot, Window], QWidget | None]] = {
    "offers": _offers,
    "advice": _advice,
    "groups": _groups,
    "notes": _notes,
    "guide": _guide,
}


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("window", LOOKS, ids=["light-1280", "dark-900", "sepia-200"], indirect=True)
def test_nothing_is_cut_covered_or_past_translation(qtbot: QtBot, window: Window, place: str) -> None:
    shown = PLACES[place](qtbot, window) or window
    qtbot.wait(40)
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    keep(image, f"search-{place}-{window.look.name.value}-{window.width()}-{round(window.look.scale * 100)}")
    stretches = [one for one in written(shown) if not isinstance(one.widget, QLineEdit)]  # in a field one moves to what is out of sight
    told = [one for one in stretches if not (isinstance(one.widget, ElidedButton) and one.widget.toolTip())]
    found = window.session.searching.found
    known = f"{found.result.query_in_words if found else ''} in:notes in:anywhere is:starred has:note has:conflict has:copy"
    queries = [str(window.typing.offers.entries)] if place != "guide" else [shown.list.model().index(at, 0).data() for at in range(60)]
    known += " ".join(str(query) for query in queries)
    faults = [
        *(f"cut off: {one}" for one in cut_off(stretches)),
        *(f"on each other: {one}" for one in overlapping(stretches)),
        *(f"crowded: {one}" for one in crowded(shown)),
        *(f"hard to read: {one}" for one in faint(stretches, image)),
        *(f"scrolls sideways: {one}" for one in sideways(shown) if place != "guide"),
        *(f"past tr(): {one}" for one in untranslated(stretches, known)),
        *(f"cut words: {one}" for one in cut_words(told)),
    ]
    assert not faults, "\n".join(faults)
