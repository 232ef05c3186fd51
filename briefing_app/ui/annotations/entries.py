"""What the list of all notes shows: grouped, filtered as it is typed, in order; no widgets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from briefing_app.anchoring import Found, Located
from briefing_app.library import ArticleRow
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.codebook import Codebook
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId, EventId
from briefing_app.ui.annotations.plain import plain_words

_SIGNS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|^#+ ")
"""Markdown's signs inside a line: who types the words they stand around means the note too."""


class Grouping(StrEnum):
    """By what the notes stand together."""

    ARTICLE = "article"
    EVENT = "event"
    TAG = "tag"
    TINT = "tint"
    SOURCE = "source"
    DATE = "date"
    FOUND = "found"


class Which(StrEnum):
    """Which notes are shown."""

    ALL = "all"
    OPEN = "open"
    QUESTIONS = "questions"
    LOST = "lost"
    DIFFERING = "differing"


@dataclass(frozen=True, slots=True)
class Notes:
    """Every annotation of the library with what is needed to name it. ``located`` tells of those whose article has another text now.

    ``entries`` are the annotations ready to be listed; ``behind`` are still being read.
    """

    annotations: tuple[Annotation, ...] = ()
    codebook: Codebook = field(default_factory=Codebook)
    rows: Mapping[ArticleId, ArticleRow] = field(default_factory=dict)
    events: Mapping[EventId, str] = field(default_factory=dict)
    located: Mapping[AnnotationId, Located] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    behind: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One annotation in the list: ``about`` says what it is on and known by, ``sought`` is all of it in lower case."""

    annotation: Annotation
    about: str
    sought: str
    located: Located | None = None

    @property
    def words(self) -> str:
        """What it says: the words of the note, else those it is on."""
        return plain_words(self.annotation.note) or " ".join(self.annotation.words.split())

    @property
    def lost(self) -> bool:
        """Whether its words are not found, or its article is not there."""
        waits = bool(self.annotation.anchors) and not self.annotation.article
        return waits or (self.located is not None and self.located.how is Found.ORPHAN)


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a group."""

    words: str
    count: int


Line = Heading | Entry


def entries_of(notes: Notes) -> tuple[Entry, ...]:
    """Every annotation ready to be listed, in the order of articles and their texts."""
    paths = {code.id: notes.codebook.path(code.id) for code in notes.codebook.codes}
    return tuple(_entry(annotation, notes, paths) for annotation in notes.annotations)


def groups_of(entries: Sequence[Entry], notes: Notes, grouping: Grouping) -> tuple[tuple[str, Sequence[Entry]], ...]:
    """The groups in order, each head with its entries; one with several tags stands under each."""
    groups: dict[str, list[Entry]] = {}
    keys = _KEYS[grouping](notes)
    for entry in entries:
        for key in keys(entry):
            groups.setdefault(key, []).append(entry)
    ordered = sorted(groups, key=lambda key: (key == "", key.casefold()), reverse=grouping is Grouping.DATE)
    return tuple((_head(key, grouping), groups[key]) for key in ordered)


def lines_of(groups: Sequence[tuple[str, Sequence[Entry]]], typed: str, which: Which) -> tuple[Line, ...]:
    """The groups as lines, with the entries that match; a group without any is left out."""
    lines: list[Line] = []
    for head, entries in groups:
        if found := matching(entries, typed, which):
            lines.append(Heading(head, len(found)))
            lines += found
    return tuple(lines)


def matching(entries: Sequence[Entry], typed: str, which: Which) -> Sequence[Entry]:
    """The entries that hold every word typed and are of that kind."""
    found = entries
    for word in sorted(typed.casefold().split(), key=len, reverse=True):
        found = [entry for entry in found if word in entry.sought]
    return found if which is Which.ALL else list(filter(_WANTED[which], found))


_WANTED: dict[Which, Callable[[Entry], bool]] = {
    Which.OPEN: lambda entry: entry.annotation.open,
    Which.QUESTIONS: lambda entry: entry.annotation.question,
    Which.LOST: lambda entry: entry.lost,
    Which.DIFFERING: lambda entry: bool(entry.annotation.rival),
}


def _entry(annotation: Annotation, notes: Notes, paths: Mapping[CodeId, str]) -> Entry:
    row = notes.rows.get(annotation.article)
    quote = " ".join(annotation.words.split())
    note = " ".join(annotation.note.split())
    tags = [f"#{paths[code]}" for code in annotation.codes if code in paths]
    located = notes.located.get(annotation.id)
    about = [f"“{quote}”" if note and annotation.anchors else "", row.headline if row else ""]
    about += [*tags, state_words(annotation), found_words(located), str(annotation.grade or ""), annotation.author]
    told = "  ·  ".join(part for part in about if part)
    bare = _SIGNS.sub("", note)
    sought = f"{note} {bare if bare != note else ''} {quote} {told} {annotation.answer} {annotation.confidence or ''}".casefold()
    return Entry(annotation, told, sought, located)


