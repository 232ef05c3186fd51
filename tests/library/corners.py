"""A library with something in every corner: a value in every column of every table that is written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing_app.anchoring import anchor
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.article import ZoneKind
from briefing_app.model.briefing import Briefing, HeadingBlock, Paper, TextBlock
from briefing_app.model.case import Case, Thing
from briefing_app.model.codebook import Code
from briefing_app.model.comparison import Relation
from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import (
    ArrangeEvents,
    CorrectMetadata,
    MarkRead,
    MarkStarred,
    PutAnnotation,
    PutBriefing,
    PutCase,
    PutCode,
    PutLabelRule,
    PutRuling,
    PutSearch,
    PutSource,
    PutTemplate,
    StackVersion,
    TagArticles,
    TrashArticles,
)
from briefing_app.model.event import EventAct, EventGroup, EventHold, Pin
from briefing_app.model.ids import (
    AnnotationId,
    ArticleId,
    BriefingId,
    CaseId,
    CodeId,
    EventId,
    Noun,
    RuleId,
    RulingId,
    SearchId,
    SourceId,
    TemplateId,
)
from briefing_app.model.label_rule import LabelRule
from briefing_app.model.ruling import Passage, Related, Ruling
from briefing_app.model.search import SavedSearch
from briefing_app.model.source import Source
from briefing_app.model.span import Span
from briefing_app.model.template import House, Template
from tests.factories import NOON, document

ONE, TWO, THREE, FOUR, DELETED = (ArticleId(number) for number in range(1, 6))


def library_with_every_corner(folder: Path) -> Library:
    """Five articles in two events of one story, one of them deleted for good; the analyst's writing of each kind; one step taken back."""
    library = Library.open(folder)
    for number in range(1, 6):
        made = document(f"Ferry {number}", "The ferry came back on Monday.", source="HP", day=date(2026, 3, number))
        library.add(replace(made, part=str(number), url=f"https://harbour.test/{number}"), f"original {number}".encode(), f"{number}.HTML")
    library.index_pending()
    library.put_groups([EventGroup("Ferry", None, (ONE, TWO)), EventGroup("Ferry", None, (THREE, FOUR))], stages={1: 0})
    library.apply(TrashArticles((DELETED,), True))
    library.empty_trash()
    words = anchor(library.article(ONE).text, Span(13, 18))
    passage = Passage(ONE, words)
    for edit in (
        PutCode(Code(CodeId(0), "Sourcing", "Who says it")),
        PutCode(Code(CodeId(0), "Unnamed", "", CodeId(1))),
        PutAnnotation(Annotation(AnnotationId(0), ONE, words, Tint.SKY, "A *note*", NOON, NOON)),
        MarkRead((TWO,), True),
        MarkStarred((TWO,), True),
        TagArticles((ONE, TWO), "Häfen", True),
        CorrectMetadata(ONE, MetadataField.TITLE, "The ferry is back"),
        PutSource(Source(SourceId(0), "Harbour Post", ("HP",))),
        PutLabelRule(LabelRule(RuleId(0), "Harbour Post", ZoneKind.BOILERPLATE, ("Subscribe for 3 euros",))),
        PutRuling(Ruling(RulingId(0), Related((passage,), ONE, Relation.WEAKER), NOON)),
        ArrangeEvents(EventAct.MOVED, (Pin(THREE, EventId(2)),), (EventHold(EventId(2), "The ferry", True),)),
        PutCase(Case(CaseId(0), "Case", "Words", NOON, NOON), (Thing(Noun.ARTICLE, TWO), Thing(Noun.ANNOTATION, 1))),
        PutSearch(SavedSearch(SearchId(0), "Ferries", "ferry OR boat", NOON, NOON)),
        PutBriefing(Briefing(BriefingId(0), EventId(1), "The ferry", (HeadingBlock("What"), TextBlock("It is back.")), NOON, NOON)),
        PutTemplate(Template(TemplateId(0), "Daily", (HeadingBlock("Scope"),), House("TLP:GREEN", Paper.LETTER, 120))),
        StackVersion(ONE, TWO),
        TrashArticles((FOUR,), True),
        TagArticles((TWO,), "taken back", True),
    ):
        library.apply(edit)
    library.undo()
    return library
