"""Hides how the index follows the feed and how hits are put in order and shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from briefing_app.library import note_words
from briefing_app.library.advising import Findings, advice_on
from briefing_app.library.articles import Articles
from briefing_app.library.completing import completions
from briefing_app.library.database import Database
from briefing_app.library.facets import facets_of
from briefing_app.library.index import Index
from briefing_app.library.index.echo import in_words
from briefing_app.library.index.index import MOST, Answer, Asked
from briefing_app.library.index.tree import Alike, changed
from briefing_app.library.note_search import NoteSearch
from briefing_app.library.patience import Patience, ShouldStop
from briefing_app.library.sets import Sets
from briefing_app.library.specimens import specimens
from briefing_app.library.stock import LibraryStock
from briefing_app.library.writing_search import writings
from briefing_app.library.writings import Writings
from briefing_app.model.errors import BriefingError, NothingThere, SearchStopped, StorageFailed
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import (
    Advice,
    Completion,
    Concordance,
    Facet,
    Hit,
    Line,
    LineOrder,
    SearchResult,
    SortOrder,
    Specimens,
    WritingsFound,
)
from briefing_app.model.span import Span

_TRIES = 3

_CONTEXT = 80
"""Code points on each side of a hit in a concordance."""


class Searching:
    """Search over one library's articles."""

    def __init__(self, folder: Path, articles: Articles, database: Database) -> None:
        self._index = Index(folder)
        self._articles = articles
        self._database = database
        self._sets = Sets(database, self.find)
        self._written = Writings(database)
        self._stock = LibraryStock(database, self._index)
        self._notes = NoteSearch(database, lambda node, patience: self._found(Asked(node, ""), patience).numbers.tolist())

    def position(self) -> int:
        """Up to where in the feed the index holds every article; 0 when the index is of another library, and so counts as absent."""
        position = self._index.position()
        return 0 if self._is_foreign(position) else position

    def behind(self) -> int:
        """How many articles are not indexed yet."""
        return self._articles.count_after(self.position())

    def search(
        self, query: str, limit: int, sort: SortOrder, passages: int | None, *, unfinished: bool, should_stop: ShouldStop
    ) -> SearchResult:
        """The first ``limit`` hits with at most ``passages`` passages each (None: all). Raises QueryMistake, SearchStopped."""
        asked, patience = self._asked(query, unfinished=unfinished), Patience(should_stop)
        found = self._found(asked, patience)
        best = found.first(limit, sort)
        texts = {} if passages == 0 else self._articles.texts([number for number, _ in best])
        shown = self._index.show(asked, found, texts, passages, patience)
        hits = tuple(Hit(number, score, shown.get(number, ())) for number, score in best)
        return SearchResult(asked.words, len(found.numbers), self._articles.count_after(found.position), hits, asked.mistakes)

    def concordance(self, query: str, articles: int, order: LineOrder, *, unfinished: bool, should_stop: ShouldStop) -> Concordance:
        """Every hit in the newest ``articles`` that answer. Raises QueryMistake, SearchStopped."""
        asked, patience = self._asked(query, unfinished=unfinished), Patience(should_stop)
        found = self._found(asked, patience)
        newest = [number for number, _ in found.first(articles, SortOrder.NEWEST)]
        texts = self._articles.texts(newest)
        sources = self._articles.sources(newest)
        at = {number: place for place, number in enumerate(newest)}
        lines = [
            _line(ArticleId(number), texts[number], paragraph, mark, sources.get(number, ""))
            for number, paragraph, mark in self._index.marks(asked, found, texts, patience)
        ]
        lines.sort(key=lambda line: (at[line.article], line.mark))
        if order is not LineOrder.DATE:
            lines.sort(key=_LINE_KEYS[order])
        return Concordance(tuple(lines), len(newest), len(found.numbers))

    def facets(self, query: str, most: int, *, unfinished: bool, should_stop: ShouldStop) -> tuple[Facet, ...]:
        """By kind the ``most`` frequent values of the articles that answer. Raises QueryMistake, SearchStopped."""
        found = self._found(self._asked(query, unfinished=unfinished), Patience(should_stop))
        return facets_of(self._index, found, self._sets.shared(found.numbers.tolist()), most)

    def advice(self, query: str, *, unfinished: bool, should_stop: ShouldStop) -> tuple[Advice, ...]:
        """Other queries that are worth a try, each finds something; the likeliest cure first. Raises QueryMistake, SearchStopped."""
        asked, patience = self._asked(query, unfinished=unfinished), Patience(should_stop)
        every = self._every(asked, patience)
        trashed = int(np.isin(every.numbers, self._articles.ids(trashed=True)).sum())
        findings = Findings(len(self._shown(every).numbers), trashed, self._index.slips(query, every, patience), every.languages)
        return advice_on(query, asked, findings, lambda other: self._count(other, patience, unfinished=unfinished))

    def completions(self, query: str, at: int) -> tuple[Completion, ...]:
        """How a query may go on where the cursor stands."""
        return completions(query, at, self._stock)

    def specimens(self, titles: Sequence[str]) -> Specimens:
        """Words and names of this library for examples of queries."""
        return specimens(titles, self._stock)

    def count(self, query: str) -> int:
        """How many articles a query finds; none when it is no query."""
        return self._count(query, Patience(), unfinished=False, strict=True)

    def find(self, query: str) -> tuple[ArticleId, ...]:
        """Every article that answers, in no order, without its passages. Raises QueryMistake."""
        return tuple(ArticleId(number) for number in self._found(self._asked(query, strict=True), Patience()).numbers.tolist())

    def notes_behind(self) -> int:
        """How many annotations no word finds yet."""
        return note_words.behind(self._database)

    def writings(self, query: str, limit: int, *, unfinished: bool, should_stop: ShouldStop) -> WritingsFound:
        """The notes and briefings that answer. Raises QueryMistake, SearchStopped."""
        node = self._asked(query, unfinished=unfinished).node
        notes = self._notes.find(node, limit, Patience(should_stop))
        on = [note.article for note in notes.annotations if note.article]
        return writings(node, notes, self._written.briefings(), self._articles.headlines(on), limit)

    def index_pending(
        self,
        on_progress: Callable[[int, int], None],
        should_stop: Callable[[], bool],
        begin: Callable[[ArticleId], bool] | None = None,
    ) -> int:
        """Index what the feed has beyond the index's end, batch by batch; how many articles that were. Raises StorageFailed.

        A damaged index, or one of another version, ends nowhere and so is built anew. ``on_progress`` takes done and total.
        With ``begin`` a batch is one article, and one of which it says False is entered without its words.
        """
        self.sweep()
        done = standing = 0
        if self._is_foreign(self._index.position()):
            self._index.clear()
        while not should_stop():
            position = self.position()
            batch = self._articles.latest_after(position, 1 if begin else MOST)
            if not batch:
                while not should_stop() and self._index.tidy(at_rest=True):
                    pass
                break
            wordless = begin is not None and not begin(batch[0].article.id)
            done += self._index.extend(batch, position, should_stop, wordless=wordless)
            while self._index.tidy():
                pass
            standing = 0 if self.position() > position else standing + 1
            if standing == _TRIES:
                raise StorageFailed("The search index does not read back as it was written.", "Check the disk that holds the library.")
            on_progress(done, done + self.behind())
        note_words.catch_up(self._database, lambda: on_progress(done, done), should_stop)
        return done

    def sweep(self) -> None:
        """Delete what the index does not need any more."""
        self._index.sweep()

    def reindex(self, on_progress: Callable[[int, int], None], should_stop: Callable[[], bool]) -> int:
        """Throw the index away and build it again; how many articles it holds."""
        self._index.clear()
        return self.index_pending(on_progress, should_stop)

    def close(self) -> None:
        """Let go of the index's files."""
        self._index.close()

    def _is_foreign(self, position: int) -> bool:
        """Whether the index goes beyond the feed's end: the database was replaced by an older or another one."""
        return position > self._articles.last_change()

    def _asked(self, query: str, *, unfinished: bool = False, strict: bool = False) -> Asked:
        """Understand a query. Raises QueryMistake."""
        asked = self._index.ask(query, unfinished=unfinished, strict=strict)
        node = changed(asked.node, lambda leaf: self._known_words(leaf) if isinstance(leaf, Alike) else leaf)
        return asked if node == asked.node else replace(asked, node=node, words=in_words(node))

    def _known_words(self, alike: Alike) -> Alike:
        """With the telling words of its article; without any when there is no such article."""
        try:
            (article,) = self._articles.get([ArticleId(alike.number)])
        except NothingThere:
            return alike
        return replace(alike, words=self._index.telling(article))

    def _found(self, asked: Asked, patience: Patience) -> Answer:
        """What is found outside the trash."""
        return self._shown(self._every(asked, patience))

    def _every(self, asked: Asked, patience: Patience) -> Answer:
        """What is found, in the trash too."""
        found = self._index.find(asked, lambda one: self._sets.articles(one, patience), patience)
        return found.nothing() if self._is_foreign(found.position) else found

    def _shown(self, found: Answer) -> Answer:
        hidden = self._articles.hidden()
        return found.among(~np.isin(found.numbers, hidden)) if hidden else found

    def _count(self, query: str, patience: Patience, *, unfinished: bool, strict: bool = False) -> int:
        """How many articles another query finds; none when it is no query. Raises SearchStopped."""
        try:
            return len(self._found(self._asked(query, unfinished=unfinished, strict=strict), patience).numbers)
        except SearchStopped:
            raise
        except BriefingError:
            return 0


def _line(article: ArticleId, text: str, paragraph: Span, mark: Span, source: str) -> Line:
    before = " ".join(text[max(paragraph.start, mark.start - _CONTEXT) : mark.start].split())
    after = " ".join(text[mark.end : min(paragraph.end, mark.end + _CONTEXT)].split())
    return Line(article, mark, before, " ".join(mark.of(text).split()), after, source)


_LINE_KEYS: dict[LineOrder, Callable[[Line], Any]] = {
    LineOrder.SOURCE: lambda line: (not line.source, line.source.casefold()),
    LineOrder.LEFT: lambda line: line.before.casefold().split()[::-1],
    LineOrder.RIGHT: lambda line: line.after.casefold().split(),
}
