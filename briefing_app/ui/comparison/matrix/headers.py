"""The two sticky edges of the matrix: sources above, claims at the left; and how rows and heads are measured."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from briefing_app.model.comparison import ClaimStatus
from briefing_app.ui.comparison.matrix.dragged import dragged
from briefing_app.ui.comparison.matrix.model import GroupRow, Role
from briefing_app.ui.comparison.passages import ClaimRow, claim_words
from briefing_app.ui.comparison.sources import ColumnHead, paint_source
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import at_plain, paint_words
from briefing_app.ui.pieces import LINE, Keeping, paint_pieces
from briefing_app.ui.theme import BAR, CLAIM_COLUMN, SOURCE_HEAD, Look, Type

NOTED = 18
"""The line below a claim that says what the analyst ruled of it."""

_ALONE = 22
"""What the sign of its status takes beside a claim that stands under no head."""

STATUS_ICONS = {
    ClaimStatus.CONFLICT: "conflict",
    ClaimStatus.PROGRESSION: "progression",
    ClaimStatus.ALL: "all",
    ClaimStatus.SOME: "some",
    ClaimStatus.ONLY: "only",
}


class SourceHeader(QHeaderView):
    """The sources: letter, name, date, title, a line in the hue."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(False)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(self._look.px(SOURCE_HEAD))

    def sizeHint(self) -> QSize:
        """48 high."""
        return QSize(self._look.px(100), self._look.px(SOURCE_HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One source."""
        head = self.model().headerData(section, Qt.Orientation.Horizontal, Role.COLUMN)
        with at_plain(painter, self._look, rect) as area:
            painter.fillRect(area, self._look.color("paper"))
            if isinstance(head, ColumnHead):
                paint_source(painter, self._look.plain, head, area)


class ClaimHeader(QHeaderView):
    """The claims in the wording of their clearest source, and the heads of the groups."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._current = -1
        self._keeping = Keeping(look)
        self._pressed = QPoint()
        self.setAcceptDrops(True)
        self.fit(look.px(CLAIM_COLUMN))
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def fit(self, width: int) -> None:
        """Take the width that the window leaves to the claims."""
        self._width = width
        self.setFixedWidth(width)

    def sizeHint(self) -> QSize:
        """As wide as was last fitted."""
        return QSize(self._width, 100)

    def show_current(self, row: int) -> None:
        """Mark the row of the current cell."""
        self._current = row
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row may be dragged from here."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the row onto another one; no resizing by hand."""
        event.accept()
        row = self.model().headerData(self.logicalIndexAt(self._pressed), Qt.Orientation.Vertical, Role.ROW)
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and far and isinstance(row, ClaimRow):
            drag = QDrag(self)
            drag.setMimeData(dragged(row.index, None))
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A row or a cell of the matrix."""
        self._let(event, self._on(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Over another claim it can be dropped."""
        self._let(event, self._on(event))

    def dropEvent(self, event: QDropEvent) -> None:
        """As when it falls on a cell of the row."""
        self.model().dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, -1, -1, self._on(event))
        event.accept()

    def _on(self, event: QDropEvent) -> QModelIndex:
        return self.model().index(self.logicalIndexAt(event.position().toPoint()), 0)

    def _let(self, event: QDropEvent, on: QModelIndex) -> None:
        event.setAccepted(self.model().canDropMimeData(event.mimeData(), Qt.DropAction.MoveAction, -1, -1, on))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """A claim or a group's head."""
        row = self.model().headerData(section, Qt.Orientation.Vertical, Role.ROW)
        look = self._look.plain
        with at_plain(painter, self._look, rect) as area:
            painter.fillRect(area, look.color("selection" if section == self._current else "paper"))
            if isinstance(row, GroupRow):
                paint_group(painter, look, row, area.adjusted(16, 0, 0, 0), status_words(row.status))
            elif isinstance(row, ClaimRow):
                if row.claim.status is ClaimStatus.CONFLICT:
                    painter.fillRect(QRectF(area.left(), area.top(), BAR, area.height()), look.color("conflict"))
                painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), look.color("line"))
                paint_statement(painter, look, row, area.adjusted(16, 6, -12, -6), self._keeping)


def status_words(status: ClaimStatus) -> str:
    """What a group of claims is called."""
    return {
        ClaimStatus.CONFLICT: _tr("Conflict"),
        ClaimStatus.PROGRESSION: _tr("Progression"),
        ClaimStatus.ALL: _tr("In all"),
        ClaimStatus.SOME: _tr("In some"),
        ClaimStatus.ONLY: _tr("Only here"),
    }[status]


def paint_group(painter: QPainter, look: Look, row: GroupRow, rect: QRectF, words: str) -> None:
    """Icon, word and count of a group."""
    color = look.color("conflict" if row.status is ClaimStatus.CONFLICT else "muted")
    paint_icon(painter, STATUS_ICONS[row.status], QRectF(rect.left(), rect.center().y() - 7, 16, 16), color)
    box = rect.adjusted(22, 0, 0, 0)
    left = paint_words(painter, words, box, look.font(Type.SMALL_BOLD), color)
    paint_words(painter, str(row.count), box.adjusted(left + 8, 0, 0, 0), look.font(Type.SMALL), look.color("muted"))


def statement_lines(row: ClaimRow, look: Look, width: float) -> int:
    """How many lines the statement takes at a width in pixels of 100 %, at most 2; 3 where sources conflict or leave it out."""
    metrics = QFontMetricsF(look.plain.font(Type.UI_STRONG))
    width -= _ALONE if row.alone else 0
    rect = metrics.boundingRect(QRectF(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), claim_words(row.claim))
    most = 3 if row.claim.status is ClaimStatus.CONFLICT or row.left_out else 2
    return max(1, min(most, round(rect.height() / metrics.height())))


def paint_statement(painter: QPainter, look: Look, row: ClaimRow, rect: QRectF, keeping: Keeping) -> None:
    """The claim in its source's words, wrapped and cut to the row."""
    words = claim_words(row.claim)
    if row.alone:
        color = look.color("conflict" if row.claim.status is ClaimStatus.CONFLICT else "muted")
        paint_icon(painter, STATUS_ICONS[row.claim.status], QRectF(rect.left(), rect.top() + 1, 16, 16), color)
        rect = rect.adjusted(_ALONE, 0, 0, 0)
    if row.noted:
        line = QRectF(rect.left(), rect.bottom() - NOTED + 2, rect.width(), NOTED - 2)
        paint_icon(painter, "note", QRectF(line.left(), line.top() + 1, 14, 14), look.color("accent"))
        paint_words(painter, row.noted, line.adjusted(19, 0, 0, 0), look.font(Type.SMALL_BOLD), look.color("accent"))
        rect = rect.adjusted(0, 0, 0, -NOTED)
    paint_pieces(painter, look, ((words, False),), rect, Type.UI_STRONG, int(rect.height() // LINE), keeping)


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)
