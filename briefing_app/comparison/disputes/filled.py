"""Two articles that put different values into one slot: the shape in which ages, roles, places and steps are handed on."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Filled:
    """What a sentence (by its unit) puts into a slot, as shown, and where it does."""

    unit: int
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class FilledApart:
    """Two fillings of one slot, of the earlier and of the later column, which cannot both be right, and why in one line."""

    a: Filled
    b: Filled
    kind: DifferenceKind
    why: str

    @classmethod
    def at_steps(cls, a: Filled, step_a: int, b: Filled, step_b: int) -> FilledApart:
        """One thing that two articles bring to different steps."""
        how = ("further", "not so far") if step_a > step_b else ("not so far", "further")
        why = f"{how[0]} (“{a.value}”) against {how[1]} (“{b.value}”)"
        return cls(a, b, DifferenceKind.STAGE, why)
