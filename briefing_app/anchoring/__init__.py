"""Anchors keep hold of words: made from a text and a span, found again in a changed text, or said to be lost."""

from __future__ import annotations

from briefing_app.anchoring.anchors import anchor
from briefing_app.anchoring.graphemes import whole_characters
from briefing_app.anchoring.locating import Found, Located, locate, locate_all
from briefing_app.anchoring.stretches import with_stretch, without_stretch
from briefing_app.anchoring.worddiff import Step, StepKind, text_diff, word_diff

__all__ = [
    "Found", "Located", "Step", "StepKind", "anchor", "locate", "locate_all", "text_diff", "whole_characters", "with_stretch",
    "without_stretch", "word_diff",
]  # fmt: skip
