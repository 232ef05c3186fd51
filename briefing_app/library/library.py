"""Hides how a library is kept on the disk: the one class through which everything else reads and changes it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.library.answers import SearchNews
from briefing_app.library.database import Database
from briefing_app.library.feed import Feed
from briefing_app.library.lock import Lock
from briefing_app.library.originals import Originals
from briefing_app.library.rows import ArticleRow, Rows
from briefing_app.library.shelves import EventLine, Outline, ShelfCounts, Shelves, TagCount
from briefing_app.model.errors import LibraryCorrupt, StorageFailed
from briefing_app.model.search import SortOrder
from briefing_app.model.shelf import Arrangement

if TYPE_CHECKING:
    from briefing_app.library.answers import Added, CaseCount
    from briefing_app.library.articles import Articles
    from briefing_app.library.cases import Cases
    from briefing_app.library.events import Events
    from briefing_app.library.findings import FindingStore
    from briefing_app.library.journal import Journal
    from briefing_app.library.names import Names
    from briefing_app.library.searches import Searches
    from briefing_app.library.searching import Searching
    from briefing_app.library.writings import Writings
    from briefing_app.model.annotation import Annotation
    from briefing_app.model.article import Article, Document
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.case import Case, Thing
    from briefing_app.model.change import Change
    from briefing_app.model.comparison import Comparison
    from briefing_app.model.correction import Corrections
    from briefing_app.model.edit import Applied, Edit, Step
    from briefing_app.model.event import Event, EventGroup
    from briefing_app.model.findings import Findings
    from briefing_app.model.ids import ArticleId, BriefingId, CaseId, EventId, SearchId
    from briefing_app.model.search import SavedSearch, SearchResult
    from briefing_app.model.shelf import Shelf

INDEX = "index"
"""The follower that is the search index."""


def utc_now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


def _ignore(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def _never() -> bool:
    return False


def is_library(folder: Path) -> bool:
    """Whether there is a library in a folder, or what is left of one."""
    return (folder / "library.sqlite").is_file() or (folder / "originals").is_dir()


def _refuse_to_begin_anew(folder: Path) -> None:
    """Raise LibraryCorrupt where the database is gone and the originals are still there: an empty one would hide the loss."""
    path = folder / "library.sqlite"
    if (not path.exists() or path.stat().st_size == 0) and any(Originals(folder / "originals").digests()):
        raise LibraryCorrupt(
            f"The database {path} is gone or empty, but originals of its articles are still there.",
            "Restore the library from a backup, or import the originals into another folder.",
        )


class Library:
    """A folder of articles with everything that is known and written about them.

    One program at a time may write to it; within that program its worker processes open it with ``held=True``. Methods may be called
    from any thread. Each method is one transaction and sees at once what another process has committed.
    """

    def __init__(self, folder: Path, database: Database, lock: Lock | None, clock: Callable[[], datetime]) -> None:
        """Use ``Library.open``."""
        self.folder = folder
        self.read_only = database.read_only
        self._database = database
        self._lock = lock
        self._clock = clock
        self._originals = Originals(folder / "originals")
        self._rows = Rows(database)
        self._shelves = Shelves(database)
        self._feed = Feed(database)
        self._guard = threading.Lock()
        self._search: Searching | None = None

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False, held: bool = False, clock: Callable[[], datetime] = utc_now) -> Library:
        """Open the library in ``folder``; make it when there is none, unless ``read_only``.

        ``held`` is for a worker whose parent holds the lock. Raises LibraryHeld, LibraryTooNew, LibraryCorrupt, StorageFailed.
        """
        lock = None
        try:
            if not read_only:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                lock = None if held else Lock(folder / "lock")
                _refuse_to_begin_anew(folder)
            library = cls(folder, Database(folder / "library.sqlite", read_only=read_only), lock, clock)
            if lock is not None:
                library._originals.sweep()
        except OSError as error:
            if lock is not None:
                lock.release()
            raise StorageFailed(
                f"The library {folder} could not be opened: {error.strerror or error}.", "Check that the folder exists and can be written."
            ) from error
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return library

    def close(self) -> None:
        """Close the database and the index, and let other programs write. A second call does nothing."""
        with self._guard:
            if self._search is not None:
                self._search.close()
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    # What a list needs stands ready; the rest, and the nouns that it brings back, is loaded when it is first asked for: a window shows its
    # list a tenth of a second sooner.

    @cached_property
    def _articles(self) -> Articles:
        from briefing_app.library.articles import Articles

        return Articles(self._database)

    @cached_property
    def _names(self) -> Names:
        from briefing_app.library.names import Names

        return Names(self._database)

    @cached_property
    def _findings(self) -> FindingStore:
        from briefing_app.library.findings import FindingStore

        return FindingStore(self._database)

    @cached_property
    def _events(self) -> Events:
        from briefing_app.library.events import Events

        return Events(self._database, self._articles)

    @cached_property
    def _journal(self) -> Journal:
        from briefing_app.library.journal import Journal

        return Journal(self._database)

    @cached_property
    def _writings(self) -> Writings:
        from briefing_app.library.writings import Writings

        return Writings(self._database)

    @cached_property
    def _cases(self) -> Cases:
        from briefing_app.library.cases import Cases

        return Cases(self._database)

    @cached_property
    def _searches(self) -> Searches:
        from briefing_app.library.searches import Searches

        return Searches(self._database)

    # Articles

    def add(self, document: Document, original: bytes, path: str) -> Added:
        """Store an article: its original bytes, then text, metadata and feed row in one transaction.

        The same original and part a second time changes nothing and is told as a duplicate. Raises StorageFailed.
        """
        return self._articles.add(document, self._originals.put(original), path, self._clock())

    def article(self, article: ArticleId) -> Article:
        """One article. Raises NothingThere."""
        return self._articles.get([article])[0]

    def articles(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        """The articles in the order asked for. Raises NothingThere."""
        return self._articles.get(ids)

    def as_found(self, article: ArticleId) -> Document:
        """What cleaning found, without the analyst's corrections, which ``article`` has in its document. Raises NothingThere."""
        return self._articles.as_found(article)

    def corrections(self, article: ArticleId) -> Corrections:
        """What the analyst has corrected in the article."""
        return self._articles.corrections(article)

    def article_ids(self, *, trashed: bool = False) -> tuple[ArticleId, ...]:
        """The number of every article outside the trash, or inside it, ascending."""
        return self._articles.ids(trashed=trashed)

    def present(self, articles: Sequence[ArticleId] | None = None) -> dict[ArticleId, str]:
        """``Article.corrected`` of each of these (None: of all) that lies outside the trash."""
        return self._articles.present(articles)

    def article_count(self) -> int:
        """How many articles there are outside the trash."""
        return self._rows.count()

    def original(self, article: ArticleId) -> bytes:
        """The bytes as received. Raises NothingThere, LibraryCorrupt when they are gone or changed."""
        return self._originals.get(self._articles.original_of(article))

    def rows(self, ids: Sequence[ArticleId] | None = None, *, trashed: bool = False, skip_missing: bool = False) -> tuple[ArticleRow, ...]:
        """Rows for lists, newest date first, undated last; None means all outside the trash, or inside it.

        Raises NothingThere unless ``skip_missing``.
        """
        return self._rows.get(ids, trashed=trashed, skip_missing=skip_missing)

    # Shelves: what stands in lists, without reading it

    def outline(self, shelf: Shelf, arrangement: Arrangement = Arrangement()) -> Outline:  # noqa: B008 (frozen)
        """The lines of a shelf in order, as numbers, an event's articles under its line. Their words: ``rows``."""
        return self._shelves.outline(shelf, arrangement)

    def shelf_counts(self, most_events: int) -> ShelfCounts:
        """How many articles stand on each shelf, with the ``most_events`` newest events."""
        return self._shelves.counts(most_events)

    def tags(self) -> tuple[TagCount, ...]:
        """The tags with their articles, in the order of the alphabet."""
        return self._shelves.tags()

    def tags_of(self, articles: Sequence[ArticleId]) -> dict[str, int]:
        """How many of the articles have each tag; tags that none of them has are absent."""
        return self._shelves.tags_of(articles)

    def event_lines(self, ids: Sequence[EventId]) -> tuple[EventLine, ...]:
        """How lists name these events, in no order; one that is gone is left out."""
        return self._shelves.event_lines(ids)

    def headlines(self) -> tuple[tuple[ArticleId, str], ...]:
        """Every article with its headline, newest date first, undated last."""
        return self._names.headlines()

    def event_titles(self) -> tuple[tuple[EventId, str], ...]:
        """Every event with its title, newest date first, undated last."""
        return self._names.event_titles()

    # The change feed and its followers

    def changes_after(self, number: int, limit: int = 1000) -> tuple[Change, ...]:
        """At most ``limit`` rows of the feed beyond ``number``, oldest first. Never waits."""
        return self._feed.after(number, limit)

    def last_change(self) -> int:
        """The number of the feed's newest row, 0 when there is none."""
        return self._feed.last()

    def position(self, follower: str) -> int:
        """The last row of the feed that ``follower`` finished, 0 when it has not begun. ``"index"`` is the search index."""
        if follower == INDEX:
            return self._searching.position()
        return self._feed.position(follower)

    def set_position(self, follower: str, number: int) -> None:
        """Note that ``follower`` has finished everything up to ``number``."""
        self._feed.set_position(follower, number)

    def behind(self) -> int:
        """How many articles cannot be found by searching yet."""
        return self._searching.behind()

    # Search

    def search(
        self, query: str, limit: int = 50, sort: SortOrder = SortOrder.RELEVANCE, *, passages: int | None = 3, unfinished: bool = False
    ) -> SearchResult:
        """The first ``limit`` hits with at most ``passages`` passages each (None: every one). Raises QueryMistake.

        An ``unfinished`` query is still being typed: its last word also stands for words that begin with it, and what is open is closed.
        """
        return self._searching.search(query, limit, sort, passages, unfinished=unfinished)

    def searches(self) -> tuple[SavedSearch, ...]:
        """Every saved search, in the order of the alphabet."""
        return self._searches.all()

    def search_news(self, search: SearchId) -> SearchNews:
        """How many articles a saved search finds, and how many are new since ``look_at``. Raises NothingThere, QueryMistake."""
        found = self._searching.find(self._searches.get(search).query)
        looked = self._searches.looked(search)
        return SearchNews(len(found), sum(article > looked for article in found))

    def look_at(self, search: SearchId) -> None:
        """Note that the analyst has seen what a saved search finds now."""
        self._searches.look(search)

    def index_pending(
        self,
        on_progress: Callable[[int, int], None] = _ignore,
        should_stop: Callable[[], bool] = _never,
        begin: Callable[[ArticleId], bool] | None = None,
    ) -> int:
        """Index what the feed has beyond the index's end; how many articles that were. One process at a time.

        ``on_progress`` takes how many are done and how many there are; ``should_stop`` ends a batch once it holds 64 articles.
        With ``begin`` each article is asked about first and a batch of its own; when it says False, no word will find the article.
        A missing or damaged index is built anew. Raises StorageFailed.
        """
        self._database.require_writable()
        return self._searching.index_pending(on_progress, should_stop, begin)

    def reindex(self, on_progress: Callable[[int, int], None] = _ignore, should_stop: Callable[[], bool] = _never) -> int:
        """Throw the index away and build it again; how many articles it holds then. One process at a time."""
        self._database.require_writable()
        return self._searching.reindex(on_progress, should_stop)

    @property
    def _searching(self) -> Searching:
        # Loaded when first needed: the index's library costs a fifth of a second, which the first paint should not wait for.
        from briefing_app.library.searching import Searching

        self._database.require_open()
        with self._guard:
            if self._search is None:
                self._search = Searching(self.folder / "index", self._articles)
            return self._search

    # Findings, profiles, events, comparisons: all can be worked out again

    def findings(self, article: ArticleId, version: str | None = None) -> Findings | None:
        """The article's findings, or None when they are absent or not of ``version`` (None: of any)."""
        return self._findings.findings(article, version)

    def put_findings(self, article: Article, version: str, findings: Findings) -> None:
        """Keep an article's findings, of its text as it was read, in the place of the last ones."""
        self._findings.put_findings(article, version, findings)

    def profile(self, article: ArticleId, version: str | None = None) -> bytes | None:
        """The article's grouping profile, or None when it is absent or not of ``version`` (None: of any)."""
        return self._findings.profile(article, version)

    def put_profile(self, article: Article, version: str, data: bytes) -> None:
        """Keep an article's profile, of its text as it was read, in the place of the last one."""
        self._findings.put_profile(article, version, data)

    def profiles(self, version: str | None = None) -> Iterator[tuple[ArticleId, bytes]]:
        """Every profile of ``version`` (None: of any) outside the trash, by article number."""
        return self._findings.profiles(version)

    def events(self) -> tuple[Event, ...]:
        """Every event, newest date first, undated last."""
        return self._events.all()

    def event(self, event: EventId) -> Event:
        """One event. Raises NothingThere."""
        return self._events.get(event)

    def put_groups(self, groups: Sequence[EventGroup]) -> None:
        """Replace all groups; each takes the number of the old event with which it shares most articles. Raises NothingThere."""
        self._events.put(groups)

    def comparison(self, event: EventId, version: str | None = None) -> Comparison | None:
        """The event's stored comparison, or None when it is absent or stale: other articles, other texts, not of ``version``."""
        return self._events.comparison(event, version)

    def put_comparison(self, event: EventId, comparison: Comparison) -> None:
        """Keep an event's comparison in the place of the last one. Raises NothingThere."""
        self._events.put_comparison(event, comparison)

    def conflicts(self) -> dict[EventId, int]:
        """How many conflicts the stored comparison of each event holds; events without one are absent."""
        return self._events.conflicts()

    # The analyst's edits

    def apply(self, edit: Edit) -> Applied:
        """Carry an edit out and keep what takes it back; forget what was undone. Raises NothingThere, EditRefused."""
        return self._journal.apply(edit, self._clock())

    def undo(self) -> Applied | None:
        """Take the last edit back; None when there is none. Raises LibraryError when something else has changed its ground."""
        return self._journal.undo()

    def redo(self) -> Applied | None:
        """Do the last undone edit again; None when there is none. Raises LibraryError when something else has changed its ground."""
        return self._journal.redo()

    def undoable(self) -> Edit | None:
        """The edit that ``undo`` would take back."""
        return self._journal.undoable()

    def redoable(self) -> Edit | None:
        """The edit that ``redo`` would do again."""
        return self._journal.redoable()

    def history(self, limit: int) -> tuple[Step, ...]:
        """The newest ``limit`` edits that can be taken back or done again, newest first: those taken back stand before those done."""
        return self._journal.history(limit)

    def annotations(self, article: ArticleId | None = None) -> tuple[Annotation, ...]:
        """The annotations of one article, or of all outside the trash: by article, then in the order of its text."""
        return self._writings.annotations(article)

    def briefings(self) -> tuple[Briefing, ...]:
        """Every briefing by number."""
        return self._writings.briefings()

    def briefing(self, briefing: BriefingId) -> Briefing:
        """One briefing. Raises NothingThere."""
        return self._writings.briefing(briefing)

    def cases(self) -> tuple[CaseCount, ...]:
        """Every case with what lies in it counted, in the order of the alphabet."""
        return self._cases.all()

    def case(self, case: CaseId) -> Case:
        """One case. Raises NothingThere."""
        return self._cases.get(case)

    def filed(self, case: CaseId) -> tuple[Thing, ...]:
        """What lies in a case, by noun and number. Raises NothingThere."""
        return self._cases.filed(case)

    def cases_holding(self, things: Sequence[Thing]) -> dict[CaseId, int]:
        """How many of the things lie in each case; cases that hold none of them are absent."""
        return self._cases.holding(things)
