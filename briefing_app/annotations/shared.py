"""An annotation as it travels: by address, with what it is about, its tags and links in words instead of numbers of one library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, uuid5

from briefing_app.annotations.document import as_iri
from briefing_app.model.annotation import Annotation
from briefing_app.model.codebook import Codebook
from briefing_app.model.ids import AnnotationId, ArticleId

ORIGINAL = "urn:sha256:"
"""Opens the address of an article that has none on the web: the digest of its original follows."""


@dataclass(frozen=True, slots=True)
class About:
    """The article that an annotation is on: its address, its original's sha256 in hex (may be empty), and its headline."""

    iri: str
    original: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """An annotation outside its library.

    In ``annotation`` the numbers of this library are 0 or empty. ``tags`` are paths of the codebook with the definitions in
    ``definitions``, ``links`` are addresses; ``left_out`` names what the file says and the program does not keep.
    """

    iri: str
    annotation: Annotation
    about: About | None = None
    tags: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def iri_of(annotation: Annotation) -> str:
    """The address of an annotation, the same in every file: the one it came in under, else one made of its number and its birth."""
    return (
        as_iri(annotation.origin)
        if annotation.origin
        else f"urn:uuid:{uuid5(NAMESPACE_URL, f'{annotation.id} {annotation.created_at.isoformat()}')}"
    )


def shared(
    annotations: Sequence[Annotation], codebook: Codebook, about: Callable[[ArticleId], About], author: str = ""
) -> tuple[Shared, ...]:
    """The annotations ready to travel; ``author`` signs those of this library."""
    addresses = {annotation.id: iri_of(annotation) for annotation in annotations}
    return tuple(_shared(annotation, codebook, about, author, addresses) for annotation in annotations)


def _shared(
    annotation: Annotation, codebook: Codebook, about: Callable[[ArticleId], About], author: str, addresses: Mapping[AnnotationId, str]
) -> Shared:
    known = [codebook.code(number) for number in annotation.codes]
    codes = [code for code in known if code is not None]
    return Shared(
        iri=addresses[annotation.id],
        annotation=replace(
            annotation,
            id=AnnotationId(0),
            article=ArticleId(0),
            codes=(),
            links=(),
            author=annotation.author or author,
            origin="",
            rival=AnnotationId(0),
        ),
        about=about(annotation.article) if annotation.article else None,
        tags=tuple(codebook.path(code.id) for code in codes),
        definitions=tuple(code.definition for code in codes),
        links=tuple(addresses[number] for number in annotation.links if number in addresses),
    )
