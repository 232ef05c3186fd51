"""The past of one article or one annotation, read out of the journal of edits, and the edit that brings an earlier state back."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from briefing_app.model.annotation import Annotation
from briefing_app.model.case import Thing
from briefing_app.model.correction import words_of
from briefing_app.model.edit import (
    ArrangeEvents,
    CorrectMetadata,
    Edit,
    FileInCase,
    MarkRead,
    MarkStarred,
    PutAnnotation,
    PutCase,
    PutLabels,
    PutRuling,
    RelabelSpan,
    RemoveAnnotation,
    StackVersion,
    Step,
    TagArticles,
    TakeBackCorrection,
    Together,
    TrashArticles,
)
from briefing_app.model.ids import AnnotationId, Noun
from briefing_app.model.naming import folded
from briefing_app.model.ruling import articles_of

_MARKS = (MarkRead, MarkStarred, TrashArticles, TagArticles)
_CORRECTIONS = (CorrectMetadata, TakeBackCorrection, RelabelSpan, PutLabels)
_UNTOLD = frozenset({"id", "created_at", "changed_at", "origin", "anchor", "more", "based_on", "rival"})
"""What is no change of an annotation that a reader would know by this name."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one edit made of one field: ``field`` is its name in the model ("note", "title"), ``words`` stand for an annotation's place."""

    field: str
    before: str
    after: str


def things_of(edit: Edit) -> frozenset[Thing]:
    """The articles and annotations that an edit names."""
    return frozenset(thing for part in _flat(edit) for thing in _things_of_one(part))


def changes_of(step: Step, thing: Thing) -> tuple[FieldChange, ...]:
    """What an edit made of the fields of an annotation or of an article's metadata, field by field; none for other edits."""
    told: list[FieldChange] = []
    before = {_key(part): part for part in _flat(step.inverse)}
    for part in _flat(step.edit):
        old = before.get(_key(part))
        if isinstance(part, PutAnnotation) and _is_about(part, thing):
            told += _annotation_changes(old.annotation if isinstance(old, PutAnnotation) else None, part.annotation)
        elif isinstance(part, CorrectMetadata) and thing == Thing(Noun.ARTICLE, part.article):
            told.append(FieldChange(part.field, words_of(old.value) if isinstance(old, CorrectMetadata) else "", words_of(part.value)))
    return tuple(told)


def states_of(steps: Sequence[Step], number: AnnotationId) -> tuple[Annotation, ...]:
    """Every state that an annotation has had in these steps, each once, in no order."""
    put = [
        part.annotation for step in steps for edit in (step.edit, step.inverse) for part in _flat(edit) if isinstance(part, PutAnnotation)
    ]
    return tuple({annotation: None for annotation in put if annotation.id == number})


def way_back(later: Sequence[Step], thing: Thing) -> Edit | None:
    """The one edit that takes from ``thing`` what the steps in ``later`` (newest first) have done to it; None when that is nothing.

    Other things that those steps touched stay as they are, and so do events, rulings and cases.
    """
    now: dict[Hashable, Edit] = {}
    then: dict[Hashable, Edit] = {}
    for step in later:
        if step.undone:
            continue
        notes = _annotations_on(step, thing)
        for part in reversed(list(_parts(step.edit, thing, notes))):
            now.setdefault(_key(part), part)
        for part in _parts(step.inverse, thing, notes):
            then[_key(part)] = part
    back = tuple(edit for key, edit in then.items() if now.get(key) != edit)
    return None if not back else back[0] if len(back) == 1 else Together(back)


def _flat(edit: Edit) -> Iterator[Edit]:
    """The edits that an edit is made of, in the order in which they are carried out."""
    if isinstance(edit, Together):
        for part in edit.edits:
            yield from _flat(part)
    else:
        yield edit


def _things_of_one(edit: Edit) -> Iterator[Thing]:
    match edit:
        case PutAnnotation(annotation):
            yield Thing(Noun.ANNOTATION, annotation.id)
            if annotation.article:
                yield Thing(Noun.ARTICLE, annotation.article)
        case RemoveAnnotation(number):
            yield Thing(Noun.ANNOTATION, number)
        case MarkRead(articles) | MarkStarred(articles) | TrashArticles(articles) | TagArticles(articles):
            yield from (Thing(Noun.ARTICLE, article) for article in articles)
        case CorrectMetadata(article) | TakeBackCorrection(article) | RelabelSpan(article) | PutLabels(article):
            yield Thing(Noun.ARTICLE, article)
        case StackVersion(article, newer):
            yield from (Thing(Noun.ARTICLE, number) for number in (article, newer) if number)
        case ArrangeEvents(_, pins):
            yield from (Thing(Noun.ARTICLE, pin.article) for pin in pins)
        case PutRuling(ruling):
            yield from (Thing(Noun.ARTICLE, article) for article in articles_of(ruling.rule))
        case FileInCase(_, things) | PutCase(_, things):
            yield from (thing for thing in things if thing.noun in (Noun.ARTICLE, Noun.ANNOTATION))
        case _:
            pass


def _annotations_on(step: Step, thing: Thing) -> frozenset[int]:
    """The annotations of a step that belong to the thing: itself, or those on the article."""
    if thing.noun is Noun.ANNOTATION:
        return frozenset({thing.number})
    put = [part.annotation for edit in (step.edit, step.inverse) for part in _flat(edit) if isinstance(part, PutAnnotation)]
    return frozenset(annotation.id for annotation in put if annotation.article == thing.number)


def _parts(edit: Edit, thing: Thing, notes: frozenset[int]) -> Iterator[Edit]:
    """What of an edit is about the thing alone."""
    for part in _flat(edit):
        if isinstance(part, PutAnnotation | RemoveAnnotation):
            number = part.annotation.id if isinstance(part, PutAnnotation) else part.annotation
            if number in notes:
                yield part
        elif thing.noun is not Noun.ARTICLE or thing not in things_of(part):
            continue
        elif isinstance(part, _MARKS):
            yield replace(part, articles=tuple(article for article in part.articles if article == thing.number))
        elif isinstance(part, _CORRECTIONS) or (isinstance(part, StackVersion) and part.article == thing.number):
            yield part


def _key(edit: Edit) -> Hashable:
    """What an edit decides: of two with the same key, the later one counts."""
    match edit:
        case PutAnnotation(annotation):
            return ("annotation", annotation.id)
        case RemoveAnnotation(number):
            return ("annotation", number)
        case TagArticles(_, tag):
            return ("tag", folded(tag))
        case CorrectMetadata(_, field) | TakeBackCorrection(_, field):
            return ("field", field)
        case RelabelSpan() | PutLabels():
            return "labels"
        case _:
            return type(edit).__name__


def _is_about(edit: PutAnnotation, thing: Thing) -> bool:
    return thing in _things_of_one(edit)


def _annotation_changes(old: Annotation | None, new: Annotation) -> Iterator[FieldChange]:
    if old is None:
        if new.note:
            yield FieldChange("note", "", new.note)
        return
    if old.words != new.words:
        yield FieldChange("words", old.words, new.words)
    for field in fields(Annotation):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if field.name not in _UNTOLD and before != after:
            yield FieldChange(field.name, _plain(before), _plain(after))


def _plain(value: object) -> str:
    """A value as words: nothing for nothing, numbers of tags and links behind each other."""
    if value is None or value is False:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
