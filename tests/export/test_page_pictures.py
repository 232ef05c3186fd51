"""The typeset pages look as the reference pictures do; ``python packaging/page_pictures.py`` takes those anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from briefing_app.briefing.tree import Paragraph, Text
from briefing_app.export import preview
from briefing_app.export.fonts import stacks
from tests.export.page_pictures import FOLDER, WIDTH_PX, differing, pictures, trees

MOST_DIFFERING = 0.002
"""Share of a page's cells."""


@pytest.fixture(scope="module")
def now() -> dict[str, QImage]:
    if not {"Noto Serif CJK JP", "Noto Naskh Arabic"} <= set(stacks()["serif"]):
        pytest.skip("the fonts of the reference pictures are not all on this machine (fonts-noto-cjk)")
    return pictures()


def test_there_is_a_picture_of_every_page(now: dict[str, QImage]) -> None:
    assert sorted(now) == sorted(path.stem for path in FOLDER.glob("*.png"))


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.png")))
def test_the_page_looks_as_before(now: dict[str, QImage], name: str) -> None:
    assert differing(now[name], QImage(str(FOLDER / f"{name}.png"))) <= MOST_DIFFERING


def test_a_line_that_moved_is_noticed(now: dict[str, QImage]) -> None:
    tree = trees()["blocks"]
    moved = replace(tree, blocks=(Paragraph((Text("One more line."),)), *tree.blocks))
    page = QImage.fromData(preview(moved, WIDTH_PX).pages[1])
    assert differing(page, now["blocks-2"]) > 10 * MOST_DIFFERING