Keys = Callable[[Entry], Sequence[str]]
"""Under which heads an entry stands."""


def _by_article(notes: Notes) -> Keys:
    heads = {number: (row.headline,) for number, row in notes.rows.items()}
    return lambda entry: heads.get(entry.annotation.article) or ((entry.annotation.subject.words,) if entry.annotation.subject else ("",))


def _by_event(notes: Notes) -> Keys:
    heads = {number: (notes.events.get(row.event, ""),) if row.event else ("",) for number, row in notes.rows.items()}
    return lambda entry: heads.get(entry.annotation.article, ("",))


def _by_source(notes: Notes) -> Keys:
    heads = {number: (row.source.value or "",) for number, row in notes.rows.items()}
    return lambda entry: heads.get(entry.annotation.article, ("",))


def _by_tag(notes: Notes) -> Keys:
    paths = {code.id: notes.codebook.path(code.id) for code in notes.codebook.codes}
    return lambda entry: [paths[code] for code in entry.annotation.codes if code in paths] or ("",)


_KEYS: dict[Grouping, Callable[[Notes], Keys]] = {
    Grouping.ARTICLE: _by_article,
    Grouping.EVENT: _by_event,
    Grouping.TAG: _by_tag,
    Grouping.TINT: lambda _notes: lambda entry: (entry.annotation.tint.value,),
    Grouping.SOURCE: _by_source,
    Grouping.DATE: lambda _notes: lambda entry: (entry.annotation.changed_at.date().isoformat(),),
    Grouping.FOUND: lambda _notes: lambda entry: (entry.located.how.value if entry.located else "",),
}


def _head(key: str, grouping: Grouping) -> str:
    if grouping is Grouping.TINT:
        return tint_name(Tint(key))
    if grouping is Grouping.FOUND and key:
        return found_name(Found(key))
    without = {
        Grouping.ARTICLE: _tr("on no article"),
        Grouping.EVENT: _tr("of no event"),
        Grouping.TAG: _tr("without a tag"),
        Grouping.SOURCE: _tr("source unknown"),
        Grouping.FOUND: _tr("on the text as it was"),
    }
    return key or without.get(grouping, "")


def grouping_words(grouping: Grouping) -> str:
    """What stands on the button."""
    return {
        Grouping.ARTICLE: _tr("by article"),
        Grouping.EVENT: _tr("by event"),
        Grouping.TAG: _tr("by tag"),
        Grouping.TINT: _tr("by tint"),
        Grouping.SOURCE: _tr("by source"),
        Grouping.DATE: _tr("by date"),
        Grouping.FOUND: _tr("by how the words were found"),
    }[grouping]


def which_words(which: Which) -> str:
    """What stands on the button."""
    return {
        Which.ALL: _tr("all notes"),
        Which.OPEN: _tr("what is open"),
        Which.QUESTIONS: _tr("questions"),
        Which.LOST: _tr("words not found"),
        Which.DIFFERING: _tr("versions of others"),
    }[which]


def tint_name(tint: Tint) -> str:
    """The tint's name."""
    return {Tint.SUN: _tr("sun"), Tint.LEAF: _tr("leaf"), Tint.SKY: _tr("sky"), Tint.ROSE: _tr("rose"), Tint.CLAY: _tr("clay")}[tint]


def state_words(annotation: Annotation) -> str:
    """Whether something is to be done."""
    if annotation.rival:
        return _tr("differs from yours")
    if annotation.question:
        return _tr("open question") if annotation.open else _tr("answered")
    return _tr("open") if annotation.open else _tr("done") if annotation.status.value == "done" else ""


def found_words(located: Located | None) -> str:
    """How its words were found in a text that has changed."""
    if located is None:
        return ""
    alike = f" · {round(100 * located.score)} %" if located.how is Found.FUZZY else ""
    return found_name(located.how) + alike


def found_name(how: Found) -> str:
    """How words were found, in words."""
    words = {
        Found.EXACT: _tr("same words, same place"),
        Found.MOVED: _tr("words moved"),
        Found.FUZZY: _tr("words changed"),
        Found.ORPHAN: _tr("words not found"),
    }
    return words[how]


def _tr(words: str) -> str:
    return QCoreApplication.translate("notes", words)
