"""The document tree as the JSON that the fixed typst template reads: characters only, nothing that could act as markup."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from briefing_app.briefing.tree import (
    Badge,
    Block,
    Break,
    Cite,
    Code,
    Graph,
    Heading,
    Inline,
    Inlines,
    Items,
    Paragraph,
    Quote,
    Rule,
    Table,
    TableCell,
    Text,
    TimeGroup,
    Timeline,
    Tree,
    Voice,
)
from briefing_app.briefing.wording import plain
from briefing_app.export.characters import clipped, has_right_to_left, language_of, one_line, runs_right_to_left

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None

TLP_COLOURS = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:AMBER": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}
"""The colours that the Traffic Light Protocol 2.0 asks for, each on black, in head and foot of every page."""

MOST_DEEP = 8
"""How deep lists and quotations are set in each other; what lies deeper stands at that depth. typst gives up at some dozens."""

LONGEST_WORD = 22
"""Letters after which a word without a break may be cut, so that none runs out of its column."""

LETTERS = 95
"""Letters of a table that go into a page's width, the room between its columns left out."""

MOST_COLUMNS = 7
"""Columns of a table beyond which it goes on in another one below, with its first column again."""

SHORT = 900
"""Code points up to which a passage stays on one page with the line that names its source."""

SHORT_CELL = 500
"""Code points of a row's longest cell up to which the row stays on one page, and of a group's head up to which it is said on each."""

RUNNING_TITLE = 90
"""Code points of the title that a running head holds."""

KEPT = 8192
"""Stretches of text whose characters are kept, because a briefing is set again and again with few of them changed."""

_WORDS = frozenset({"words", "text", "name", "caption", "first", "last", "letter"})
"""Under which names a node keeps what is set in type."""

_LONG = re.compile(r"\S+")


