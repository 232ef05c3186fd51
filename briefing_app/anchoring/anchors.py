"""Hides what an anchor keeps of the text around its words."""

from __future__ import annotations

from briefing_app.anchoring.graphemes import snapped_back, snapped_on
from briefing_app.model.annotation import Anchor
from briefing_app.model.article import text_digest
from briefing_app.model.span import Span

CONTEXT = 32
"""Code points kept on each side, as the Web Annotation client Hypothesis does."""


def anchor(text: str, span: Span) -> Anchor:
    """The anchor of ``span`` in ``text``. Raises ValueError when the span is empty or reaches beyond the text.

    Prefix and suffix hold at most 32 code points and split no character; the span itself is kept as it is.
    """
    if not span or span.end > len(text):
        raise ValueError(f"no words to anchor at {span.start}..{span.end} of {len(text)}")
    prefix = text[snapped_on(text, max(0, span.start - CONTEXT)) : span.start]
    suffix = text[span.end : snapped_back(text, min(len(text), span.end + CONTEXT))]
    return Anchor(span.of(text), prefix, suffix, span, text_digest(text))
