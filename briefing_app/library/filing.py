"""Hides which articles a case brings along: those filed in it, those of the events filed in it, those of the notes filed in it."""

from __future__ import annotations

ARTICLES_OF_CASES = (
    "SELECT f.casefile AS casefile, f.number AS article FROM filing f WHERE f.noun = 'a'"
    " UNION SELECT f.casefile, m.id FROM filing f JOIN article m ON m.event = f.number WHERE f.noun = 'e'"
    " UNION SELECT f.casefile, n.article FROM filing f JOIN annotation n ON n.id = f.number WHERE f.noun = 'n'"
)
"""A query of (casefile, article), each pair once, those in the trash too."""