class Data:
    """Writes nodes of one tree; ``unshowable`` characters become their code points in words, since no font has them."""

    def __init__(self, tree: Tree, stacks: Mapping[str, Sequence[str]], unshowable: frozenset[str] = frozenset()) -> None:
        self._tree = tree
        self._stacks = stacks
        self._unshowable = unshowable
        self._cited: set[int] = set()
        self._endnotes = False
        self._level = 0
        self._longest_word = LONGEST_WORD

    def whole(self, *, endnotes: bool, places: bool = False) -> dict[str, Json]:
        """The template's whole input; with ``places`` it is asked to tell where each of its blocks stands."""
        tree, self._endnotes, self._level = self._tree, endnotes, 0
        headings = [block for block in tree.blocks if isinstance(block, Heading)]
        blocks: list[Json] = []
        for at, block in enumerate(tree.blocks):
            owner = max(0, bisect_right(tree.starts, at) - 1)
            for node in self._blocks((block,)):
                blocks += [{"t": "place", "n": owner}, node] if places else [node]
        title = self.characters(tree.title)
        return {
            "title": title,
            "running": title if len(title) <= RUNNING_TITLE else title[: RUNNING_TITLE - 1].rstrip() + "…",
            "handling": self.characters(tree.handling),
            "tlp": TLP_COLOURS.get(tree.handling),
            "paper": tree.paper.value,
            "lang": tree.language,
            "contents": "Contents",
            "notes-title": "Notes",
            "headings": len(headings),
            "letters": [block.source for block in headings if block.source],
            "stacks": {name: list(families) for name, families in self._stacks.items()},
            "endnotes": endnotes,
            "front": self._blocks(tree.front),
            "blocks": blocks,
            "notes": [self._inlines(note.inlines) for note in tree.notes] if endnotes else [],
            "places": places,
            "part": None,
        }

    def characters(self, words: str) -> str:
        """The words on one line as characters that can be shown."""
        return _characters(words, self._unshowable)

    def _blocks(self, blocks: Iterable[Block], depth: int = 0) -> list[Json]:
        flat = _flat(blocks) if depth >= MOST_DEEP else blocks
        return [self._block(part, depth + 1) for block in flat for part in _narrow(block)]

    def _block(self, block: Block, depth: int) -> dict[str, Json]:
        match block:
            case Heading():
                self._level = min(block.level, self._level + 1)  # PDF/UA allows no level to be skipped
                return {"t": "heading", "level": self._level, "source": block.source, "inlines": self._inlines(block.inlines)}
            case Paragraph():
                inlines = self._inlines(block.inlines)
                return {"t": "paragraph", "kind": block.kind.value, "inlines": inlines} | _direction(block.language, (block.inlines,))
            case Items():
                return {"t": "items", "ordered": block.ordered, "items": [self._blocks(item, depth) for item in block.items]}
            case Quote():
                blocks = self._blocks(block.blocks, depth)
                return {"t": "quote", "tint": block.tint.value if block.tint else None, "short": length(blocks) < SHORT, "blocks": blocks}
            case Code():
                lines = [self.characters(line) for line in block.text.split("\n")]
                return {"t": "code", "text": "\n".join(lines)}
            case Rule():
                return {"t": "rule"}
            case Table():
                return {"t": "table", "kind": block.kind.value, "widths": list(block.widths)} | self._rows(block)
            case Timeline():
                return {"t": "timeline", "first": block.first, "last": block.last, "groups": [self._bars(group) for group in block.groups]}
            case Graph():
                return self._graph(block)

    def _bars(self, group: TimeGroup) -> dict[str, Json]:
        rows: list[Json] = [{"line": self._inlines(row.line), "start": row.start, "end": row.end, "rank": row.rank} for row in group.rows]
        return {"head": self._inlines(group.head), "rows": rows}

    def _graph(self, block: Graph) -> dict[str, Json]:
        nodes: list[Json] = []
        for node in block.graph.nodes:
            badge = block.letters[node.place] if node.place is not None else None
            mark: Json = {"letter": str(badge.letter), "rank": badge.rank} if badge else None
            nodes.append({"name": self.characters(node.name), "depth": node.depth, "order": node.order, "badge": mark})
        edges: list[Json] = [{"a": edge.a, "b": edge.b, "inferred": edge.inferred} for edge in block.graph.edges]
        told = self.characters("; ".join(plain(step) for step in block.steps))
        counted = Counter(node.depth for node in block.graph.nodes)
        size: dict[str, Json] = {"depth": block.graph.depth, "rows": max(counted.values())}
        return size | {"t": "graph", "nodes": nodes, "edges": edges, "alt": told, "caption": block.caption}

    def _rows(self, table: Table) -> dict[str, Json]:
        groups: list[Json] = []
        for group in table.groups:
            words = self._inlines(group.head)
            rows: list[Json] = [self._row(row, table.widths) for row in group.rows]
            status = group.status.value if group.status else None
            groups.append({"head": words, "short": length(words) < SHORT_CELL, "status": status, "rows": rows})
        head: list[Json] = [self._cell(cell, width) for cell, width in zip(table.head, table.widths, strict=False)]
        return {"head": head, "groups": groups}

    def _row(self, row: tuple[TableCell, ...], widths: Sequence[float]) -> dict[str, Json]:
        cells: list[Json] = [self._cell(cell, width) for cell, width in zip(row, widths, strict=False)]
        return {"whole": max(map(length, cells), default=0) < SHORT_CELL, "cells": cells}

    def _cell(self, cell: TableCell, width: float) -> dict[str, Json]:
        self._longest_word = max(1, min(LONGEST_WORD, int(width * LETTERS)))
        lines: list[Json] = [self._inlines(line) for line in cell.lines]
        self._longest_word = LONGEST_WORD
        made: dict[str, Json] = {"lines": lines, "silent": cell.silent}
        return made | (_direction(cell.language, ()) if cell.language else {})

    def _inlines(self, inlines: Inlines) -> list[Json]:
        out: list[Json] = []
        before: Inline | None = None
        for inline in inlines:
            match inline:
                case Text():
                    out += self._text(inline)
                case Badge():
                    out.append({"t": "badge", "letter": str(inline.letter), "rank": inline.rank})
                case Break():
                    out.append({"t": "break"})
                case Cite():
                    if isinstance(before, Cite):
                        out.append({"t": "comma"})
                    out.append(self._cite(inline.note))
            before = inline
        return out

    def _cite(self, note: int) -> dict[str, Json]:
        """A citation; the first of a footnote carries its words, so that what is typeset anew hangs on these words alone."""
        first = note not in self._cited
        self._cited.add(note)
        made: dict[str, Json] = {"t": "cite", "note": note, "first": first}
        return made | ({"body": self._inlines(self._tree.notes[note].inlines)} if first and not self._endnotes else {})

    def _text(self, run: Text) -> Iterator[Json]:
        style: dict[str, Json] = {"t": "text"}
        style |= {name: True for name in ("strong", "emphasis", "code") if getattr(run, name)}
        if run.voice is not Voice.PLAIN:
            style["voice"] = run.voice.value
        if run.address:
            style["address"] = run.address
        style |= _language(run.language)
        if run.language[:2] in self._stacks:
            style["stack"] = run.language[:2]
        for index, line in enumerate(run.words.split("\n")):
            if index:
                yield {"t": "break"}
            for number, piece in enumerate(_pieces(line, self._unshowable, self._longest_word)):
                if number:
                    yield {"t": "gap"}
                yield style | {"words": piece}


