"""Grades of sources and claims, as intelligence services give them: the Admiralty grade, and words for how likely something is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Reliability = NewType("Reliability", str)
"""The first half of an Admiralty grade: how far a source is to be relied on, A (completely) to E (not), F (cannot be judged)."""

Credibility = NewType("Credibility", int)
"""The second half: how likely the claim is, 1 (confirmed by others) to 5 (improbable), 6 (cannot be judged)."""

RELIABILITIES = tuple(Reliability(letter) for letter in "ABCDEF")
CREDIBILITIES = tuple(Credibility(number) for number in range(1, 7))


@dataclass(frozen=True, slots=True)
class Grade:
    """An Admiralty grade (NATO AJP-2.1); a source has a letter alone, a claim may have both."""

    reliability: Reliability | None = None
    credibility: Credibility | None = None

    def __str__(self) -> str:
        return f"{self.reliability or ''}{self.credibility or ''}"


class Confidence(StrEnum):
    """How likely the analyst holds it to be, in the words of the US Intelligence Community Directive 203."""

    REMOTE = "almost no chance"
    HIGHLY_IMPROBABLE = "very unlikely"
    IMPROBABLE = "unlikely"
    EVEN = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    NEARLY_CERTAIN = "almost certain"
