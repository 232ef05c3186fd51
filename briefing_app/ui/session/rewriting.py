"""Hides that a note may have changed since it was shown: what is written goes onto the note as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.annotation import Annotation, carried_over
from briefing_app.model.errors import NothingThere

if TYPE_CHECKING:
    from briefing_app.library import Library


def rewritten(library: Library, written: Annotation, begun: Annotation) -> Annotation:
    """What was written anew since ``begun``, else what stands now. One that was removed meanwhile is made again as it was written."""
    try:
        now = library.annotation(begun.id)
    except NothingThere:
        return written
    return carried_over(written, begun, now)
