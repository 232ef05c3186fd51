"""Tags on articles. A tag is one whatever its capitals, is written as it was first typed, and is gone with its last article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, column_of, told
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, RemoveTag, RenameTag, TagArticles, Together
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import ArticleId
from briefing_app.model.naming import LONGEST_TAG, folded, proper_name


def _tag(connection: sqlite3.Connection, edit: TagArticles) -> Performed | None:
    name = proper_name(edit.tag, LONGEST_TAG)
    asked = column_of(connection, "id", edit.articles)
    known = _known(connection, name)
    held = _having(connection, known[0]) if known else frozenset()
    changed = tuple(article for article in asked if (article in held) is not edit.tagged)
    if not changed:
        return None
    if edit.tagged:
        number, name = known or _make(connection, name)
        _give(connection, number, changed)
    else:
        assert known is not None
        number, name = known
        connection.executemany("DELETE FROM article_tag WHERE tag = ? AND article = ?", [(number, article) for article in changed])
        connection.execute("DELETE FROM tag WHERE id = ? AND NOT EXISTS (SELECT 1 FROM article_tag WHERE tag = ?)", (number, number))
    done, inverse = TagArticles(changed, name, edit.tagged), TagArticles(changed, name, not edit.tagged)
    return Performed(done, inverse, told(ChangeKind.ARTICLE_MARKED, changed))


def _rename(connection: sqlite3.Connection, edit: RenameTag) -> Performed | None:
    number, old = _required(connection, edit.tag)
    name = proper_name(edit.name, LONGEST_TAG)
    if name == old:
        return None
    articles = _ordered(_having(connection, number))
    other = _known(connection, name)
    inverse: Edit = RenameTag(name, old)
    if other is None or other[0] == number:
        connection.execute("UPDATE tag SET name = ?, folded = ? WHERE id = ?", (name, folded(name), number))
    else:
        name = other[1]
        moved = _ordered(set(articles) - _having(connection, other[0]))
        connection.execute("DELETE FROM tag WHERE id = ?", (number,))
        _give(connection, other[0], moved)
        back = TagArticles(articles, old, True)
        inverse = Together((TagArticles(moved, name, False), back)) if moved else back
    return Performed(RenameTag(old, name), inverse, told(ChangeKind.ARTICLE_MARKED, articles))


def _remove(connection: sqlite3.Connection, edit: RemoveTag) -> Performed:
    number, name = _required(connection, edit.tag)
    articles = _ordered(_having(connection, number))
    connection.execute("DELETE FROM tag WHERE id = ?", (number,))
    return Performed(RemoveTag(name), TagArticles(articles, name, True), told(ChangeKind.ARTICLE_MARKED, articles))


def _tag_stands(connection: sqlite3.Connection, edit: TagArticles) -> bool:
    known = _known(connection, edit.tag)
    held = _having(connection, known[0]) if known else frozenset()
    return all((article in held) is edit.tagged for article in edit.articles)


def _renaming_stands(connection: sqlite3.Connection, edit: RenameTag) -> bool:
    known = _known(connection, edit.name)
    return known is not None and known[1] == edit.name and _known(connection, edit.tag) in (None, known)


def _known(connection: sqlite3.Connection, name: str) -> tuple[int, str] | None:
    """The tag's number, and how it is written; None when there is none."""
    row = connection.execute("SELECT id, name FROM tag WHERE folded = ?", (folded(name),)).fetchone()
    return (int(row[0]), str(row[1])) if row else None


def _required(connection: sqlite3.Connection, name: str) -> tuple[int, str]:
    known = _known(connection, name)
    if known is None:
        raise NothingThere(f"There is no tag “{name}” in this library.")
    return known


def _make(connection: sqlite3.Connection, name: str) -> tuple[int, str]:
    number = connection.execute("INSERT INTO tag (name, folded) VALUES (?, ?)", (name, folded(name))).lastrowid
    return int(number or 0), name


def _give(connection: sqlite3.Connection, number: int, articles: Sequence[ArticleId]) -> None:
    connection.executemany("INSERT INTO article_tag (tag, article) VALUES (?, ?)", [(number, article) for article in articles])


def _having(connection: sqlite3.Connection, number: int) -> frozenset[ArticleId]:
    return frozenset(ArticleId(int(row[0])) for row in connection.execute("SELECT article FROM article_tag WHERE tag = ?", (number,)))


def _ordered(articles: Iterable[ArticleId]) -> tuple[ArticleId, ...]:
    return tuple(sorted(articles))


VERBS: tuple[AnyVerb, ...] = (
    Verb(TagArticles, _tag, _tag_stands),
    Verb(RenameTag, _rename, _renaming_stands),
    Verb(RemoveTag, _remove, lambda connection, edit: _known(connection, edit.tag) is None),
)
