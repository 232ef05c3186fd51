"""What a drawing is in a briefing: the block that draws it there, or its words with their sources. Without Qt."""

from __future__ import annotations

from briefing_app.model.briefing import BriefingBlock, CoverageBlock, QuotationBlock, SourcingBlock, TextBlock, TimelineBlock
from briefing_app.model.comparison import Place
from briefing_app.model.ids import Noun, name_of
from briefing_app.ui.comparison.passages import Compared


def quotation_block(_compared: Compared) -> BriefingBlock:
    """Who is quoted, with the exact words."""
    return QuotationBlock()


def sourcing_block(_compared: Compared) -> BriefingBlock:
    """The graph of who has it from whom."""
    return SourcingBlock()


def timeline_block(_compared: Compared) -> BriefingBlock:
    """When things happened and were reported."""
    return TimelineBlock()


def coverage_block(_compared: Compared) -> BriefingBlock:
    """Who carries how many claims."""
    return CoverageBlock()


def label_block(compared: Compared) -> BriefingBlock | None:
    """A table of what each source calls one thing, every name with its source; None when there is none."""
    labels = compared.comparison.labels
    if not labels:
        return None
    rows = [f"| {_cell(label.thing)} | {'; '.join(dict.fromkeys(_name(compared, place) for place in label.names))} |" for label in labels]
    return TextBlock("\n".join(("| | |", "|---|---|", *rows)))


def _name(compared: Compared, place: Place) -> str:
    words = place.span.of(compared.article(place.article).text)
    return f"“{_cell(words)}” [@{name_of(Noun.ARTICLE, place.article)}]"


def _cell(words: str) -> str:
    """On one line, and no end of the cell."""
    return " ".join(words.replace("|", "/").split())
