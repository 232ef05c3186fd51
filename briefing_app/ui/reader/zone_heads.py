"""What stands above a dimmed stretch: what it is, and how much of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from briefing_app.model.article import Document, ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.span import Span
from briefing_app.ui.certainty import interval_text
from briefing_app.ui.names import zone_name
from briefing_app.ui.reader.paragraphs import Paragraph

_MOSTLY = 0.8


def zone_head(document: Document, stretch: Sequence[Paragraph]) -> str:
    """The words for a stretch of paragraphs with one label: "52 comments, 16 to 22 Oct 2020", "page furniture, 9 lines"."""
    zone, count = stretch[0].zone, len(stretch)
    if zone is ZoneKind.COMMENT:
        return _comments(Span(stretch[0].span.start, stretch[-1].span.end).of(document.text), count)
    if zone is ZoneKind.TEASER:
        return _tr("%Ln teaser(s) of other stories", count)
    if zone is ZoneKind.BOILERPLATE:
        if count > 1 and _linked(document, stretch) > _MOSTLY:
            return _tr("page furniture, %Ln link(s)", count)
        return _tr("page furniture, %Ln line(s)", count)
    return zone_name(zone)


def _comments(words: str, lines: int) -> str:
    from briefing_app.cleaning import thread_in  # here: few articles carry comments, and the window opens without what reads them

    thread = thread_in(words)
    if not thread.count:
        return _tr("comments, %Ln line(s)", lines)
    counted = _tr("%Ln comment(s)", thread.count)
    if thread.first is None:
        return counted
    return f"{counted}, {interval_text(DateInterval(thread.first, thread.last))}"


def _linked(document: Document, stretch: Sequence[Paragraph]) -> float:
    """The share of the stretch that leads elsewhere."""
    links = sorted(link.span for link in document.links)
    starts = [link.start for link in links]
    covered = 0
    for paragraph in stretch:
        at = max(0, bisect_left(starts, paragraph.span.start) - 1)
        while at < len(links) and links[at].start < paragraph.span.end:
            covered += links[at].overlap(paragraph.span)
            at += 1
    return covered / max(1, sum(len(paragraph.span) for paragraph in stretch))


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("reader", words, "", count)
