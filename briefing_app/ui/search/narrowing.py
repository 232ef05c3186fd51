"""What the hits have in common, as buttons that narrow the search to it, and when they appeared, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from briefing_app.model.search import Facet, FacetKind
from briefing_app.ui.certainty import period_text
from briefing_app.ui.elided import ElidedButton
from briefing_app.ui.painting import begin, paint_words
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.words import digits
from briefing_app.ui.wrapping import WrapLayout

_MOST_BUTTONS = 8
_LONGEST = 28
_BARS_HEIGHT = 44
_WIDEST_BAR = 28


class Narrowing(QWidget):
    """Buttons for the most frequent sources, languages, tags and events, and the bars of dates."""

    chosen = Signal(object)  # Facet

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[ElidedButton] = []
        self.dates = DateBars(look)
        self.dates.chosen.connect(self.chosen)
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self.dates)
        self._chips = QWidget()
        self._line = WrapLayout(self._chips)
        rows.addWidget(self._chips)
        self.hide()
        look.changed.connect(self._dress)

    def show_facets(self, facets: Sequence[Facet], total: int) -> None:
        """Offer what narrows: values that all hits have do not."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        values = [one for one in facets if one.kind is FacetKind.WRITING or (one.kind is not FacetKind.DATE and one.count < total)]
        self._buttons = [self._button(one) for one in _picked(values)]
        dates = [one for one in facets if one.kind is FacetKind.DATE]
        self.dates.show_dates(dates if len(dates) > 1 else ())
        self._dress()
        self._chips.setVisible(bool(self._buttons))
        self.setVisible(bool(self._buttons) or len(dates) > 1)

    def take_focus(self) -> None:
        """To the first button, else to the bars."""
        (self._buttons[0] if self._buttons else self.dates).setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, facet: Facet) -> ElidedButton:
        words = facet.words if len(facet.words) <= _LONGEST else f"{facet.words[: _LONGEST - 1]}…"
        button = ElidedButton(f"{words.replace('&', '&&')}  {digits(facet.count)}", self._chips)
        button.setToolTip(facet.query)
        is_writing = facet.kind is FacetKind.WRITING
        spoken = self.tr("%1: %Ln", "", facet.count) if is_writing else self.tr("Narrow to %1: %Ln article(s)", "", facet.count)
        button.setAccessibleName(spoken.replace("%1", facet.words))
        button.clicked.connect(lambda _on=False: self.chosen.emit(facet))
        self._line.addWidget(button)
        return button

    def _dress(self) -> None:
        px = self._look.px
        self._rows.setContentsMargins(px(16), 0, px(12), px(8))
        self._rows.setSpacing(px(4))
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(4))
        for button in self._buttons:
            button.setFont(self._look.font(Type.SMALL))
            button.setStyleSheet(f"padding: {px(1)}px {px(6)}px;")


def _picked(values: Sequence[Facet]) -> list[Facet]:
    """The most frequent of each kind by turns, so that no kind takes all the room."""
    by_kind = [[one for one in values if one.kind is kind] for kind in FacetKind]
    turns = [one for turn in range(max(map(len, by_kind), default=0)) for kind in by_kind for one in kind[turn : turn + 1]]
    return sorted(turns[:_MOST_BUTTONS], key=lambda one: list(FacetKind).index(one.kind))


class DateBars(QWidget):
    """How many hits appeared in each month or year; left and right choose a bar, Enter narrows to it.

    Hatched are those that may as well have appeared in another one, because their date is an interval.
    """

    chosen = Signal(object)  # Facet

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dates: tuple[Facet, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Hits by date"))
        look.changed.connect(self.updateGeometry)

    def show_dates(self, dates: Sequence[Facet]) -> None:
        """Other bars."""
        self._dates = tuple(dates)
        self._current = max(0, len(self._dates) - 1)
        self._tell()
        self.setVisible(bool(dates))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, and not high."""
        return QSize(self._look.px(200), self._look.px(_BARS_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never less high."""
        return QSize(self._look.px(80), self._look.px(_BARS_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from bar to bar."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._dates:
            step = (key == Qt.Key.Key_Right) - (key == Qt.Key.Key_Left)
            self._current = max(0, min(len(self._dates) - 1, self._current + step))
            self._tell()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._dates:
            self.chosen.emit(self._dates[self._current])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A bar that is pressed narrows."""
        if (at := self._at(event.position())) is not None:
            self.chosen.emit(self._dates[at])

    def event(self, event: QEvent) -> bool:
        """Say which bar lies under the pointer."""
        if isinstance(event, QHelpEvent) and (at := self._at(QPointF(event.pos()))) is not None:
            QToolTip.showText(event.globalPos(), self._words(self._dates[at]), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars over a line; under it from when to when, or the chosen bar."""
        if not self._dates:
            return
        painter, area = begin(self, self._look)
        look, most = self._look.plain, max(one.count for one in self._dates)
        floor = area.bottom() - 19
        width = min(_WIDEST_BAR, area.width() / len(self._dates))
        for at, one in enumerate(self._dates):
            height = max(2.0, (floor - area.top() - 2) * one.count / most)
            color = look.color("accent" if self.hasFocus() and at == self._current else "muted")
            bar = QRectF(area.left() + at * width, floor - height, width - min(2.0, width / 4), height)
            perhaps = height * one.perhaps / one.count
            painter.fillRect(bar.adjusted(0, perhaps, 0, 0), color)
            if perhaps:
                painter.setPen(color)
                painter.setBrush(QBrush(color, Qt.BrushStyle.BDiagPattern))
                painter.drawRect(bar.adjusted(0, 0, -1, perhaps - height))
        painter.fillRect(QRectF(area.left(), floor, area.width(), 1), look.color("line"))
        under = QRectF(area.left(), floor + 4, area.width(), 14)
        font, muted = look.font(Type.SMALL), look.color("muted")
        if self.hasFocus():
            paint_words(painter, self._words(self._dates[self._current]), under, font, look.color("ink"))
        else:
            uncertain = self.tr(" · hatched: date uncertain") if any(one.perhaps for one in self._dates) else ""
            paint_words(
                painter, f"{period_text(self._dates[0].words)} – {period_text(self._dates[-1].words)}{uncertain}", under, font, muted
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The chosen bar is marked."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes."""
        super().focusOutEvent(event)
        self.update()

    def _at(self, place: QPointF) -> int | None:
        if not self._dates:
            return None
        width = min(self._look.px(_WIDEST_BAR), self.width() / len(self._dates))
        at = int(place.x() / max(1, width))
        return at if at < len(self._dates) else None

    def _words(self, facet: Facet) -> str:
        words = self.tr("%1: %Ln article(s)", "", facet.count).replace("%1", period_text(facet.words))
        return words + (self.tr(", %Ln of them perhaps at another time", "", facet.perhaps) if facet.perhaps else "")

    def _tell(self) -> None:
        self.setAccessibleDescription(self._words(self._dates[self._current]) if self._dates else "")
