"""Hides the query language: words to a tree, with the place of every mistake. Knows neither the index nor Whoosh.

query  := either (OR either)*          either := joined+ with AND between or nothing
joined := part ((w/5 | near5 | adj3 | same) part)*
part   := (NOT | -) part | atleast3 part | field:part | "phrase" | word | word* | wom?n | word~ | /pattern/ | ( query )
        | date:2020-10 | tag:value | is:unread ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from briefing_app.library.index import shapes
from briefing_app.library.index.days import DATE_STEP, dated
from briefing_app.library.index.lexemes import JOINING, VALUED, Kind, Lexeme, cut, distance_of
from briefing_app.library.index.mistakes import Mistakes
from briefing_app.library.index.tree import (
    Alike,
    Among,
    And,
    AtLeast,
    Field,
    Fuzzy,
    InLanguage,
    InZone,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Placed,
    Same,
    Undated,
    changed,
    parts_of,
)
from briefing_app.model.errors import QueryMistake

LONGEST_QUERY: Final = 2_000
"""Code points."""
_DEEPEST: Final = 40
_MOST_WORDS: Final = 200
"""Words, phrases and patterns of a query; each costs a look through the index."""
_MOST_INEXACT: Final = 8
"""Words with ``~``: each is measured against every word of the index of about its length."""
_MOST_ALIKE: Final = 5
"""Articles with ``like:``: each is some thirty words."""
_MOST_TOGETHER: Final = 10
"""Parts of which each must stand near the one before."""
_FARTHEST: Final = 1_000
"""Words between two that stand near."""

_ASKED_FIELDS: Final = {
    **{str(field): field for field in (Field.TITLE, Field.BODY, Field.SOURCE, Field.BY, Field.AGENCY, Field.ANYWHERE)},
    "headline": Field.TITLE,
    "byline": Field.BY,
    "author": Field.BY,
}
ZONES: Final = {
    str(field): field
    for field in (Field.TITLE, Field.BODY, Field.COMMENTS, Field.BOILERPLATE, Field.ANYWHERE, Field.NOTES, Field.BRIEFINGS)
}
STATES: Final = {Among.HAS: ("note", "conflict", "copy"), Among.IS: ("unread", "read", "starred", "undated")}
_NAMES: Final = (*_ASKED_FIELDS, *sorted(VALUED))
OPERATORS: Final = ("AND", "OR", "NOT", "w/", "near", "adj", "same", "atleast", *(f"{name}:" for name in _NAMES))
"""What stands for itself in a query; behind ``w/``, ``near``, ``adj`` and ``atleast`` a number is to follow."""


@dataclass(frozen=True, slots=True)
class _Within:
    """``in:comments``: where the words beside it are looked for."""

    field: Field


_Part = Node | _Within | None


def parse(query: str, *, unfinished: bool = False) -> Node:
    """The query as a tree. Raises QueryMistake with the code point where it goes wrong.

    An ``unfinished`` query is still being typed: its last word also stands for words that begin with it, a quotation mark or bracket
    that is open is closed, and an operator that waits for its word is left out.
    """
    return _parsed(query, Mistakes(strict=True), unfinished=unfinished)


def understand(query: str, mistakes: Mistakes, *, unfinished: bool = True) -> Node:
    """The query as a tree, as far as it can be understood. Raises QueryMistake when nothing is left to search for."""
    try:
        return _parsed(query, mistakes, unfinished=unfinished)
    except QueryMistake as nothing:
        if not mistakes.found:
            raise
        first = mistakes.found[0]
        raise QueryMistake(first.message, first.start, first.next_step) from nothing


def _parsed(query: str, mistakes: Mistakes, *, unfinished: bool) -> Node:
    if len(query) > LONGEST_QUERY:
        raise QueryMistake(f"The query is longer than {LONGEST_QUERY} characters.", LONGEST_QUERY, "Search for fewer words.")
    node = _Parser(cut(query, mistakes, unfinished=unfinished), mistakes).whole()
    if node is None:
        raise QueryMistake("There is no word to search for.", None, "Type a word, a “phrase” or date:2020-10.")
    if _number(Alike, node) > _MOST_ALIKE:
        raise QueryMistake(f"At most {_MOST_ALIKE} articles can be named with like:.", None, "Write fewer of them.")
    if _number(Fuzzy, node) > _MOST_INEXACT:
        raise QueryMistake(f"At most {_MOST_INEXACT} words can be looked for inexactly.", None, "Write fewer of them with ~.")
    if _count(node) > _MOST_WORDS:
        raise QueryMistake(f"The query has more than {_MOST_WORDS} words.", None, "Search for fewer at once, or for beginnings: attack*.")
    return node


def _number(kind: type[Alike] | type[Fuzzy], node: Node) -> int:
    """How many nodes there are of a kind."""
    return isinstance(node, kind) + sum(_number(kind, part) for part in parts_of(node))


def _count(node: Node) -> int:
    below = parts_of(node)
    return sum(map(_count, below)) if below else 1


class _Parser:
    """Recursive descent over the lexemes. A part that holds no word (a lone dash) or a mistake is None and drops out."""

    def __init__(self, lexemes: list[Lexeme], mistakes: Mistakes) -> None:
        self._lexemes, self._mistakes = lexemes, mistakes
        self._next = 0
        self._depth = 0

    def whole(self) -> Node | None:
        nodes: list[Node | None] = []
        while self._peek().kind is not Kind.END:
            nodes.append(self._either(Field.STORY))
            left = self._peek()
            if left.kind is Kind.CLOSE:
                self._wrong("This bracket was not opened.", left, "Take it away, or open one before.")
                self._take()
        return _joined(And, nodes)

    def _peek(self) -> Lexeme:
        return self._lexemes[self._next]

    def _take(self) -> Lexeme:
        lexeme = self._lexemes[self._next]
        self._next += lexeme.kind is not Kind.END
        return lexeme

    def _wrong(self, message: str, lexeme: Lexeme, next_step: str = "", instead: str = "") -> None:
        self._mistakes.tell(message, lexeme.at, lexeme.at + len(lexeme.text), next_step, instead)

    def _either(self, field: Field) -> Node | None:
        parts = [self._all(field)]
        while self._peek().kind is Kind.OR:
            self._take()
            parts.append(self._all(field))
        return _joined(Or, parts)

    def _all(self, field: Field) -> Node | None:
        parts = [self._near(field)]
        while self._peek().kind not in (Kind.OR, Kind.CLOSE, Kind.END):
            if self._peek().kind is Kind.AND:
                self._take()
            parts.append(self._near(field))
        return _scoped(parts)

    def _near(self, field: Field) -> _Part:
        left, joined = self._part(field), 1
        while self._peek().kind in (Kind.NEAR, Kind.SAME):
            operator = self._take()
            joined += 1
            if joined > _MOST_TOGETHER:
                raise QueryMistake(
                    f"At most {_MOST_TOGETHER} things can be asked to stand together.", operator.at, "Ask for fewer of them."
                )
            right = self._part(field)
            left = self._placed(operator, left, right)
        return left

    def _placed(self, operator: Lexeme, left: _Part, right: _Part) -> _Part:
        """Two parts that must stand together; the one that is left when the other holds no word."""
        if left is None or right is None:
            return right if left is None else left
        if isinstance(left, _Within) or isinstance(right, _Within) or not (_stands(left) and _stands(right)):
            self._wrong(f"{operator.text} needs words on both sides.", operator, "Put what is no word behind it: bank w/5 fraud date:2020.")
            return _scoped([left, right])
        if operator.kind is Kind.SAME:
            return Same(left, right)
        distance = distance_of(operator)
        if not 1 <= distance <= _FARTHEST:
            self._wrong(f"The distance is a number from 1 to {_FARTHEST:,}.", operator, "Write w/5, near5 or adj3.", "w/5")
            distance = min(max(distance, 1), _FARTHEST)
        return Near(left, right, distance, operator.text.lower().startswith("adj"))

    def _part(self, field: Field) -> _Part:
        self._depth += 1
        lexeme = self._take()
        if self._depth > _DEEPEST:
            raise QueryMistake("The query is nested too deeply.", lexeme.at, "Search for less at once.")
        node = self._after(lexeme, field)
        self._depth -= 1
        return node

    def _after(self, lexeme: Lexeme, field: Field) -> _Part:
        match lexeme.kind:
            case Kind.WORD:
                return shapes.word(lexeme, field, self._mistakes)
            case Kind.BEGUN:
                return shapes.begun(lexeme, field, self._mistakes)
            case Kind.PHRASE:
                return shapes.phrase(lexeme.text, field)
            case Kind.PATTERN:
                return shapes.pattern(lexeme, field, self._mistakes)
            case Kind.NOT:
                part = self._part(field)
                return None if part is None or isinstance(part, _Within) else Not(part)
            case Kind.AT_LEAST:
                return self._at_least(lexeme, field)
            case Kind.FIELD:
                return self._fielded(lexeme)
            case Kind.OPEN:
                return self._bracketed(lexeme, field)
        self._missing(lexeme)
        return None

    def _missing(self, lexeme: Lexeme) -> None:
        """An operator, a bracket or the end stands where a word should."""
        before = self._lexemes[self._next - 2] if self._next > 1 else None
        if lexeme.kind in (Kind.END, Kind.CLOSE):
            if lexeme.kind is Kind.CLOSE:
                self._next -= 1
            waiting = before is not None and before.kind in {*JOINING, Kind.NOT, Kind.AT_LEAST}
            what = f"after {before.text}" if before is not None and waiting else "here"
            self._wrong(f"A word is missing {what}.", lexeme, "Type what to search for.")
            return
        self._wrong(f"{lexeme.text} needs a word on both sides.", lexeme, f"To search for the word, type “{lexeme.text.lower()}”.")

    def _at_least(self, lexeme: Lexeme, field: Field) -> _Part:
        count = distance_of(lexeme)
        part = self._part(field)
        if part is None or isinstance(part, _Within):
            return part
        if not _stands(part) or count < 1:
            self._wrong("Only words can stand so often in an article.", lexeme, "Write atleast3 fraud or atleast2 (fraud OR bribe*).")
            return part
        return AtLeast(count, part)

    def _bracketed(self, opening: Lexeme, field: Field) -> Node | None:
        node = self._either(field)
        if self._peek().kind is Kind.CLOSE:
            self._take()
        else:
            self._wrong("The bracket is not closed.", opening, "Close it with a ).")
        return node

    def _fielded(self, lexeme: Lexeme) -> _Part:
        following = self._peek()
        if lexeme.text not in VALUED and lexeme.text not in _ASKED_FIELDS:
            return self._unknown(lexeme)
        inside = following.kind in (Kind.PHRASE, Kind.PATTERN)
        if following.at != lexeme.at + len(lexeme.text) + 1 + inside or following.kind is Kind.END:
            self._wrong(f"Something must follow {lexeme.text}: without a space.", lexeme)
            return None
        if lexeme.text in _ASKED_FIELDS:
            return self._part(_ASKED_FIELDS[lexeme.text])
        value = self._take()
        if value.kind not in (Kind.WORD, Kind.BEGUN) and (value.kind is not Kind.PHRASE or lexeme.text == "date"):
            self._next -= 1
            self._wrong(f"After {lexeme.text}: stands one value.", value, DATE_STEP if lexeme.text == "date" else "")
            return self._part(Field.STORY)
        return self._valued(lexeme.text, value)

    def _unknown(self, lexeme: Lexeme) -> _Part:
        alike = get_close_matches(lexeme.text, _NAMES, 1)
        step = f"Did you mean {alike[0]}:?" if alike else f"The fields are {', '.join(_NAMES)}."
        self._wrong(f"There is no field “{lexeme.text}”.", lexeme, step, alike[0] if alike else "")
        return None if self._peek().kind is Kind.END else self._part(Field.STORY)

    def _valued(self, name: str, value: Lexeme) -> _Part:
        if name == "date":
            return dated(value, self._mistakes)
        if name == "lang":
            return InLanguage(value.text.split("-")[0].lower())
        if name == "in":
            field = ZONES.get(value.text.lower())
            if field is None:
                self._no_such(value, name, tuple(ZONES))
            return _Within(field) if field else None
        if name == "like":
            return self._alike(value)
        kind = Among(name)
        if kind not in STATES:
            return OneOf(kind, value.text)
        state = value.text.lower()
        if state not in STATES[kind]:
            self._no_such(value, name, STATES[kind])
            return None
        return Undated() if state == "undated" else OneOf(kind, state)

    def _alike(self, value: Lexeme) -> _Part:
        name = re.fullmatch(r"a([1-9]\d{0,17})", value.text.lower(), re.ASCII)
        if name is None:
            self._wrong(f"“{value.text}” names no article.", value, "Write the name of one: like:a12.")
            return None
        return Alike(int(name[1]))

    def _no_such(self, value: Lexeme, name: str, known: tuple[str, ...]) -> None:
        alike = get_close_matches(value.text.lower(), known, 1)
        step = f"Did you mean {name}:{alike[0]}?" if alike else f"There are {', '.join(f'{name}:{one}' for one in known)}."
        self._wrong(f"There is no {name}:{value.text}.", value, step, alike[0] if alike else "")


def _joined(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    asked = [part for part in parts if part is not None]
    # An article that is asked for several times is likened to the others once: that takes long.
    present = tuple(part for at, part in enumerate(asked) if not isinstance(part, Alike) or part not in asked[:at])
    return kind(present) if len(present) > 1 else (present[0] if present else None)


def _scoped(parts: list[_Part]) -> Node | None:
    """All parts, their unmarked words looked for in the zones that stand beside them."""
    within = [part.field for part in parts if isinstance(part, _Within)]
    nodes: list[Node | None] = [part for part in parts if part is not None and not isinstance(part, _Within)]
    if not within:
        return _joined(And, nodes)
    whole = _joined(And, nodes)
    if whole is None or not _words(whole):
        return _joined(And, [*nodes, *(InZone(field) for field in within)])
    return _joined(Or, [_moved(whole, field) for field in within])


def _words(node: Node) -> bool:
    """Whether there is an unmarked word."""
    if isinstance(node, Placed):
        return node.field is Field.STORY
    return any(_words(part) for part in parts_of(node))


def _moved(node: Node, field: Field) -> Node:
    """The node with its unmarked words looked for in another field."""
    return changed(node, lambda leaf: replace(leaf, field=field) if isinstance(leaf, Placed) and leaf.field is Field.STORY else leaf)


def _stands(node: Node) -> bool:
    """Whether the node is made of words that stand somewhere."""
    return isinstance(node, Placed) or (not isinstance(node, Not) and bool(parts_of(node)) and all(map(_stands, parts_of(node))))
