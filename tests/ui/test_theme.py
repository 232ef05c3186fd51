"""The tokens: every text can be read on every ground it is drawn on, and the scale of the interface."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from briefing_app.model.annotation import Tint
from briefing_app.ui.theme import INTERFACE_SCALES, Look, ThemeName, Type, fitting_scale, pixels_of
from tests.screens.contrast import contrast

TEXT, PART = 4.5, 3.0
"""What WCAG 2.2 asks for of text (1.4.3) and of signs that are no text (1.4.11)."""
WORDS = ("ink", "muted", "accent", "conflict", "caution")
GROUNDS = ("paper", "surface", "selection", "chip")
SIGNS = {"accent": GROUNDS, "ink": GROUNDS, "muted": GROUNDS, "conflict": GROUNDS, "caution": GROUNDS}
"""The ring of the focus, icons and bars; lines, hatching and the frames of keys only part what is told apart without them."""
SOURCES = 8


@pytest.fixture(params=list(ThemeName))
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Look:
    """Each theme in turn."""
    assert qapp is not None
    return Look(request.param)


@pytest.mark.parametrize("words", WORDS)
def test_words_on_every_ground(look: Look, words: str) -> None:
    grounds = {name: look.color(name) for name in GROUNDS} | {tint.value: look.tint(tint) for tint in Tint}
    weak = {name: ratio for name, ground in grounds.items() if (ratio := contrast(look.color(words), ground)) < TEXT}
    assert not weak


@pytest.mark.parametrize("place", range(SOURCES))
def test_letters_on_their_hues(look: Look, place: int) -> None:
    hue = look.hue(place)
    assert hue is not None
    assert contrast(look.on_hue(place), hue) >= TEXT


def test_letters_without_a_hue(look: Look) -> None:
    assert look.hue(SOURCES) is None
    assert min(contrast(look.on_hue(SOURCES), look.color(ground)) for ground in GROUNDS) >= TEXT


@pytest.mark.parametrize("sign", SIGNS)
def test_rings_and_icons(look: Look, sign: str) -> None:
    assert min(contrast(look.color(sign), look.color(ground)) for ground in SIGNS[sign]) >= PART


def test_the_palette_of_qt_says_the_same(look: Look) -> None:
    palette = look.palette()
    pairs = [
        (palette.windowText(), palette.window()),
        (palette.text(), palette.base()),
        (palette.buttonText(), palette.button()),
        (palette.highlightedText(), palette.highlight()),
        (palette.placeholderText(), palette.base()),
        (palette.toolTipText(), palette.toolTipBase()),
        (palette.link(), palette.base()),
    ]
    assert min(contrast(words.color(), ground.color()) for words, ground in pairs) >= TEXT


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scale", INTERFACE_SCALES)
@pytest.mark.usefixtures("qapp")
def test_type_and_measures_grow_together(scale: float) -> None:
    look = Look(scale=scale)
    assert look.px(28) == round(28 * scale)
    assert QFontInfo(look.font(Type.UI)).pixelSize() == pytest.approx(13 * scale, abs=1)
    assert QFontInfo(look.plain.font(Type.UI)).pixelSize() == 13
    plain = look.plain
    look.choose(name=ThemeName.DARK, scale=1.0)
    assert look.plain is plain
    assert plain.color("paper") == look.color("paper")
    assert QFontInfo(look.font(Type.UI)).pixelSize() == 13


def test_a_font_tells_how_high_it_is(qapp: QApplication) -> None:
    assert pixels_of(qapp.font()) == pytest.approx(QFontInfo(qapp.font()).pixelSize(), abs=1)
    font = QFont("Inter")
    font.setPixelSize(17)
    assert pixels_of(font) == 17


def test_the_first_start_takes_the_size_of_the_system() -> None:
    assert [fitting_scale(pixels) for pixels in (9, 13, 15, 18, 20, 27, 40)] == [1.0, 1.0, 1.0, 1.25, 1.5, 2.0, 2.0]
