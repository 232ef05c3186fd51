"""Icons that were read ahead are painted without the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from briefing_app.ui import icons


@pytest.mark.usefixtures("qapp")
def test_what_was_read_ahead_needs_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_parts: str) -> Path:
        raise AssertionError("asked the disk")

    icons.read_icons()
    monkeypatch.setattr(icons.paths, "resource", asked)
    picture = QImage(16, 16, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    icons.paint_icon(painter, "star", QRectF(0, 0, 16, 16), QColor("#123457"))
    painter.end()
    assert any(picture.pixelColor(x, y).alpha() for x in range(16) for y in range(16))
