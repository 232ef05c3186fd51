"""The document tree as a tagged PDF, or as page pictures, through typst and the fixed template in ``resources/typst``."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, cast

from briefing_app.briefing.tree import Tree
from briefing_app.export.fonts import fonts, stacks, unshowable, without_font
from briefing_app.export.typst_data import Data, Json, characters_by_block
from briefing_app.model.briefing import Missing, Paper, Preview
from briefing_app.model.errors import ExportFailed
from briefing_app.paths import resource

if TYPE_CHECKING:
    import typst

MOST_FOOTNOTES = 500
"""Beyond this many notes they stand at the end: typst's footnotes make documents of hundreds of pages slow."""

MOST_ROUNDS = 16
"""Compilations that may each name another character without a font, which was not found before, until PDF/UA is given up."""

MOST_NAMED = 12
"""Characters without a font that a warning names."""

MOST_PAGES = 100
"""Beyond this many pages the notes stand at the end."""

MANY_PAGES = 40
"""Beyond this many pages typst's memory of them is let go: each 200 take some 300 MB."""

_REMEMBERED = 11

WIDTH_INCHES = {Paper.A4: 210 / 25.4, Paper.LETTER: 8.5}

_STANDARDS = (("ua-1", "a-2a"), ("ua-1",))
"""What a file is to meet: ISO 14289-1 (accessible) with ISO 19005-2 level A (archivable), else the first alone."""

_WANTED = {1: "PDF/A-2a"}
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")

_lock = threading.Lock()


def pdf(tree: Tree) -> tuple[bytes, tuple[str, ...]]:
    """A file that meets PDF/UA-1 and PDF/A-2a, and what must be said about it.

    A character that no font has is shown as its code point, and named in the warnings; when there are too many of them the file
    is tagged but meets neither, which is also said. Beyond MOST_PAGES the notes stand at the end, which is said too. The same tree
    gives the same bytes. Raises ExportFailed.
    """
    endnotes = len(tree.notes) > MOST_FOOTNOTES
    data, warnings = _made(tree, endnotes=endnotes)
    if not endnotes and tree.notes and _pages(data) > MOST_PAGES:
        endnotes = True
        data, warnings = _made(tree, endnotes=endnotes)
    if _pages(data) > MANY_PAGES:
        _forget()
    if endnotes:
        warnings = (*warnings, "The notes stand at the end of the file, because there are too many pages for footnotes.")
    return data, warnings


def _made(tree: Tree, *, endnotes: bool) -> tuple[bytes, tuple[str, ...]]:
    import typst  # only a briefing needs it; it is large

    missing = {one.character for one in _missing_in(Data(tree, stacks()).whole(endnotes=endnotes))}
    rounds = 0
    reason = "more characters have no font"
    for standards in _STANDARDS:
        while rounds < MOST_ROUNDS:
            rounds += 1
            try:
                data = _compiled(tree, frozenset(missing), endnotes, standards)
            except typst.TypstError as error:
                found = unshowable(error) - missing
                if not found:
                    reason = error.message
                    break
                missing |= found
            else:
                lost = () if standards == _STANDARDS[0] else (f"The file does not meet {_WANTED[len(standards)]}: {reason}.",)
                return data, (*_said(missing), *lost)
    try:
        data = _compiled(tree, frozenset(missing), endnotes, ())
    except typst.TypstError as error:
        raise ExportFailed(f"The PDF could not be made: {error.message}") from error
    return data, (*_said(missing), f"The file is tagged but does not meet PDF/UA: {reason}.")


def _pages(data: bytes) -> int:
    """How many pages a file has, by the counts of its page tree, which typst writes uncompressed."""
    return max((int(found[1]) for found in _COUNT.finditer(data)), default=0)


def preview(tree: Tree, width_px: int) -> Preview:
    """Every page as a picture of that width (give or take a pixel), and where each block of the briefing begins. Raises ExportFailed."""
    if width_px < 1:
        raise ValueError(f"not a width: {width_px}")
    import typst  # only a briefing needs it; it is large

    endnotes = len(tree.notes) > MOST_FOOTNOTES
    data = Data(tree, stacks()).whole(endnotes=endnotes, starts=True)
    missing = _missing_in(data)
    if missing:
        lost = frozenset(one.character for one in missing)
        data = Data(tree, stacks(), lost).whole(endnotes=endnotes, starts=True)
    with _lock:
        try:
            inputs = {"briefing": json.dumps(data, ensure_ascii=False)}
            made = _compiler().compile(format="png", ppi=width_px / WIDTH_INCHES[tree.paper], sys_inputs=inputs)
            told = json.loads(_compiler().query("<start>", field="value"))
        except typst.TypstError as error:
            raise ExportFailed(f"The pages could not be drawn: {error.message}") from error
    pages = made if isinstance(made, list) else [made]
    if len(pages) > MANY_PAGES:
        _forget()
    begins = {int(number): int(page) for number, page in told}
    shown = tuple(page for page in pages if page is not None)
    return Preview(shown, tuple(begins.get(at, 1) for at in range(len(tree.starts))), missing)


def _missing_in(data: Mapping[str, Json]) -> tuple[Missing, ...]:
    """The characters that no font of this machine has, each with the block of the briefing (from 0) in which it stands first."""
    by_block = characters_by_block(data)
    lost = without_font(set().union(*by_block.values()))
    first: dict[str, int] = {}
    for at in sorted(by_block):
        first |= dict.fromkeys(sorted(by_block[at] & lost - first.keys()), at)
    return tuple(Missing(character, at) for character, at in first.items())


def _forget() -> None:
    """Let go of what typst remembers of a long document: it keeps the work of its last ten compilations."""
    import typst  # only a briefing needs it; it is large

    empty = typst.Compiler(ignore_system_fonts=True)
    for _ in range(_REMEMBERED):
        empty.compile(b"-", format="pdf")


def _compiled(tree: Tree, missing: frozenset[str], endnotes: bool, standards: tuple[str, ...]) -> bytes:
    with _lock:
        made = _compiler().compile(
            format="pdf",
            sys_inputs=_inputs(tree, missing, endnotes=endnotes),
            pdf_standards=cast("list[typst.PDFStandard]", list(standards)),
            timestamp=_timestamp(tree.changed_at),
        )
    assert isinstance(made, bytes)
    return made


def _timestamp(changed_at: datetime) -> datetime:
    """The document's date: SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, else when the briefing last changed."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else changed_at


def _inputs(tree: Tree, missing: frozenset[str], *, endnotes: bool) -> dict[str, str]:
    data = Data(tree, stacks(), missing).whole(endnotes=endnotes)
    return {"briefing": json.dumps(data, ensure_ascii=False)}


@cache
def _compiler() -> typst.Compiler:
    import typst  # only a briefing needs it; it is large

    root = resource("typst")
    # No package folder: the template imports nothing from outside, and nothing may be fetched.
    return typst.Compiler(str(root / "briefing.typ"), root=str(root), font_paths=fonts())


def _said(missing: set[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    codes = [f"U+{ord(character):04X}" for character in sorted(missing)]
    more = f" and {len(codes) - MOST_NAMED:,} more" if len(codes) > MOST_NAMED else ""
    return (f"No font on this machine has {', '.join(codes[:MOST_NAMED])}{more}; the file shows the code point instead.",)
