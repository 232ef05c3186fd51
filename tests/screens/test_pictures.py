"""A picture of every place of the window, with nothing, one thing or too much in it, in every theme, small and large, in other scripts.

``BRIEFING_PICTURES=build/pictures python packaging/test.py tests/screens`` keeps them for people to open.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QCursor, QImage
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.pipeline import Workbench
from briefing_app.ui.session import Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import COLOURS, Look, ThemeName
from briefing_app.ui.window import Window
from tests.screens import pseudo
from tests.screens.contrast import contrast
from tests.screens.pairwise import Case, pairwise
from tests.screens.stages import Stage, enter
from tests.screens.worlds import World
from tests.screens.writing import Stretch, crowded, cut_off, overlapping, written

MOST = 60
_NEEDS_ARTICLE = {Stage.NOTE, Stage.EVIDENCE, Stage.TEXTS, Stage.WORDS, Stage.PALETTE, Stage.KEYS}
_WITH_MANY = {Stage.LIBRARY, Stage.SEARCH, Stage.BUSY}
_WITH_ONE = {Stage.LIBRARY, Stage.COMPARE, Stage.BRIEFING}
_WITH_TOUR = {World.SAMPLE, World.GREEK}
_MAY_SCROLL_SIDEWAYS = {Stage.COMPARE, Stage.TEXTS}


def allowed(case: Case) -> bool:
    """Which places a world is worth a picture of."""
    stage, world = case.get("stage"), case.get("world")
    if stage is None or world is None:
        return True
    if stage is Stage.TOUR:
        return world in _WITH_TOUR
    only = {World.NONE: set(Stage) - _NEEDS_ARTICLE, World.ONE: _WITH_ONE, World.MANY: _WITH_MANY}.get(world, set(Stage))
    return stage in only


CASES = pairwise(
    {"world": list(World), "stage": list(Stage), "theme": list(ThemeName), "size": [(1280, 800), (900, 600)], "scale": [1.0, 2.0]}, allowed
)


def name_of(case: Case) -> str:
    """The name of the case's picture."""
    return f"{case['stage'].value}-{case['world'].value}-{case['theme'].value}-{case['size'][0]}-{round(case['scale'] * 100)}"


@pytest.fixture
def window(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, world_bench: Any) -> Iterator[Window]:
    """A window as the case wants it: Greek articles are read in the language that nobody speaks."""
    case: Case = request.param
    QCursor.setPos(5000, 5000)  # the pointer must not rest on a button of the picture
    with ExitStack() as stack:
        if case["world"] is World.GREEK:
            stack.enter_context(pseudo.spoken())
        bench: Workbench = world_bench(case["world"])
        session = Session(bench)
        made = Window(session, Look(case["theme"], scale=case["scale"]), Settings(tmp_path / "settings.json"))
        qtbot.addWidget(made)
        made.resize(*case["size"])
        made.show()
        session.following.start()
        yield made
        made.close()


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
@pytest.mark.parametrize(("window", "case"), [(case, case) for case in CASES], ids=map(name_of, CASES), indirect=["window"])
def test_picture(qtbot: QtBot, window: Window, case: Case) -> None:
    shown = enter(qtbot, window, case["stage"], case["world"])
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    keep(image, name_of(case))
    stretches = written(shown)
    faults = [
        *(f"cut off: {one}" for one in cut_off(stretches)),
        *(f"on each other: {one}" for one in overlapping(stretches)),
        *(f"crowded: {one}" for one in crowded(shown)),
        *(f"hard to read: {one}" for one in faint(stretches, image)),
        *(f"scrolls sideways: {one}" for one in sideways(shown) if case["stage"] not in _MAY_SCROLL_SIDEWAYS),
        *(f"colours: {one}" for one in landmarks(image, case["theme"])),
    ]
    if case["world"] is World.GREEK:
        own = core_words(window)
        faults += [f"past tr(): {one}" for one in untranslated(stretches, own)] + [f"cut words: {one}" for one in cut_words(stretches)]
    if shown.isWindow() and (shown.width() > case["size"][0] or shown.height() > case["size"][1]):
        faults.append(f"larger than the window: {shown.width()}x{shown.height()}")
    assert not faults, "\n".join(faults)
    assert len(stretches) >= 8


