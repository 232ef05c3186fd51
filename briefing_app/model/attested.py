"""A value that somebody or something found: with the words it came from, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing_app.model.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a value came from. ``span`` is None when they stand in the markup, not in the visible text."""

    words: str
    how: str
    span: Span | None = None


SURE = 0.8
"""Below this confidence a value is marked as probable."""


@dataclass(frozen=True, slots=True)
class Attested(Generic[T]):
    """A value with its evidence and how sure it is (0 to 1), or unknown: value None, no evidence, confidence 0.

    ``inferred`` is True when the value was reasoned from the text rather than stated as such; ``by_analyst`` when the analyst has set
    it, or has said that it is unknown.
    """

    value: T | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    inferred: bool = False
    by_analyst: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a value."""
        return self.value is not None

    @property
    def sure(self) -> bool:
        """Whether the value stands as a fact: it was not reasoned, and its confidence reaches ``SURE``."""
        return not self.inferred and self.confidence >= SURE
