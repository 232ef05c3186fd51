"""An annotation belongs to words: it keeps their quote, what stood around them, and where they stood.

It may also be about an article as a whole, an event, a row of claims or a source.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime

from briefing_app.model.grade import Confidence, Grade
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId
from briefing_app.model.note_kinds import Mark, Status, SubjectKind, Tint
from briefing_app.model.span import Span

__all__ = [
    "TRANSLATION",
    "Anchor",
    "Annotation",
    "Mark",
    "Status",
    "Subject",
    "SubjectKind",
    "Tint",
    "Translation",
    "carried_over",
]


@dataclass(frozen=True, slots=True)
class Anchor:
    """W3C TextQuoteSelector (``quote``, ``prefix``, ``suffix``) and TextPositionSelector (``span``) with the text's digest."""

    quote: str
    prefix: str
    suffix: str
    span: Span
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Subject:
    """An article or event as a whole (by number), a row of an event's claims (by its statement), or a source (by name).

    ``words`` names it to the reader: headline, the event's title, the claim's statement, the source's name.
    """

    kind: SubjectKind
    number: int
    words: str


TRANSLATION = "translation"
"""The path of the tag in the codebook that makes a note a translation of the words it is on."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What an analyst gives for words in another language; ``author`` is empty for the analyst of this library."""

    span: Span
    words: str
    author: str = ""


_NOBODY = AnnotationId(0)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight or underline, with a note in Markdown when ``note`` is not empty. Times are UTC.

    On words, ``anchor`` and ``more`` are its stretches in ``article``; otherwise ``anchor`` is None, ``subject`` says what it is about, and
    ``article`` is 0 unless that is an article. One with both came in from outside and waits for its article. ``codes`` are its tags in
    the codebook. A ``question`` is open until ``answer`` is written. ``author`` is empty for the analyst of this library; ``origin`` is
    the address under which it came in, empty for one made here; ``based_on`` is when the newest version from outside was changed that the
    analyst has seen of it. ``rival`` is the annotation that it is another analyst's version of, until one is chosen; else 0.
    """

    id: AnnotationId
    article: ArticleId
    anchor: Anchor | None
    tint: Tint
    note: str
    created_at: datetime
    changed_at: datetime
    more: tuple[Anchor, ...] = ()
    mark: Mark = Mark.HIGHLIGHT
    subject: Subject | None = None
    codes: tuple[CodeId, ...] = ()
    links: tuple[AnnotationId, ...] = ()
    status: Status = Status.NONE
    question: bool = False
    answer: str = ""
    grade: Grade | None = None
    confidence: Confidence | None = None
    author: str = ""
    origin: str = ""
    based_on: datetime | None = None
    rival: AnnotationId = _NOBODY

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every stretch that it is on, in the order in which they were marked."""
        return (self.anchor, *self.more) if self.anchor else ()

    @property
    def words(self) -> str:
        """What it is on, as the analyst read it: the quoted stretches, or what the subject is called."""
        if self.subject is not None and not self.anchors:
            return self.subject.words
        return " … ".join(anchor.quote for anchor in self.anchors)

    @property
    def open(self) -> bool:
        """Whether something is still to be done: a question without an answer, a note said to be open, two versions of one note."""
        if self.rival:
            return True
        return not self.answer.strip() if self.question else self.status is Status.OPEN


def carried_over(written: Annotation, begun: Annotation, now: Annotation) -> Annotation:
    """What ``begun`` has become by two hands: each field that was written anew as it was written, every other as it is now."""
    anew = {field.name: getattr(written, field.name) for field in fields(written)}
    return replace(now, **{name: value for name, value in anew.items() if value != getattr(begun, name)})
