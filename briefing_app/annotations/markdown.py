"""Annotations as Markdown: the article as heading, the words as quotation, the note under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from briefing_app.annotations.facts import facts, heading
from briefing_app.annotations.shared import Shared

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|])")


def write(items: Sequence[Shared]) -> bytes:
    """Markdown in UTF-8; the notes are Markdown already and stay as they are written."""
    lines = ["# Annotations", ""]
    for title, group in groupby(items, heading):
        lines += [f"## {_plain(title)}", ""]
        for item in group:
            for anchor in item.annotation.anchors:
                lines += [f"> {_plain(' '.join(anchor.quote.split()))}", ""]
            if item.annotation.note:
                lines += [item.annotation.note, ""]
            if item.annotation.answer:
                lines += [f"**Answer:** {item.annotation.answer}", ""]
            lines += [f"<!-- {item.iri} -->" if "--" not in item.iri else "", f"*{_plain(' · '.join(facts(item)))}*", ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _plain(words: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(words.split()))
