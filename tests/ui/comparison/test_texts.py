"""Level 2: moving, unfolding, bringing the others; what is chosen is told to the other levels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout
from pytestqt.qtbot import QtBot

from briefing_app.ui.comparison.matrix.model import MatrixModel
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.standing import Level
from briefing_app.ui.comparison.texts.arrangement import Box, claims_of
from briefing_app.ui.comparison.texts.flow import Fold, Passage
from briefing_app.ui.comparison.texts.page import Page
from briefing_app.ui.comparison.texts.painting import sign_boxes
from briefing_app.ui.comparison.view import CompareView
from briefing_app.ui.theme import Look, ThemeName, Type
from tests.ui.comparison.material import compared_of, row_here, sentence

CROSSING = compared_of(
    (6, 6, 6), [{0: [1], 1: [1], 2: [1]}, {0: [2], 1: [5]}, {0: [3], 1: [2], 2: [3]}, {0: [4], 1: [3], 2: [4]}], conflicts=1
)


def shown(qtbot: QtBot, compared: Compared, level: Level = Level.TEXTS, size: tuple[int, int] = (1280, 700)) -> CompareView:
    """A compare pane on a comparison, at a level."""
    view = CompareView(Look(), MatrixModel())
    qtbot.addWidget(view)
    layout = view.layout()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the platform without a screen warns of windows with a least size
    view.resize(*size)
    view.show()
    view.show_compared(compared, busy=False)
    view.open_level(level)
    return view


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    """Three texts; the second row crosses two others."""
    return shown(qtbot, CROSSING)


def page_of(view: CompareView) -> Page:
    page = view.texts.canvas.page
    assert page is not None
    return page


def current(view: CompareView) -> Box:
    at = view.texts.current
    assert at is not None
    return page_of(view).arranged.boxes[at]


def key(view: CompareView, which: Qt.Key) -> None:
    QTest.keyClick(view.texts.canvas, which)


def press(view: CompareView, at: int, *, twice: bool = False) -> None:
    point = view.texts.canvas.rect_of(at).center()
    (QTest.mouseDClick if twice else QTest.mouseClick)(view.texts.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_the_cell_chosen_in_the_matrix_is_chosen_here(qtbot: QtBot) -> None:
    view = shown(qtbot, CROSSING, Level.MATRIX)
    view.standing.stand(2, 1)
    view.open_level(Level.TEXTS)
    assert claims_of(current(view).item) == (2,)
    assert current(view).column == 1
    view.texts.step(0, 1)
    assert (view.standing.claim, view.standing.place) == (2, 2)
    view.open_level(Level.MATRIX)
    row = row_here(view.matrix)
    assert row is not None
    assert (row.index, view.matrix.table.currentIndex().column()) == (2, 2)


def test_arrows_move_through_a_text_and_along_a_row(view: CompareView) -> None:
    view.standing.stand(0, 0)
    key(view, Qt.Key.Key_Right)
    assert (current(view).column, claims_of(current(view).item)) == (1, (0,))
    key(view, Qt.Key.Key_Down)
    assert claims_of(current(view).item) == (2,)
    key(view, Qt.Key.Key_Up)
    key(view, Qt.Key.Key_Up)
    assert isinstance(current(view).item, Fold)
    key(view, Qt.Key.Key_Up)
    assert isinstance(current(view).item, Fold)


def test_a_row_of_one_source_is_chosen_in_its_fold(view: CompareView) -> None:
    last = (sentence(CROSSING.articles[2], 5),)
    lone = next(index for index, claim in enumerate(CROSSING.comparison.claims) if claim.cells[2].spans == last)
    view.standing.stand(lone, 2)
    assert isinstance(current(view).item, Fold)
    assert current(view).column == 2


def test_a_fold_opens_and_closes(view: CompareView) -> None:
    at = next(at for at, box in enumerate(page_of(view).arranged.boxes) if isinstance(box.item, Fold))
    before, box = page_of(view).height, page_of(view).arranged.boxes[at]
    press(view, at)
    assert current(view).item == box.item
    assert current(view).height > box.height
    view.open_here()
    assert current(view).height == box.height
    assert page_of(view).height == before


def test_enter_brings_the_others_and_the_passage_stays_where_it_is(qtbot: QtBot) -> None:
    view = shown(qtbot, CROSSING, size=(1280, 250))
    view.standing.stand(1, 1)
    assert not page_of(view).level(view.texts.current or 0)
    height = view.texts.canvas.height_of(view.texts.current or 0)
    view.open_here()
    assert (view.standing.claim, view.standing.place) == (1, 1)
    assert page_of(view).level(view.texts.current or 0)
    assert view.texts.canvas.height_of(view.texts.current or 0) == pytest.approx(height, abs=1)


def test_enter_on_a_level_passage_opens_its_article(qtbot: QtBot, view: CompareView) -> None:
    view.standing.stand(2, 1)
    with qtbot.waitSignal(view.sentence_wanted) as told:
        view.open_here()
    assert told.args == [CROSSING.articles[1].id, sentence(CROSSING.articles[1], 2)]


def test_marks_are_walked_by_height(view: CompareView) -> None:
    view.standing.stand(3, 2)
    view.texts.walk(-1)
    assert (view.standing.claim, view.standing.place) == (1, 2)  # the omission of the third source
    view.texts.walk(-1)
    view.texts.walk(-1)
    assert view.standing.claim == 0


def test_a_clash_has_its_sign_between_the_passages_that_clash(view: CompareView) -> None:
    page = page_of(view)
    pairs = {(page.arranged.boxes[one.left].column, page.arranged.boxes[one.right].column) for one in page.clashing}
    assert pairs == {(0, 1)}


def test_columns_are_at_least_300_wide_and_scroll_sideways(qtbot: QtBot) -> None:
    view = shown(qtbot, compared_of((4,) * 12, [{column: [1] for column in range(12)}]), size=(900, 500))
    page = page_of(view)
    assert page.column_width == 300
    assert view.texts.canvas.horizontalScrollBar().maximum() > 2000
    view.standing.stand(0, 11)
    rect = view.texts.canvas.rect_of(view.texts.current or 0)
    assert view.texts.canvas.viewport().rect().contains(rect.center())


@pytest.mark.usefixtures("qapp")
def test_two_texts_take_the_room_of_the_window_with_larger_type() -> None:
    both = compared_of((4, 4), [{0: [1], 1: [1]}])
    wide, narrow = (Page(Look(), both, width) for width in (1270, 800))
    assert (wide.kind, narrow.kind) == (Type.READING, Type.DENSE)
    assert wide.width == pytest.approx(1270, abs=4)
    assert wide.at(QPointF(wide.left(1) + 5, wide.rect(wide.columns[1][0]).center().y())) == wide.columns[1][0]
    assert wide.at(QPointF(wide.left(1) - 5, wide.rect(wide.columns[1][0]).center().y())) is None


def test_beside_texts_that_leave_room_stands_why_the_row_is_there(qtbot: QtBot) -> None:
    view = shown(qtbot, compared_of((4, 4), [{0: [1], 1: [1]}, {0: [2]}], conflicts=1), size=(1900, 800))
    margin = view.texts.margin
    qtbot.waitUntil(margin.isVisible)
    assert page_of(view).width <= view.texts.canvas.viewport().width()
    view.standing.stand(0, 0)
    assert "rule: Of one thing" in margin.accessibleDescription()
    view.standing.stand(1, 0)
    assert "rule: One source alone" in margin.accessibleDescription()
    assert view.texts.minimumSizeHint().width() < 300
    view.resize(1280, 800)
    qtbot.waitUntil(lambda: not margin.isVisible())
    qtbot.waitUntil(lambda: page_of(view).kind is Type.READING)


@pytest.mark.usefixtures("qapp")
def test_signs_of_what_clashes_stand_beside_each_other() -> None:
    crossed = compared_of((3, 3), [{0: [0], 1: [2]}, {0: [1], 1: [1]}], conflicts=2)
    page = Page(Look(), crossed, 1270)
    boxes = [box for _, box in sign_boxes(page, page.arranged.ribbons)]
    assert len(boxes) == 2
    assert not boxes[0].intersects(boxes[1])


def test_another_theme_and_size_lay_out_anew(view: CompareView) -> None:
    page = page_of(view)
    view._look.choose(ThemeName.DARK)
    assert page_of(view) is not page
    page = page_of(view)
    view.resize(1000, 700)
    assert page_of(view).column_width != page.column_width


def test_while_it_is_not_seen_nothing_is_laid_out(qtbot: QtBot) -> None:
    view = shown(qtbot, CROSSING, Level.MATRIX)
    assert view.texts.canvas.page is None


def test_a_screen_reader_hears_whose_words_they_are(view: CompareView) -> None:
    view.standing.stand(0, 1)
    assert view.texts.canvas.accessibleDescription().startswith("B: Sentence 1 of source B")


@pytest.mark.parametrize("language", ["ar", "ja", "long"])
def test_any_script_and_any_word_stays_in_its_column(qtbot: QtBot, language: str) -> None:
    view = shown(qtbot, compared_of((3, 3), [{0: [1], 1: [1]}], languages=("en", language)), size=(640, 500))
    page = page_of(view)
    for at, box in enumerate(page.arranged.boxes):
        prose = page.prose(at)
        if isinstance(box.item, Passage):
            assert prose is not None
            assert prose.widest <= page.column_width
    assert view.texts.canvas.grab(view.texts.canvas.rect()).toImage().pixelColor(QPoint(5, 300)).isValid()


def test_a_clash_across_a_silent_text_leads_through_it_and_no_further(qtbot: QtBot) -> None:
    page = page_of(shown(qtbot, compared_of((2, 2, 2, 2), [{0: [0], 2: [0], 3: [0]}], conflicts=1)))
    columns = sorted((page.arranged.boxes[one.left].column, page.arranged.boxes[one.right].column) for one in page.clashing)
    assert columns == [(0, 1), (1, 2)]
