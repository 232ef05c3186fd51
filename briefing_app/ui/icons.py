"""The program's own icons, drawn in any colour of the theme."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from briefing_app import paths


@cache
def _drawing(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode()))


def read_icons() -> None:
    """Read every icon, on any thread."""
    for file in paths.resource("icons").glob("*.svg"):
        _drawing(file.stem)


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draw the icon ``name`` into ``rect`` in one colour."""
    _renderer(name, color.name()).render(painter, rect)


def icon(name: str, color: QColor, size: int = 16, ratio: float = 2.0, *, beside: int = 0) -> QIcon:
    """The icon ``name`` for a button, ``size`` logical pixels wide, sharp up to ``ratio`` device pixels each; ``beside`` stay free at both
    sides of it.
    """
    picture = QPixmap(round((size + 2 * beside) * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(beside, 0, size, size), color)
    painter.end()
    return QIcon(picture)
