"""How a page of texts is painted: ribbons below, boxes above them, the signs of what clashes on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from briefing_app.model.comparison import ClaimStatus
from briefing_app.ui.comparison.texts.arrangement import Ribbon
from briefing_app.ui.comparison.texts.flow import Fold, Passage, Silence
from briefing_app.ui.comparison.texts.page import PAD_LEFT, PAD_RIGHT, PAD_Y, Page
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import paint_hatch, paint_plate, paint_words
from briefing_app.ui.theme import FOLD_LINE, ICON, Look, Type

_RIBBON = 0.62
"""How much of the row's tint a ribbon takes."""
_LEVEL = 1.0


def paint_page(painter: QPainter, look: Look, page: Page, strip: QRectF, hovered: int | None = None) -> None:
    """Everything that touches ``strip``, in pixels of the page; the fold under the pointer is ink."""
    seen = page.ribbons_in(strip)
    for ribbon in seen:
        _paint_ribbon(painter, look, page, ribbon)
    for at in page.boxes_in(strip):
        _paint_box(painter, look, page, at, page.rect(at), hovered=at == hovered)
    for ribbon in seen:
        if ribbon in page.clashing:
            _paint_edges(painter, look, page, ribbon)
    for ribbon, box in sign_boxes(page, seen):
        conflict = _is_conflict(page, ribbon)
        paint_icon(painter, "conflict" if conflict else "progression", box, look.color("conflict" if conflict else "muted"))


def sign_boxes(page: Page, ribbons: Sequence[Ribbon]) -> list[tuple[Ribbon, QRectF]]:
    """Where the signs of what clashes stand in the gutters: a conflict's on its ribbon, another's below it rather than upon it."""
    found: list[tuple[Ribbon, QRectF]] = []
    for ribbon in sorted((one for one in ribbons if one in page.clashing), key=lambda one: not _is_conflict(page, one)):
        box = _sign_box(page, ribbon)
        while any(box.intersects(other) for _, other in found):
            box.translate(0, ICON + 2)
        found.append((ribbon, box))
    return found


def fold_words(page: Page, at: int, fold: Fold) -> str:
    """What lies in a fold: how many sentences, how many of them only here."""
    title = page.compared.articles[page.arranged.boxes[at].column].document.title
    count = len(fold.sentences)
    if any(evidence.span and evidence.span.holds(fold.span) for evidence in title.evidence):
        return _tr("headline, only here") if fold.only else _tr("headline")
    if fold.only == count:
        return _tr("%Ln sentence(s) only here", count)
    words = _tr("%Ln sentence(s)", count)
    return _tr("%1, %2 only here").replace("%1", words).replace("%2", str(fold.only)) if fold.only else words


def _paint_box(painter: QPainter, look: Look, page: Page, at: int, rect: QRectF, *, hovered: bool) -> None:
    item, prose = page.arranged.boxes[at].item, page.prose(at)
    inner = rect.adjusted(PAD_LEFT, PAD_Y, -PAD_RIGHT, -PAD_Y)
    if isinstance(item, Fold):
        line = QRectF(inner.left(), rect.top(), inner.width(), FOLD_LINE)
        _paint_fold(painter, look, fold_words(page, at, item), line, look.color("ink" if hovered else "muted"), opened=prose is not None)
        inner.setTop(line.bottom() + PAD_Y)
    elif isinstance(item, Silence):
        _paint_silence(painter, look, page, at, rect)
    elif isinstance(item, Passage):
        painter.fillRect(rect, look.tint(page.tints[item.claims[0]]))
    if prose is not None:
        prose.paint(painter, inner.topLeft(), look.color("ink"))


def _paint_silence(painter: QPainter, look: Look, page: Page, at: int, rect: QRectF) -> None:
    painter.fillRect(rect, look.color("paper"))
    paint_hatch(painter, look, rect)
    words = _tr("silent: left out") if page.left_out(at) else _tr("silent")
    paint_plate(painter, look, "omission", words, rect.adjusted(PAD_LEFT - 4, 0, -PAD_RIGHT, 0), look.color("paper"))


def _paint_fold(painter: QPainter, look: Look, words: str, line: QRectF, color: QColor, *, opened: bool) -> None:
    """Three dots, or an open fold's arrow, and what lies in it."""
    if opened:
        paint_icon(painter, "chevron-down", QRectF(line.left() - 2, line.top() + 2, ICON, ICON), color)
    else:
        paint_words(painter, "⋯", line, look.font(Type.UI), color)
    paint_words(painter, words, line.adjusted(24, 0, 0, 0), look.font(Type.SMALL), color)


def _paint_ribbon(painter: QPainter, look: Look, page: Page, ribbon: Ribbon) -> None:
    """A band whose edges are cubic curves with their control points in the middle of the gutter."""
    left, right = page.rect(ribbon.left), page.rect(ribbon.right)
    path = _edge(left.topRight(), right.topLeft())
    path.lineTo(right.bottomLeft())
    path.connectPath(_edge(right.bottomLeft(), left.bottomRight()))
    path.closeSubpath()
    color = look.tint(page.tints[ribbon.claim])
    color.setAlphaF(_RIBBON)
    painter.fillPath(path, color)


def _is_conflict(page: Page, ribbon: Ribbon) -> bool:
    return page.compared.comparison.claims[ribbon.claim].status is ClaimStatus.CONFLICT


def _is_slanting(page: Page, ribbon: Ribbon) -> bool:
    return abs(page.rect(ribbon.left).top() - page.rect(ribbon.right).top()) > _LEVEL


def _paint_edges(painter: QPainter, look: Look, page: Page, ribbon: Ribbon) -> None:
    """The edges of a ribbon that runs slanting between what clashes."""
    if _is_slanting(page, ribbon):
        left, right = page.rect(ribbon.left), page.rect(ribbon.right)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("conflict" if _is_conflict(page, ribbon) else "muted"), 1))
        painter.drawPath(_edge(left.topRight(), right.topLeft()))
        painter.drawPath(_edge(left.bottomRight(), right.bottomLeft()))


def _sign_box(page: Page, ribbon: Ribbon) -> QRectF:
    """The middle of a ribbon in its gutter."""
    left, right = page.rect(ribbon.left), page.rect(ribbon.right)
    level = left.top() + min(left.height(), right.height()) / 2
    height = (left.center().y() + right.center().y()) / 2 if _is_slanting(page, ribbon) else level
    return QRectF((left.right() + right.left()) / 2 - ICON / 2, height - ICON / 2, ICON, ICON)


def _edge(start: QPointF, end: QPointF) -> QPainterPath:
    middle = (start.x() + end.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    return path


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("comparison", words, "", count)
