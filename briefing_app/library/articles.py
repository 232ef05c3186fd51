"""Hides how articles lie in the database: adding in one transaction, reading whole. What lists show of them: ``rows``.

An article is read whole in one place, ``_article``, which puts the analyst's corrections into what cleaning found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePath

from briefing_app.library import coding, feed, labelling, records, sources, versions
from briefing_app.library.answers import Added
from briefing_app.library.database import Database, Row
from briefing_app.library.rows import Listing, all_found, nothing_there
from briefing_app.library.sources import Sources
from briefing_app.model.article import Article, Custody, Document, ZoneKind, text_digest
from briefing_app.model.change import ChangeKind
from briefing_app.model.correction import Corrections, corrected
from briefing_app.model.ids import ArticleId
from briefing_app.model.source import names_by_alias, under_one_name
from briefing_app.model.span import whole
from briefing_app.model.version import Presence

LEAD_LENGTH = 280
"""Most code points of an article's lead in a list."""

_ARTICLE = (
    "SELECT a.id, a.path, a.file_name, a.original, a.imported_at, c.document, c.text, a.corrected, k.data FROM article a"
    " JOIN content c ON c.article = a.id LEFT JOIN correction k ON k.article = a.id"
)


@dataclass(frozen=True, slots=True)
class Due:
    """An article for the index: the feed's row that makes it due, and the row with which it was added."""

    article: Article
    latest: int
    added: int


