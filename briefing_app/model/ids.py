"""Names of things as the analyst types them: a12 an article, e3 an event, n7 an annotation, b2 a briefing, c4 a case, s1 a search."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", int)
EventId = NewType("EventId", int)
AnnotationId = NewType("AnnotationId", int)
BriefingId = NewType("BriefingId", int)
CaseId = NewType("CaseId", int)
SearchId = NewType("SearchId", int)
RulingId = NewType("RulingId", int)
CodeId = NewType("CodeId", int)
SourceId = NewType("SourceId", int)
RuleId = NewType("RuleId", int)
TemplateId = NewType("TemplateId", int)


class Noun(StrEnum):
    """The letter that opens an id."""

    ARTICLE = "a"
    EVENT = "e"
    ANNOTATION = "n"
    BRIEFING = "b"
    CASE = "c"
    SEARCH = "s"


_ID = r"([aenbcs])([1-9][0-9]{0,17})"


def name_of(noun: Noun, number: int) -> str:
    """``name_of(Noun.ARTICLE, 12)`` is ``"a12"``."""
    return f"{noun}{number}"


def parse_id(word: str) -> tuple[Noun, int] | None:
    """The noun and number that ``word`` names, or None when it is no id."""
    found = re.fullmatch(_ID, word, re.ASCII)
    return (Noun(found[1]), int(found[2])) if found else None
