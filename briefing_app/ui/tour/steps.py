"""The steps of the tour, one row each: what the card says, which keys it names, and how it is seen that the thing was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtWidgets import QApplication

from briefing_app.ui.reader.model import MarkKind
from briefing_app.ui.session import Pane

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

Heard = Callable[["Window"], SignalInstance]


@dataclass(frozen=True, slots=True)
class Step:
    """``words`` name the keys of the actions ``keys`` as %1, %2 …

    While the step is open its ``heard`` signal asks ``done`` again: something true that is not what it was at the beginning ends the
    step. A step without them ends by key alone.
    """

    title: str
    words: str
    keys: tuple[str, ...] = ()
    heard: Heard | None = None
    done: Callable[[Window], object] = lambda _window: False


def steps() -> tuple[Step, ...]:
    """All of them, in the language of the screen."""
    return (*_reading(), *_beyond_one_article())


def _reading() -> tuple[Step, ...]:
    """From the list into an article and its marks."""
    return (
        Step(
            _tr("Two minutes through Briefing"),
            _tr("Each card says what to do: do it and the next one comes, or press %1. %2 ends the tour. Every change can be undone."),
            ("tour_next", "back"),
        ),
        Step(
            _tr("What belongs together"),
            _tr("Articles that report the same event stand under its line, each source with its letter. Walk the list with %1 and %2."),
            ("down", "up"), lambda w: w.session.reading_changed, _article,
        ),
        Step(
            _tr("Reading"),
            _tr("Enter, or a double click, opens the article for reading: now the keys move in its text."),
            (), lambda w: w.reader.text.focus_changed, lambda w: w.reader.text.hasFocus(),
        ),
        Step(
            _tr("What is not the article"),
            _tr("Adverts, teasers and comments are hidden, never deleted. %1 shows them dimmed, then in full."),
            ("zones",), lambda w: w.session.zones_changed, lambda w: w.session.zone_view,
        ),
        Step(
            _tr("How do you know?"),
            _tr("%1 shows the words that source and date come from, and lets you set them right. Esc closes it."),
            ("evidence",), _focus, lambda w: w.reader.evidence.isVisible(),
        ),
        Step(
            _tr("Your marks"),
            _tr("Select words with the mouse or Shift and the arrows. %1 highlights them, %2 writes a note; undo reaches back for ever."),
            ("highlight", "note"), lambda w: w.session.reading_changed, _notes,
        ),
    )  # fmt: skip


def _beyond_one_article() -> tuple[Step, ...]:
    """The comparison, the briefing, and finding everything again."""
    return (
        Step(
            _tr("Side by side"),
            _tr("%1 sets the sources of the event side by side: what they share, where they contradict each other, who keeps silent."),
            ("go_compare",), lambda w: w.session.pane_changed, lambda w: w.session.pane is Pane.COMPARE,
        ),
        Step(
            _tr("Closer, and why"),
            _tr("%1, %2 and %3 zoom from the matrix to the texts to single words. The bar below says why a row stands where it stands."),
            ("level_matrix", "level_texts", "level_words"), lambda w: w.compare.level_changed, lambda w: w.compare.standing.level,
        ),
        Step(
            _tr("The briefing"),
            _tr("%1 drafts a briefing on the event. Write your own words between its blocks; every sentence leads to its source."),
            ("to_briefing",), lambda w: w.session.pane_changed, lambda w: w.session.pane is Pane.BRIEFING,
        ),
        Step(
            _tr("Searching"),
            _tr("%1 goes to the field from anywhere but a text. Type a word of an article: the hits come while you type."),
            ("search",), lambda w: w.session.searching.changed, lambda w: w.session.searching.found is not None,
        ),
        Step(
            _tr("Everything from one field"),
            _tr("%1 finds every command, article, event and note by a few letters. Esc closes it."),
            ("palette",), _focus, lambda w: w.finding is not None and w.finding.isVisible(),
        ),
        Step(
            _tr("That was all"),
            _tr("%1 shows every key. %2 leads back to your own library. The tour waits in the menu under Help."),
            ("keys", "recent_libraries"),
        ),
    )  # fmt: skip


def _focus(_window: Window) -> SignalInstance:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app.focusChanged


def _article(window: Window) -> object:
    return window.session.reading.article.id if window.session.reading else None


def _notes(window: Window) -> object:
    return window.session.reading.count(MarkKind.NOTE) if window.session.reading else 0


def _tr(words: str) -> str:
    return QCoreApplication.translate("tour", words)
