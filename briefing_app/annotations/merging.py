"""Annotations that come in from outside beside those that are here: nothing is overwritten, what differs is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from briefing_app.annotations.coding import Coding, proper_path
from briefing_app.annotations.shared import Shared, iri_of
from briefing_app.model.annotation import Annotation, Subject, SubjectKind
from briefing_app.model.codebook import Codebook
from briefing_app.model.edit import Edit, PutAnnotation
from briefing_app.model.ids import AnnotationId, ArticleId


@dataclass(frozen=True, slots=True)
class Conflict:
    """An annotation that is here and came in otherwise; both are kept, ``theirs`` beside ``ours`` and linked to it.

    ``base`` is what both were made from, None when nobody knows.
    """

    ours: Annotation
    theirs: Annotation
    base: Annotation | None = None


States = Callable[[AnnotationId], Sequence[Annotation]]
"""Every state that an annotation of this library has had."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be done with what came in: the edits in order, and what they amount to.

    ``unplaced`` are annotations of articles that this library does not have; they are kept and wait. ``placed`` of the ``same`` have
    waited, and their article is here now. ``left_out`` names per address what the file says and the program does not keep.
    """

    edits: tuple[Edit, ...] = ()
    added: int = 0
    same: int = 0
    placed: int = 0
    conflicts: tuple[Conflict, ...] = ()
    unplaced: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


def merge(
    here: Sequence[Annotation],
    codebook: Codebook,
    incoming: Sequence[Shared],
    place: Callable[[Shared], ArticleId | None],
    next_numbers: tuple[int, int],
    states: States = lambda _number: (),
) -> Merged:
    """Work out how ``incoming`` joins what is ``here``.

    ``place`` finds the article of this library that one belongs to; ``next_numbers`` are those of the next annotation and tag.
    """
    return _Merging(here, codebook, place, next_numbers, states).result(incoming)


def base_of(ours: Annotation, theirs: Annotation, states: Sequence[Annotation]) -> Annotation | None:
    """What two versions were both made from: the state of ours that they name, else the one that came in from them; None when unknown."""
    for when in (theirs.based_on, ours.based_on):
        found = next((state for state in states if when is not None and state.changed_at == when and not state.rival), None)
        if found is not None:
            return found
    return None


class _Merging:
    def __init__(
        self,
        here: Sequence[Annotation],
        codebook: Codebook,
        place: Callable[[Shared], ArticleId | None],
        next_numbers: tuple[int, int],
        states: States,
    ) -> None:
        self._states = states
        self._here = {iri_of(annotation): annotation for annotation in here}
        self._codebook = codebook
        self._coding = Coding(codebook, next_numbers[1])
        self._place = place
        self._next_annotation = next_numbers[0]
        self._linked: dict[str, AnnotationId] = {iri: annotation.id for iri, annotation in self._here.items()}

    def result(self, incoming: Sequence[Shared]) -> Merged:
        made: list[tuple[Annotation, Shared]] = []
        conflicts: list[Conflict] = []
        same = 0
        placed: list[PutAnnotation] = []
        unplaced: list[str] = []
        for item in _apart(incoming):
            ours = self._here.get(item.iri)
            version = self._version(item) if ours else item.iri
            if ours is not None and (version in self._here or self._known(ours, item)):
                same += 1
                placed += self._placed(ours, item)
                continue
            theirs = self._taken_in(item, version)
            if ours is not None and not theirs.article:  # what ours is on, theirs is on
                theirs = replace(theirs, article=ours.article, subject=ours.subject)
            if theirs.article == 0 and item.about is not None:
                unplaced.append(item.about.title or item.about.iri)
            if ours is not None:
                base = base_of(ours, theirs, self._states(ours.id))
                theirs = replace(theirs, links=(ours.id,), rival=ours.id)
                conflicts.append(Conflict(ours, theirs, base))
            else:
                self._linked[item.iri] = theirs.id
            made.append((theirs, item))
        puts = [PutAnnotation(self._with_links(annotation, item)) for annotation, item in made]
        return Merged(
            edits=(*self._coding.edits, *placed, *puts),
            added=len(made) - len(conflicts),
            same=same,
            placed=len(placed),
            conflicts=tuple(conflicts),
            unplaced=tuple(dict.fromkeys(unplaced)),
            left_out=tuple((item.iri, words) for item in incoming for words in item.left_out),
        )

    def _taken_in(self, item: Shared, origin: str) -> Annotation:
        article = self._place(item)
        subject = item.annotation.subject
        if article is not None and subject is not None and subject.kind is SubjectKind.ARTICLE:
            subject = replace(subject, number=article)
        if article is None and subject is None and item.about is not None:
            # Its words stay with it, and wait for the article.
            subject = Subject(SubjectKind.ARTICLE, 0, item.about.title or item.about.iri)
        number = AnnotationId(self._next_annotation)
        self._next_annotation += 1
        found = [self._coding.code(tag, definition) for tag, definition in zip(item.tags, item.definitions, strict=False)]
        codes = tuple(dict.fromkeys(code for code in found if code))
        made = replace(item.annotation, id=number, article=article or ArticleId(0), subject=subject, codes=codes, origin=origin)
        return made if item.iri in self._here else replace(made, based_on=made.changed_at)

    def _placed(self, ours: Annotation, item: Shared) -> list[PutAnnotation]:
        """What puts an annotation that came in before its article where it belongs."""
        subject = ours.subject
        if ours.article or subject is None or subject.kind is not SubjectKind.ARTICLE or not (article := self._place(item)):
            return []
        return [PutAnnotation(replace(ours, article=article, subject=None if ours.anchors else replace(subject, number=article)))]

    def _with_links(self, annotation: Annotation, item: Shared) -> Annotation:
        found = [self._linked[link] for link in item.links if link in self._linked and self._linked[link] != annotation.id]
        return replace(annotation, links=tuple(dict.fromkeys((*annotation.links, *found))))

    def _version(self, item: Shared) -> str:
        """The address of another version of what is here: by its moment, and by its words too where the same moment has others."""
        version = f"{item.iri}#{item.annotation.changed_at.isoformat()}"
        known = self._here.get(version)
        return version if known is None or self._alike(known, item) else f"{version}#{_digest(item)}"

    def _known(self, ours: Annotation, item: Shared) -> bool:
        """Whether what came in says what is here, is what ours was made from, or a state that ours once had: nothing new in any case.

        A moment alone proves it only when nobody knows what was said then: other programs change notes without a new moment.
        """
        if self._alike(ours, item):
            return True
        when = item.annotation.changed_at
        then = [state for state in self._states(ours.id) if state.changed_at == when]
        return any(_said(state) == _said(item.annotation) for state in then) if then else when == ours.based_on

    def _alike(self, ours: Annotation, item: Shared) -> bool:
        """Whether what came in says what is here, whenever it was said."""
        tags = {self._codebook.path(code).casefold() for code in ours.codes}
        return tags == {"/".join(proper_path(tag)).casefold() for tag in item.tags} - {""} and _said(ours) == _said(item.annotation)


def _apart(incoming: Sequence[Shared]) -> tuple[Shared, ...]:
    """Each annotation once; of several that say different things under one address all but the first get one of their own."""
    found: dict[str, Shared] = {}
    for item in incoming:
        first = found.setdefault(item.iri, item)
        if (first.tags, _said(first.annotation)) != (item.tags, _said(item.annotation)):
            own = f"{item.iri}#{_digest(item)}"
            found.setdefault(own, replace(item, iri=own))
    return tuple(found.values())


def _digest(item: Shared) -> str:
    return sha256(repr((item.tags, [str(part) for part in _said(item.annotation)])).encode("utf-8", "replace")).hexdigest()[:16]


def _said(annotation: Annotation) -> tuple[object, ...]:
    return (
        *(annotation.note.strip(), annotation.answer.strip(), annotation.tint, annotation.mark, annotation.status, annotation.question),
        *(annotation.grade, annotation.confidence, tuple(anchor.quote for anchor in annotation.anchors)),
    )
