"""Key judgements: what the analyst concludes, each with the confidence that it is held with."""

from __future__ import annotations

import re

from briefing_app.briefing.citations import Notebook
from briefing_app.briefing.markdown import blocks_of
from briefing_app.briefing.tree import Block, Inlines, Items, Paragraph, Text, Voice

CONFIDENCE = {"high": "High confidence", "moderate": "Moderate confidence", "low": "Low confidence"}
"""The three degrees of US Intelligence Community Directive 203, by what a line begins with."""

_LINE = re.compile(r"\s*(?:[-*•]|\d+[.)])?\s*(?:(?P<degree>high|moderate|low)(?: confidence)?\s*:\s*)?(?P<words>.*)", re.IGNORECASE)


def judgement_blocks(markdown: str, notebook: Notebook) -> tuple[Block, ...]:
    """The judgements as a numbered list; a line without a degree says that none is stated."""
    items = tuple(_item(line, notebook) for line in markdown.splitlines() if line.strip())
    return (Items(items, ordered=True),) if items else ()


def _item(line: str, notebook: Notebook) -> tuple[Block, ...]:
    found = _LINE.fullmatch(line)
    assert found is not None
    degree = (found["degree"] or "").lower()
    lead: Inlines = (Text(f"{CONFIDENCE[degree]}. ", strong=True),) if degree else (Text("Confidence not stated. ", Voice.UNKNOWN),)
    first, *rest = blocks_of(found["words"], top_level=3, citing=notebook) or (Paragraph(()),)
    if isinstance(first, Paragraph):
        return (Paragraph((*lead, *first.inlines)), *rest)
    return (Paragraph(lead), first, *rest)
