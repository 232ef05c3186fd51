"""The drawer: every drawing leads to its words, follows the chosen row, and can be saved as picture and table."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.model.comparison import ClaimStatus, Label, Origin, OriginKind, Place, Said, TimelineEntry
from briefing_app.model.dates import day_interval
from briefing_app.model.errors import ExportFailed
from briefing_app.model.findings import Quotation
from briefing_app.model.ids import ArticleId
from briefing_app.ui.comparison.drawer.exporting import SUFFIXES, save_figure
from briefing_app.ui.comparison.drawer.figure import Figure
from briefing_app.ui.comparison.drawer.table import TABS, Tab
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.comparison.view import CompareView
from briefing_app.ui.theme import Look
from tests.ui.comparison.material import compared_of, sentence
from tests.ui.comparison.test_texts import shown

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH = 280.0


def told() -> Compared:
    """Three sources with something for every drawing."""
    plain = compared_of((3, 3, 3), [{0: [0], 1: [1]}, {1: [0], 2: [2]}], conflicts=1)
    a, b = plain.articles[:2]
    words, others = Place(a.id, sentence(a, 0)), Place(b.id, sentence(b, 1))
    first = plain.comparison.claims[0]
    cells = (replace(first.cells[0], chain=("anonymous sources", "Yomiuri")), replace(first.cells[1], chain=("Yomiuri",)), *first.cells[2:])
    comparison = replace(
        plain.comparison,
        claims=(replace(first, cells=cells), *plain.comparison.claims[1:]),
        quotations=(Said(a.id, Quotation(words.span, "Ida Brandt")), Said(b.id, Quotation(others.span))),
        labels=(Label("the plan", (words, others)),),
        timeline=(TimelineEntry(day_interval(date(2026, 3, 2)), "the harbour opened", words),),
        origins=(Origin("Yomiuri", (ArticleId(1), ArticleId(2)), claims=1),),
    )
    return replace(plain, comparison=comparison)


def made(tab: Tab, compared: Compared, claim: int | None = 0) -> Figure:
    return tab.make(Look(), compared, claim, WIDTH)


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.id)
def test_every_drawing_leads_to_words_that_stand_there(tab: Tab) -> None:
    figure = made(tab, told())
    assert figure.hits
    for hit in figure.hits:
        assert hit.place.span.of(told().article(hit.place.article).text).strip()
        assert hit.words
        assert -4 <= hit.rect.left() < hit.rect.right() <= WIDTH + 12
        assert hit.rect.bottom() <= figure.height + 12
    assert all(len(row) == len(figure.head) for row in figure.rows)


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.id)
def test_with_nothing_to_draw_it_says_so(tab: Tab) -> None:
    figure = made(tab, compared_of((1, 1), []), None)
    assert figure.strokes
    assert figure.height > 0


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.id)
def test_every_drawing_is_saved_in_every_format(tmp_path: Path, tab: Tab) -> None:
    figure = made(tab, told())
    for suffix in SUFFIXES:
        save_figure(figure, tmp_path / f"drawing{suffix}")
    image = QImage(str(tmp_path / "drawing.png"))
    assert image.width() == 2 * (WIDTH + 32)
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 3)}) > 4
    assert "<svg" in (tmp_path / "drawing.svg").read_text(encoding="utf-8")
    with (tmp_path / "drawing.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == figure.head
    assert [tuple(row) for row in rows[1:]] == figure.rows


def test_a_folder_that_is_not_there_is_an_error_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        save_figure(made(TABS[0], told()), tmp_path / "nowhere" / "drawing.csv")


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    found = shown(qtbot, told(), Level.MATRIX)
    found.toggle_drawer()
    return found


def test_it_opens_with_the_keys_in_it_and_back_closes_it(view: CompareView) -> None:
    assert view.drawer.isVisible()
    assert view.drawer.width() == 320
    assert len({button.y() for button in view.drawer._buttons.values()}) == 1  # the tabs stand in one line
    view.drawer.view.setFocus()
    view.toggle_drawer()
    assert not view.drawer.isVisible()


def test_tabs_go_round(view: CompareView) -> None:
    seen = []
    for _ in TABS:
        seen.append(view.drawer.tab.id)
        view.drawer.next_tab()
    assert seen == [tab.id for tab in TABS]
    assert view.drawer.tab is TABS[0]


def test_arrows_and_enter_go_to_the_words(qtbot: QtBot, view: CompareView) -> None:
    QTest.keyClick(view.drawer.view, Qt.Key.Key_Down)
    QTest.keyClick(view.drawer.view, Qt.Key.Key_Down)
    figure = view.drawer.view.figure
    assert figure is not None
    with qtbot.waitSignal(view.sentence_wanted) as heard:
        QTest.keyClick(view.drawer.view, Qt.Key.Key_Return)
    assert heard.args == [figure.hits[1].place.article, figure.hits[1].place.span]


def test_a_press_goes_to_the_words(qtbot: QtBot, view: CompareView) -> None:
    figure = view.drawer.view.figure
    assert figure is not None
    point = figure.hits[0].rect.center().toPoint() + QPoint(16, 16)
    with qtbot.waitSignal(view.sentence_wanted) as heard:
        QTest.mouseClick(view.drawer.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert heard.args == [figure.hits[0].place.article, figure.hits[0].place.span]


def test_it_is_drawn_anew_for_another_row_and_not_while_it_is_closed(view: CompareView) -> None:
    before = view.drawer.view.figure
    view.standing.stand(1, 1)
    assert view.drawer.view.figure is not before
    view.toggle_drawer()
    closed = view.drawer.view.figure
    view.standing.stand(0, 0)
    assert view.drawer.view.figure is closed


def test_origins_and_voices_are_counted_and_signs_explained() -> None:
    compared = told()
    voice = Origin("Ida Brandt", (ArticleId(1),), OriginKind.MEDIUM, claims=2)
    both = replace(compared, comparison=replace(compared.comparison, origins=(*compared.comparison.origins, voice)))
    by_id = {tab.id: tab for tab in TABS}
    assert len(made(by_id["sourcing"], both).strokes) == len(made(by_id["sourcing"], compared).strokes) + 2
    assert len(made(by_id["coverage"], compared).strokes) >= len(compared.articles) + 2 * len(ClaimStatus)
