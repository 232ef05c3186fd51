"""Translations: notes that the analyst has tagged as such, found again in the text as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.anchoring import locate_all
from briefing_app.model.annotation import TRANSLATION, Annotation, Translation
from briefing_app.model.codebook import Codebook


def translations_of(text: str, annotations: Sequence[Annotation], codebook: Codebook) -> tuple[Translation, ...]:
    """What the notes tagged ``TRANSLATION`` give for words of the text, in its order; those whose words are lost are left out."""
    meant = frozenset(codebook.named([TRANSLATION]))
    stretches = [(note, held) for note in annotations if note.note.strip() and meant & set(note.codes) for held in note.anchors]
    found = locate_all([held for _, held in stretches], text)
    told = [
        Translation(place.span, " ".join(note.note.split()), note.author)
        for (note, _), place in zip(stretches, found, strict=True)
        if place.span is not None
    ]
    return tuple(sorted(told, key=lambda one: one.span))
