"""Hides how a query's tree becomes one question to the database for the annotations that answer it.

Words are looked for in what is quoted, noted and answered. A note is short: words that must stand near each other, in one paragraph or
several times are in it or not. What a query asks of articles (``date:``, ``source:``, ``tag:`` ...) is asked of the annotation's article.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing_app.language import PACKS
from briefing_app.library import coding, note_words, records
from briefing_app.library.database import Database
from briefing_app.library.index.expansion import is_stemmed, terms_for
from briefing_app.library.index.matching import word_test
from briefing_app.library.index.query import parse
from briefing_app.library.index.terms import term_of
from briefing_app.library.index.tree import (
    Among,
    And,
    AtLeast,
    Field,
    Fuzzy,
    InZone,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Pattern,
    Phrase,
    Placed,
    Prefix,
    Same,
    Wild,
    Word,
)
from briefing_app.library.patience import Patience
from briefing_app.model.annotation import Annotation
from briefing_app.model.errors import QueryMistake
from briefing_app.model.version import Presence

_LANGUAGES = (*PACKS, "und")
_OWN_FIELDS = (Field.STORY, Field.ANYWHERE, Field.NOTES)
_AT_ONCE = 100
"""Words between two looks at the clock."""
_MOST_ALIKE = 200
"""Words that a sign for unknown letters may stand for; each is a condition of its own."""


@dataclass(frozen=True, slots=True)
class NotesFound:
    """The newest of the annotations that answer, and how many there are; ``behind`` are not searchable yet."""

    total: int
    annotations: tuple[Annotation, ...]
    behind: int


_Question = tuple[str, list[object]]
"""A condition in SQL on ``w``, a row of ``note_words``, with its values."""


class NoteSearch:
    """Finds the annotations of one library. ``articles_of`` gives the numbers of the articles that answer a node of a query."""

    def __init__(self, database: Database, articles_of: Callable[[Node, Patience], Iterable[int]]) -> None:
        self._database, self._articles_of = database, articles_of

    def find(self, node: Node, limit: int, patience: Patience) -> NotesFound:
        """The ``limit`` newest that answer, those on articles in the trash left out. Raises QueryMistake, SearchStopped."""
        condition, values = self._question(node, patience)
        hidden = f"SELECT n.id FROM annotation n JOIN article a ON a.id = n.article WHERE a.trashed = {Presence.TRASHED:d}"
        statement = f"SELECT group_concat(annotation) FROM note_words w WHERE ({condition}) AND w.annotation NOT IN ({hidden})"
        row = self._database.row(statement, values)
        numbers = sorted(coding.numbers(row[0]), reverse=True) if row and row[0] else []
        data: dict[int, bytes] = dict(self._database.chosen("SELECT n.id, n.data FROM annotation n", numbers[:limit], by="n.id"))
        read = tuple(records.decode_annotation(data[number]) for number in numbers[:limit] if number in data)
        return NotesFound(len(numbers), read, note_words.behind(self._database))

    def _question(self, node: Node, patience: Patience) -> _Question:
        patience.go_on()
        match node:
            case And(parts) | Or(parts):
                return self._joined(" AND " if isinstance(node, And) else " OR ", parts, patience)
            case Near(left, right) | Same(left, right):
                return self._joined(" AND ", (left, right), patience)
            case AtLeast(_, part):
                return self._question(part, patience)
            case Not(part):
                condition, values = self._question(part, patience)
                return f"NOT ({condition})", values
            case InZone(Field.NOTES):
                return "1", []
            case OneOf(Among.NOTE, value):
                return self._question(parse(" ".join(f'"{word}"' for word in value.split())), patience)
        if isinstance(node, Placed) and node.field in _OWN_FIELDS:
            return self._words(node, patience)
        numbers = json.dumps(list(self._articles_of(node, patience)))
        return "w.annotation IN (SELECT id FROM annotation WHERE article IN (SELECT value FROM json_each(?)))", [numbers]

    def _joined(self, sign: str, parts: Iterable[Node], patience: Patience) -> _Question:
        asked = [self._question(part, patience) for part in parts]
        return sign.join(f"({condition})" for condition, _ in asked), [value for _, values in asked for value in values]

    def _words(self, node: Placed, patience: Patience) -> _Question:
        match node:
            case Word(_, form, _) if is_stemmed(node):
                return _standing("stems", [f" {term} " for term in terms_for(form, _LANGUAGES)])
            case Word(_, form, _) | Prefix(_, form, _):
                return _standing("forms", [f" {form}"])
            case Phrase(_, forms, _):
                return _standing("stems", [f" {' '.join(term_of(form, code) for form in forms)} " for code in _LANGUAGES])
            case _:
                return _standing("forms", [f" {form} " for form in self._alike(node, patience)])

    def _alike(self, node: Wild | Pattern | Fuzzy, patience: Patience) -> list[str]:
        """The words of all annotations that answer. Raises QueryMistake when there are too many or it takes too long, SearchStopped."""
        every: set[str] = set()
        for (forms,) in self._database.rows("SELECT forms FROM note_words"):
            every.update(forms.split())
        answers, found = word_test(node), []
        for at, form in enumerate(sorted(every)):
            if at % _AT_ONCE == 0:
                patience.go_on_with(node.text)
            if answers(form):
                found.append(form)
        if len(found) > _MOST_ALIKE:
            raise QueryMistake(f"{len(found):,} words of notes are like it.", None, "Begin it with more letters that are fixed.")
        return found


def _standing(column: str, sought: list[str]) -> _Question:
    """Whether any of these stands in a column."""
    each = list(dict.fromkeys(sought))
    if not each:
        return "0", []
    # What all have in common is looked for first, without the space before it: SQLite runs through the text to its first letter.
    common = _beginning(min(each), max(each)).strip()
    return f"instr(w.{column}, ?) AND ({' OR '.join(f'instr(w.{column}, ?)' for _ in each)})", [common, *each]


def _beginning(a: str, b: str) -> str:
    """The letters with which both begin."""
    return a[: next((at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))]
