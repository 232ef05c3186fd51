"""Hides how a library is checked: the database by SQLite, every row by its type, every text and original by its digest, the index."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path

import msgspec

from briefing_app.library import records
from briefing_app.library.database import Database
from briefing_app.library.originals import Originals
from briefing_app.model.article import text_digest
from briefing_app.model.errors import LibraryCorrupt, StorageFailed
from briefing_app.model.ids import ArticleId, Noun, name_of

_EVERY = 200
"""Rows between two looks at the watch."""
_MOST_LINES = 20

Watch = Callable[[int, int], None]


class Kind(StrEnum):
    """What a flaw is in. The search index can be made anew from the rest."""

    DATABASE = "database"
    ARTICLE = "article"
    ORIGINAL = "original"
    WRITING = "writing"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written; ``words`` name it. ``digest`` is an original's, else empty."""

    kind: Kind
    words: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check has looked at, and what it found. ``size`` is the database and the originals in bytes."""

    articles: int
    originals: int
    writings: int
    size: int
    flaws: tuple[Flaw, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is lost; an index that has to be made anew is no loss."""
        return all(flaw.kind is Kind.INDEX for flaw in self.flaws)


class Checking:
    """One check of a library; ``index`` is the folder of its search index, None to leave that out."""

    def __init__(self, database: Database, originals: Originals, index: Path | None) -> None:
        self._database = database
        self._originals = originals
        self._index = index
        self._flaws: list[Flaw] = []
        self._done = self._total = 0

    def run(self, watch: Watch) -> CheckReport:
        """Look at every byte. One flaw does not hide the next."""
        size = self._database.size() + self._originals.size()
        self._flaws += database_flaws(self._database, full=True, watch=lambda: watch(self._done, max(1, self._total)))
        articles = self._numbers("article")
        digests = self._digests()
        kept = set(self._originals.digests())
        writings = {table: self._numbers(table) for table in _WRITINGS}
        self._total = len(articles) + len(digests) + sum(map(len, writings.values())) + 1
        for number in articles:
            self._step(watch)
            self._check_article(number)
        for digest in sorted(digests):
            self._step(watch)
            self._check_original(digest)
        for table, numbers in writings.items():
            for number in numbers:
                self._step(watch)
                self._check_writing(table, number)
        self._check_digests(lambda: watch(self._done, self._total))
        self._flaws += index_flaws(self._index) if self._index is not None else ()
        watch(self._total, self._total)
        return CheckReport(len(articles), len(kept), sum(map(len, writings.values())), size, tuple(self._flaws))

    def _step(self, watch: Watch) -> None:
        self._done += 1
        if self._done % _EVERY == 0:
            watch(self._done, self._total)

    def _numbers(self, table: str) -> list[int]:
        """The number of every row that can be reached; where the table is torn, those before the tear and those behind it."""
        found: set[int] = set()
        for order in ("", " DESC"):
            try:
                for (number,) in self._database.each(f"SELECT id FROM {table} NOT INDEXED ORDER BY id{order}"):
                    found.add(int(number))
            except LibraryCorrupt:
                continue
            return sorted(found)
        self._note(Kind.DATABASE, f"the table {table} does not read to its end")
        return sorted(found)

    def _digests(self) -> set[str]:
        try:
            return {str(row[0]) for row in self._database.each("SELECT original FROM article NOT INDEXED")}
        except LibraryCorrupt:
            return set()

    def _check_article(self, number: int) -> None:
        name = name_of(Noun.ARTICLE, number)
        try:
            row = self._database.row(
                "SELECT c.document, c.text, a.text_sha256, k.data FROM article a LEFT JOIN content c ON c.article = a.id"
                " LEFT JOIN correction k ON k.article = a.id WHERE a.id = ?",
                (number,),
            )
            if row is None or row[1] is None:
                self._note(Kind.ARTICLE, f"the text of {name} is missing")
                return
            records.decode_document(row[0], row[1])
            if text_digest(row[1]) != row[2]:
                self._note(Kind.ARTICLE, f"the text of {name} has changed")
            if row[3] is not None:
                records.decode_corrections(row[3])
        except (LibraryCorrupt, msgspec.MsgspecError, ValueError, TypeError):
            self._note(Kind.ARTICLE, f"{name} does not read")

    def _check_original(self, digest: str) -> None:
        try:
            data = self._originals.as_it_is(digest)
        except (LibraryCorrupt, StorageFailed):
            self._flaws.append(Flaw(Kind.ORIGINAL, f"the original {digest} is missing or cannot be read", digest))
            return
        if hashlib.sha256(data).hexdigest() != digest:
            self._flaws.append(Flaw(Kind.ORIGINAL, f"the original {digest} has changed", digest))

    def _check_writing(self, table: str, number: int) -> None:
        opening, decode = _WRITINGS[table]
        try:
            row = self._database.row(f"SELECT data FROM {table} WHERE id = ?", (number,))
            if row is not None:
                decode(row[0])
        except (LibraryCorrupt, msgspec.MsgspecError, ValueError, TypeError, KeyError):
            self._note(Kind.WRITING, f"{opening}{number} does not read")

    def _check_digests(self, watch: Callable[[], None]) -> None:
        """Every row against its digest; what is named already is not named twice."""
        named = {name for flaw in self._flaws for name in _NAME.findall(flaw.words)}
        self._flaws += [
            flaw for flaw in digest_flaws(self._database, small=False, watch=watch) if not named & set(_NAME.findall(flaw.words))
        ]

    def _note(self, kind: Kind, words: str) -> None:
        self._flaws.append(Flaw(kind, words))


