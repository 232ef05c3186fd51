"""The pages of a briefing as pictures: all of them, or after a change only those that it is on, which takes a fraction of the time.

Where a page begins and which notes it has is known from the last time that all were set. From there on the changed page is set with what
follows it, as far as it can reach; what stands above on it is left out, and its notes are set again, because they stand below.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_app.briefing.tree import Tree
from briefing_app.export.fonts import stacks
from briefing_app.export.typesetting import MANY_PAGES, MOST_FOOTNOTES, compiler, forget, lock, missing_in
from briefing_app.export.typst_data import Data, Json, length
from briefing_app.model.briefing import ChangedPages, Paper, Preview
from briefing_app.model.errors import ExportFailed

WIDTH_INCHES = {Paper.A4: 210 / 25.4, Paper.LETTER: 8.5}
_MARGIN_TOP_PT = 27 / 25.4 * 72
"""The page's upper margin, as the template has it."""

_BODY_PT = {Paper.A4: (297 - 51) / 25.4 * 72, Paper.LETTER: (279.4 - 51) / 25.4 * 72}
"""How high the text of a page can be."""

_LETTERS, _LINE_PT, _GAP_PT = 76, 15, 9
"""Code points of a line of text, at most; its height, and the room between blocks. All these err towards a page that holds more."""

_ROW_LETTERS, _ROW_LINE_PT, _ROW_GAP_PT = 115, 12, 9
"""The same of a table, in the page's whole width."""

_NOTE_LETTERS, _NOTE_LINE_PT = 150, 10.6
"""The same of the notes."""

_BEFORE = 3
"""Blocks before the changed one that are set again, because a heading goes with what follows it."""

_MOST_CHANGED = 2
"""Pages that are shown of a changed block."""

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place on the pages: the number of the page, from 1, and points from its upper edge."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class _Stand:
    """All pages as they were set last: the blocks as typst was given them, where each begins and the last ends, and where the notes do."""

    around: Node
    nodes: Sequence[Node]
    width_px: int
    lost: frozenset[str]
    pages: int
    places: Sequence[_Spot]
    notes: Sequence[_Spot]


class PageSetter:
    """Sets the pages of one briefing after the other."""

    def __init__(self) -> None:
        self._stand: _Stand | None = None

    def whole(self, tree: Tree, width_px: int) -> Preview:
        """Every page, that wide (give or take a pixel), and where each block of the briefing begins. Raises ExportFailed."""
        if width_px < 1:
            raise ValueError(f"not a width: {width_px}")
        endnotes = len(tree.notes) > MOST_FOOTNOTES
        data = Data(tree, stacks()).whole(endnotes=endnotes, places=True)
        missing = missing_in(data)
        lost = frozenset(one.character for one in missing)
        if lost:
            data = Data(tree, stacks(), lost).whole(endnotes=endnotes, places=True)
        pages, places, notes = _set(data, tree.paper, width_px)
        if len(pages) > MANY_PAGES:
            forget()
        self._stand = _Stand(_around(data), _nodes(data), width_px, lost, len(pages), places, notes)
        begins = tuple(_begins(data, places, at) for at in range(len(tree.starts)))
        return Preview(pages, begins, missing)

    def changed(self, tree: Tree, width_px: int) -> ChangedPages:
        """The pages that differ from those set last, as far as a block reaches that was changed; none if that cannot be told.

        The pages behind, the contents and numbers of pages stay as they were, until all are set again. Raises ExportFailed.
        """
        stand = self._stand
        endnotes = len(tree.notes) > MOST_FOOTNOTES
        if stand is None or stand.width_px != width_px:
            return ChangedPages()
        data = Data(tree, stacks(), stand.lost).whole(endnotes=endnotes, places=True)
        nodes = _nodes(data)
        if not nodes or not stand.nodes or nodes == stand.nodes or _around(data) != stand.around:
            return ChangedPages()
        pairs = enumerate(zip(nodes, stand.nodes, strict=False))
        at = next((number for number, (now, then) in pairs if now != then), min(len(nodes), len(stand.nodes)))
        return _changed(data, nodes, at, stand, tree.paper)


def preview(tree: Tree, width_px: int) -> Preview:
    """``PageSetter.whole``, once."""
    return PageSetter().whole(tree, width_px)


