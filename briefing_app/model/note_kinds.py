"""What notes are told apart by: their colour, how they mark words, how far they are, and what they are about."""

from __future__ import annotations

from enum import StrEnum


class Tint(StrEnum):
    """The five highlight tints."""

    SUN = "sun"
    LEAF = "leaf"
    SKY = "sky"
    ROSE = "rose"
    CLAY = "clay"


class Mark(StrEnum):
    """How annotated words are marked in the text."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"


class Status(StrEnum):
    """Whether something is still to be done about an annotation."""

    NONE = "none"
    OPEN = "open"
    DONE = "done"


class SubjectKind(StrEnum):
    """What an annotation is about when it is not on words."""

    ARTICLE = "article"
    EVENT = "event"
    CLAIM = "claim"
    SOURCE = "source"
