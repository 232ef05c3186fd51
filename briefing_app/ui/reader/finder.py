"""Find in the article: from the words in the bar to places in the text, and from one place to the next."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject

from briefing_app.model.span import Span
from briefing_app.ui.reader.find_bar import FindBar
from briefing_app.ui.reader.finding import Folded
from briefing_app.ui.reader.text import ReaderText

_LONGEST_PROPOSAL = 80


class Finder(QObject):
    """Joins bar and text. It seeks from where the text stood when the bar was opened."""

    def __init__(self, bar: FindBar, text: ReaderText, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._text = bar, text
        self._article = ""
        self._folded: Folded | None = None
        self._places: tuple[Span, ...] = ()
        self._at = -1
        self._from = 0
        bar.typed.connect(self._seek)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    @property
    def going(self) -> bool:
        """Whether there are places to go to."""
        return self._bar.isVisible() and bool(self._places)

    def open(self) -> None:
        """Open the bar, with the selected words in it when there are few."""
        selected = self._text.selected_span()
        words = selected.of(self._article) if selected else ""
        self._from = selected.start if selected else self._text.first_in_view()
        self._bar.open(" ".join(words.split()) if len(words) <= _LONGEST_PROPOSAL else "")
        self._seek(self._bar.field.text())

    def step(self, step: int) -> None:
        """To the next (1) or previous (-1) place, round and round."""
        if self._places:
            self._at = (self._at + step) % len(self._places) if self._at >= 0 else 0 if step > 0 else len(self._places) - 1
            self._from = self._places[self._at].start
            self._show()

    def close(self) -> bool:
        """Close the bar; the place that was reached is selected. False when it was not open."""
        if not self._bar.isVisible():
            return False
        reached = self._places[self._at] if self._at >= 0 else None
        self._bar.hide()
        self._places, self._at = (), -1
        self._text.show_found((), -1)
        if reached is not None:
            self._text.select(reached)
        self._text.setFocus()
        return True

    def take(self, text: str) -> None:
        """Seek in another text, or once more in a text that is shown in another way."""
        if text != self._article:
            self._article, self._folded, self._from = text, None, 0
        if self._bar.isVisible():
            self._seek(self._bar.field.text(), stay=True)

    def _seek(self, words: str, *, stay: bool = False) -> None:
        """``stay`` leaves the text where it is scrolled to."""
        if self._folded is None:
            self._folded = Folded(self._article)
        everywhere = self._folded.find(words)
        self._places = tuple(span for span in everywhere if self._text.shows(span))
        at = bisect_left(self._places, Span(self._from, self._from))
        self._at = (at if at < len(self._places) else 0) if self._places else -1
        self._show(stay=stay)
        self._bar.show_count(self._at, len(self._places), len(everywhere) - len(self._places))

    def _show(self, *, stay: bool = False) -> None:
        self._text.show_found(self._places, self._at)
        if self._at >= 0 and not stay:
            self._text.bring_into_view(self._places[self._at])
        self._bar.show_at(self._at)