def test_there_are_few_enough() -> None:
    assert len(CASES) <= MOST


def keep(image: QImage, name: str) -> None:
    """Write the picture where it was asked for."""
    folder = os.environ.get("BRIEFING_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        image.save(str(Path(folder) / f"{name}.png"))


def colours(image: QImage, box: QRect | None = None, step: int = 1) -> Counter[int]:
    """How often each colour stands in a part of the picture."""
    part = (image.copy(box) if box is not None else image).convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(part.constBits()).cast("I")[::step])


def faint(stretches: list[Stretch], image: QImage) -> Iterator[str]:
    """Texts that stand out from the ground they really have by less than 4.5 to 1."""
    for stretch in stretches:
        seen = colours(image, stretch.on_window & image.rect())
        ground = next((QColor(color) for color, _ in seen.most_common(3) if QColor(color) != stretch.color), None)
        if ground is not None and (ratio := contrast(_over(stretch.color, ground), ground)) < 4.5:
            yield f"{ratio:.1f} {stretch.color.name()} on {ground.name()}: {stretch}"


def _over(color: QColor, ground: QColor) -> QColor:
    """What a colour that lets the ground through looks like on it."""
    share = color.alphaF()
    parts = zip(color.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(share * above + (1 - share) * below for above, below in parts))


def sideways(window: QWidget) -> Iterator[str]:
    """Scroll bars for what is too wide."""
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.horizontalScrollBar().isVisible():
            yield type(area).__name__


def landmarks(image: QImage, theme: ThemeName) -> Iterator[str]:
    """The picture is not blank, and it is in the colours of its theme."""
    seen = colours(image, step=3)
    tokens = COLOURS[theme]
    paper = {QColor(tokens.paper).rgb(), QColor(tokens.surface).rgb()}
    if sum(seen[color] for color in paper) < 0.3 * seen.total():
        yield "little of the theme's own paper"
    if len(seen) < 40:
        yield f"only {len(seen)} colours"


def core_words(window: Window) -> str:
    """What the library itself says, in English: how a value was found, why a claim stands where it stands, a draft's sentences."""
    session = window.session
    library = session.workbench.library
    said: list[str] = []
    for article in library.articles(library.article_ids()):
        document = article.document
        said += [article.custody.path, article.custody.original_sha256, "SHA-256"]
        values = (document.title, document.source, document.byline, document.date, document.agency, document.language)
        said += [evidence.how for value in values for evidence in value.evidence] + [zone.reason for zone in document.zones]
    for event in library.events():
        comparison = library.comparison(event.id)
        said += [claim.why for claim in comparison.claims] + [d.why for d in comparison.differences] if comparison else []
    if session.searching.found is not None:
        said.append(session.searching.found.result.query_in_words)
    said += [piece.text for card in session.desk.cards for line in card.lines for piece in line.pieces]
    return " ".join(" ".join(said).split())


def untranslated(stretches: list[Stretch], known: str) -> Iterator[str]:
    """Latin words outside of brackets: the articles are Greek, so the program said them past tr()."""
    for widget in dict.fromkeys(stretch.widget for stretch in stretches):
        words = " ".join(stretch.words for stretch in stretches if stretch.widget is widget)
        whole = pseudo.bare(words).replace("\u200b", "")  # where a long path or digest may be broken
        bare = [word for word in whole.split() if pseudo.is_latin(word) and word not in known]
        if bare:
            yield f"{' '.join(bare)} in {type(widget).__name__}: {words[:120]}"


def cut_words(stretches: list[Stretch]) -> Iterator[str]:
    """Words of the program that lost their end. Rows of lists may be elided, and what a tool tip says in full."""
    for widget in dict.fromkeys(stretch.widget for stretch in stretches):
        words = " ".join(stretch.words for stretch in stretches if stretch.widget is widget)
        elided = widget.toolTip() and any(stretch.words.rstrip("… ") in widget.toolTip() for stretch in stretches if "…" in stretch.words)
        if pseudo.open_brackets(words) and not elided and not isinstance(widget.parent(), QAbstractItemView):
            yield f"{type(widget).__name__}: {words[:200]}"
