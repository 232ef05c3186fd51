"""The one typst that sets all pages of this process, and what it must be told of before: characters that no font has."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from briefing_app.export.fonts import fonts, without_font
from briefing_app.export.typst_data import Json, characters_by_block
from briefing_app.model.briefing import Missing
from briefing_app.paths import resource

if TYPE_CHECKING:
    import typst

MOST_FOOTNOTES = 500
"""Beyond this many notes they stand at the end: typst's footnotes make documents of hundreds of pages slow."""

MANY_PAGES = 40
"""Beyond this many pages typst's memory of them is let go: each 200 take some 300 MB."""

_REMEMBERED = 11

lock = threading.Lock()
"""Held while the compiler works, which keeps the last document that it was given."""


@cache
def compiler() -> typst.Compiler:
    """The compiler of the template."""
    import typst  # only a briefing needs it; it is large

    root = resource("typst")
    # No package folder: the template imports nothing from outside, and nothing may be fetched.
    return typst.Compiler(str(root / "briefing.typ"), root=str(root), font_paths=fonts())


def forget() -> None:
    """Let go of what typst remembers of a long document: it keeps the work of its last ten compilations."""
    import typst  # only a briefing needs it; it is large

    empty = typst.Compiler(ignore_system_fonts=True)
    for _ in range(_REMEMBERED):
        empty.compile(b"-", format="pdf")


def missing_in(data: Mapping[str, Json]) -> tuple[Missing, ...]:
    """The characters that no font of this machine has, each with the block of the briefing (from 0) in which it stands first."""
    by_block = characters_by_block(data)
    lost = without_font(set().union(*by_block.values()))
    first: dict[str, int] = {}
    for at in sorted(by_block):
        first |= dict.fromkeys(sorted(by_block[at] & lost - first.keys()), at)
    return tuple(Missing(character, at) for character, at in first.items())
