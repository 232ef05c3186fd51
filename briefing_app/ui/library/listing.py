"""What stands in the list: the lines of the chosen shelf, and their words a page at a time."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from briefing_app.library import NOTHING, ArticleRow, Library, LineKind, Outline
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.letters import Letter
from briefing_app.model.shelf import Arrangement, Shelf
from briefing_app.ui.certainty import interval_text


@dataclass(frozen=True, slots=True)
class EventHead:
    """The line of an event: the letters of its articles on the shelf, whether it is unfolded, and the rest as ``EventLine``."""

    event: EventId
    title: str
    date: str
    letters: tuple[Letter, ...]
    open: bool
    conflicts: int = 0
    stage: int = 0
    locked: bool = False


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in the list. ``letter`` is what it goes by in its event; ``copy_of`` the letter and share of what it repeats, when it
    stands below that.
    """

    row: ArticleRow
    letter: Letter | None = None
    conflicts: int = 0
    copy_of: tuple[Letter, float] | None = None


Entry = EventHead | ArticleEntry


class Line(NamedTuple):
    """A line whose words are wanted: its key and kind as in the outline; an event's with the keys of its members on the shelf."""

    key: int
    kind: LineKind
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines of a shelf, the words of the first of them, and how many articles the whole library has.

    ``read_at`` is when reading it began, in seconds of ``time.perf_counter``; the default is for what nothing can have changed since.
    """

    shelf: Shelf = field(default_factory=Shelf)
    outline: Outline = NOTHING
    entries: Mapping[int, Entry] = field(default_factory=dict)
    articles: int = 0
    arrangement: Arrangement = field(default_factory=Arrangement)
    read_at: float = inf


def lines_of(outline: Outline, start: int, end: int) -> tuple[Line, ...]:
    """The lines from ``start`` up to ``end``."""
    found = []
    for at in range(max(0, start), min(end, len(outline.keys))):
        kind = LineKind(outline.kinds[at])
        members = tuple(outline.keys[at + 1 : group_end(outline, at)]) if kind is LineKind.EVENT else ()
        found.append(Line(outline.keys[at], kind, members))
    return tuple(found)


def group_end(outline: Outline, head: int) -> int:
    """Where the articles below the event's line at ``head`` end."""
    end = head + 1
    while end < len(outline.kinds) and outline.kinds[end] >= LineKind.MEMBER:
        end += 1
    return end


def row_of(outline: Outline, key: int) -> int:
    """The row of a line; -1 when it is not there. Bytes are gone through four times as fast as an array of numbers."""
    keys, wanted = outline.keys.tobytes(), array("q", (key,)).tobytes()
    at = keys.find(wanted)
    while at % len(wanted) and at >= 0:
        at = keys.find(wanted, at + 1)
    return at // len(wanted) if at >= 0 else -1


def folded_outline(outline: Outline, folded: Collection[EventId]) -> Outline:
    """The outline without the articles of folded events."""
    if not folded:
        return outline
    keys, kinds = array("q"), bytearray()
    kept = 0
    head = outline.kinds.find(LineKind.EVENT)
    while head >= 0:
        end = group_end(outline, head)
        if -outline.keys[head] in folded:
            keys += outline.keys[kept : head + 1]
            kinds += outline.kinds[kept : head + 1]
            kept = end
        head = outline.kinds.find(LineKind.EVENT, end)
    return Outline(keys + outline.keys[kept:], bytes(kinds) + outline.kinds[kept:], outline.total)


def rows_leaving(outline: Outline, gone: Collection[int]) -> list[int]:
    """The rows of a few articles that leave the shelf, ascending, with the lines of events that keep none."""
    rows = {row for key in gone if (row := row_of(outline, key)) >= 0}
    for row in tuple(rows):
        head = row
        while outline.kinds[head] >= LineKind.MEMBER:
            head -= 1
        if outline.kinds[head] == LineKind.EVENT and rows.issuperset(range(head + 1, group_end(outline, head))):
            rows.add(head)
    return sorted(rows)


def without(outline: Outline, start: int, end: int) -> Outline:
    """The outline without the rows from ``start`` up to ``end``; what it counts is left to the next reading."""
    keys = outline.keys[:start] + outline.keys[end:]
    return Outline(keys, outline.kinds[:start] + outline.kinds[end:], outline.total)


def read_entries(library: Library, lines: Sequence[Line]) -> dict[int, Entry]:
    """The words of the lines, by key; what is gone meanwhile is left out. Off the window's thread."""
    events = {line.id: line for line in library.event_lines([EventId(-line.key) for line in lines if line.key < 0])}
    rows = {row.id: row for row in library.rows([ArticleId(line.key) for line in lines if line.key > 0], skip_missing=True)}
    letters = library.letters(events.keys())
    found: dict[int, Entry] = {}
    for line in lines:
        if line.key > 0 and (row := rows.get(ArticleId(line.key))) is not None:
            found[line.key] = _article_entry(row, line.kind)
        elif line.key < 0 and (event := events.get(EventId(-line.key))) is not None:
            date = interval_text(event.date) if event.date else ""
            named = tuple(letters[key] for key in line.members if key in letters)
            found[line.key] = EventHead(event.id, event.title, date, named, True, event.conflicts, event.stage, event.locked)
    return found


def _article_entry(row: ArticleRow, kind: LineKind) -> ArticleEntry:
    if kind is LineKind.COPY:
        return ArticleEntry(row, row.letter, 0, row.copy_of)
    # Letters mean something only among the articles of one event.
    return ArticleEntry(row, row.letter if kind is LineKind.MEMBER else None, row.conflicts)
