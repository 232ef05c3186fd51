"""The one table of everything that can be done."""

from __future__ import annotations

from enum import Enum

from briefing_app.ui.actions import (
    annotating,
    article,
    briefing,
    comparing,
    editing,
    events,
    going,
    helping,
    importing,
    libraries,
    organizing,
    reading,
    ruling,
    safety,
    searching,
    viewing,
    windows,
)
from briefing_app.ui.actions.row import ActionRow, Menu, Where, shown_key, tr
from briefing_app.ui.comparison.standing import Level

ACTIONS: tuple[ActionRow, ...] = (
    *importing.ROWS,
    *libraries.ROWS,
    *safety.ROWS,
    *editing.ROWS,
    *going.ROWS,
    *article.ROWS,
    *annotating.ROWS,
    *organizing.ROWS,
    *searching.ROWS,
    *events.ROWS,
    *reading.ROWS,
    *comparing.ROWS,
    *ruling.ROWS,
    *briefing.ROWS,
    *viewing.ROWS,
    *windows.ROWS,
    *helping.ROWS,
)
"""All rows; within a menu they stand in this order."""


class Hits(Enum):
    """What a search found, in the place of the library's list."""

    SHOWN = "shown"


Hinted = Where | Level | Hits
"""What has key hints of its own: a place, a level of the comparison, or the hits of a search."""

_LEVELS = ("level_matrix", "level_texts", "level_words")

HINTS: dict[Hinted, tuple[tuple[str, ...], ...]] = {
    Where.ANYWHERE: (("down", "up"), ("palette",), ("keys",)),
    Where.LIBRARY: (
        ("down", "up"), ("highlight",), ("note",), ("evidence",), ("zones",), ("tags",), ("next_mark", "previous_mark"),
        ("compare",), ("to_briefing",), ("palette",), ("keys",),
    ),
    Hits.SHOWN: (
        ("down", "up"), ("concordance",), ("group_hits",), ("narrow",), ("next_mark", "previous_mark"), ("save_search",), ("back",),
        ("palette",), ("keys",),
    ),
    Level.MATRIX: (
        ("sentence",), ("peek",), ("why",), ("dismiss_mark",), ("judge",), ("next_difference", "previous_difference"), _LEVELS,
        ("drawer",), ("legend",), ("join_rows",), ("split_off",), ("move_passage",), ("to_briefing",), ("palette",), ("keys",),
    ),
    Level.TEXTS: (
        ("down", "up"), ("left", "right"), ("sentence",), ("peek",), ("why",), ("dismiss_mark",),
        ("next_difference", "previous_difference"), _LEVELS, ("palette",), ("keys",),
    ),
    Level.WORDS: (
        ("down", "up"), ("left", "right"), ("next_difference", "previous_difference"), ("sentence",), ("back",), _LEVELS, ("palette",),
        ("keys",),
    ),
    Where.BRIEFING: (("add_text",), ("block_up", "block_down"), ("next_remark",), ("save_pdf",), ("undo",), ("palette",), ("keys",)),
}  # fmt: skip
"""Which hints each pane shows, by importance (an empty library those of anywhere); the keys of several actions stand before one word."""

_OTHERWISE = {
    (Hits.SHOWN, "concordance"): "list or lines",
    (Hits.SHOWN, "group_hits"): "by event",
    (Hits.SHOWN, "narrow"): "narrow",
    (Hits.SHOWN, "next_mark"): "next hit",
    (Level.TEXTS, "sentence"): "unfold, bring together",
    (Level.TEXTS, "left"): "other text",
    (Level.WORDS, "down"): "other row",
    (Level.WORDS, "left"): "other passage",
    (Level.WORDS, "next_difference"): "compared with",
}
"""What a key does there, where it is not what its hint says elsewhere."""


def in_place(where: Where) -> tuple[ActionRow, ...]:
    """The actions that mean something in one place only."""
    return tuple(row for row in ACTIONS if row.where is where)


def hint_words(where: Hinted, row: ActionRow) -> str:
    """What the key does there, in a word or two."""
    otherwise = _OTHERWISE.get((where, row.id)) if isinstance(where, Level | Hits) else None
    return tr(otherwise) if otherwise else row.hint_words


def key_table() -> str:
    """All actions with their keys as a table in Markdown, a row for each menu and place."""
    lines = ["| | keys |", "|---|---|"]
    for menu in Menu:
        for where in Where:
            rows = [row for row in ACTIONS if (row.menu, row.where) == (menu, where) and row.keys]
            if rows:
                head = menu.value if where is Where.ANYWHERE else f"{menu.value}, in {_PLACES[where]}"
                lines.append(f"| {head} | {' · '.join(map(_with_keys, rows))} |")
    return "\n".join(lines)


def _with_keys(row: ActionRow) -> str:
    text = row.text.removesuffix(" …")
    return f"{' '.join(f'`{shown_key(key)}`' for key in row.keys)} {text[0].lower()}{text[1:]}"


_PLACES = {Where.LIBRARY: "the library", Where.COMPARE: "the comparison", Where.BRIEFING: "the briefing"}
