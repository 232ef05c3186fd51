"""Tags, trash, cases and saved searches: what the sidebar shows of them, and the verbs that change them, each one edit.

The verbs load the edits that they make: the sidebar stands before the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from briefing_app.model.change import ChangeKind
from briefing_app.model.errors import NothingThere, QueryMistake
from briefing_app.model.ids import ArticleId, CaseId, Noun, SearchId
from briefing_app.model.naming import folded
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.jobs import Lane
from briefing_app.ui.session.news import News
from briefing_app.ui.shelves.entries import Known

if TYPE_CHECKING:
    from briefing_app.library import CaseCount, SearchNews
    from briefing_app.model.case import Case, Thing
    from briefing_app.model.edit import Edit
    from briefing_app.model.search import SavedSearch
    from briefing_app.ui.session.session import Session

_ADDED_OR_LEFT = frozenset({ChangeKind.ARTICLE_ADDED, ChangeKind.ARTICLE_CHANGED, ChangeKind.ARTICLE_TRASHED, ChangeKind.SEARCH})
_CONCERNS_CASES = frozenset(
    {ChangeKind.CASE, ChangeKind.ARTICLE_TRASHED, ChangeKind.ANNOTATION, ChangeKind.BRIEFING, ChangeKind.EVENTS, ChangeKind.SEARCH}
)


class Held(NamedTuple):
    """A tag or a case: how many of some chosen things it holds, and how many things there are in it."""

    name: str
    chosen: int
    all: int


class _Kept(NamedTuple):
    cases: tuple[CaseCount, ...]
    searches: tuple[SavedSearch, ...]


class Organizing(QObject):
    """Keeps cases, saved searches and what is new in them; reads on lanes of its own."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[_Kept] = Lane("cases and searches", session.relay, newest_only=True)
        self._hits: Lane[Mapping[SearchId, SearchNews]] = Lane("saved searches", session.relay, newest_only=True)
        self._answers: Lane[Any] = Lane("tags and cases", session.relay)
        self.cases: tuple[CaseCount, ...] = ()
        self.searches: tuple[SavedSearch, ...] = ()
        self.news: Mapping[SearchId, SearchNews] = {}

    def start(self) -> None:
        """Read cases and searches."""
        self._read()

    def close(self) -> None:
        """Let the reading under way end."""
        self._lane.close()
        self._hits.close()
        self._answers.close()

    @property
    def known(self) -> Known:
        """Everything that the sidebar is made from."""
        following = self._session.following
        return Known(following.counts if following.counted_once else None, self.cases, self.searches, self.news, following.shelf)

    def take(self, news: News) -> None:
        """Read again what the feed's news concern."""
        if news.kinds & _CONCERNS_CASES:
            self._read()
        elif news.kinds & _ADDED_OR_LEFT:
            self.count_hits()

    def count_hits(self) -> None:
        """See what the saved searches find now, once the index has every article."""
        if self.searches and self._session.following.behind == 0:
            searches = self.searches
            self._hits.ask(lambda: self._find(searches), self._take_hits, self._session.fail)

    def _read(self) -> None:
        self._lane.ask(lambda: _Kept(self._library.cases(), self._library.searches()), self._take, self._session.fail)

    def _take(self, kept: _Kept) -> None:
        self.cases, self.searches = kept
        self.changed.emit()
        self.count_hits()

    def _find(self, searches: Sequence[SavedSearch]) -> Mapping[SearchId, SearchNews]:
        found = {}
        for search in searches:
            try:
                found[search.id] = self._library.search_news(search.id)
            except (QueryMistake, NothingThere):
                continue
        return found

    def _take_hits(self, news: Mapping[SearchId, SearchNews]) -> None:
        if news != self.news:
            self.news = news
            self.changed.emit()

    # Tags

    def ask_tags(self, articles: Sequence[ArticleId], take: Callable[[tuple[Held, ...]], None]) -> None:
        """Hand over every tag with how many of the articles have it, and how many of all."""

        def read() -> tuple[Held, ...]:
            held = self._library.tags_of(articles)
            return tuple(Held(count.tag, held.get(count.tag, 0), count.articles) for count in self._library.tags())

        self._answers.ask(read, take, self._session.fail)

    def tag(self, articles: Sequence[ArticleId], tag: str, tagged: bool) -> None:
        """Give articles a tag, or take it away."""
        from briefing_app.model.edit import TagArticles

        words = self.tr("Tagged “%1”.") if tagged else self.tr("The tag “%1” is taken away.")
        self._session.editing.apply(TagArticles(tuple(articles), tag, tagged), words.replace("%1", tag.strip()))

    def rename_tag(self, tag: str, name: str) -> None:
        """Call a tag otherwise; with one of that name it becomes one."""
        from briefing_app.model.edit import RenameTag

        if self._session.following.shelf == Shelf(ShelfKind.TAG, tag=tag):
            self._session.following.choose(Shelf(ShelfKind.TAG, tag=name.strip()))
        self._session.editing.apply(RenameTag(tag, name), self.tr("The tag is called “%1” now.").replace("%1", name.strip()))

    def remove_tag(self, tag: str) -> None:
        """Take a tag from every article."""
        from briefing_app.model.edit import RemoveTag

        self._leave(Shelf(ShelfKind.TAG, tag=tag))
        self._session.editing.apply(RemoveTag(tag), self.tr("The tag “%1” is removed; undo brings it back.").replace("%1", tag))

    # The trash

    def trash(self, articles: Sequence[ArticleId]) -> None:
        """Put articles into the trash."""
        from briefing_app.model.edit import TrashArticles

        words = self.tr("%Ln article(s) moved to the trash; undo brings them back.", "", len(articles))
        self._session.editing.apply(TrashArticles(tuple(articles), True), words)

    def restore(self, articles: Sequence[ArticleId]) -> None:
        """Bring articles back from the trash."""
        from briefing_app.model.edit import TrashArticles

        words = self.tr("%Ln article(s) brought back.", "", len(articles))
        self._session.editing.apply(TrashArticles(tuple(articles), False), words)

    def restore_all(self) -> None:
        """Bring everything back from the trash."""
        from briefing_app.model.edit import TrashArticles

        self._session.editing.apply(
            lambda: TrashArticles(self._library.article_ids(trashed=True), False), self.tr("Everything is brought back from the trash.")
        )

    def empty_trash(self) -> None:
        """Delete for good what lies in the trash; the history of edits ends with it."""

        def done(count: int) -> None:
            said = self.tr("%Ln article(s) deleted for good. What was done before cannot be undone any more.", "", count)
            self._session.said.emit(said)
            self._session.close_article()

        self._session.editing.end_history(self._library.empty_trash, done)

    # Cases

    def ask_cases(self, things: Sequence[Thing], take: Callable[[tuple[Held, ...]], None]) -> None:
        """Hand over every case with how many of the things lie in it, and how many of all."""

        def read() -> tuple[Held, ...]:
            held = self._library.cases_holding(things)
            return tuple(Held(count.case.name, held.get(count.case.id, 0), count.things) for count in self._library.cases())

        self._answers.ask(read, take, self._session.fail)

    def new_case(self, name: str, things: Sequence[Thing] = (), note: str = "") -> None:
        """Make a case, with some things in it from the start."""
        from briefing_app.model.case import Case
        from briefing_app.model.edit import PutCase

        now = _now()
        case = Case(CaseId(0), name, note, now, now)
        self._session.editing.apply(PutCase(case, tuple(things)), self.tr("New case “%1”.").replace("%1", name.strip()))

    def change_case(self, case: Case, name: str, note: str) -> None:
        """Another name or note."""
        from briefing_app.model.edit import PutCase

        fresh = replace(case, name=name, note=note, changed_at=_now())
        self._session.editing.apply(PutCase(fresh), self.tr("The case “%1” is changed.").replace("%1", name.strip()))

    def remove_case(self, case: Case) -> None:
        """Dissolve a case; what lay in it stays."""
        from briefing_app.model.edit import RemoveCase

        self._leave(Shelf(ShelfKind.CASE, case=case.id))
        words = self.tr("The case “%1” is dissolved; what lay in it stays. Undo brings it back.")
        self._session.editing.apply(RemoveCase(case.id), words.replace("%1", case.name))

    def file(self, case: Case, things: Sequence[Thing], filed: bool) -> None:
        """Put things into a case, or take them out."""
        from briefing_app.model.edit import FileInCase

        words = self.tr("Filed in “%1”.") if filed else self.tr("Taken out of “%1”.")
        self._session.editing.apply(FileInCase(case.id, tuple(things), filed), words.replace("%1", case.name))

    def file_under(self, name: str, things: Sequence[Thing], filed: bool) -> None:
        """Put things into the case of that name, which is made where there is none yet, or take them out.

        The case is looked for when the edit's turn has come: the analyst may have made it a moment before.
        """
        from briefing_app.model.case import Case
        from briefing_app.model.edit import FileInCase, PutCase, Together

        def edit() -> Edit:
            for count in self._library.cases():
                if folded(count.case.name) == folded(name):
                    return FileInCase(count.case.id, tuple(things), filed)
            now = _now()
            return PutCase(Case(CaseId(0), name, "", now, now), tuple(things)) if filed else Together(())

        words = self.tr("Filed in “%1”.") if filed else self.tr("Taken out of “%1”.")
        self._session.editing.apply(edit, words.replace("%1", name.strip()))

    # Saved searches

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        from briefing_app.model.edit import PutSearch
        from briefing_app.model.search import SavedSearch

        now = _now()
        search = SavedSearch(SearchId(0), name, query, now, now)
        self._session.editing.apply(PutSearch(search), self.tr("Saved as “%1”.").replace("%1", name.strip()))

    def rename_search(self, search: SavedSearch, name: str) -> None:
        """Call a saved search otherwise."""
        from briefing_app.model.edit import PutSearch

        fresh = replace(search, name=name, changed_at=_now())
        self._session.editing.apply(PutSearch(fresh), self.tr("The search is called “%1” now.").replace("%1", name.strip()))

    def remove_search(self, search: SavedSearch) -> None:
        """Forget a saved search."""
        from briefing_app.model.edit import RemoveSearch

        words = self.tr("The search “%1” is removed; undo brings it back.")
        self._session.editing.apply(RemoveSearch(search.id), words.replace("%1", search.name))

    def look_at(self, search: SavedSearch) -> None:
        """The analyst sees what the search finds: nothing of it is new any more."""
        news = self.news.get(search.id)
        if news is not None and news.new and not self._session.read_only:
            self._session.editing.note(lambda: self._library.look_at(search.id))

    def _leave(self, shelf: Shelf) -> None:
        """Go elsewhere when the list shows what is about to be gone."""
        if self._session.following.shelf == shelf:
            self._session.following.choose(Shelf())


def articles_as_things(articles: Sequence[ArticleId]) -> tuple[Thing, ...]:
    """Articles as they are filed in a case."""
    from briefing_app.model.case import Thing

    return tuple(Thing(Noun.ARTICLE, number) for number in articles)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
