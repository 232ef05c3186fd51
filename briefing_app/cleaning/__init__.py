"""An article as found becomes a document: `clean` labels every line of the text and finds metadata, each with its evidence."""

from __future__ import annotations

from briefing_app.cleaning.cleaning import clean

__all__ = ["clean"]
