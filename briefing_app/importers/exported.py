"""Exports of news databases, whatever they come in: the paragraphs of a page, a Word, RTF or text file, in their order."""

from __future__ import annotations

import re

from briefing_app.importers import docx, html, rtf
from briefing_app.importers.encoding import decode, tidy

_BLANK = re.compile(r"\n[ \t\f\xa0]*\n\s*")


def paragraphs_of(data: bytes, name: str) -> list[str]:
    """The paragraphs without blank ones, each on one line. Raises ImportSkipped."""
    if data.startswith(b"PK"):
        found = [each.text for each in docx.paragraphs(docx.opened(data, name))]
    elif rtf.recognise(data, name):
        found = rtf.text_of(data, name).replace("|", "\n").split("\n")
    elif b"<" in data[:400] and html.recognise(data, "page.html") > 0.5:
        raw = html.from_markup(decode(data, html.declared_charset(data)))
        found = [block.span.of(raw.text) for block in raw.blocks]
    else:
        found = _BLANK.split(decode(data).text)
    lines = (" ".join(tidy(each).split()) for each in found)
    return [line for line in lines if line]
