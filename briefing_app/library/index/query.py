"""Hides the query language: words to a tree, with the place of every mistake. Knows neither the index nor Whoosh.

query  := either (OR either)*          either := part+ with AND between or nothing
part   := (NOT | -) part | field:part | "phrase" | word | word* | ( query ) | date:2020-10 | date:2018..2020 | date:>2020-10-01
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from briefing_app.library.index.terms import is_character, tokens
from briefing_app.library.index.tree import And, Dated, Field, InLanguage, Node, Not, Or, Phrase, Prefix, Word
from briefing_app.model.errors import QueryMistake

LONGEST_QUERY = 2_000
"""Code points."""
_DEEPEST = 40


_QUOTES = '"“”„‟«»＂'
_FIELD = re.compile(r"(\w+)[:：](?!//)")
_BARE = re.compile(rf"[^\s(){_QUOTES}]+")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_ASKED_FIELDS = frozenset(Field) - {Field.STORY}
_VALUED = frozenset({"date", "lang"})
_FIELDS = "title, body, source, by, anywhere, lang, date"


class _Kind(StrEnum):
    WORD = "word"
    BEGUN = "begun"
    PHRASE = "phrase"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    END = "end"


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: _Kind
    text: str
    at: int


def parse(query: str, *, unfinished: bool = False) -> Node:
    """The query as a tree. Raises QueryMistake with the code point where it goes wrong.

    An ``unfinished`` query is still being typed: its last word also stands for words that begin with it, a quotation mark or bracket
    that is open is closed, and an operator that waits for its word is left out.
    """
    if len(query) > LONGEST_QUERY:
        raise QueryMistake(f"The query is longer than {LONGEST_QUERY} characters.", LONGEST_QUERY)
    lexemes = _lexemes(query, unfinished=unfinished)
    node = _Parser(_finished(lexemes, len(query)) if unfinished else lexemes).whole()
    if node is None:
        raise QueryMistake("There is no word to search for.", None, "Type a word, a “phrase” or date:2020-10.")
    return node


def _finished(lexemes: list[_Lexeme], length: int) -> list[_Lexeme]:
    """The lexemes of a query that is still being typed, as if it were whole."""
    *found, end = lexemes
    while found and found[-1].kind in (_Kind.AND, _Kind.OR, _Kind.NOT, _Kind.FIELD, _Kind.OPEN):
        found.pop()
    if found and found[-1].kind is _Kind.WORD and found[-1].at + len(found[-1].text) == length and not _is_value(found):
        found[-1] = replace(found[-1], kind=_Kind.BEGUN)
    opened = 0
    for lexeme in found:
        opened += (lexeme.kind is _Kind.OPEN) - (lexeme.kind is _Kind.CLOSE)
    return [*found, *(_Lexeme(_Kind.CLOSE, ")", end.at) for _ in range(opened)), end]


def _is_value(found: list[_Lexeme]) -> bool:
    return len(found) > 1 and found[-2].kind is _Kind.FIELD and found[-2].text in _VALUED


def _lexemes(query: str, *, unfinished: bool = False) -> list[_Lexeme]:
    found: list[_Lexeme] = []
    at = 0
    while at < len(query):
        character = query[at]
        if character.isspace():
            at += 1
        elif character in "()":
            found.append(_Lexeme(_Kind(character), character, at))
            at += 1
        elif character in _QUOTES:
            end = next((i for i in range(at + 1, len(query)) if query[i] in _QUOTES), None)
            if end is None and unfinished:
                end = len(query)
            if end is None:
                raise QueryMistake("The quotation mark is not closed.", at, "Close the phrase with a second quotation mark.")
            found.append(_Lexeme(_Kind.PHRASE, query[at + 1 : end], at + 1))
            at = end + 1
        else:
            at = _bare(query, at, found)
    found.append(_Lexeme(_Kind.END, "", len(query)))
    return found


def _bare(query: str, at: int, found: list[_Lexeme]) -> int:
    """Read what begins with neither space, bracket nor quotation mark; the place after it."""
    if query[at] == "-" and at + 1 < len(query) and not query[at + 1].isspace() and (at == 0 or query[at - 1] in " \t\n("):
        found.append(_Lexeme(_Kind.NOT, "-", at))
        return at + 1
    field = _FIELD.match(query, at)
    if field and not field[1].isdigit():
        found.append(_Lexeme(_Kind.FIELD, field[1].lower(), at))
        return field.end()
    word = _BARE.match(query, at)
    assert word is not None
    kind = _Kind(word[0]) if word[0] in ("AND", "OR", "NOT") else _Kind.WORD
    found.append(_Lexeme(kind, word[0], at))
    return word.end()


class _Parser:
    """Recursive descent over the lexemes. A part that holds no word (a lone dash) is None and drops out."""

    def __init__(self, lexemes: list[_Lexeme]) -> None:
        self._lexemes = lexemes
        self._next = 0
        self._depth = 0

    def whole(self) -> Node | None:
        if self._peek().kind is _Kind.END:
            return None
        node = self._either(Field.STORY)
        left = self._peek()
        if left.kind is _Kind.CLOSE:
            raise QueryMistake("This bracket was not opened.", left.at, "Take it away, or open one before.")
        return node

    def _peek(self) -> _Lexeme:
        return self._lexemes[self._next]

    def _take(self) -> _Lexeme:
        lexeme = self._lexemes[self._next]
        self._next += lexeme.kind is not _Kind.END
        return lexeme

    def _either(self, field: Field) -> Node | None:
        parts = [self._all(field)]
        while self._peek().kind is _Kind.OR:
            self._take()
            parts.append(self._all(field))
        return _joined(Or, parts)

    def _all(self, field: Field) -> Node | None:
        parts = [self._part(field)]
        while self._peek().kind not in (_Kind.OR, _Kind.CLOSE, _Kind.END):
            if self._peek().kind is _Kind.AND:
                self._take()
            parts.append(self._part(field))
        return _joined(And, parts)

    def _part(self, field: Field) -> Node | None:
        self._depth += 1
        lexeme = self._take()
        if self._depth > _DEEPEST:
            raise QueryMistake("The query is nested too deeply.", lexeme.at)
        node = self._after(lexeme, field)
        self._depth -= 1
        return node

    def _after(self, lexeme: _Lexeme, field: Field) -> Node | None:
        match lexeme.kind:
            case _Kind.WORD:
                return _word(lexeme, field)
            case _Kind.BEGUN:
                return _begun(lexeme, field)
            case _Kind.PHRASE:
                return _phrase(lexeme.text, field)
            case _Kind.NOT:
                part = self._part(field)
                return None if part is None else Not(part)
            case _Kind.FIELD:
                return self._fielded(lexeme)
            case _Kind.OPEN:
                return self._bracketed(lexeme, field)
        before = self._lexemes[self._next - 2] if self._next > 1 else None
        if lexeme.kind is _Kind.END or lexeme.kind is _Kind.CLOSE:
            what = f"after {before.text}" if before and before.kind in (_Kind.AND, _Kind.OR, _Kind.NOT) else "here"
            raise QueryMistake(f"A word is missing {what}.", lexeme.at, "Type what to search for.")
        raise QueryMistake(
            f"{lexeme.text} needs a word on both sides.", lexeme.at, f"To search for the word, type “{lexeme.text.lower()}”."
        )

    def _bracketed(self, opening: _Lexeme, field: Field) -> Node | None:
        node = self._either(field)
        if self._take().kind is not _Kind.CLOSE:
            raise QueryMistake("The bracket is not closed.", opening.at, "Close it with a ).")
        return node

    def _fielded(self, lexeme: _Lexeme) -> Node | None:
        following = self._peek()
        if following.at != lexeme.at + len(lexeme.text) + 1 + (following.kind is _Kind.PHRASE) or following.kind is _Kind.END:
            raise QueryMistake(f"Something must follow {lexeme.text}: without a space.", lexeme.at)
        if lexeme.text in _VALUED:
            value = self._take()
            if value.kind is not _Kind.WORD:
                raise QueryMistake(f"After {lexeme.text}: stands one value.", value.at, _DATE_STEP if lexeme.text == "date" else "")
            return _dated(value) if lexeme.text == "date" else InLanguage(value.text.split("-")[0].lower())
        if lexeme.text not in _ASKED_FIELDS:
            raise QueryMistake(f"There is no field “{lexeme.text}”.", lexeme.at, f"The fields are {_FIELDS}.")
        return self._part(Field(lexeme.text))


def _joined(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    present = tuple(part for part in parts if part is not None)
    return kind(present) if len(present) > 1 else (present[0] if present else None)


def _word(lexeme: _Lexeme, field: Field) -> Node | None:
    text = lexeme.text.rstrip("*")
    if "*" in text:
        raise QueryMistake(
            "An asterisk stands only at the end of a word.", lexeme.at + text.index("*"), "Search for the beginning: attack*."
        )
    if text == lexeme.text:
        return _phrase(text, field)
    node = _phrase(text, field)
    match node:
        case Word(_, form, _):
            return Prefix(text, form, field)
        case Phrase(_, forms, _) if not _runs_on(text):
            *before, last = forms
            start = replace(node, forms=tuple(before)) if len(before) > 1 else Word(before[0], before[0], field)
            return And((start, Prefix(last, last, field)))
        case None:
            raise QueryMistake("The asterisk needs the beginning of a word before it.", lexeme.at, "Search for the beginning: attack*.")
    return node


def _begun(lexeme: _Lexeme, field: Field) -> Node | None:
    """A word that is still being typed: itself, or what begins like it."""
    whole = _word(lexeme, field)
    if not isinstance(whole, Word) or is_character(whole.form):
        return whole
    return Or((whole, Prefix(whole.text, whole.form, field)))


def _phrase(text: str, field: Field) -> Node | None:
    found = tokens(text, "und")
    if not found:
        return None
    if len(found) == 1:
        return Word(text, found[0].form, field)
    if any(is_character(token.form) for token in found):
        # A lone character is only the start of a bigram in the index, so the words cannot be required side by side.
        return And(tuple(Word(token.span.of(text), token.form, field) for token in found))
    return Phrase(text, tuple(token.form for token in found), field)


def _runs_on(text: str) -> bool:
    """Whether the text is cut into overlapping pieces, so that any text that goes on after it holds them too."""
    return any(a.span.end > b.span.start for a, b in pairwise(tokens(text, "und")))


_DATE_STEP = "Write date:2020, date:2020-10, date:2020-10-16, date:2018..2020, date:>2020-10-01 or date:<2020."


def _dated(lexeme: _Lexeme) -> Dated:
    text = lexeme.text
    compared = re.fullmatch(r"([<>]=?)(.+)", text)
    if compared:
        first, last = _days(compared[2], lexeme.at + len(compared[1]))
        bounds: dict[str, tuple[date | None, date | None]] = {
            ">": (_shifted(last, 1), None),
            ">=": (first, None),
            "<": (None, _shifted(first, -1)),
            "<=": (None, last),
        }
        return Dated(text, *bounds[compared[1]])
    if ".." not in text:
        return Dated(text, *_days(text, lexeme.at))
    begin, end = text.split("..", 1)
    if not begin and not end:
        raise QueryMistake("The range of dates has no end.", lexeme.at, _DATE_STEP)
    first_day = _days(begin, lexeme.at)[0] if begin else None
    last_day = _days(end, lexeme.at + len(begin) + 2)[1] if end else None
    if first_day and last_day and first_day > last_day:
        raise QueryMistake("The range of dates ends before it begins.", lexeme.at, "Write the earlier date first.")
    return Dated(text, first_day, last_day)


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _days(text: str, at: int) -> tuple[date, date]:
    """First and last day of a year, a month or a day."""
    found = _DAY.fullmatch(text)
    if found is None:
        raise QueryMistake(f"“{text}” is no date.", at, _DATE_STEP)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise QueryMistake(f"There is no day “{text}”.", at, _DATE_STEP) from error
