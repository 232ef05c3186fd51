"""Every change that the analyst can make and take back: one class each.

``Library.apply(edit)`` returns what changed and keeps the inverse, so that undo needs no code of its own per edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing_app.model.annotation import Annotation
from briefing_app.model.article import ZoneKind
from briefing_app.model.briefing import Briefing
from briefing_app.model.case import Case, Thing
from briefing_app.model.change import Change
from briefing_app.model.codebook import Code
from briefing_app.model.correction import Label, MetadataField, MetadataValue
from briefing_app.model.event import EventAct, EventHold, Pin
from briefing_app.model.ids import (
    AnnotationId,
    ArticleId,
    BriefingId,
    CaseId,
    CodeId,
    RuleId,
    RulingId,
    SearchId,
    SourceId,
    TemplateId,
)
from briefing_app.model.label_rule import LabelRule
from briefing_app.model.ruling import Ruling
from briefing_app.model.search import SavedSearch
from briefing_app.model.source import Source
from briefing_app.model.span import Span
from briefing_app.model.template import Template


@dataclass(frozen=True, slots=True)
class PutAnnotation:
    """Add the annotation, or replace the one of the same number. A number of 0 asks for a new one."""

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    """Take an annotation away."""

    annotation: AnnotationId


@dataclass(frozen=True, slots=True)
class PutCode:
    """Add the tag to the codebook, or replace the one of the same number (rename, define, move). A number of 0 asks for a new one."""

    code: Code


@dataclass(frozen=True, slots=True)
class RemoveCode:
    """Take a tag out of the codebook and off every annotation; the tags below it move up."""

    code: CodeId


@dataclass(frozen=True, slots=True)
class MergeCodes:
    """Make one tag of two: the annotations and the tags below ``code`` go over to ``into``."""

    code: CodeId
    into: CodeId


@dataclass(frozen=True, slots=True)
class MarkRead:
    """Mark articles as read or unread."""

    articles: tuple[ArticleId, ...]
    read: bool


@dataclass(frozen=True, slots=True)
class MarkStarred:
    """Give articles a star, or take it away."""

    articles: tuple[ArticleId, ...]
    starred: bool


@dataclass(frozen=True, slots=True)
class PutBriefing:
    """Add the briefing, or replace the one of the same number. A number of 0 asks for a new one."""

    briefing: Briefing


@dataclass(frozen=True, slots=True)
class RemoveBriefing:
    """Take a briefing away."""

    briefing: BriefingId


@dataclass(frozen=True, slots=True)
class PutTemplate:
    """Keep a template under its name, or replace the one of the same number. A number of 0 asks for a new one."""

    template: Template


@dataclass(frozen=True, slots=True)
class RemoveTemplate:
    """Forget a template; briefings that began with it stay as they are."""

    template: TemplateId


@dataclass(frozen=True, slots=True)
class TagArticles:
    """Give articles a tag, or take it away. Capitals make no other tag; a tag exists as long as an article has it."""

    articles: tuple[ArticleId, ...]
    tag: str
    tagged: bool


@dataclass(frozen=True, slots=True)
class RenameTag:
    """Call a tag otherwise. When there is a tag of the new name already, the two become one."""

    tag: str
    name: str


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """Take a tag from every article that has it."""

    tag: str


@dataclass(frozen=True, slots=True)
class TrashArticles:
    """Put articles into the trash, where no list, event, comparison, search or count has them, or bring them back."""

    articles: tuple[ArticleId, ...]
    trashed: bool


@dataclass(frozen=True, slots=True)
class StackVersion:
    """Put an article behind another one as an older version of it, or (``newer`` None) let it be an article of its own."""

    article: ArticleId
    newer: ArticleId | None


@dataclass(frozen=True, slots=True)
class PutSource:
    """Add an entry to the register of sources, or replace the one of the same number. A number of 0 asks for a new one."""

    source: Source


@dataclass(frozen=True, slots=True)
class RemoveSource:
    """Take a source out of the register; its articles go by the names that they came in with."""

    source: SourceId


@dataclass(frozen=True, slots=True)
class PutLabelRule:
    """Keep a rule that labels lines of a source, and carry it out on the articles that are here. A number of 0 asks for a new one."""

    rule: LabelRule


@dataclass(frozen=True, slots=True)
class RemoveLabelRule:
    """Forget a rule; the labels that it gave stay."""

    rule: RuleId


@dataclass(frozen=True, slots=True)
class PutCase:
    """Add the case, or replace the one of the same number. A number of 0 asks for a new one.

    ``things`` are filed in it besides what lies there already.
    """

    case: Case
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveCase:
    """Dissolve a case; what lay in it stays in the library."""

    case: CaseId


@dataclass(frozen=True, slots=True)
class FileInCase:
    """Put things into a case, or take them out of it."""

    case: CaseId
    things: tuple[Thing, ...]
    filed: bool


@dataclass(frozen=True, slots=True)
class CorrectMetadata:
    """Set a value of an article in the place of what was found; None says that it is unknown."""

    article: ArticleId
    field: MetadataField
    value: MetadataValue


@dataclass(frozen=True, slots=True)
class TakeBackCorrection:
    """Let a value of an article be what was found."""

    article: ArticleId
    field: MetadataField


@dataclass(frozen=True, slots=True)
class RelabelSpan:
    """Say what a stretch of an article is, whatever it was labelled before; ``kind`` None lets it be as it was found."""

    article: ArticleId
    span: Span
    kind: ZoneKind | None


@dataclass(frozen=True, slots=True)
class PutLabels:
    """Replace all labels that the analyst has given an article; none lets everything be as it was found."""

    article: ArticleId
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class PutSearch:
    """Keep a search under its name, or replace the one of the same number. A number of 0 asks for a new one."""

    search: SavedSearch


@dataclass(frozen=True, slots=True)
class RemoveSearch:
    """Forget a search."""

    search: SearchId


@dataclass(frozen=True, slots=True)
class PutRuling:
    """Rule something in comparisons, or replace the ruling of the same number. A number of 0 asks for a new one."""

    ruling: Ruling


@dataclass(frozen=True, slots=True)
class RemoveRuling:
    """Take a ruling back."""

    ruling: RulingId


@dataclass(frozen=True, slots=True)
class ArrangeEvents:
    """Put articles into events and say what those are called, whatever the grouping finds. A pin into event 0 makes a new one."""

    act: EventAct
    pins: tuple[Pin, ...]
    holds: tuple[EventHold, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one, in this order: one step of undo."""

    edits: tuple[Edit, ...]


Edit = (
    PutAnnotation
    | RemoveAnnotation
    | PutCode
    | RemoveCode
    | MergeCodes
    | MarkRead
    | MarkStarred
    | PutBriefing
    | RemoveBriefing
    | PutTemplate
    | RemoveTemplate
    | TagArticles
    | RenameTag
    | RemoveTag
    | TrashArticles
    | StackVersion
    | PutLabelRule
    | RemoveLabelRule
    | PutSource
    | RemoveSource
    | PutCase
    | RemoveCase
    | FileInCase
    | CorrectMetadata
    | TakeBackCorrection
    | RelabelSpan
    | PutLabels
    | PutSearch
    | RemoveSearch
    | PutRuling
    | RemoveRuling
    | ArrangeEvents
    | Together
)


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the journal: what was done, what takes it back, when (UTC), and whether it is taken back now. ``number`` only grows.

    ``who`` is the login name of whoever did it, empty when it is not known.
    """

    number: int
    edit: Edit
    inverse: Edit
    at: datetime
    undone: bool
    who: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """The outcome of an edit: the feed's new rows, and the steps that the next undo would take back and the next redo do again."""

    changes: tuple[Change, ...]
    undo: Step | None
    redo: Step | None
