"""Briefings: what is drafted about an event, and the one document tree that every export format writes."""

from __future__ import annotations

from briefing_app.briefing.composing import compose, draft
from briefing_app.briefing.material import Material, letter
from briefing_app.briefing.tree import Tree

__all__ = ["Material", "Tree", "compose", "draft", "letter"]
