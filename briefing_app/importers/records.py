"""What databases and feeds state about an article, under one name each: hints ``record:...``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from briefing_app.importers.paragraphs import known
from briefing_app.model.document import Hint


@dataclass(frozen=True, slots=True)
class Record:
    """Statements about one article; empty means not stated.

    ``key`` is what the database or feed calls it for ever (guid, accession number).
    """

    title: str = ""
    source: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    url: str = ""
    key: str = ""

    def hints(self) -> tuple[Hint, ...]:
        """As hints, without what is not stated."""
        return known(self._rows())

    def _rows(self) -> Iterator[Hint]:
        for field in fields(self):
            yield Hint(f"record:{field.name}", getattr(self, field.name))
