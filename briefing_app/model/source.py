"""The register of sources: what the analyst knows of an outlet, and under which names it appears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing_app.model.attested import Attested, Evidence
from briefing_app.model.grade import Reliability
from briefing_app.model.ids import SourceId
from briefing_app.model.naming import folded

if TYPE_CHECKING:
    from briefing_app.model.article import Document

ALIAS = "another name in the register of sources"
"""How the evidence of a source's name is worded when it comes from the register."""


class SourceKind(StrEnum):
    """What kind of voice a source is."""

    AGENCY = "agency"
    STATE = "state"
    OUTLET = "outlet"
    BLOG = "blog"


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the register. ``aliases`` are the other names under which articles come in; empty fields are not known.

    ``grade`` is the reliability that its articles have unless they are graded otherwise.
    """

    id: SourceId
    name: str
    aliases: tuple[str, ...] = ()
    kind: SourceKind | None = None
    owner: str = ""
    country: str = ""
    grade: Reliability | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


class Register:
    """The entries of a register, asked by any of their names in whatever capitals."""

    def __init__(self, entries: Iterable[Source] = ()) -> None:
        self._by_name = {folded(name): source for source in entries for name in source.names}

    def entry(self, name: str) -> Source | None:
        """The source that goes by this name."""
        return self._by_name.get(folded(name))

    def house(self, name: str) -> str:
        """Whose outlet a source is, as it is compared: its owner, else the source itself. Two of one house are no two witnesses."""
        entry = self.entry(name)
        return folded(entry.owner or entry.name if entry else name)

    def digest(self, names: Iterable[str]) -> str:
        """A digest of what the register says of the sources of these names that a comparison rests on; empty when it knows none of them."""
        from briefing_app.model.article import text_digest  # here: a list asks for houses alone, and a start waits for a list

        known = {entry.id: entry for name in names if (entry := self.entry(name))}
        told = [(entry.names, entry.kind, entry.owner) for _, entry in sorted(known.items())]
        return text_digest(repr(told)) if told else ""


def names_by_alias(register: Iterable[Source]) -> dict[str, str]:
    """The name of each source by its names as they are compared (``folded``)."""
    return {folded(name): source.name for source in register for name in source.names}


def merged(kept: Source, others: Iterable[Source]) -> Source:
    """One entry for several: the others' names become aliases, and fill what the kept one does not say."""
    for other in others:
        known = {folded(name) for name in kept.names}
        kept = replace(
            kept,
            aliases=(*kept.aliases, *(name for name in other.names if folded(name) not in known)),
            kind=kept.kind or other.kind,
            owner=kept.owner or other.owner,
            country=kept.country or other.country,
            grade=kept.grade or other.grade,
        )
    return kept


def under_one_name(document: Document, names: Mapping[str, str]) -> Document:
    """The document with its source under the name that the register has for it (``names_by_alias``)."""
    found = document.source
    name = names.get(folded(found.value)) if found.value else None
    if name is None or name == found.value:
        return document
    evidence = (*found.evidence, Evidence(found.value or "", ALIAS))
    return replace(document, source=Attested(name, evidence, found.confidence, found.inferred, found.by_analyst))
