"""What carrying out an edit gives back, the row of the table that says how, and what several nouns need for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import ArticleId, Noun, name_of

E = TypeVar("E", bound=Edit)


@dataclass(frozen=True, slots=True)
class Performed:
    """An edit as it was carried out (with its number, on what it truly changed), what takes it back, and what the feed is to tell."""

    edit: Edit
    inverse: Edit
    changes: tuple[tuple[ChangeKind, int], ...]


@dataclass(frozen=True, slots=True)
class Verb(Generic[E]):
    """How the edits of one class are carried out.

    ``perform`` works inside the caller's transaction; None when everything is so already. It raises NothingThere and EditRefused.
    ``stands`` says whether the database still is as an edit that ``perform`` returned has left it. ``run`` gives what carries out several
    of the class one after another, like ``perform``, with what all of them need read once.
    """

    kind: type[E]
    perform: Callable[[sqlite3.Connection, E], Performed | None]
    stands: Callable[[sqlite3.Connection, E], bool]
    run: Callable[[sqlite3.Connection], Callable[[sqlite3.Connection, E], Performed | None]] | None = None


AnyVerb = Verb[Any]


def told(kind: ChangeKind, subjects: Iterable[int]) -> tuple[tuple[ChangeKind, int], ...]:
    """One change of the same kind for each subject."""
    return tuple((kind, subject) for subject in subjects)


def next_number(connection: sqlite3.Connection, table: str) -> int:
    """The number for a new row."""
    # AUTOINCREMENT keeps the highest number ever given, so that a number taken back is not given to something else.
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1


def data_of(connection: sqlite3.Connection, table: str, number: int) -> bytes | None:
    """What a table keeps under a number, None when there is nothing."""
    row = connection.execute(f"SELECT data FROM {table} WHERE id = ?", (number,)).fetchone()
    return row[0] if row else None


def nothing(noun: Noun, number: int) -> NothingThere:
    """The error for a number that names nothing."""
    return NothingThere(f"There is no {noun.name.lower()} {name_of(noun, number)} in this library.")


def column_of(connection: sqlite3.Connection, column: str, articles: Sequence[ArticleId]) -> dict[ArticleId, Any]:
    """A column of each article, each once, in the order asked for. Raises NothingThere."""
    found = {}
    for article in dict.fromkeys(articles):
        row = connection.execute(f"SELECT {column} FROM article WHERE id = ?", (article,)).fetchone()
        if row is None:
            raise nothing(Noun.ARTICLE, article)
        found[article] = row[0]
    return found
