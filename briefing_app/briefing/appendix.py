"""The appendix on provenance: how many statements rest on what, and every remark of the check."""

from __future__ import annotations

from itertools import groupby

from briefing_app.briefing import wording
from briefing_app.briefing.concerns import Concern
from briefing_app.briefing.provenance import Provenance, Standing
from briefing_app.briefing.tree import Block, Heading, Items, Paragraph, Text, Voice

TITLES = {
    Concern.UNSOURCED: "Without a source",
    Concern.UNREADABLE: "Not readable as a citation",
    Concern.NOT_THERE: "Words that do not stand in the source",
    Concern.GONE: "Source gone",
    Concern.STALE: "Words that have changed",
    Concern.CONTRADICTED: "Contradicted by another source",
    Concern.COPIES: "A copy counted as confirmation",
    Concern.SINGLE_ORIGIN: "From a single origin",
    Concern.TOO_LONG: "Longer than the source’s limit",
    Concern.NO_WORDS: "Cited without words",
    Concern.DATE_UNKNOWN: "Date unknown",
    Concern.NO_FONT: "Without a font",
}

LONGEST = 160
"""Code points of the words that a remark is about."""


def tally(provenance: Provenance) -> str:
    """``14 sourced, 2 assessment, 1 unsourced``."""
    return ", ".join(f"{provenance.count(standing):,} {standing.value}" for standing in Standing)


def provenance_blocks(provenance: Provenance) -> tuple[Block, ...]:
    """The count of statements, then the remarks by kind."""
    blocks: list[Block] = [Paragraph((Text(f"Statements by what they rest on: {tally(provenance)}."),))]
    for concern, remarks in groupby(provenance.remarks, key=lambda remark: remark.concern):
        items = tuple(
            (Paragraph((Text(f"“{wording.shortened(remark.words, LONGEST)}” "), Text(remark.why, Voice.MUTED)), language=wording.LANGUAGE),)
            for remark in remarks
        )
        blocks += [Heading(2, (Text(TITLES[concern]),)), Items(items)]
    return tuple(blocks)
