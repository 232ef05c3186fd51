"""Where an article's running text ends and a page's furniture begins, for texts that nobody has cleaned."""

from __future__ import annotations

import re

from briefing_app.language import pack_for
from briefing_app.model.article import Document, ZoneKind
from briefing_app.model.span import Span

RUN = 3
"""Short lines one after the other, blank ones aside, that are no running text: tags, links, buttons, heads of comments."""

SHORT_WORDS = 8
"""A line of fewer words that ends no sentence is short."""

FEWEST_WORDS = 90
"""Words before it, so that bylines and datelines at the head are no end."""

_ENDED = re.compile(r"[.!?…。！？][\"'”’»“」』)\]]*$|[\"”’»“」』]$")
_LINE = re.compile(r"\S[^\n]*")


def end_of_text(document: Document, language: str) -> int:
    """The code point behind which furniture and readers' comments stand: the start of the first RUN of short lines, else the text's end."""
    words_of = pack_for(language).words
    words = run = 0
    start = len(document.text)
    for zone in document.told():
        for line in _LINE.finditer(document.text, zone.span.start, zone.span.end):
            count = len(words_of(document.text, Span(line.start(), line.end())))
            if zone.kind is ZoneKind.BODY and words >= FEWEST_WORDS and count < SHORT_WORDS and not _ENDED.search(line[0].rstrip()):
                start = line.start() if not run else start
                run += 1
                if run == RUN:
                    return start
            else:
                run = 0
            words += count
    return len(document.text)
