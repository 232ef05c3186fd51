"""A case: a named collection of articles, events, notes and briefings that the analyst works on together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing_app.model.ids import CaseId, Noun


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something that can lie in a case: an article, an event, an annotation or a briefing, by its number."""

    noun: Noun
    number: int


FILED = frozenset({Noun.ARTICLE, Noun.EVENT, Noun.ANNOTATION, Noun.BRIEFING})
"""The nouns that can lie in a case."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case without what lies in it. ``note`` is Markdown; times are UTC."""

    id: CaseId
    name: str
    note: str
    created_at: datetime
    changed_at: datetime
