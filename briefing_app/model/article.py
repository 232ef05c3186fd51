"""An article: its text, the zones that label the text, its metadata with evidence, and its custody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from briefing_app.model.attested import SURE, Attested, Evidence
from briefing_app.model.dates import DateInterval
from briefing_app.model.document import Block, Link
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span

__all__ = [
    "SHOWN",
    "SURE",
    "TOLD",
    "Article",
    "Attested",
    "Custody",
    "Document",
    "Evidence",
    "Zone",
    "ZoneKind",
    "text_digest",
]


class ZoneKind(StrEnum):
    """What a stretch of the page is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    AGENCY = "agency"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    TABLE = "table"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"
    COMMENT = "comment"


TOLD = frozenset({ZoneKind.TITLE, ZoneKind.STANDFIRST, ZoneKind.BODY})
"""The zones that grouping, comparison and default search use."""

SHOWN = TOLD | {ZoneKind.BYLINE, ZoneKind.AGENCY, ZoneKind.DATELINE, ZoneKind.HEADING, ZoneKind.CAPTION, ZoneKind.TABLE}
"""The zones that the reader shows without being asked."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A labelled span of the text, with the reason for the label and how sure it is (0 to 1)."""

    kind: ZoneKind
    span: Span
    reason: str
    confidence: float
    by_analyst: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article before the library gives it a number: text, labels, metadata. Nothing is deleted from the text.

    ``key`` is what its feed or database calls it for ever (guid, accession number), empty when it came from neither.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    zones: tuple[Zone, ...] = ()
    title: Attested[str] = field(default_factory=Attested)
    source: Attested[str] = field(default_factory=Attested)
    byline: Attested[str] = field(default_factory=Attested)
    agency: Attested[str] = field(default_factory=Attested)
    date: Attested[DateInterval] = field(default_factory=Attested)
    language: Attested[str] = field(default_factory=Attested)
    url: str | None = None
    canonical_url: str | None = None
    updated: datetime | None = None
    captured_at: datetime | None = None
    part: str = ""
    encoding: str = "utf-8"
    key: str = ""

    @property
    def text_sha256(self) -> str:
        """Hex digest of the text in UTF-8."""
        return text_digest(self.text)

    def told(self) -> tuple[Zone, ...]:
        """The zones that tell the story (title, standfirst, body), in the order of the text."""
        return tuple(sorted((z for z in self.zones if z.kind in TOLD), key=lambda z: z.span))

    def headline(self, most: int = 120) -> str:
        """What to call the article in a list: its title, else its first told words, whole ones, at most ``most`` code points."""
        if self.title.value:
            return self.title.value
        first = next((z for z in self.told() if z.span.of(self.text).strip()), None)
        words = " ".join((first.span.of(self.text) if first else self.text[: 4 * most]).split())
        if len(words) <= most:
            return words
        whole = words[:most].rpartition(" ")[0]
        return (whole if len(whole) > most // 2 else words[: most - 1]).rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Custody:
    """Where the bytes came from: original path, file name, sha256 of the original, when it was imported (UTC)."""

    path: str
    file_name: str
    original_sha256: str
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class Article:
    """A document in a library, with its number and its custody.

    The document is what cleaning found with the analyst's corrections in it; ``corrected`` is a digest of these, empty when there are none.
    """

    id: ArticleId
    document: Document
    custody: Custody
    corrected: str = ""

    @property
    def text(self) -> str:
        """The whole visible text."""
        return self.document.text

    @property
    def digest(self) -> str:
        """Of all that analyses read: what was worked out under another digest is stale."""
        return self.document.text_sha256 + self.corrected


def text_digest(text: str) -> str:
    """Hex SHA-256 of a text in UTF-8; lone surrogates are replaced, so that every string has a digest."""
    from hashlib import sha256  # with the first text: no list needs it

    return sha256(text.encode("utf-8", "replace")).hexdigest()