class Articles:
    """The articles of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, document: Document, original_sha256: str, path: str, now: datetime) -> Added:
        """Store a document in one transaction with its row in the feed; the same original and part again is a duplicate.

        So is the same text under the same name (guid, address); another text under it is a version of the article. The disk is waited for
        only after the transaction, so that an edit does not wait for it too.
        """
        added = self._add(document, original_sha256, path, now)
        self._database.make_last()
        return added

    def _add(self, document: Document, original_sha256: str, path: str, now: datetime) -> Added:
        document = replace(document, text=whole(document.text), part=whole(document.part))
        body = records.encode(document).decode()
        names = (_path_bytes(path), _path_bytes(PurePath(path).name))
        with self._database.writing(lasting=False) as connection:
            named = under_one_name(document, sources.names(connection))
            shown = shown_of(named)
            known = connection.execute(
                "SELECT id, trashed FROM article WHERE original = ? AND part = ?", (original_sha256, document.part)
            ).fetchone()
            if known or (known := versions.same_again(connection, document, original_sha256)):
                return Added(ArticleId(int(known[0])), duplicate=True, trashed=known[1] == Presence.TRASHED)
            cursor = connection.execute(
                "INSERT INTO article (original, part, path, file_name, imported_at, text_sha256, listing, dated, title, added)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                (original_sha256, document.part, *names, now.astimezone(UTC).isoformat(), document.text_sha256, *shown),
            )
            number = int(cursor.lastrowid or 0)
            connection.execute("INSERT INTO content (article, document, text) VALUES (?, ?, ?)", (number, body, document.text))
            change = feed.append(connection, ChangeKind.ARTICLE_ADDED, number)
            connection.execute("UPDATE article SET added = ? WHERE id = ?", (change.number, number))
            if (corrections := labelling.ruled(connection, named)) != Corrections():
                store_corrections(connection, ArticleId(number), corrections)
            version_of = versions.stack(connection, ArticleId(number), document, original_sha256)
        return Added(ArticleId(number), duplicate=False, version_of=version_of)

    def get(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        """The articles in the order asked for. Raises NothingThere."""
        names = names_by_alias(Sources(self._database).all())
        found = {int(row[0]): _article(row, names) for row in self._database.chosen(_ARTICLE, ids)}
        return tuple(found[number] for number in all_found(ids, found))

    def as_found(self, article: ArticleId) -> Document:
        """What cleaning found, without the analyst's corrections. Raises NothingThere."""
        row = self._database.row("SELECT document, text FROM content WHERE article = ?", (article,))
        if row is None:
            raise nothing_there(article)
        return records.decode_document(*row)

    def corrections(self, article: ArticleId) -> Corrections:
        """What the analyst has corrected in the article."""
        row = self._database.row("SELECT data FROM correction WHERE article = ?", (article,))
        return records.decode_corrections(row[0]) if row else Corrections()

    def ids(self, *, trashed: bool) -> tuple[ArticleId, ...]:
        """The number of every article outside the trash, or inside it, ascending."""
        rows = self._database.rows("SELECT id FROM article INDEXED BY article_order WHERE trashed = ? ORDER BY id", (trashed,))
        return tuple(ArticleId(int(row[0])) for row in rows)

    def titles(self, most: int) -> tuple[str, ...]:
        """The headlines of the newest articles outside the trash."""
        rows = self._database.rows("SELECT headline FROM article WHERE trashed = 0 ORDER BY dated DESC, id LIMIT ?", (most,))
        return tuple(str(headline) for (headline,) in rows)

    def headlines(self, ids: Sequence[ArticleId]) -> dict[ArticleId, str]:
        """The headlines of these articles; one that is gone is left out."""
        rows = self._database.chosen("SELECT a.id, a.headline FROM article a", ids)
        return {ArticleId(int(number)): str(headline) for number, headline in rows}

    def hidden(self) -> tuple[ArticleId, ...]:
        """The number of every article that lists do not show: in the trash, behind a newer version, or deleted for good. Ascending."""
        # Above 0, not other than 0: the index then leads to these few, where 100,000 articles would be looked at before each answer.
        trashed = "SELECT id FROM article INDEXED BY article_order WHERE trashed > 0"
        rows = self._database.rows(f"{trashed} UNION SELECT article FROM gone ORDER BY 1")
        return tuple(ArticleId(int(row[0])) for row in rows)

    def present(self, ids: Sequence[ArticleId] | None) -> dict[ArticleId, str]:
        """``Article.corrected`` of each of these (None: of all) that lies outside the trash."""
        select = "SELECT a.id, a.corrected, a.trashed FROM article a"
        rows = self._database.rows(select) if ids is None else self._database.chosen(select, ids)
        return {ArticleId(int(row[0])): str(row[1]) for row in rows if not row[2]}

    def of_original(self, digest: str) -> ArticleId | None:
        """The first article outside the trash whose original has this SHA-256, None when there is none."""
        row = self._database.row("SELECT min(id) FROM article WHERE original = ? AND trashed = 0", (digest,))
        return ArticleId(int(row[0])) if row and row[0] else None

    def original_of(self, article: ArticleId) -> str:
        """The SHA-256 of the article's original. Raises NothingThere."""
        row = self._database.row("SELECT original FROM article WHERE id = ?", (article,))
        if row is None:
            raise nothing_there(article)
        return str(row[0])

    def digests(self, ids: Sequence[ArticleId]) -> tuple[str, ...]:
        """The digest of each article (``Article.digest``), in the order asked for. Raises NothingThere."""
        found = {int(row[0]): str(row[1]) for row in self._database.chosen("SELECT a.id, a.text_sha256 || a.corrected FROM article a", ids)}
        return tuple(found[number] for number in all_found(ids, found))

    def texts(self, ids: Sequence[ArticleId]) -> dict[int, str]:
        """The texts of these articles, by number; one that is gone is left out."""
        return {int(row[0]): str(row[1]) for row in self._database.chosen("SELECT article, text FROM content", ids, by="article")}

    def sources(self, ids: Sequence[ArticleId]) -> dict[int, str]:
        """The known sources of these articles, by number."""
        rows = self._database.chosen("SELECT a.id, a.source FROM article a", ids)
        return {int(number): str(source) for number, source in rows if source is not None}

    def latest_after(self, number: int, limit: int) -> tuple[Due, ...]:
        """At most ``limit`` articles that the feed says are new or corrected beyond ``number``, oldest first, those in the trash too."""
        picked = self._database.rows("SELECT id, latest, added FROM article WHERE latest > ? ORDER BY latest LIMIT ?", (number, limit))
        articles = self.get([ArticleId(int(row[0])) for row in picked])
        return tuple(Due(article, int(row[1]), int(row[2])) for row, article in zip(picked, articles, strict=True))

    def last_change(self) -> int:
        """The number of the feed's newest row, 0 when there is none."""
        return self._database.number("SELECT max(number) FROM change")

    def count_after(self, number: int) -> int:
        """How many articles outside the trash the feed says are new or corrected beyond ``number``."""
        # Counted from the index alone, the few in the trash taken off: looking at 100,000 rows costs ten times as much.
        return self._database.number(
            "SELECT (SELECT count(*) FROM article INDEXED BY article_latest WHERE latest > ?1)"
            " - (SELECT count(*) FROM article INDEXED BY article_order WHERE trashed = 1 AND latest > ?1)",
            (number,),
        )


