"""Briefings: what is drafted about an event, and the one document tree that every export format writes."""

from __future__ import annotations

from briefing_app.briefing.appendix import TITLES, tally
from briefing_app.briefing.composing import compose, compose_block, draft
from briefing_app.briefing.concerns import ASKED, Concern
from briefing_app.briefing.glyphs import font_remarks
from briefing_app.briefing.material import Material
from briefing_app.briefing.passages import Taken, excerpts
from briefing_app.briefing.provenance import Provenance, Remark, Standing, check
from briefing_app.briefing.references import cited_in
from briefing_app.briefing.sources import CREDIBILITY, RELIABILITY
from briefing_app.briefing.templates import TEMPLATES, template_of
from briefing_app.briefing.tree import Tree
from briefing_app.briefing.wording import STATUS

__all__ = [
    "ASKED",
    "CREDIBILITY",
    "RELIABILITY",
    "STATUS",
    "TEMPLATES",
    "TITLES",
    "Concern",
    "Material",
    "Provenance",
    "Remark",
    "Standing",
    "Taken",
    "Tree",
    "check",
    "cited_in",
    "compose",
    "compose_block",
    "draft",
    "excerpts",
    "font_remarks",
    "letter",
    "tally",
    "template_of",
]
