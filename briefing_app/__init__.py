"""Briefing: a local library of articles, compared source by source, annotated, and sent out as a briefing."""

__version__ = "0.1.0"
