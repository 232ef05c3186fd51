"""The bar below the levels: why the chosen row stands where it stands, what exactly the source says, and who it comes from."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing_app.model.comparison import ClaimStatus, DifferenceKind
from briefing_app.model.letters import Letter
from briefing_app.ui.comparison.matrix.headers import STATUS_ICONS
from briefing_app.ui.comparison.passages import CellView, ClaimRow, Compared, cell_view
from briefing_app.ui.comparison.reasons import Why, why_of
from briefing_app.ui.comparison.why_words import differing, rule_words, status_question, sureness, telling, why_facts
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import Run, badge_width, begin, paint_badge, paint_badge_before, paint_facts, paint_words
from briefing_app.ui.pieces import LINE, paint_pieces
from briefing_app.ui.theme import WHY_BAR, Look, Type, claim_column

_CHAIN = 200.0
_LOW, _ONE_LINE = 500, 36
"""A matrix pane lower than this leaves the bar one line: why, in short."""
_LOWEST = 200
"""A pane lower than this leaves it nothing; the card of the row says why."""
_MOST_SHARED, _MOST_APART, _MOST_SURE = 6, 3, 3


class WhyBar(QWidget):
    """Paints the answer; the whole of it is its tooltip and what a screen reader hears."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._why: Why | None = None
        self._cell: CellView | None = None
        self._letter = Letter(0)
        self._chain: tuple[str, ...] = ()
        self._short = self._gone = False
        self.setAccessibleName(self.tr("Why"))
        look.changed.connect(self._dress)
        self._dress()

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self._why = None
        self.update()

    def show_cell(self, compared: Compared, row: ClaimRow, place: int) -> None:
        """Answer for a cell."""
        self._why = why_of(compared, row.index, place)
        self._cell = cell_view(compared, row, place)
        self._letter, self._chain = compared.letter(place), compared.cell(row.index, place).chain
        facts = [f"{fact.name}: {fact.words}" for fact in why_facts(self._why)]
        self.setAccessibleName(". ".join((self.tr("Why"), *facts, self._cell.whole)))
        self.setToolTip("\n".join(facts))
        self.update()

    def fit(self, pane_height: float) -> None:
        """Leave the rows of a low pane (in pixels of 100 %) their room."""
        self._short, self._gone = pane_height < _LOW, pane_height < _LOWEST
        self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(0 if self._gone else self._look.px(_ONE_LINE if self._short else WHY_BAR + 24))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Status and rule at the left, reasons and passage in the middle, chain at the right."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        painter.fillRect(area, look.color("surface"))
        painter.fillRect(QRectF(0, 0, area.width(), 1), look.color("line"))
        if self._why is None or self._cell is None:
            return
        claims = claim_column(area.width())
        self._paint_status(painter, self._why, QRectF(16, 10, claims - 28, area.height() - 14))
        chained = self._chain and area.width() >= 1000 and not self._short
        right = area.right() - 16 - (_CHAIN + 16 if chained else 0)
        line = QRectF(claims + 12, 10, right - claims - 12, LINE)
        for facts in self._lines(self._why)[: 1 if self._short else None]:
            paint_facts(painter, look, facts, line, Type.UI)
            line.translate(0, LINE)
        if self._short:
            return
        left = line.left() + paint_badge(painter, look, self._letter, QPointF(line.left(), line.top() + 1)) + 8
        most = max(1, int((area.height() - 8 - line.top()) // LINE))
        paint_pieces(painter, look, self._passage(self._cell), QRectF(left, line.top(), right - left, most * LINE), Type.UI, most)
        if chained:
            self._paint_chain(painter, QRectF(area.right() - 16 - _CHAIN, 10, _CHAIN, 20))

    def _paint_status(self, painter: QPainter, why: Why, box: QRectF) -> None:
        look, status = self._look.plain, why.claim.status
        color = look.color("conflict" if status is ClaimStatus.CONFLICT else "muted")
        paint_icon(painter, STATUS_ICONS[status], QRectF(box.left(), box.top() + 1, 16, 16), color)
        paint_words(painter, status_question(status), box.adjusted(22, -1, 0, 19 - box.height()), look.font(Type.UI_BOLD), color)
        if self._short:
            return
        painter.setFont(look.font(Type.SMALL))
        painter.setPen(look.color("muted"))
        below = box.adjusted(22, 20, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, rule_words(status))

    def _lines(self, why: Why) -> list[list[list[Run]]]:
        """At most three lines of facts: because, what is shared and what differs, how sure and by whom it is told."""
        because = [[Run(why.claim.why)]] if why.claim.why else []
        shared = [[Run(self.tr("shared"), "muted"), Run(", ".join(why.shared[:_MOST_SHARED]))]] if why.shared else []
        apart = [[Run(fact.name, fact.token), Run(fact.words)] for fact in differing(_besides(why), _MOST_APART)]
        sure = [[Run(self.tr("sure"), "muted"), Run(sureness(why, _MOST_SURE))]] if why.sure else []
        told = [[Run(self.tr("told by"), "muted"), Run(telling(why))]] if why.tellers else []
        return [facts for facts in (because, shared + apart, sure + told) if facts]

    def _passage(self, cell: CellView) -> tuple[tuple[str, bool], ...]:
        if not cell.absent:
            return ((f"“{cell.whole}”", False),)
        if cell.foreign:
            return ((self.tr("in another language: not compared"), False),)
        if not cell.whole:
            return ((self.tr("says nothing of it"), False),)
        near = self.tr("perhaps says it: “%1”") if cell.perhaps else self.tr("says nothing of it; nearest: “%1”")
        if cell.elsewhere:
            near = self.tr("says it, if at all, in another row: “%1”")
        return ((near.replace("%1", cell.whole), False),)

    def _paint_chain(self, painter: QPainter, box: QRectF) -> None:
        """Who the source has it from: the origin first, the letter of the source above."""
        look = self._look.plain
        small = look.font(Type.SMALL)
        paint_badge_before(painter, look, self._letter, QPointF(box.right(), box.top() + 2))
        room = box.adjusted(0, 0, -6 - badge_width(look, self._letter), 0)
        paint_words(painter, self.tr("chain of"), room, small, look.color("muted"), right=True)
        painter.setFont(small)
        painter.setPen(look.color("ink"))
        below = QRectF(box.left(), box.bottom() + 3, box.width(), 48)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, " → ".join(self._chain))


def _besides(why: Why) -> Why:
    """Without the contradictions that the first line tells already, and without who says it, which the last one does."""
    told = {DifferenceKind.ATTRIBUTION, DifferenceKind.CONTRADICTION} if why.claim.why else {DifferenceKind.ATTRIBUTION}
    return replace(why, apart=tuple(one for one in why.apart if one.difference.kind not in told))
