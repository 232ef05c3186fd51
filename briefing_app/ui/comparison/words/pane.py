"""Level 3: in which words do these sources differ on one thing, and does the difference matter?"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.ui.accessible import describe
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.standing import Standing
from briefing_app.ui.comparison.words.sheet import MOST, Sheet
from briefing_app.ui.comparison.words.spread import Position, Spread
from briefing_app.ui.comparison.words.strands import Strand, strands_of
from briefing_app.ui.theme import Look


class WordsPane(QWidget):
    """The chosen passage above the others of its row; up and down change the row, left and right the chosen passage."""

    sentence_wanted = Signal(object, object)  # ArticleId, Span

    def __init__(self, look: Look, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._standing = look, standing
        self._compared: Compared | None = None
        self._strands: tuple[Strand, ...] = ()
        self._base, self._other = 0, 0
        self._shown: tuple[int, int, int] | None = None
        self.sheet = Sheet(look)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.sheet)
        self.setFocusProxy(self.sheet)
        self.sheet.pressed.connect(self._compare_with)
        self.sheet.double_pressed.connect(lambda number: self._open(self._strands[number]))
        self.sheet.resized.connect(self._lay_out)
        standing.moved.connect(self._go_where_it_stands)
        look.changed.connect(self._lay_out)

    def show_compared(self, compared: Compared) -> None:
        """Take another comparison."""
        self._compared, self._shown = compared, None
        self._go_where_it_stands()

    def anchor(self) -> QRect:
        """Where the chosen passage stands in this pane."""
        return self.sheet.base_rect()

    @property
    def pair(self) -> tuple[Strand, Strand | None] | None:
        """The chosen passage and the one that it is compared with; None when no row is chosen."""
        if not self._strands:
            return None
        return self._strands[self._base], self._strands[self._other] if self._other != self._base else None

    def step(self, down: int, right: int) -> None:
        """To another row, or to another passage of the row."""
        standing, order = self._standing, self._standing.order
        if down and standing.claim in order:
            at = max(0, min(len(order) - 1, order.index(standing.claim) + down))
            standing.stand(order[at], standing.place)
        elif right and self._strands:
            strand = self._strands[max(0, min(len(self._strands) - 1, self._base + right))]
            standing.stand(standing.claim, strand.place, strand.passage)

    def walk(self, step: int) -> None:
        """Compare with the next or previous passage of the row."""
        others = [number for number in range(len(self._strands)) if number != self._base]
        if others:
            self._compare_with(others[(others.index(self._other) + step) % len(others)])

    def open_here(self) -> None:
        """Open the chosen passage in its article."""
        if self._strands:
            self._open(self._strands[self._base])

    def _open(self, strand: Strand) -> None:
        if self._compared is not None:
            self.sentence_wanted.emit(self._compared.articles[strand.place].id, strand.span)

    def _compare_with(self, number: int) -> None:
        self._other = number
        self._lay_out()
        self.sheet.show_other()

    def _go_where_it_stands(self) -> None:
        """Take the row's passages; the chosen cell's stands at the top, for a silent one the nearest source's that speaks."""
        standing, compared = self._standing, self._compared
        here = (standing.claim if standing.claim is not None else -1, standing.place, standing.passage)
        if compared is None or standing.claim is None or here == self._shown:
            return
        another = self._shown is None or self._shown[0] != here[0]
        self._shown = here
        self._strands = strands_of(compared, standing.claim)
        numbers = range(len(self._strands))
        self._base = min(numbers, key=lambda at: _distance(self._strands[at], standing), default=0)
        if another or self._other == self._base:
            places = [at for at in numbers if self._strands[at].place != self._strands[self._base].place]
            self._other = next(iter(places), next((at for at in numbers if at != self._base), self._base))
        if another:
            self.sheet.verticalScrollBar().setValue(0)
        self._lay_out()

    def _lay_out(self) -> None:
        compared, claim = self._compared, self._standing.claim
        if compared is None or claim is None or not self._strands or not self.isVisible():
            self.sheet.show_spread(None)
            return
        order = self._standing.order
        at = Position(order.index(claim) + 1 if claim in order else claim + 1, len(order))
        width = self.sheet.viewport().width() / self._look.scale
        other = self._other if self._other != self._base else None
        room = MOST * self.sheet.height() / self._look.scale
        self.sheet.show_spread(Spread(self._look.plain, compared, claim, self._strands, self._base, other, width, at, room))
        describe(self.sheet, self._spoken(compared))

    def _spoken(self, compared: Compared) -> str:
        """The two passages for a screen reader."""
        pair = [strand for strand in self.pair or () if strand]
        said = ((compared.letter(one.place), one.span.of(compared.articles[one.place].text)) for one in pair)
        return ". ".join(f"{letter}: {' '.join(words.split())}" for letter, words in said)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: lay it out."""
        super().showEvent(event)
        self._lay_out()


def _distance(strand: Strand, standing: Standing) -> tuple[int, int]:
    """How far a passage is from where one stands: first by sources, then by passages."""
    return abs(strand.place - standing.place), abs(strand.passage - standing.passage)
