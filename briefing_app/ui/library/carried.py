"""Articles that are dragged from the list: how they travel, and how they are taken out again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from briefing_app.model.ids import ArticleId
from briefing_app.ui.theme import RADIUS, Look, Type

ARTICLES = "application/x-briefing-articles"
"""Numbers of articles of this library, with commas between them."""


def carry(articles: Sequence[ArticleId]) -> QMimeData:
    """What is dragged."""
    data = QMimeData()
    data.setData(ARTICLES, ",".join(map(str, articles)).encode())
    return data


def carried(data: QMimeData) -> tuple[ArticleId, ...]:
    """The articles that are dragged; none when it is something else."""
    words = bytes(data.data(ARTICLES).data()).decode("ascii", "ignore") if data.hasFormat(ARTICLES) else ""
    return tuple(ArticleId(int(word)) for word in words.split(",") if word.isdecimal())


def drag_out(source: QWidget, data: QMimeData, look: Look, articles: int) -> None:
    """Drag so many articles from a widget until they are dropped; what they are dropped on gets a copy."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(_picture(look, articles))
    drag.setHotSpot(QPoint(-12, -8))
    drag.exec(Qt.DropAction.CopyAction)


def _picture(look: Look, articles: int) -> QPixmap:
    """What hangs on the pointer: how many they are."""
    words = QCoreApplication.translate("library", "%Ln article(s)", "", articles)
    font = look.font(Type.SMALL_BOLD)
    width, height = QFontMetricsF(font).horizontalAdvance(words) + look.px(20), look.px(26)
    picture = QPixmap(round(2 * width), 2 * height)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.setPen(QPen(look.color("accent"), 1))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(look.color("ink"))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
