"""The sentences of the analyst's Markdown, where they stand in what was typed, and what each of them cites."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app import language
from briefing_app.briefing.references import CITATION, Reference, references_in
from briefing_app.model.span import Span

_NOT_TOLD = re.compile(
    r"^(?:\#{1,6}[ \t].*|[ \t]*(?:[-*_][ \t]*){3,}|=+[ \t]*|[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*)$"
    r"|^(?: {4}|\t)(?![-*+]|\d+[.)]).*$|`[^`\n]*`",
    re.MULTILINE,
)
"""Headings, rules, the head of a table, lines of code and words in code: nothing that states anything."""

_DEFINITION = re.compile(r"^\[\^([^\]\s]{1,40})\]:.*(?:\n(?: {4}|\t).+)*", re.MULTILINE)
_USE = re.compile(r"\[\^([^\]\s]{1,40})\]")
_MARKS = re.compile(r"\]\([^)\n]*\)|^[ \t]*(?:>|[-*+]|\d+[.)])[ \t]", re.MULTILINE)
_RUNS_ON = re.compile(r"\n(?=[^\S\n]*[^\s>*+|#-])(?![^\S\n]*\d+[.)])")


_CODE = re.compile(r"`[^`\n]*`")
_BROKEN = re.compile(r"\[@[^\]\n]*\]?")


@dataclass(frozen=True, slots=True)
class TypedSentence:
    """A sentence by its span in the typed text (code points), its words without marks, and the citations that belong to it."""

    span: Span
    words: str
    references: tuple[Reference, ...]


def typed_sentences(markdown: str, *, by_line: bool = False) -> tuple[TypedSentence, ...]:
    """Every sentence that states something; with ``by_line`` no sentence runs on over a line's end.

    A citation belongs to the sentence that it stands in or directly behind. A footnote of one's own lends its sentence what it
    cites itself.
    """
    notes = {found[1]: tuple(ref for _, ref in references_in(found[0])) for found in _DEFINITION.finditer(markdown)}
    bare = _DEFINITION.sub(_blank, markdown)
    cited: list[tuple[Span, tuple[Reference, ...]]] = [(span, (reference,)) for span, reference in references_in(bare)]
    cited += [(Span(*found.span()), notes.get(found[1], ())) for found in _USE.finditer(bare)]
    plain = _plain(bare, by_line=by_line)
    code, _sure = language.detect(plain)
    spans = [span for span in language.pack_for(code).sentences(plain) if any(map(str.isalnum, span.of(plain)))]
    held: list[list[Reference]] = [[] for _ in spans]
    for place, references in sorted(cited, key=lambda pair: pair[0]):
        at = _owner(place, spans, plain)
        if at is not None:
            held[at] += references
    return tuple(TypedSentence(span, _tidied(span.of(plain)), tuple(refs)) for span, refs in zip(spans, held, strict=True))


def broken_citations(markdown: str) -> tuple[Span, ...]:
    """Where something begins like a citation and is none; it stands on the page as it was typed."""
    bare = _CODE.sub(_blank, CITATION.sub(_blank, markdown))
    return tuple(Span(*found.span()) for found in _BROKEN.finditer(bare))


def _plain(markdown: str, *, by_line: bool) -> str:
    """The text with everything that is no statement as blanks; lines that run on are one. Every code point keeps its place."""
    text = CITATION.sub(_blank, markdown)
    for pattern in (_NOT_TOLD, _USE):
        text = pattern.sub(_blank, text)
    text = text if by_line else _RUNS_ON.sub(" ", text)
    return _MARKS.sub(_blank, text).replace("|", " ")


def _owner(place: Span, spans: list[Span], plain: str) -> int | None:
    """The sentence that a citation belongs to: the last that begins before it on its line, else the next."""
    before = [at for at, span in enumerate(spans) if span.start <= place.start]
    if before and "\n" not in plain[spans[before[-1]].end : place.start]:
        return before[-1]
    return next((at for at, span in enumerate(spans) if span.start > place.start), before[-1] if before else None)


def _tidied(words: str) -> str:
    """The words as they read, without marks of emphasis and links and without gaps where a citation stood."""
    return re.sub(r"\s+(?=[.,;:!?)]|$)", "", re.sub(r"\s+", " ", re.sub(r"[*_`\[]", "", words))).strip()


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if character == "\n" else " " for character in found[0])