def database_flaws(database: Database, *, full: bool, watch: Callable[[], None]) -> tuple[Flaw, ...]:
    """What SQLite says is wrong with the file; ``full`` compares every index with its table too. ``watch`` is called now and then."""
    try:
        lines = database.check(full=full, watch=watch, most=_MOST_LINES)
    except LibraryCorrupt as error:
        return (Flaw(Kind.DATABASE, error.message),)
    return tuple(Flaw(Kind.DATABASE, f"the database says: {line}") for line in lines)


def index_flaws(folder: Path) -> tuple[Flaw, ...]:
    """The files of the search index that are not as they were written, every byte looked at."""
    from briefing_app.library.index import manifest

    if not folder.is_dir():
        return ()
    newest = manifest.read(folder)
    if newest is None:
        return (Flaw(Kind.INDEX, "the search index has no list of its files"),) if any(folder.iterdir()) else ()
    return tuple(
        Flaw(Kind.INDEX, f"the search index's file {name} is not as it was written")
        for name, file in newest.files.items()
        if not manifest.holds(folder, name, file, thorough=True) and manifest.read(folder) == newest  # else a commit has taken it away
    )


def digest_flaws(database: Database, *, small: bool, watch: Callable[[], None]) -> tuple[Flaw, ...]:
    """Every row that reads and is not as it was written; ``small``: only what the analyst writes. ``watch`` is called now and then."""
    found: dict[Flaw, None] = {}
    looked = count(1)

    def step() -> None:
        if next(looked) % _EVERY == 0:
            watch()

    for table in database.kept_tables(small=small):
        try:
            numbers = database.changed_rows(table, step)
        except LibraryCorrupt:
            found[Flaw(Kind.DATABASE, f"the table {table} does not read to its end")] = None
            continue
        found |= dict.fromkeys(_changed(table, number) for number in numbers)
    return tuple(found)


def flaws_of_article(database: Database, article: ArticleId) -> tuple[Flaw, ...]:
    """What of an article, its text, its corrections and its notes is not as it was written."""
    found: dict[Flaw, None] = {}
    for table in (*sorted(_OF_ARTICLES), "annotation"):
        found |= dict.fromkeys(_changed(table, number) for number in database.changed_of_article(table, article))
    return tuple(found)


def _changed(table: str, number: int | None) -> Flaw:
    """The words for a row that is not as it was written."""
    if table in _OF_ARTICLES and number is not None:
        return Flaw(Kind.ARTICLE, f"{name_of(Noun.ARTICLE, number)} is not as it was written")
    if table in _WRITINGS and number is not None:
        return Flaw(Kind.WRITING, f"{_WRITINGS[table][0]}{number} is not as it was written")
    named = _WORDS.get(table, table.replace("_", " "))
    return Flaw(Kind.DATABASE, f"{named} is not as it was written" + ("" if number is None else f" (row {number})"))


_NAME = re.compile(r"^(?:the text of )?([a-z]+ ?\d+) ")
_OF_ARTICLES = frozenset({"article", "content", "correction"})
_WORDS = {
    "journal": "a step of the history",
    "article_tag": "a tag of an article",
    "filing": "something filed in a case",
    "event": "an event",
    "comparison": "a comparison",
    "finding": "what was found in an article",
    "tag": "a tag",
    "template": "a template of briefings",
    "source": "an entry of the register of sources",
    "label_rule": "a rule for labels",
    "event_pin": "the event of an article, as you put it",
    "event_hold": "the name of an event, as you gave it",
}
"""What the rows of a table are to the analyst, where they have no name of their own."""

_WRITINGS: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "annotation": (Noun.ANNOTATION, records.decode_annotation),
    "briefing": (Noun.BRIEFING, records.decode_briefing),
    "casefile": (Noun.CASE, records.decode_case),
    "saved_search": (Noun.SEARCH, records.decode_search),
    "ruling": ("ruling ", records.decode_ruling),
    "code": ("code ", records.decode_code),
}
