"""Comparisons that nobody would ask for, really compared: every level and drawing stands, keys move in it, and nothing is made up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.comparison import compare
from briefing_app.language import read
from briefing_app.model.comparison import ClaimStatus
from briefing_app.ui.comparison.drawer.table import TABS
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.standing import Level
from tests.factories import article
from tests.ui.comparison.test_texts import shown
from tests.ui.conftest import COUNCIL, HARBOUR_A, HARBOUR_B, JAPANESE

pytestmark = pytest.mark.usefixtures("qapp")

ARABIC = "قالت سلطة الميناء إن ميناء ليندو عاد إلى العمل يوم الثلاثاء.\n\nقال عمدة المدينة إن العبارات ستبحر غدا."
SPANISH = "El puerto de Lindow volvió a abrir el martes.\n\nLos barcos zarpan mañana."
LANGUAGES = {JAPANESE: "ja", ARABIC: "ar", SPANISH: "es"}
NUMBERED = "\n\n".join(f"The clerk of Varde wrote that house {n} of the old quay has {n + 3} windows and one door." for n in range(100))

CASES = {
    "the same twice": (HARBOUR_A, HARBOUR_A),
    "the same twelve times": (HARBOUR_A,) * 12,
    "twelve": (HARBOUR_A, HARBOUR_B, COUNCIL, JAPANESE) * 3,
    "one empty": (HARBOUR_A, ""),
    "all empty": ("", ""),
    "one alone": (HARBOUR_A,),
    "four languages": (HARBOUR_A, JAPANESE, ARABIC, SPANISH),
    "a hundred rows and more": (HARBOUR_A, NUMBERED),
}


def compared(texts: tuple[str, ...]) -> Compared:
    """The texts, each an article of its own source, as the program compares them."""
    articles = tuple(
        article(number, None, *text.strip().split("\n\n"), source=f"Source {number}", language=LANGUAGES.get(text, "en"))
        for number, text in enumerate(texts, 1)
    )
    findings = [read(one.document) for one in articles]
    sentences = tuple(tuple(one.span for one in found.sentences) for found in findings)
    return Compared(compare(articles, findings), articles, None, sentences)


@pytest.mark.parametrize("name", CASES)
def test_it_is_shown_at_every_level_and_in_every_drawing(qtbot: QtBot, name: str) -> None:
    made = compared(CASES[name])
    view = shown(qtbot, made, Level.MATRIX, (900, 600))
    for level in Level:
        view.open_level(level)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
            QTest.keyClick(view.level_widget.focusWidget() or view.level_widget, key)
        view.pane.walk(1)
        view.peek()
        view.explain()
        assert not view.grab().isNull()
        view.back()
    view.drawer.setVisible(True)
    for tab in TABS:
        view.drawer.choose(tab)
        assert not view.grab().isNull()


def test_copies_dispute_nothing_and_leave_nothing_out() -> None:
    for name in ("the same twice", "the same twelve times"):
        comparison = compared(CASES[name]).comparison
        assert {claim.status for claim in comparison.claims} == {ClaimStatus.ALL}
        assert comparison.omissions == ()


def test_an_empty_article_is_silent_everywhere() -> None:
    comparison = compared(CASES["one empty"]).comparison
    assert comparison.claims
    assert all(claim.status is ClaimStatus.ONLY and not claim.cells[1].spans for claim in comparison.claims)
