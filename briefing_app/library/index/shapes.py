"""Hides how one typed word becomes a node: plain, ``begin*``, ``wom?n``, ``like~``, ``/pattern/``, or what is still being typed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from briefing_app.library.index.lexemes import Lexeme
from briefing_app.library.index.mistakes import Mistakes
from briefing_app.library.index.terms import form_of, is_character, tokens
from briefing_app.library.index.tree import And, Field, Fuzzy, Node, Or, Pattern, Phrase, Prefix, Wild, Word

_FUZZY = re.compile(r"(.+?)~(\d?)$")
_CHOICES_MOST: Final = 4
"""Repeats and options of a pattern: each multiplies the ways in which a word of n letters can be tried by n."""
_LONGEST_PATTERN: Final = 100
_LONG_FUZZY: Final = 6
"""Letters from which on a word may differ in two."""


def word(lexeme: Lexeme, field: Field, mistakes: Mistakes) -> Node | None:
    """A typed word; None when it holds nothing to search for, or after a mistake."""
    text = lexeme.text
    if like := _FUZZY.match(text):
        return _fuzzy(lexeme, like[1], like[2], field, mistakes)
    core = text.rstrip("?") if "*" not in text else text
    if "?" in core or "*" in core.rstrip("*"):
        return _wild(lexeme, field, mistakes)
    if core == core.rstrip("*"):
        return phrase(core, field)
    start = core.rstrip("*")
    node = phrase(start, field)
    match node:
        case Word(_, form, _):
            return Prefix(start, form, field)
        case Phrase(_, forms, _) if not _runs_on(start):
            *before, last = forms
            first = replace(node, forms=tuple(before)) if len(before) > 1 else Word(before[0], before[0], field)
            return And((first, Prefix(last, last, field)))
        case None:
            _nothing_fixed(lexeme, mistakes)
    return node


def begun(lexeme: Lexeme, field: Field, mistakes: Mistakes) -> Node | None:
    """A word that is still being typed: itself, or what begins like it."""
    whole = word(lexeme, field, mistakes)
    if not isinstance(whole, Word) or is_character(whole.form):
        return whole
    return Or((whole, Prefix(whole.text, whole.form, field)))


def phrase(text: str, field: Field) -> Node | None:
    """Words side by side; None when there is none."""
    found = tokens(text, "und")
    if not found:
        return None
    if len(found) == 1:
        return Word(text, found[0].form, field)
    if any(is_character(token.form) for token in found):
        # A lone character is only the start of a bigram in the index, so the words cannot be required side by side.
        return And(tuple(Word(token.span.of(text), token.form, field) for token in found))
    return Phrase(text, tuple(token.form for token in found), field)


def pattern(lexeme: Lexeme, field: Field, mistakes: Mistakes) -> Node | None:
    """A regular expression for one word; None after a mistake."""
    folded = _folded(lexeme.text)
    wrong = _unbearable(folded)
    if wrong:
        mistakes.tell(wrong, lexeme.at, lexeme.at + len(lexeme.text), "A pattern is for one word: /colou?r/, /\\d{4}s/, /(bomb|shell)ing/.")
        return None
    return Pattern(folded, field)


def _fuzzy(lexeme: Lexeme, text: str, distance: str, field: Field, mistakes: Mistakes) -> Node | None:
    node = phrase(text, field)
    if not isinstance(node, Word) or is_character(node.form) or len(node.form) < 3:
        mistakes.tell(
            "Only a word of three letters or more can be looked for inexactly.",
            lexeme.at,
            lexeme.at + len(lexeme.text),
            "Write Khashoggi~ or Khashoggi~1.",
            text,
        )
        return node
    allowed = min(int(distance), 2) if distance else (2 if len(node.form) >= _LONG_FUZZY else 1)
    return Fuzzy(text, node.form, allowed, field) if allowed else node


def _wild(lexeme: Lexeme, field: Field, mistakes: Mistakes) -> Node | None:
    """A word with signs for unknown letters; a hyphen or the like in it parts two words."""
    parts: list[Node] = []
    for piece in re.findall(r"[\w*?]+", lexeme.text):
        letters = re.split(r"([*?]+)", piece)
        form = "".join(part if index % 2 else form_of(part) for index, part in enumerate(letters))
        form = re.sub(r"\*[*?]*\*|\*\*", "*", form)
        if not form.strip("*?"):
            continue
        if not set(form) & {"*", "?"}:
            parts.append(Word(piece, form, field))
        elif form.find("*") == len(form) - 1 and "?" not in form:
            parts.append(Prefix(piece[:-1], form[:-1], field))
        else:
            parts.append(Wild(piece, form, field))
    if not parts:
        _nothing_fixed(lexeme, mistakes)
        return None
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _nothing_fixed(lexeme: Lexeme, mistakes: Mistakes) -> None:
    mistakes.tell(
        "A sign for unknown letters needs some letters beside it.", lexeme.at, lexeme.at + len(lexeme.text), "Write attack* or wom?n."
    )


def _runs_on(text: str) -> bool:
    """Whether the text is cut into overlapping pieces, so that any text that goes on after it holds them too."""
    return any(a.span.end > b.span.start for a, b in pairwise(tokens(text, "und")))


def _folded(text: str) -> str:
    """The pattern with its letters folded as those of the index are; what follows a backslash stays."""
    return re.sub(r"\\.|.", lambda found: found[0] if found[0][0] == "\\" else form_of(found[0]) or found[0], text)


def _unbearable(text: str) -> str:
    """Why a pattern cannot be run; empty when it can: without repeated groups and with few choices, it ends soon on any word."""
    if len(text) > _LONGEST_PATTERN:
        return f"The pattern is longer than {_LONGEST_PATTERN} characters."
    if re.search(r"\(\?|\\\d", text):
        return "A pattern has no back references and no groups that begin with (?."
    if re.search(r"(?<!\\)\)[*+{]", text):
        return "In a pattern, a group cannot be repeated."
    if re.search(r"\[[^\]]*(?:\[|--|&&|~~|\|\|)", text):
        return "In a pattern, a set in square brackets holds letters only."
    bare = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]", "x", text)
    if len(re.findall(r"[*+?{]", bare)) > _CHOICES_MOST:
        return f"A pattern repeats at most {_CHOICES_MOST} things."
    try:
        re.compile(text)
    except (re.error, OverflowError) as error:
        return f"The pattern does not read: {error}."
    return ""
