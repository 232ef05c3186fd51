"""What an importer hands over: the visible text of one article, in blocks, and what its container said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing_app.model.span import Span


class BlockKind(StrEnum):
    """How a stretch of text stood on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    QUOTE = "quote"
    CAPTION = "caption"
    IMAGE_ALT = "image_alt"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table of data. Tables, rows and columns count from 0; ``columns`` and ``rows`` say how many it takes."""

    table: int
    row: int
    column: int
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the visible text. ``level`` is 1-6 for headings, the depth for list items, else 0.

    ``path`` names the elements around it, outermost first (``"body/nav/ul"``), empty for plain text. ``marker`` is what the page sets
    before a list item without its standing in the text (``"•"``, ``"3."``), empty on its later blocks. ``cell`` is None outside of tables,
    and in tables that only serve the layout.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    path: str = ""
    marker: str = ""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that led somewhere. The address is kept as text and never fetched."""

    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A value that the container states about the article, e.g. ``("og:title", "...")`` or ``("mail:date", "...")``."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive or a mailbox: its name in there, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class AsReceived:
    """An original to look at. ``markup`` is HTML in which nothing leads anywhere or loads anything, None for what is no page; then
    ``source`` is its text. ``cut`` when there is more of it than is shown.
    """

    markup: str | None
    source: str
    encoding: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article as found. ``text`` is NFC with ``\\n`` line ends; spans count its code points.

    ``markup`` is the HTML it was read from (for content labelling), None for plain text.
    ``part`` names the piece inside an original that holds several articles, empty when it holds one.
    """

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    hints: tuple[Hint, ...] = ()
    markup: str | None = None
    part: str = ""
    encoding: str = "utf-8"
    captured_at: datetime | None = None

    def hint(self, name: str) -> str | None:
        """The first value stated under ``name``, or None."""
        return next((hint.value for hint in self.hints if hint.name == name), None)