def store_corrections(connection: sqlite3.Connection, article: ArticleId, corrections: Corrections) -> None:
    """Keep the article's corrections in the place of the last ones, inside the caller's transaction, with what lists show of it.

    The comparison of its event is thrown away: it is stale, and none of its conflicts counts any more.
    """
    body, text = connection.execute("SELECT document, text FROM content WHERE article = ?", (article,)).fetchone()
    shown = shown_of(under_one_name(corrected(records.decode_document(body, text), corrections), sources.names(connection)))
    digest = ""
    connection.execute("DELETE FROM correction WHERE article = ?", (article,))
    if corrections != Corrections():
        data = records.encode(corrections).decode()
        digest = f"+{text_digest(data)}"
        connection.execute("INSERT INTO correction (article, data) VALUES (?, ?)", (article, data))
    connection.execute("UPDATE article SET listing = ?, dated = ?, title = ?, corrected = ? WHERE id = ?", (*shown, digest, article))
    connection.execute("DELETE FROM comparison WHERE event = (SELECT event FROM article WHERE id = ?)", (article,))


def show_again(connection: sqlite3.Connection, article: ArticleId) -> bool:
    """Let lists show the article as it is now, inside the caller's transaction; whether that is something else.

    Comparisons are stale then.
    """
    body, text, data, before = connection.execute(
        "SELECT c.document, c.text, k.data, a.listing FROM article a JOIN content c ON c.article = a.id"
        " LEFT JOIN correction k ON k.article = a.id WHERE a.id = ?",
        (article,),
    ).fetchone()
    document = corrected(records.decode_document(body, text), records.decode_corrections(data) if data else Corrections())
    shown = shown_of(under_one_name(document, sources.names(connection)))
    if shown[0] == before:
        return False
    connection.execute("UPDATE article SET listing = ?, dated = ?, title = ? WHERE id = ?", (*shown, article))
    connection.execute("DELETE FROM comparison WHERE event = (SELECT event FROM article WHERE id = ?)", (article,))
    return True


def shown_of(document: Document) -> tuple[str, str, str]:
    """The columns listing, dated and title: what lists show of an article, and by what they sort it."""
    listing = _listing(document)
    return coding.encode(listing).decode(), _dated(document), whole(listing.headline).casefold()


def _article(row: Row, names: Mapping[str, str]) -> Article:
    number, path, file_name, original, imported_at, body, text, digest, corrections = row
    custody = Custody(_path_text(path), _path_text(file_name), original, datetime.fromisoformat(imported_at))
    document = records.decode_document(body, text)
    if corrections:
        document = corrected(document, records.decode_corrections(corrections))
    document = under_one_name(document, names)
    return Article(ArticleId(int(number)), document, custody, str(digest))


def _listing(document: Document) -> Listing:
    return Listing(
        headline=document.headline(),
        has_title=document.title.known,
        source=document.source,
        agency=document.agency,
        date=document.date,
        language=document.language.value or "und",
        lead=_lead(document),
    )


def _lead(document: Document) -> str:
    """The first words of the story; a paragraph that ends no sentence is set off, and one that stands in for a title is not repeated."""
    zones = (z for z in document.told() if z.kind is not ZoneKind.TITLE)
    instead = "" if document.title.known else document.headline()
    words = ""
    for zone in zones:
        more = " ".join(zone.span.of(document.text)[: 2 * LEAD_LENGTH].split())
        if words == instead:
            words = ""
        words = f"{words}{_between(words)}{more}" if words else more
        if len(words) >= LEAD_LENGTH:
            return words[: LEAD_LENGTH - 1].rstrip() + "…"
    return words


def _between(words: str) -> str:
    """What parts a paragraph from the next one."""
    return " · " if words[-1].isalnum() else " "


def _dated(document: Document) -> str:
    """The last day on which it can have appeared, then the moment in UTC: a text that sorts by date; empty when unknown."""
    interval = document.date.value
    if interval is None:
        return ""
    day = interval.last or interval.first
    moment = interval.moment.astimezone(UTC).isoformat() if interval.moment else ""
    return f"{day.isoformat() if day else ''} {moment}"


def _path_bytes(path: str) -> bytes:
    # File names of any system come back unchanged, those that are no proper Unicode too.
    return path.encode("utf-8", "surrogatepass")


def _path_text(path: bytes) -> str:
    return path.decode("utf-8", "surrogatepass")
