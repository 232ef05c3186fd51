"""Hides how the rows of lists lie in the database: what a list shows of an article is kept beside it, so that no text is read."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from briefing_app.library import coding
from briefing_app.library.database import Database, Row
from briefing_app.model.attested import Attested
from briefing_app.model.dates import DateInterval
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import ArticleId, EventId, Noun, name_of
from briefing_app.model.version import Presence

_ROW = (
    "SELECT a.id, a.dated, a.listing, a.read, a.starred, (SELECT count(*) FROM annotation n WHERE n.article = a.id), a.event, a.place,"
    " a.trashed, s.conflicts, (SELECT o.place FROM article o WHERE o.id = s.copy_of), s.share"
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

    ``place`` is the place of its letter in its event. From the event's comparison: ``conflicts`` counts those it takes part in, ``copy_of``
    is the letter's place of the article that it repeats, with the share repeated (0 to 1).
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
    place: int | None = None
    conflicts: int = 0
    copy_of: tuple[int, float] | None = None
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
        return tuple(_row(row, tags.get(row[0], ())) for row in rows)


def all_found(ids: Sequence[ArticleId], found: Container[int]) -> Sequence[ArticleId]:
    missing = next((number for number in ids if number not in found), None)
    if missing is not None:
        raise nothing_there(missing)
    return ids


def nothing_there(article: ArticleId) -> NothingThere:
    return NothingThere(f"There is no article {name_of(Noun.ARTICLE, article)} in this library.")


def _row(row: Row, tags: tuple[str, ...]) -> ArticleRow:
    number, _, data, read, starred, notes, event, place, trashed, conflicts, original, share = row
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
        place=int(place) if event is not None and place is not None else None,
        conflicts=int(conflicts or 0),
        copy_of=(int(original), float(share)) if original is not None else None,
        tags=tags,
        trashed=trashed == Presence.TRASHED,
    )