def _characters(words: str, unshowable: frozenset[str]) -> str:
    shown = clipped(one_line(words))
    if unshowable.isdisjoint(shown):
        return shown
    return "".join(f"[U+{ord(character):04X}]" if character in unshowable else character for character in shown)


@lru_cache(maxsize=KEPT)
def _pieces(line: str, unshowable: frozenset[str], longest: int) -> tuple[str, ...]:
    """A line of words as characters that can be shown, cut where an overlong word may be."""
    return tuple(_breakable(_isolated(_characters(line, unshowable)), longest))


def _narrow(block: Block) -> Iterator[Block]:
    """The block, or the tables that a table becomes that is too wide for a page."""
    if not isinstance(block, Table) or len(block.widths) <= MOST_COLUMNS:
        yield block
        return
    for begin in range(1, len(block.widths), MOST_COLUMNS - 1):
        end = begin + MOST_COLUMNS - 1

        def part(row: tuple[TableCell, ...], begin: int = begin, end: int = end) -> tuple[TableCell, ...]:
            return (*row[:1], *row[begin:end])

        widths = (block.widths[0], *block.widths[begin:end])
        groups = tuple(replace(group, rows=tuple(map(part, group.rows))) for group in block.groups)
        yield replace(block, widths=tuple(width / sum(widths) for width in widths), head=part(block.head), groups=groups)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with what lies in lists and quotations among them, without those."""
    waiting = list(reversed(tuple(blocks)))
    while waiting:
        block = waiting.pop()
        match block:
            case Items():
                waiting += [inner for item in reversed(block.items) for inner in reversed(item)]
            case Quote():
                waiting += reversed(block.blocks)
            case _:
                yield block


def characters_by_block(whole: Mapping[str, Json]) -> dict[int, set[str]]:
    """The characters of each block of the briefing (from 0), its footnotes with it, by the template's whole input.

    What belongs to no block counts with the first, and so does everything where the input does not ask where blocks stand.
    """
    at = 0
    around = [whole[part] for part in ("title", "handling", "front", "notes", "contents", "notes-title")]
    found: dict[int, set[str]] = {0: set().union(*_shown(around))}
    blocks = whole["blocks"]
    assert isinstance(blocks, list)
    for node in blocks:
        if node["t"] == "place":
            at = node["n"]
        else:
            found.setdefault(at, set()).update(*_shown(node))
    return found


def _shown(value: Json, key: str = "words") -> Iterator[str]:
    """The words below a node that are set in type."""
    if isinstance(value, str):
        if key in _WORDS:
            yield value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _shown(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _shown(part, key)


def length(value: Json) -> int:
    """Code points of all words below a node, those of its footnotes apart."""
    if isinstance(value, Mapping):
        parts = ((key, part) for key, part in value.items() if key != "body")
        return sum(len(part) if key == "words" and isinstance(part, str) else length(part) for key, part in parts)
    return sum(map(length, value)) if isinstance(value, list) else 0


def _language(code: str) -> dict[str, Json]:
    return {name: value for name, value in zip(("lang", "region"), language_of(code), strict=True) if value}


def _direction(code: str, lines: Iterable[Inlines]) -> dict[str, Json]:
    """Language and direction of a block."""
    return _language(code) | ({"rtl": True} if runs_right_to_left(code, lines) else {})


def _isolated(words: str) -> str:
    """The words kept apart from what stands beside them when they run from right to left (UAX 9, first strong isolate)."""
    return f"\u2068{words}\u2069" if has_right_to_left(words) else words


def _breakable(words: str, longest: int = LONGEST_WORD) -> list[str]:
    """The words cut where a line may end inside an overlong word; never before a combining mark or inside a joined sequence."""
    pieces: list[str] = []
    start = 0
    for found in _LONG.finditer(words):
        at = found.start() + longest if len(found[0]) > longest else found.end()
        while at < found.end():
            while at < found.end() and (unicodedata.category(words[at])[0] == "M" or words[at - 1] == "\u200d" or words[at] == "\u200d"):
                at += 1
            if at < found.end() and unicodedata.bidirectional(words[at]) == "L":
                pieces.append(words[start:at])
                start = at
            at += max(1, longest // 2)
    return [*pieces, words[start:]]
