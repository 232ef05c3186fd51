"""Facts on one line: begun when something of them can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from briefing_app.ui.painting import Run, paint_facts
from briefing_app.ui.theme import Look, Type

FACTS = [[Run("shared", "muted"), Run("harbour, pilots")], [Run("hedge"), Run("A–B: “reportedly” on one side only")]]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("width", "begun"), [(600, 2), (330, 2), (180, 1), (20, 1)])
def test_a_fact_is_begun_when_something_of_it_can_be_read(width: int, begun: int) -> None:
    picture = QImage(width, 20, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    try:
        assert paint_facts(painter, Look(), FACTS, QRectF(0, 0, width, 20), Type.UI) == begun
    finally:
        painter.end()
