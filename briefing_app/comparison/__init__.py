"""Compares articles of one event: claims against sources, what differs, what is left out, who copies whom and where it comes from."""

from __future__ import annotations

from briefing_app.comparison.compare import STEPS, Comparer, compare

__all__ = ["STEPS", "Comparer", "compare"]
