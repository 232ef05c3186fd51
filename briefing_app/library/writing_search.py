"""Hides how notes and briefings that answer a query are shown: the words of theirs in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefing_app.library.index.matching import Matcher
from briefing_app.library.index.tree import Field, Node
from briefing_app.library.note_search import NotesFound
from briefing_app.model.annotation import Annotation
from briefing_app.model.briefing import Briefing, HeadingBlock, JudgementBlock, TextBlock
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Writing, WritingKind, WritingsFound
from briefing_app.model.span import Span

_NOTE_FIELDS: Final = (Field.STORY, Field.ANYWHERE, Field.NOTES)
_BRIEFING_FIELDS: Final = (Field.STORY, Field.ANYWHERE, Field.BRIEFINGS)
_BEFORE, _LONGEST = 40, 240
"""Code points before the first hit, and of all words that are shown."""


def writings(node: Node, notes: NotesFound, briefings: Sequence[Briefing], headlines: Mapping[ArticleId, str], limit: int) -> WritingsFound:
    """The notes that were found and the briefings that answer, at most ``limit`` of each, newest first."""
    found = [briefing for briefing in reversed(briefings) if _answers(briefing, node)]
    shown = (
        *(_note(note, node, headlines.get(note.article, "")) for note in notes.annotations[:limit]),
        *(_briefing(briefing, node) for briefing in found[:limit]),
    )
    return WritingsFound(notes.total, len(found), shown, notes.behind)


def _answers(briefing: Briefing, node: Node) -> bool:
    return Matcher("\n\n".join(_texts(briefing)), _BRIEFING_FIELDS).answers(node)


def _texts(briefing: Briefing) -> list[str]:
    """What the analyst has written in it: its title, headings and text."""
    texts = [briefing.title]
    for block in briefing.blocks:
        if isinstance(block, HeadingBlock):
            texts.append(block.words)
        elif isinstance(block, TextBlock | JudgementBlock):
            texts.append(block.markdown)
    return texts


def _note(note: Annotation, node: Node, headline: str) -> Writing:
    said = [anchor.quote for anchor in note.anchors] or [note.words]
    words, marks = _best((note.note, *said, note.answer), node, _NOTE_FIELDS)
    return Writing(WritingKind.NOTE, note.id, headline, words, marks)


def _briefing(briefing: Briefing, node: Node) -> Writing:
    words, marks = _best(_texts(briefing)[1:] or [""], node, _BRIEFING_FIELDS)
    return Writing(WritingKind.BRIEFING, briefing.id, briefing.title, words, marks)


def _best(texts: Iterable[str], node: Node, fields: Sequence[Field]) -> tuple[str, tuple[Span, ...]]:
    """The text with the most hits, the first of equals, from shortly before its first."""
    text, marks = max(((text, Matcher(text, fields).marks(node)) for text in texts if text.strip()), key=_hits, default=("", ()))
    start = max(0, marks[0].start - _BEFORE) if marks else 0
    start = text.find(" ", start) + 1 if start > 0 and " " in text[start : marks[0].start] else start
    shown = Span(start, min(len(text), start + _LONGEST))
    return shown.of(text), tuple(Span(mark.start - start, mark.end - start) for mark in marks if shown.holds(mark))


def _hits(found: tuple[str, tuple[Span, ...]]) -> int:
    return len(found[1])
