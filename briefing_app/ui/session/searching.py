"""Searching as it is typed, on a lane where the newest query wins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.model.errors import BriefingError, QueryMistake
from briefing_app.model.ids import AnnotationId
from briefing_app.model.search_order import LineOrder, SortOrder
from briefing_app.model.span import Span
from briefing_app.ui.error_text import trouble_of
from briefing_app.ui.jobs import Lane

if TYPE_CHECKING:
    from briefing_app.model.annotation import Annotation
    from briefing_app.model.search import Advice, Completion, Facet, Writing, WritingsFound
    from briefing_app.ui.search.examples import Example
    from briefing_app.ui.search.model import Found
    from briefing_app.ui.session.session import Session

    _Counts = tuple[tuple[Facet, ...], tuple[Advice, ...], WritingsFound]

_SEARCH_FROM = 2
"""Letters from which on a query is searched for."""
_MOST_HITS = 200
_BUSY_MS = 400
"""After which a search that is under way is worth a word."""


_Order = TypeVar("_Order", SortOrder, LineOrder)


def _after(order: _Order) -> _Order:
    orders = list(type(order))
    return orders[(orders.index(order) + 1) % len(orders)]


class Searching(QObject):
    """The query, what it found (None: nothing is searched for) and the mistake in it (empty: none)."""

    changed = Signal()
    counted = Signal()
    busy_changed = Signal()
    completed = Signal(str, object)  # what was typed, tuple[Completion, ...]
    exemplified = Signal(object)  # tuple[Example, ...]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[Found] = Lane("search", session.relay, newest_only=True)
        self._counting: Lane[_Counts] = Lane("facets", session.relay, newest_only=True)
        self._exemplifying: Lane[tuple[Example, ...]] = Lane("examples", session.relay, newest_only=True)
        self._completing: Lane[tuple[Completion, ...]] = Lane("completions", session.relay, newest_only=True)
        self.query = ""
        self.order = SortOrder.RELEVANCE
        self.lines: LineOrder | None = None
        """How every hit is listed; None: the articles are."""
        self.grouped = False
        """Whether hits of one event stand together, and copies under what they repeat."""
        self.found: Found | None = None
        self.mistake = ""
        self.settled = True
        """Whether what is found and counted answers the query that is typed, or nobody waits for it any more."""
        self.busy = False
        """Whether it has not been settled for so long that the analyst may want to stop it."""
        self.stopped = False
        """Whether the analyst stopped it before it had found anything."""
        self._hits_for = ""
        self.wrong: tuple[Span, ...] = ()
        """What is wrong in the query, in its code points."""
        self._busy_later = QTimer(self)
        self._busy_later.setSingleShot(True)
        self._busy_later.setInterval(_BUSY_MS)
        self._busy_later.timeout.connect(lambda: self._tell_busy(not self.settled))

    def close(self) -> None:
        """End the search under way."""
        self._busy_later.stop()
        self._lane.close()
        self._counting.close()
        self._completing.close()
        self._exemplifying.close()

    def complete(self, query: str, at: int) -> None:
        """Ask how a query may go on at the cursor, ``at`` (code points); the answer comes with ``completed``, for the newest only."""
        self._completing.ask(
            lambda: self._library.completions(query, at), lambda found: self.completed.emit(query, found), self._session.fail
        )

    def note(self, writing: Writing) -> Annotation:
        """The note that was found. Raises NothingThere."""
        return self._library.annotation(AnnotationId(writing.number))

    def exemplify(self) -> None:
        """Make examples of this library's words, and count what each finds; they come with ``exemplified``, then with their counts."""
        from briefing_app.ui.search.examples import examples

        self._exemplifying.ask(lambda: examples(self._library.specimens()), self._count_examples, self._session.fail)

    def _count_examples(self, made: tuple[Example, ...]) -> None:
        self.exemplified.emit(made)
        self._exemplifying.ask(
            lambda: tuple(replace(one, count=self._library.count(one.query)) for one in made), self.exemplified.emit, self._session.fail
        )

    def search(self, query: str) -> None:
        """Search from the second letter on; an empty query goes back to the list."""
        self.query = query
        words = query.strip()
        self._counting.forget()
        self.stopped = False
        if len(words) < _SEARCH_FROM:
            self._lane.forget()
            self.found, self.mistake, self.wrong = None, "", ()
            self._settle()
            self.changed.emit()
            return
        self.settled = False
        if not self.busy:
            self._busy_later.start()
        order, lines, by_event = self.order, self.lines, self.grouped
        self._lane.ask(lambda: self._find(words, order, lines, by_event=by_event), self._take_hits, self._take_mistake)

    def stop(self) -> bool:
        """End the search under way, what it has found stays; whether there was one."""
        if self.settled:
            return False
        found = self._hits_for == self.query
        self._lane.forget()
        self._counting.forget()
        self._settle()
        if not found:
            self.stopped = True
            self.mistake = self.tr("The search was stopped. Enter searches again; a rarer word or more letters make it short.")
            self.changed.emit()
        return True

    def next_order(self) -> None:
        """The next order: best, newest, oldest first; in the concordance by date, source, what stands left, what stands right."""
        if self.lines is None:
            self.order = _after(self.order)
        else:
            self.lines = _after(self.lines)
        self.again()

    def toggle_lines(self) -> None:
        """Every hit in a line, or the articles again."""
        self.lines = LineOrder.DATE if self.lines is None else None
        self.again()

    def toggle_grouping(self) -> None:
        """Hits by event, or one by one again."""
        self.grouped = not self.grouped
        self.again()

    def again(self) -> None:
        """Search for the same once more, because the index has come further."""
        if self.query:
            self.search(self.query)

    def _find(self, words: str, order: SortOrder, lines: LineOrder | None, *, by_event: bool) -> Found:
        """What the words find, with the texts that the passages are cut from; on the searching lane."""
        from briefing_app.ui.search.model import found_of, grouped  # with the first search: no list needs it

        overtaken = self._lane.overtaken
        result = self._library.search(words, limit=_MOST_HITS, sort=order, unfinished=True, should_stop=overtaken)
        numbers = [hit.article for hit in result.hits]
        rows = {row.id: row for row in self._library.rows(numbers, skip_missing=True)}
        found = found_of(result, self._library.texts(numbers), rows)
        if by_event:
            found = grouped(found, self._library.by_event(result.hits))
        if not result.total:
            found = replace(found, writings=self._library.search_writings(words, _MOST_HITS, unfinished=True, should_stop=overtaken))
        if lines is not None:
            every = self._library.concordance(words, _MOST_HITS, lines, unfinished=True, should_stop=overtaken)
            told = self._library.rows(list({line.article for line in every.lines}), skip_missing=True)
            found = replace(found, lines=every, rows={row.id: row for row in told})
        return found

    def _count(self, words: str, *, found: bool) -> _Counts:
        """What the hits have in common, what else is worth a try, and how many notes and briefings answer; on the counting lane."""
        library, overtaken = self._library, self._counting.overtaken
        facets = library.facets(words, unfinished=True, should_stop=overtaken) if found else ()
        return (
            facets,
            library.advice(words, unfinished=True, should_stop=overtaken),
            library.search_writings(words, _MOST_HITS if not found else 0, unfinished=True, should_stop=overtaken),
        )

    def _take_hits(self, found: Found) -> None:
        facets = self.found.facets if self.found else ()
        lead = self._lead()
        self.wrong = tuple(Span(lead + one.start, lead + max(one.end, one.start + 1)) for one in found.result.mistakes)
        self.mistake, self.found = "", replace(found, facets=facets if found.result.total else ())
        self._hits_for = self.query
        self.changed.emit()
        words, some = self.query.strip(), found.result.total > 0
        self._counting.ask(lambda: self._count(words, found=some), self._take_counts, self._take_mistake)

    def _lead(self) -> int:
        """Blanks before the query, which its places do not count."""
        return len(self.query) - len(self.query.lstrip())

    def _take_counts(self, counts: _Counts) -> None:
        if self.found is not None:
            facets, advice, writings = counts
            self._settle()
            self.found = replace(self.found, facets=facets, advice=advice, writings=writings)
            self.counted.emit()

    def _take_mistake(self, error: BaseException) -> None:
        self._settle()
        if not isinstance(error, BriefingError):
            self._session.fail(error)
            return
        trouble = trouble_of(error)
        place = error.position if isinstance(error, QueryMistake) else None
        self.wrong = () if place is None else (Span(self._lead() + place, max(len(self.query), self._lead() + place + 1)),)
        self.mistake = f"{trouble.sentence} {trouble.next_step}".strip()
        self.changed.emit()

    def _settle(self) -> None:
        self.settled = True
        self._busy_later.stop()
        self._tell_busy(False)

    def _tell_busy(self, busy: bool) -> None:
        if busy != self.busy:
            self.busy = busy
            self.busy_changed.emit()
