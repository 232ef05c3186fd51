"""Two versions of one annotation, and what the analyst makes of them: one, the other, or both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from briefing_app.annotations.merging import Conflict, States, base_of
from briefing_app.model.annotation import Annotation, Status
from briefing_app.model.codebook import Codebook
from briefing_app.model.edit import Edit, PutAnnotation, RemoveAnnotation
from briefing_app.model.ids import AnnotationId


class Choice(StrEnum):
    """What is kept of a conflict."""

    BOTH = "both"
    OURS = "mine"
    THEIRS = "theirs"


def conflicts_in(annotations: Sequence[Annotation], states: States) -> tuple[Conflict, ...]:
    """The versions of other analysts that stand beside ours and are not settled, in the order of the annotations."""
    known = {annotation.id: annotation for annotation in annotations}
    found = []
    for theirs in annotations:
        ours = known.get(theirs.rival) if theirs.rival else None
        if ours is not None:
            found.append(Conflict(ours, theirs, base_of(ours, theirs, states(ours.id))))
    return tuple(found)


def said(annotation: Annotation, codebook: Codebook) -> dict[str, str]:
    """What two versions can differ in, by the names of the fields: words, note, answer, tags, tint, mark, status, question, grades."""
    return {
        "words": annotation.words,
        "note": annotation.note.strip(),
        "answer": annotation.answer.strip(),
        "codes": ", ".join(sorted(codebook.path(code) for code in annotation.codes)),
        "tint": annotation.tint.value,
        "mark": annotation.mark.value,
        "status": annotation.status.value if annotation.status is not Status.NONE else "",
        "question": "yes" if annotation.question else "no",
        "grade": str(annotation.grade or ""),
        "confidence": annotation.confidence.value if annotation.confidence else "",
    }


def differing(conflict: Conflict, codebook: Codebook) -> tuple[str, ...]:
    """The names of the fields in which the two versions differ."""
    ours, theirs = said(conflict.ours, codebook), said(conflict.theirs, codebook)
    return tuple(field for field in ours if ours[field] != theirs[field])


def settled(conflict: Conflict, choice: Choice) -> tuple[Edit, ...]:
    """The edits that carry a choice out. One that is not taken goes away; undo brings it back."""
    ours, theirs = conflict.ours, conflict.theirs
    seen = replace(ours, based_on=theirs.changed_at)
    match choice:
        case Choice.BOTH:
            return (PutAnnotation(replace(theirs, rival=AnnotationId(0))),)
        case Choice.OURS:
            return (PutAnnotation(seen), RemoveAnnotation(theirs.id))
        case Choice.THEIRS:
            links = tuple(dict.fromkeys((*ours.links, *(number for number in theirs.links if number != ours.id))))
            taken = replace(
                theirs,
                id=ours.id,
                article=theirs.article or ours.article,
                created_at=ours.created_at,
                links=links,
                origin=ours.origin,
                based_on=theirs.changed_at,
                rival=AnnotationId(0),
            )
            return (PutAnnotation(taken), RemoveAnnotation(theirs.id))
