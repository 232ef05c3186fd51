"""Tool tips of words that come from articles and notes."""

from __future__ import annotations

import html

_LONGEST = 600


def plain_tip(words: str) -> str:
    """A tool tip that shows the words as they are and wraps them; Qt would take words that look like markup for markup."""
    if not words:
        return ""
    shorter = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"<p style='white-space: pre-wrap'>{html.escape(shorter)}</p>"
