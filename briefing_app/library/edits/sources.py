"""The register of sources: its entries, and the articles that go by their names."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.articles import show_again
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, data_of, next_number, told
from briefing_app.library.sources import articles_under, register
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, PutSource, RemoveSource
from briefing_app.model.errors import EditRefused, NothingThere
from briefing_app.model.ids import SourceId
from briefing_app.model.naming import folded, proper_name
from briefing_app.model.source import Source

LONGEST_NAME = 200
"""Code points of a source's name, owner or country."""


def _put(connection: sqlite3.Connection, edit: PutSource) -> Performed | None:
    old = _source(connection, edit.source.id) if edit.source.id else None
    source = _proper(edit.source)
    if not source.id:
        source = replace(source, id=SourceId(next_number(connection, "source")))
    if old == source:
        return None
    taken = {folded(name): other.name for other in register(connection) if other.id != source.id for name in other.names}
    if rival := next((taken[folded(name)] for name in source.names if folded(name) in taken), ""):
        raise EditRefused(f"“{rival}” goes by one of these names already.", "Merge the two, or take the name away from one of them.")
    connection.execute(
        "INSERT INTO source (id, folded, data) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET folded = excluded.folded, data = excluded.data",
        (source.id, folded(source.name), records.encode(source)),
    )
    inverse: Edit = PutSource(old) if old else RemoveSource(source.id)
    return Performed(PutSource(source), inverse, _shown_again(connection, source, old))


def _remove(connection: sqlite3.Connection, edit: RemoveSource) -> Performed:
    old = _source(connection, edit.source)
    if old is None:
        raise NothingThere("The source is not in the register any more.")
    connection.execute("DELETE FROM source WHERE id = ?", (edit.source,))
    return Performed(edit, PutSource(old), _shown_again(connection, old, None))


def _shown_again(connection: sqlite3.Connection, one: Source, other: Source | None) -> tuple[tuple[ChangeKind, int], ...]:
    """Let the articles of these entries stand under the name that they have now, and tell which have changed."""
    names = {*one.names, *(other.names if other else ())}
    changed = [article for article in articles_under(connection, names) if show_again(connection, article)]
    return (*told(ChangeKind.SOURCE, [one.id]), *told(ChangeKind.ARTICLE_CHANGED, changed))


def _proper(source: Source) -> Source:
    """The entry as it is kept: names without needless space, no alias that says the same as another name."""
    name = proper_name(source.name, LONGEST_NAME)
    aliases: dict[str, str] = {}
    for alias in source.aliases:
        words = " ".join(alias.split())
        if words and folded(words) != folded(name):
            aliases.setdefault(folded(words), proper_name(words, LONGEST_NAME))
    owner, country = (" ".join(words.split())[:LONGEST_NAME] for words in (source.owner, source.country))
    return replace(source, name=name, aliases=tuple(aliases.values()), owner=owner, country=country)


def _source(connection: sqlite3.Connection, number: SourceId) -> Source | None:
    data = data_of(connection, "source", number)
    return records.decode_source(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutSource, _put, lambda connection, edit: _source(connection, edit.source.id) == edit.source),
    Verb(RemoveSource, _remove, lambda connection, edit: _source(connection, edit.source) is None),
)
