"""Hides how an annotation is told to a reader in words, the same in every format that is only written."""

from __future__ import annotations

from briefing_app.annotations.shared import Shared
from briefing_app.model.annotation import Status


def heading(item: Shared) -> str:
    """What the annotation is about: the article's headline, or what its subject is called."""
    if item.about is not None:
        return item.about.title or item.about.iri
    return item.annotation.subject.words if item.annotation.subject else ""


def state(item: Shared) -> str:
    """``open question``, ``answered``, ``open``, ``done`` or nothing."""
    note = item.annotation
    if note.question:
        return "open question" if note.open else "answered"
    return note.status.value if note.status is not Status.NONE else ""


def facts(item: Shared) -> tuple[str, ...]:
    """What else is known, each in a few words: tags, state, grade, confidence, author, day."""
    note = item.annotation
    return tuple(
        word
        for word in (
            *(f"#{tag}" for tag in item.tags),
            state(item),
            f"grade {note.grade}" if note.grade and str(note.grade) else "",
            note.confidence.value if note.confidence else "",
            note.author,
            note.changed_at.date().isoformat(),
        )
        if word
    )
