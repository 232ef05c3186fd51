"""Writes a drawing as SVG or PNG and its table as CSV; the old file stays until the new one is whole."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from briefing_app.model.errors import ExportFailed
from briefing_app.ui.comparison.drawer.figure import Figure

MARGIN, RATIO = 16, 2
SUFFIXES = (".svg", ".png", ".csv")


def save_figure(figure: Figure, path: Path) -> None:
    """Write it in the format of the suffix. Raises ExportFailed."""
    made = {".svg": _svg, ".png": _png, ".csv": _csv}[path.suffix.lower()](figure)
    file = QSaveFile(str(path))
    if not (file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(made) == len(made) and file.commit()):
        raise ExportFailed(f"{path} could not be written: {file.errorString()}", "Choose another folder, or make room on the disk.")


def _size(figure: Figure) -> QSize:
    return QSize(round(figure.width) + 2 * MARGIN, round(figure.height) + 2 * MARGIN)


def _paint(figure: Figure, painter: QPainter) -> None:
    painter.fillRect(QRectF(0, 0, _size(figure).width(), _size(figure).height()), figure.look.color("paper"))
    painter.translate(MARGIN, MARGIN)
    figure.paint(painter)


def _svg(figure: Figure) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(_size(figure))
    generator.setViewBox(QRectF(0, 0, _size(figure).width(), _size(figure).height()))
    painter = QPainter(generator)
    _paint(figure, painter)
    painter.end()
    return bytes(data.data())


def _png(figure: Figure) -> bytes:
    image = QImage(_size(figure) * RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _paint(figure, painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _csv(figure: Figure) -> bytes:
    """With the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(figure.head)
    writer.writerows(figure.rows)
    return out.getvalue().encode("utf-8-sig")
