"""What the program says as long as no translation is loaded: plurals, numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from briefing_app.ui.words import digits

pytestmark = pytest.mark.usefixtures("qapp")


def said(words: str, count: int = -1) -> str:
    """The words as the screen has them."""
    return QCoreApplication.translate("nowhere", words, "", count)


@pytest.mark.parametrize(("count", "words"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes")])
def test_plurals(count: int, words: str) -> None:
    assert said("%Ln note(s)", count) == words


def test_words_that_count_nothing_stay() -> None:
    assert said("Two (s) of one thing") == "Two (s) of one thing"


def test_thousands_are_marked() -> None:
    assert QLocale().language() is not QLocale.Language.C
    assert said("%Ln note(s)", 8120) == f"{digits(8120)} notes" != "8120 notes"
    assert digits(812) == "812"


def test_a_translation_goes_before(qapp: QApplication) -> None:
    class German(QTranslator):
        def isEmpty(self) -> bool:
            return False

        def translate(self, _context: str, source: str, _remark: str | None = None, count: int = -1) -> str:
            return ("%Ln Notiz" if count == 1 else "%Ln Notizen") if source == "%Ln note(s)" else source

    german = German()
    qapp.installTranslator(german)
    try:
        assert (said("%Ln note(s)", 1), said("%Ln note(s)", 3)) == ("1 Notiz", "3 Notizen")
    finally:
        qapp.removeTranslator(german)
    assert said("%Ln note(s)", 3) == "3 notes"