def _changed(data: dict[str, Json], nodes: Sequence[Node], at: int, stand: _Stand, paper: Paper) -> ChangedPages:
    at = min(at, len(nodes) - 1)
    page = stand.places[min(at, len(stand.nodes) - 1)].page
    start = min(at, len(stand.nodes) - 1)
    while start and at - start < _BEFORE and stand.places[start - 1].page == page:
        start -= 1
    begin = stand.places[start]
    top = max(0.0, begin.y - _MARGIN_TOP_PT)
    taken = [*nodes[start:at], *_reaching(nodes[at:], _BODY_PT[paper] - top)]
    before = [note for node in nodes[:start] for note in _first_cites(node)]
    above = [number for number in range(len(before)) if number < len(stand.notes) and stand.notes[number].page == page]
    first = min(above, default=len(before))
    part: dict[str, Json] = {
        "page": page,
        "pages": stand.pages,
        "top": top,
        "first": first,
        "notes": [] if data["endnotes"] else [note["body"] for note in before[first:]],
        "known": [note["note"] for node in taken for note in _first_cites(node)],
    }
    letters: list[Json] = [node["source"] for node in taken if node["t"] == "heading" and node["source"]]
    blocks: list[Json] = [one for node in taken for one in ({"t": "place"}, node)]
    pages, places, _ = _set(data | {"part": part, "blocks": blocks, "letters": letters, "notes": []}, paper, stand.width_px)
    after = places[at - start + 1]
    last = after.page - (1 if after.y <= _MARGIN_TOP_PT + 1 else 0)
    pixels = stand.width_px / WIDTH_INCHES[paper] / 72
    return ChangedPages(pages[: min(max(1, last), _MOST_CHANGED)], page, int(begin.y * pixels) if top else 0)


def _set(data: Mapping[str, Json], paper: Paper, width_px: int) -> tuple[tuple[bytes, ...], list[_Spot], list[_Spot]]:
    """The pages, where the blocks begin and the last ends, and where the notes' numbers stand. Raises ExportFailed."""
    import typst  # only a briefing needs it; it is large

    with lock:
        try:
            inputs = {"briefing": json.dumps(data, ensure_ascii=False)}
            made = compiler().compile(format="png", ppi=width_px / WIDTH_INCHES[paper], sys_inputs=inputs)
            told = json.loads(compiler().query("<layout>", field="value", one=True))
        except typst.TypstError as error:
            raise ExportFailed(f"The pages could not be drawn: {error.message}") from error
    pages = made if isinstance(made, list) else [made]
    spots = {name: [_Spot(page, y) for page, y in told[name]] for name in ("places", "notes")}
    return tuple(page for page in pages if page is not None), spots["places"], spots["notes"]


def _around(data: Mapping[str, Json]) -> Node:
    """What stands on every page, and what decides how all are set."""
    return {name: data[name] for name in ("title", "handling", "paper", "lang", "endnotes")}


def _nodes(data: Mapping[str, Json]) -> list[Node]:
    blocks = data["blocks"]
    assert isinstance(blocks, list)
    return [node for node in blocks if node["t"] != "place"]


def _begins(data: Mapping[str, Json], places: Sequence[_Spot], wanted: int) -> int:
    """On which page a block of the briefing begins: where the first one of it or behind it stands."""
    blocks = data["blocks"]
    assert isinstance(blocks, list)
    owners = [node["n"] for node in blocks if node["t"] == "place"]
    return next((place.page for owner, place in zip(owners, places, strict=False) if owner >= wanted), places[-1].page)


def _reaching(nodes: Sequence[Node], room_pt: float) -> Iterator[Node]:
    """The first of the nodes whole, and of those behind it as many as may stand on one page with it."""
    for number, node in enumerate(nodes):
        if number and room_pt <= 0:
            return
        cut = _shortened(node, room_pt) if number and node["t"] == "table" else node
        room_pt -= _height_pt(cut)
        yield cut


def _shortened(table: Node, room_pt: float) -> Node:
    """The table without the rows that lie below the room."""
    groups = []
    for group in table["groups"]:
        rows = []
        for row in group["rows"]:
            if room_pt <= 0:
                break
            rows.append(row)
            room_pt -= _row_pt(table, row)
        if rows:
            groups.append({**group, "rows": rows})
    return {**table, "groups": groups}


def _height_pt(node: Node) -> float:
    """How high a block stands at least, with its notes."""
    if node["t"] == "table":
        return sum(_row_pt(node, row) for group in node["groups"] for row in group["rows"])
    return length(node) / _LETTERS * _LINE_PT + _GAP_PT + _notes_pt(node)


def _row_pt(table: Node, row: Node) -> float:
    cells = zip(row["cells"], table["widths"], strict=False)
    lines = max((length(cell) / (width * _ROW_LETTERS) for cell, width in cells), default=0)
    return lines * _ROW_LINE_PT + _ROW_GAP_PT + _notes_pt(row)


def _notes_pt(node: Node) -> float:
    return sum(length(cite["body"]) / _NOTE_LETTERS * _NOTE_LINE_PT for cite in _first_cites(node) if "body" in cite)


def _first_cites(value: Json) -> Iterator[Node]:
    """The citations below a node that carry the words of their note, in the order of the text."""
    if isinstance(value, Mapping):
        if value.get("t") == "cite" and value.get("first"):
            yield value
        else:
            for part in value.values():
                yield from _first_cites(part)
    elif isinstance(value, list):
        for part in value:
            yield from _first_cites(part)
