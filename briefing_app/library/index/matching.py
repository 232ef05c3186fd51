"""Hides how a query is put to one short text that the index does not hold: a note, a block of a briefing.

Words that must stand near each other or in one paragraph need only stand in the text; what a query asks of articles no text answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final

from briefing_app.language import PACKS
from briefing_app.library.index.expansion import is_stemmed
from briefing_app.library.index.terms import Token, term_of, tokens
from briefing_app.library.index.tree import (
    And,
    AtLeast,
    Field,
    Fuzzy,
    InZone,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Placed,
    Prefix,
    Same,
    Wild,
    Word,
    parts_of,
)
from briefing_app.model.span import Span

_LANGUAGES: Final = (*PACKS, "und")


class Matcher:
    """One text, found by words that are looked for in one of ``fields``."""

    def __init__(self, text: str, fields: Collection[Field]) -> None:
        self._tokens = tokens(text, "und")
        self._fields = fields

    def answers(self, node: Node) -> bool:
        """Whether the text answers the query."""
        match node:
            case And(parts):
                return all(map(self.answers, parts))
            case Or(parts):
                return any(map(self.answers, parts))
            case Near(left, right) | Same(left, right):
                return self.answers(left) and self.answers(right)
            case Not(part):
                return not self.answers(part)
            case AtLeast(count, part):
                return self.answers(part) and len(self.marks(part)) >= count
            case InZone(field):
                return field in self._fields and field not in (Field.STORY, Field.ANYWHERE)
        return isinstance(node, Placed) and any(True for _ in self._places(node))

    def marks(self, node: Node) -> tuple[Span, ...]:
        """Where words of the query stand, in order; none of what is ruled out."""
        if isinstance(node, Not):
            return ()
        if isinstance(node, Placed):
            return tuple(self._places(node))
        return tuple(sorted({mark for part in parts_of(node) for mark in self.marks(part)}))

    def _places(self, node: Placed) -> Iterator[Span]:
        if node.field not in self._fields:
            return
        if not isinstance(node, Phrase):
            test = word_test(node)
            yield from (token.span for token in self._tokens if test(token.form))
            return
        tests = [_same_stem(form) for form in node.forms]
        for at in range(len(self._tokens) - len(tests) + 1):
            row = self._tokens[at : at + len(tests)]
            if all(test(token.form) for test, token in zip(tests, row, strict=True)):
                yield _over(row)


def word_test(node: Word | Prefix | Wild | Pattern | Fuzzy) -> Callable[[str], object]:
    """Whether a folded word answers: by its stem, beginning, shape, pattern, or in how few letters it differs."""
    match node:
        case Word(_, form, _) if is_stemmed(node):
            return _same_stem(form)
        case Word(_, form, _) | Prefix(_, form, _):
            return lambda word: word.startswith(form)
        case Wild(_, form, _):
            return re.compile("".join({"*": ".*", "?": "."}.get(sign, re.escape(sign)) for sign in form)).fullmatch
        case Pattern(text, _):
            return re.compile(text).fullmatch
        case Fuzzy(_, form, distance, _):
            return lambda word: abs(len(word) - len(form)) <= distance and _distance(word, form) <= distance


def _same_stem(form: str) -> Callable[[str], object]:
    sought = [(code, term_of(form, code)) for code in _LANGUAGES]
    return lambda word: word == form or any(term_of(word, code) == term for code, term in sought)


def _over(row: list[Token]) -> Span:
    return Span(row[0].span.start, row[-1].span.end)


def _distance(a: str, b: str) -> int:
    """Letters left out, put in, changed or swapped with their neighbour (Damerau-Levenshtein in its restricted form)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        current = [i]
        for j, other in enumerate(b, 1):
            least = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                least = min(least, before[j - 2] + 1)
            current.append(least)
        before, row = row, current
    return row[-1]
