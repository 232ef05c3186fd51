"""The document tree as a tagged PDF through typst and the fixed template in ``resources/typst``."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from briefing_app.briefing.tree import Tree
from briefing_app.export.fonts import stacks, unshowable
from briefing_app.export.typesetting import MANY_PAGES, MOST_FOOTNOTES, compiler, forget, lock, missing_in
from briefing_app.export.typst_data import Data
from briefing_app.model.errors import ExportFailed

if TYPE_CHECKING:
    import typst

MOST_ROUNDS = 16
"""Compilations that may each name another character without a font, which was not found before, until PDF/UA is given up."""

MOST_NAMED = 12
"""Characters without a font that a warning names."""

MOST_PAGES = 100
"""Beyond this many pages the notes stand at the end."""

_STANDARDS = (("ua-1", "a-2a"), ("ua-1",))
"""What a file is to meet: ISO 14289-1 (accessible) with ISO 19005-2 level A (archivable), else the first alone."""

_WANTED = {1: "PDF/A-2a"}
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


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
        forget()
    if endnotes:
        warnings = (*warnings, "The notes stand at the end of the file, because there are too many pages for footnotes.")
    return data, warnings


def _made(tree: Tree, *, endnotes: bool) -> tuple[bytes, tuple[str, ...]]:
    import typst  # only a briefing needs it; it is large

    missing = {one.character for one in missing_in(Data(tree, stacks()).whole(endnotes=endnotes))}
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


def _compiled(tree: Tree, missing: frozenset[str], endnotes: bool, standards: tuple[str, ...]) -> bytes:
    with lock:
        made = compiler().compile(
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


def _said(missing: set[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    codes = [f"U+{ord(character):04X}" for character in sorted(missing)]
    more = f" and {len(codes) - MOST_NAMED:,} more" if len(codes) > MOST_NAMED else ""
    return (f"No font on this machine has {', '.join(codes[:MOST_NAMED])}{more}; the file shows the code point instead.",)
