"""The compare pane: one head over three levels that zoom into each other; all of them stand at the same cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QScrollBar, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.certainty import interval_text
from briefing_app.ui.comparison.apart_bar import ApartBar
from briefing_app.ui.comparison.card import Card
from briefing_app.ui.comparison.carrying import row_again
from briefing_app.ui.comparison.drawer.view import Drawer
from briefing_app.ui.comparison.facts import fact_words
from briefing_app.ui.comparison.head import CompareHead
from briefing_app.ui.comparison.legend import Legend
from briefing_app.ui.comparison.matrix.model import MatrixModel
from briefing_app.ui.comparison.matrix.pane import MatrixPane
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.peek import NARROW, WIDE, WhyCard, WordsCard, words_card
from briefing_app.ui.comparison.standing import Level, Standing
from briefing_app.ui.comparison.texts.pane import TextsPane
from briefing_app.ui.comparison.unweighed_bar import UnweighedBar
from briefing_app.ui.comparison.words.pane import WordsPane
from briefing_app.ui.empty_place import EmptyPlace
from briefing_app.ui.theme import Look

_LOW = 300
"""A pane lower than this (in pixels of 100 %) has a head of one line and no legend."""


class LevelPane(Protocol):
    """What the three levels can all do."""

    def show_compared(self, compared: Compared) -> None:
        """Take another comparison."""

    def step(self, down: int, right: int) -> None:
        """Move by rows and sources."""

    def walk(self, step: int) -> None:
        """Go to the next (1) or previous (-1) mark."""

    def anchor(self) -> QRect:
        """Where what is chosen stands in the pane."""


CardKind = Callable[[], tuple[WordsCard | WhyCard, float] | None]
"""Makes what a card shows, with its width; None when there is nothing to show."""


class CompareView(QWidget):
    """Head and levels; says which sentence is wanted in its article."""

    sentence_wanted = Signal(object, object)  # ArticleId, Span
    level_changed = Signal()

    def __init__(self, look: Look, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.compared: Compared | None = None
        self.standing = Standing(self)
        self._carded: CardKind | None = None
        self.head, self.apart, self.unweighed = CompareHead(look), ApartBar(look), UnweighedBar(look)
        self.matrix = MatrixPane(look, model, self.standing)
        self.texts = TextsPane(look, self.standing)
        self.words = WordsPane(look, self.standing)
        self._panes: dict[Level, QWidget] = {Level.MATRIX: self.matrix, Level.TEXTS: self.texts, Level.WORDS: self.words}
        self.legend = Legend(look)
        self.drawer = Drawer(look, self.standing)
        self._empty, self._nothing = EmptyPlace(look), ""
        self._lay_out()
        self.card = Card(look, self._full)
        self._connect()
        self._fit()
        self.show_compared(None, busy=False)
        self._show_level()

    def _lay_out(self) -> None:
        self._levels = QStackedWidget()
        for pane in self._panes.values():
            self._levels.addWidget(pane)
        self._full = QWidget()
        rows = QVBoxLayout(self._full)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.apart)
        rows.addWidget(self.unweighed)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._levels, 1)
        beside.addWidget(self.drawer)
        rows.addLayout(beside, 1)
        rows.addWidget(self.legend)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._full)

    def _connect(self) -> None:
        self.head.level_chosen.connect(self.open_level)
        self.standing.level_changed.connect(self._show_level)
        self.standing.moved.connect(self._follow_with_card)
        for bar in (*_bars(self.matrix.table), *_bars(self.texts.canvas), *_bars(self.words.sheet)):
            bar.valueChanged.connect(self.card.hide)
        for wanted in (self.apart.event_wanted, self.apart.one_event_wanted):
            wanted.connect(lambda *_told: self.setFocus())  # the bar goes, and the keys with it
        self.matrix.cell_opened.connect(self.open_sentence)
        self.texts.sentence_wanted.connect(self.sentence_wanted)
        self.words.sentence_wanted.connect(self.sentence_wanted)
        self.drawer.place_wanted.connect(lambda place: self.sentence_wanted.emit(place.article, place.span))
        self._look.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low pane keeps its room for the rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.height() < self._look.px(_LOW)
        self.head.fit(low=low)
        self.legend.fit(low=low)

    @property
    def pane(self) -> LevelPane:
        """The open level."""
        return self._panes[self.standing.level]  # type: ignore[return-value]

    @property
    def level_widget(self) -> QWidget:
        """The open level, as the widget in whose pixels ``LevelPane.anchor`` counts."""
        return self._panes[self.standing.level]

    # What is compared

    def say_when_empty(self, words: str) -> None:
        """Why there is nothing to compare, and what would help."""
        if self._empty.text() == self._nothing:
            self._empty.say(words)
        self._nothing = words

    def show_compared(self, compared: Compared | None, *, busy: bool, writable: bool = True) -> None:
        """Take another comparison; while one is worked out the last content stays. ``writable``: what is grouped can be changed."""
        self._stack.setCurrentWidget(self._full if compared else self._empty)
        if compared is None:
            self._empty.say(self.tr("Comparing …") if busy else self._nothing)
            self.compared = None
            return
        if busy:
            self.head.say(self.tr("Comparing …"))
            return
        if self.compared is None or self.compared.comparison.articles != compared.comparison.articles:
            self.standing.stand(None, 0)
        carried = self._carry_over(compared)
        self.compared = compared
        self._show_head(compared)
        self.apart.show_compared(compared, writable=writable)
        self.unweighed.show_compared(compared)
        for pane in (self.matrix, self.texts, self.words):
            pane.show_compared(compared)
        self.drawer.show_compared(compared)
        if carried:
            self.standing.moved.emit()

    def _carry_over(self, compared: Compared) -> bool:
        """Stand at the same words in a comparison made anew of the same articles; whether they stand in another row now."""
        standing = self.standing
        if self.compared is None or standing.claim is None:
            return False
        found = row_again(self.compared, standing.claim, standing.place, standing.passage, compared)
        if found is None or found == (standing.claim, standing.passage):
            return False
        standing.claim, standing.passage = found
        return True

    def _show_head(self, compared: Compared) -> None:
        title = compared.event.group.title if compared.event else self.tr("Chosen articles")
        dated = interval_text(compared.event.group.date) if compared.event and compared.event.group.date else ""
        self.head.show_words(title, dated, fact_words(compared))

    # Levels

    @property
    def foot(self) -> int:
        """How high the bars at the bottom are: why, and what the signs mean."""
        legend = 0 if self.legend.isHidden() else self.legend.height()
        return legend + (self.matrix.foot if self.standing.level is Level.MATRIX else 0)

    def open_level(self, level: Level) -> None:
        """Zoom to a level; the chosen row and cell stay chosen."""
        self.standing.open(level)
        self.setFocus()

    def setFocus(self, *_reason: object) -> None:
        """The keys go to the open level."""
        self._panes[self.standing.level].setFocus()

    def _show_level(self) -> None:
        level = self.standing.level
        self.card.dismiss()
        self.head.show_level(level)
        self.legend.show_level(level)
        self._levels.setCurrentWidget(self._panes[level])
        self.level_changed.emit()

    def back(self) -> bool:
        """Close what lies on top, else zoom out to the level that one came from; False at the matrix."""
        if self.card.dismiss():
            return True
        if self.drawer.view.hasFocus():
            self.toggle_drawer()
            return True
        out = self.standing.zoom_out()
        self.setFocus()
        return out

    # Verbs

    def toggle_drawer(self) -> None:
        """Open the drawer and go to it, or close it."""
        self.drawer.setVisible(not self.drawer.isVisible())
        if self.drawer.isVisible():
            self.drawer.setFocus()
        else:
            self.setFocus()

    def open_here(self) -> None:
        """What Enter does at the open level, or in the drawer while the keys are there."""
        if self.drawer.view.hasFocus():
            self.drawer.view.open_current()
        elif self.standing.level is Level.TEXTS:
            self.texts.open_here()
        elif self.standing.level is Level.WORDS:
            self.words.open_here()
        else:
            self.open_sentence()

    def open_sentence(self) -> None:
        """Go from the chosen cell to its sentence in the article; from a silent one to the nearest passage."""
        target = self.target()
        if target is not None:
            self.sentence_wanted.emit(*target)

    def peek(self) -> None:
        """Show the chosen cell word by word beside the one that it differs from most; again, its next part, and then close it."""
        self._turn_card(self._words_card)

    def explain(self) -> None:
        """Show why the chosen row stands where it stands; again, its next part, and then close it."""
        self._turn_card(self._why_card)

    def _turn_card(self, kind: CardKind) -> None:
        same = self.card.isVisible() and self._carded == kind
        if not (same and self.card.turn()):
            self._show_card(None if same else kind)

    def _show_card(self, kind: CardKind | None) -> None:
        self.card.dismiss()
        self._carded = kind
        pane = self._panes[self.standing.level]
        made = kind() if kind is not None else None
        if made is not None:
            anchor = self.pane.anchor()
            content, width = made
            self.card.open_at(QRect(pane.mapTo(self._full, anchor.topLeft()), anchor.size()), content, width, content.spoken)

    def _words_card(self) -> tuple[WordsCard, float] | None:
        width = self.card.room(WIDE)
        card = words_card(self._look.plain, self.compared, self.standing, width) if self.compared else None
        return (card, width) if card else None

    def _why_card(self) -> tuple[WhyCard, float] | None:
        width = self.card.room(NARROW)
        if self.compared is None or self.standing.claim is None:
            return None
        return WhyCard(self._look.plain, self.compared, self.standing.claim, self.standing.place, width), width

    def _follow_with_card(self) -> None:
        """An open card shows what is chosen now, once its place is known."""
        if self.card.isVisible():
            QTimer.singleShot(0, self.card, lambda: self._show_card(self._carded))

    def target(self) -> tuple[ArticleId, Span] | None:
        """The article and passage behind the chosen cell; for a silent one the nearest passage, None when there is none."""
        standing = self.standing
        if self.compared is None or standing.claim is None:
            return None
        cell = self.compared.cell(standing.claim, standing.place)
        spans = sorted(cell.spans)
        span = spans[min(standing.passage, len(spans) - 1)] if spans else cell.nearest.span if cell.nearest else None
        return (cell.article, span) if span is not None else None


def _bars(area: QAbstractScrollArea) -> tuple[QScrollBar, QScrollBar]:
    return area.verticalScrollBar(), area.horizontalScrollBar()
