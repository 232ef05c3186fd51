"""A corrected and judged matrix, light and dark, wide and narrow: each row says what was done to it, nothing is cut or covered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from briefing_app.model.ruling import Belief, Credibility, Reliability
from briefing_app.pipeline import Workbench
from briefing_app.ui.comparison.passages import ClaimRow
from briefing_app.ui.session import Pane, Session
from briefing_app.ui.settings import Settings
from briefing_app.ui.theme import Look, ThemeName
from briefing_app.ui.window import Window
from tests.screens.test_pictures import faint, keep, landmarks
from tests.screens.worlds import World, make
from tests.screens.writing import crowded, cut_off, overlapping, written


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample library of its own: what is corrected in it is seen by no other picture."""
    return make(World.SAMPLE, tmp_path_factory.mktemp("corrected"))


@pytest.fixture
def window(qtbot: QtBot, sample: Path, tmp_path: Path) -> Iterator[Window]:
    bench = Workbench.open(sample)
    session = Session(bench)
    made = Window(session, Look(ThemeName.LIGHT), Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    session.start()
    qtbot.waitUntil(lambda: bool(session.following.counts.events) and not session.long_jobs.busy)
    session.go(Pane.COMPARE)
    qtbot.waitUntil(lambda: session.comparing.compared is not None and not session.comparing.busy)
    yield made
    made.close()
    session.close()
    bench.close()


def corrected(qtbot: QtBot, window: Window) -> None:
    """A judged conflict and two joined rows, once they are worked out."""
    comparing, rulings = window.session.comparing, window.session.rulings
    compared = comparing.compared
    assert compared is not None
    if not compared.rulings:
        last = len(compared.comparison.claims) - 1
        rulings.judge(0, Belief.DOUBTED, "one source only", Reliability("C"), Credibility(4))
        rulings.join(last, last - 1)
    qtbot.waitUntil(lambda: comparing.compared is not None and len(comparing.compared.rulings) == 2 and not comparing.busy)


def noted(window: Window) -> set[str]:
    model = window.matrix_model
    rows = [model.row_at(at) for at in range(model.rowCount())]
    return {row.noted for row in rows if isinstance(row, ClaimRow) and row.noted}


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
def test_a_corrected_matrix(qtbot: QtBot, window: Window, theme: ThemeName, size: tuple[int, int]) -> None:
    corrected(qtbot, window)
    window.look.choose(theme)
    window.resize(*size)
    qtbot.wait(60)
    assert noted(window) == {"doubted C4", "joined by you"}
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    keep(image, f"corrected-{theme.value}-{size[0]}")
    stretches = written(window)
    faults = [
        *(f"cut off: {one}" for one in cut_off(stretches)),
        *(f"on each other: {one}" for one in overlapping(stretches)),
        *(f"crowded: {one}" for one in crowded(window)),
        *(f"hard to read: {one}" for one in faint(stretches, image)),
        *(f"colours: {one}" for one in landmarks(image, theme)),
    ]
    assert not faults, "\n".join(faults)
    assert any("doubted C4" in str(one) for one in stretches)
