"""A kind of briefing by its name: the blocks that one begins with, and how its pages are set."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.model.briefing import BriefingBlock, Paper
from briefing_app.model.ids import TemplateId


@dataclass(frozen=True, slots=True)
class House:
    """How the pages of a kind of briefing are set: its handling mark, its paper, the words of one article that it may quote (0: any)."""

    handling: str
    paper: Paper
    quoted_words: int


@dataclass(frozen=True, slots=True)
class Template:
    """The blocks, without anything that is about one event. Number 0: it comes with the program, or is not stored yet.

    ``house`` None leaves mark, paper and limit of a briefing as they are.
    """

    id: TemplateId
    name: str
    blocks: tuple[BriefingBlock, ...]
    house: House | None = None
