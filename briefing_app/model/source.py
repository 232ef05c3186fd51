"""The register of sources: what the analyst knows of an outlet, and under which names it appears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing_app.model.article import Attested, Document, Evidence
from briefing_app.model.grade import Reliability
from briefing_app.model.ids import SourceId
from briefing_app.model.naming import folded

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
