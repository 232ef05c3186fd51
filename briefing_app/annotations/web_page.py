"""Annotations as one HTML page without scripts or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from briefing_app.annotations.facts import facts, heading
from briefing_app.annotations.shared import Shared

_HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Annotations</title><style>
body { font: 16px/1.5 serif; max-width: 42em; margin: 2em auto; padding: 0 1em; color: #1d1d1b; background: #fbfaf7 }
blockquote { margin: 0 0 .5em; padding: 0 0 0 .8em; border-left: 3px solid }
.sun { border-color: #d9a400 } .leaf { border-color: #2f8f4e } .sky { border-color: #2a6fb0 } .rose { border-color: #c2485d }
.clay { border-color: #a8643a } .note { white-space: pre-wrap } .facts { color: #65655f; font: 13px sans-serif }
</style></head><body><h1>Annotations</h1>
"""


def write(items: Sequence[Shared]) -> bytes:
    """The page in UTF-8; notes stand as they were typed."""
    parts = [_HEAD]
    for title, group in groupby(items, heading):
        parts.append(f'<section><h2 dir="auto">{escape(title)}</h2>\n')
        parts += [_article(item) for item in group]
        parts.append("</section>\n")
    return ("".join(parts) + "</body></html>\n").encode("utf-8", "replace")


def _article(item: Shared) -> str:
    note = item.annotation
    quotes = "".join(f'<blockquote class="{note.tint.value}" dir="auto">{escape(anchor.quote)}</blockquote>' for anchor in note.anchors)
    words = f'<div class="note" dir="auto">{escape(note.note)}</div>' if note.note else ""
    answer = f'<div class="note" dir="auto"><b>Answer:</b> {escape(note.answer)}</div>' if note.answer else ""
    return f'<article id="{escape(item.iri)}">{quotes}{words}{answer}<p class="facts">{escape(" · ".join(facts(item)))}</p></article>\n'
