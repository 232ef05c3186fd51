"""Whoosh by itself, with its own codec, as the measure of ours: the same articles in a stock index, ranked exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import whoosh.index
import whoosh.query
from whoosh.analysis.acore import Composable, Token
from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema

from briefing_app.library.index.codec import BOUNDARY, Words
from briefing_app.library.index.expansion import FORMS, terms_for
from briefing_app.library.index.schema import TEXT_FIELDS, fields_of
from briefing_app.library.index.spans import PLACES
from briefing_app.library.index.terms import is_character, term_of
from briefing_app.library.index.tree import And, Dated, InLanguage, Node, Not, Or, Phrase, Prefix, Word
from briefing_app.model.article import Article

query: Any = whoosh.query


class _Placed(Composable):  # type: ignore[misc]
    """Whoosh's tokens out of ``_text``."""

    def __call__(self, value: str, **_options: Any) -> Iterator[Token]:
        token = Token(positions=True)
        token.boost, token.stopped = 1.0, False
        for word in value.split("\t"):
            place, token.text = word.split(" ", 1)
            token.pos = int(place)
            yield token


def _schema() -> Schema:
    fields: dict[str, Any] = {"number": STORED(), "lang": ID(), "first_day": NUMERIC(int), "last_day": NUMERIC(int)}
    for name in TEXT_FIELDS:
        fields[name] = fields[f"{name}{FORMS}"] = TEXT(analyzer=_Placed(), phrase=True)
    return Schema(**fields)


_OURS = frozenset({"dated", "outlet"})
"""Fields that no query names: the order by date and the counts by source are read from them."""


@contextmanager
def stock_index(folder: Path, articles: Iterable[Article]) -> Iterator[Any]:
    """Whoosh's searcher over the articles."""
    folder.mkdir(parents=True)
    made: Any = whoosh.index.create_in(str(folder), _schema())
    writer = made.writer()
    for article in articles:
        values = fields_of(article)
        fields = {name: _text(value) if isinstance(value, Words) else value for name, value in values.items() if name not in _OURS}
        writer.add_document(**fields)
    writer.commit()
    searcher = made.searcher()
    yield searcher
    searcher.close()


def ranked(searcher: Any, node: Node, languages: Iterable[str]) -> dict[int, float]:
    """The number of every article that answers, with its score."""
    results = searcher.search(tree(node, tuple(sorted({*languages, "und"}))), limit=None)
    return {searcher.stored_fields(document)["number"]: score for score, document in results.top_n}


def tree(node: Node, codes: tuple[str, ...]) -> Any:
    """The query as Whoosh's own."""
    match node:
        case And(parts):
            return query.And([tree(part, codes) for part in parts])
        case Or(parts):
            return query.Or([tree(part, codes) for part in parts])
        case Not(part):
            return query.ConstantScoreQuery(query.And([query.Every(), query.Not(tree(part, codes))]), 1.0)
        case Word(_, form, field) if not is_character(form):
            return _any(query.Term(name, term, boost=_boost(name)) for name in PLACES[field] for term in terms_for(form, codes))
        case Word(_, form, field) | Prefix(_, form, field):
            return _any(query.ConstantScoreQuery(query.Prefix(f"{name}{FORMS}", form), _boost(name)) for name in PLACES[field])
        case Phrase(_, forms, field):
            variants = dict.fromkeys(tuple(term_of(form, code) for form in forms) for code in codes)
            return _any(query.Phrase(name, list(terms), boost=_boost(name)) for name in PLACES[field] for terms in variants)
        case Dated(_, first, last):
            bounds = [query.NumericRange("first_day", None, last.toordinal())] if last else []
            bounds += [query.NumericRange("last_day", first.toordinal(), None)] if first else []
            return query.ConstantScoreQuery(query.And(bounds) if len(bounds) > 1 else bounds[0], 1.0)
        case InLanguage(code):
            return query.ConstantScoreQuery(query.Term("lang", code), 1.0)
    raise AssertionError(node)


def _text(words: Words) -> str:
    """Each word with its place; the boundaries are only a gap between places."""
    return "\t".join(f"{place} {term}" for place, term in zip(words.places, words.terms, strict=True) if term != BOUNDARY)


def _any(found: Iterable[Any]) -> Any:
    queries = list(found)
    return queries[0] if len(queries) == 1 else query.Or(queries)


def _boost(name: str) -> float:
    return 2.5 if name == "title" else 1.0
