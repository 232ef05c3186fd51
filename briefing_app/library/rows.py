"""Hides how the rows of lists lie in the database: what a list shows of an article is kept beside it, so that no text is read."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass

from briefing_app.library import coding
from briefing_app.library.database import Database, Row
from briefing_app.model.attested import Attested
from briefing_app.model.dates import DateInterval
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import ArticleId, EventId, Noun, name_of
from briefing_app.model.letters import Letter, letters_of
from briefing_app.model.source import Register, Source
from briefing_app.model.version import Presence

_ROW = (
    "SELECT a.id, a.dated, a.listing, a.read, a.starred, (SELECT count(*) FROM annotation n WHERE n.article = a.id), a.event,"
    " a.trashed, s.conflicts, s.copy_of, s.share"
    " FROM article a LEFT JOIN standing s ON s.article = a.id"
)
_TAGS = "SELECT a.article, t.name FROM article_tag a JOIN tag t ON t.id = a.tag"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows of an article and never changes."""

    headline: str
    has_title: bool
    source: Attested[str]
    agency: Attested[str]
    date: Attested[DateInterval]
    language: str
    lead: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as lists show it. ``lead`` opens its story (at most 280 code points); ``notes`` counts its annotations.

    ``letter`` is what it goes by in its event. From the event's comparison: ``conflicts`` counts those it takes part in, ``copy_of``
    is the letter of the article that it repeats, with the share repeated (0 to 1).
    ``tags`` stand in the order of the alphabet.
    """

    id: ArticleId
    headline: str
    has_title: bool
    source: Attested[str]
    agency: Attested[str]
    date: Attested[DateInterval]
    language: str
    lead: str
    read: bool
    starred: bool
    notes: int
    event: EventId | None
    letter: Letter | None = None
    conflicts: int = 0
    copy_of: tuple[Letter, float] | None = None
    tags: tuple[str, ...] = ()
    trashed: bool = False


class Rows:
    """The rows of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """How many articles there are outside the trash."""
        return self._database.number("SELECT count(*) FROM article WHERE trashed = 0")

    def get(self, ids: Sequence[ArticleId] | None, *, trashed: bool, skip_missing: bool = False) -> tuple[ArticleRow, ...]:
        """Rows for lists, newest date first, undated last, ties by number; None means all outside the trash, or inside it.

        Raises NothingThere unless ``skip_missing``.
        """
        if ids is None:
            rows = self._database.rows(f"{_ROW} WHERE a.trashed = ?", (trashed,))
            tagged = self._database.rows(f"{_TAGS} ORDER BY t.folded")
        else:
            rows = list(self._database.chosen(_ROW, ids))
            if not skip_missing:
                all_found(ids, {int(row[0]) for row in rows})
            tagged = list(self._database.chosen(_TAGS, ids, by="a.article", order="ORDER BY t.folded"))
        tags: dict[int, tuple[str, ...]] = {}
        for number, name in tagged:
            tags[number] = (*tags.get(number, ()), str(name))
        rows.sort(key=lambda row: int(row[0]))
        rows.sort(key=lambda row: str(row[1]), reverse=True)
        letters = self.letters({int(row[6]) for row in rows if row[6] is not None})
        return tuple(_row(row, tags.get(row[0], ()), letters) for row in rows)

    def letters(self, events: Collection[int]) -> dict[int, Letter]:
        """What the articles of some events go by, each in its own event; without those in the trash, as they are compared."""
        members: dict[int, dict[int, str | None]] = {}
        select = "SELECT event, id, source, trashed FROM article"
        for event, number, source, trashed in self._database.chosen(select, sorted(events), by="event", order="ORDER BY place, id"):
            if not trashed:
                members.setdefault(int(event), {})[int(number)] = source
        known = self._database.rows("SELECT data FROM source") if members else []
        register = Register(coding.decode(row[0], Source) for row in known)
        return {number: one for each in members.values() for number, one in zip(each, letters_of(each.values(), register), strict=True)}


def all_found(ids: Sequence[ArticleId], found: Container[int]) -> Sequence[ArticleId]:
    missing = next((number for number in ids if number not in found), None)
    if missing is not None:
        raise nothing_there(missing)
    return ids


def nothing_there(article: ArticleId) -> NothingThere:
    return NothingThere(f"There is no article {name_of(Noun.ARTICLE, article)} in this library.")


def _row(row: Row, tags: tuple[str, ...], letters: Mapping[int, Letter]) -> ArticleRow:
    number, _, data, read, starred, notes, event, trashed, conflicts, original, share = row
    listing = coding.decode(data, Listing)
    return ArticleRow(
        id=ArticleId(int(number)),
        headline=listing.headline,
        has_title=listing.has_title,
        source=listing.source,
        agency=listing.agency,
        date=listing.date,
        language=listing.language,
        lead=listing.lead,
        read=bool(read),
        starred=bool(starred),
        notes=int(notes),
        event=EventId(int(event)) if event is not None and not trashed else None,
        letter=letters.get(int(number)),
        conflicts=int(conflicts or 0),
        copy_of=(letters[original], float(share)) if original in letters else None,
        tags=tags,
        trashed=trashed == Presence.TRASHED,
    )
