"""How words of an article stand inside a sentence of the program."""

from __future__ import annotations

from briefing_app.ui.direction import right_to_left

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
"""They keep words that run from the right from turning the sentence around them."""
_MOST = 48
"""Code points of a quoted passage or title that are shown."""


def quoted(words: str) -> str:
    """On one line, cut when they are long, between quotation marks."""
    flat = " ".join(words.split())
    short = flat if len(flat) <= _MOST else flat[: _MOST - 1].rstrip() + "…"
    return f"“{_ISOLATE}{short}{_END_OF_ISOLATE}”" if right_to_left(short) else f"“{short}”"
