"""What the analyst marks on articles: read, starred, in the trash, an older version."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefing_app.library import versions
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, column_of, told
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import MarkRead, MarkStarred, StackVersion, TrashArticles
from briefing_app.model.errors import EditRefused
from briefing_app.model.ids import ArticleId
from briefing_app.model.version import Presence


def _read(connection: sqlite3.Connection, edit: MarkRead) -> Performed | None:
    changed = _mark(connection, "read", edit.articles, edit.read)
    done, inverse = MarkRead(changed, edit.read), MarkRead(changed, not edit.read)
    return Performed(done, inverse, told(ChangeKind.ARTICLE_MARKED, changed)) if changed else None


def _starred(connection: sqlite3.Connection, edit: MarkStarred) -> Performed | None:
    changed = _mark(connection, "starred", edit.articles, edit.starred)
    done, inverse = MarkStarred(changed, edit.starred), MarkStarred(changed, not edit.starred)
    return Performed(done, inverse, told(ChangeKind.ARTICLE_MARKED, changed)) if changed else None


def _trashed(connection: sqlite3.Connection, edit: TrashArticles) -> Performed | None:
    """Nothing of the article is touched but the mark: what is read leaves it out, and the events' follower regroups without it."""
    changed = _mark(connection, "trashed", edit.articles, edit.trashed)
    if not changed:
        return None
    if edit.trashed:
        connection.executemany("UPDATE article SET former_event = coalesce(event, former_event) WHERE id = ?", [(one,) for one in changed])
    connection.executemany("DELETE FROM comparison WHERE event = (SELECT event FROM article WHERE id = ?)", [(one,) for one in changed])
    done, inverse = TrashArticles(changed, edit.trashed), TrashArticles(changed, not edit.trashed)
    return Performed(done, inverse, told(ChangeKind.ARTICLE_TRASHED, changed))


def _mark(connection: sqlite3.Connection, column: str, articles: Sequence[ArticleId], value: bool) -> tuple[ArticleId, ...]:
    """Those that were marked otherwise, and are marked so now."""
    old = column_of(connection, column, articles)
    changed = [article for article, was in old.items() if bool(was) is not value and was != Presence.OLDER]
    connection.executemany(f"UPDATE article SET {column} = ? WHERE id = ?", [(value, article) for article in changed])
    return tuple(changed)


def _all(connection: sqlite3.Connection, column: str, articles: Sequence[ArticleId], value: bool) -> bool:
    return all(bool(one) is value for one in column_of(connection, column, articles).values())


def _stack(connection: sqlite3.Connection, edit: StackVersion) -> Performed | None:
    """Only the place in lists changes, so that it is taken back exactly: marks, tags and notes stay on the article that has them."""
    old = _newer(connection, edit.article)
    if old == edit.newer:
        return None
    first = edit.newer
    if first is None:
        versions.stand_alone(connection, edit.article)
    else:
        first = _newer(connection, first) or first  # a newer version still may have come in
        if first == edit.article:
            raise EditRefused("An article is no version of itself.", "Choose another article.")
        _require_plain(connection, edit.article, first)
        versions.stand_behind(connection, edit.article, first)
    return Performed(StackVersion(edit.article, first), StackVersion(edit.article, old), told(ChangeKind.ARTICLE_TRASHED, [edit.article]))


def _require_plain(connection: sqlite3.Connection, article: ArticleId, first: ArticleId) -> None:
    """Raise EditRefused where the change could not be taken back exactly, or would hide an article."""
    if Presence.TRASHED in column_of(connection, "trashed", [article, first]).values():
        raise EditRefused("One of the articles is in the trash.", "Bring it back first.")
    if connection.execute("SELECT 1 FROM article WHERE newer = ?", (article,)).fetchone():
        raise EditRefused("The article has older versions of its own.", "Part them from it first.")


def _newer(connection: sqlite3.Connection, article: ArticleId) -> ArticleId | None:
    newer = column_of(connection, "newer", [article])[article]
    return ArticleId(int(newer)) if newer is not None else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(MarkRead, _read, lambda connection, edit: _all(connection, "read", edit.articles, edit.read)),
    Verb(MarkStarred, _starred, lambda connection, edit: _all(connection, "starred", edit.articles, edit.starred)),
    Verb(StackVersion, _stack, lambda connection, edit: _newer(connection, edit.article) == edit.newer),
    Verb(TrashArticles, _trashed, lambda connection, edit: _all(connection, "trashed", edit.articles, edit.trashed)),
)
