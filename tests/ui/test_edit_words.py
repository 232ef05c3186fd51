"""Every edit has words of its own, with nothing left to fill in."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from briefing_app.model.annotation import Anchor, Annotation, Mark, Tint
from briefing_app.model.article import ZoneKind
from briefing_app.model.briefing import Briefing
from briefing_app.model.case import Case, Thing
from briefing_app.model.codebook import Code
from briefing_app.model.correction import MetadataField
from briefing_app.model.dates import DateInterval
from briefing_app.model.edit import (
    ArrangeEvents,
    CorrectMetadata,
    Edit,
    FileInCase,
    MarkRead,
    MarkStarred,
    MergeCodes,
    PutAnnotation,
    PutBriefing,
    PutCase,
    PutCode,
    PutLabelRule,
    PutLabels,
    PutRuling,
    PutSearch,
    PutSource,
    PutTemplate,
    RelabelSpan,
    RemoveAnnotation,
    RemoveBriefing,
    RemoveCase,
    RemoveCode,
    RemoveLabelRule,
    RemoveRuling,
    RemoveSearch,
    RemoveSource,
    RemoveTag,
    RemoveTemplate,
    RenameTag,
    StackVersion,
    TagArticles,
    TakeBackCorrection,
    Together,
    TrashArticles,
)
from briefing_app.model.event import EventAct, EventHold, Pin
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
from briefing_app.model.ruling import Belief, Credibility, Judged, Passage, Reliability, Ruling
from briefing_app.model.search import SavedSearch
from briefing_app.model.source import Source
from briefing_app.model.span import Span
from briefing_app.model.template import Template
from briefing_app.ui.edit_words import edit_words
from tests.factories import NOON

pytestmark = pytest.mark.usefixtures("qapp")

ONE, TWO = ArticleId(1), ArticleId(2)
DAY = DateInterval(None, NOON.date())
NOTE = Annotation(AnnotationId(1), ONE, Anchor("the ferry", "", "", Span(0, 9), ""), Tint.SUN, "why?", NOON, NOON)

PIN = Pin(ONE, EventId(1))
JUDGED = Judged((Passage(ONE, NOTE.anchor),), Belief.DOUBTED, "one source", Reliability("C"), Credibility(4))

WORDS: list[tuple[Edit, str]] = [
    (PutAnnotation(NOTE), "note on “the ferry”"),
    (RemoveAnnotation(AnnotationId(1)), "highlight removed"),
    (PutAnnotation(replace(NOTE, note="", mark=Mark.UNDERLINE)), "underline on “the ferry”"),
    (PutAnnotation(replace(NOTE, question=True)), "question about “the ferry”"),
    (PutCode(Code(CodeId(1), "sourcing")), "tag “sourcing” of the codebook"),
    (RemoveCode(CodeId(1)), "tag of the codebook removed"),
    (MergeCodes(CodeId(1), CodeId(2)), "two tags of the codebook merged"),
    (PutRuling(Ruling(RulingId(1), JUDGED, NOON)), "“the ferry”: doubted C4: one source"),
    (RemoveRuling(RulingId(1)), "correction of a comparison taken back"),
    (ArrangeEvents(EventAct.MERGED, (PIN, PIN)), "events merged, 2 articles"),
    (ArrangeEvents(EventAct.SPLIT, (PIN,)), "event of 1 article split"),
    (ArrangeEvents(EventAct.MOVED, (PIN,)), "articles moved to another event"),
    (ArrangeEvents(EventAct.NAMED, (PIN,), (EventHold(EventId(1), "The fire"),)), "event named “The fire”"),
    (ArrangeEvents(EventAct.NAMED, (PIN,), (EventHold(EventId(1)),)), "event named by its articles"),
    (ArrangeEvents(EventAct.LOCKED, (PIN,)), "event locked"),
    (ArrangeEvents(EventAct.UNLOCKED, (PIN,)), "event unlocked"),
    (MarkRead((ONE, TWO), True), "read mark of 2 articles"),
    (MarkStarred((ONE,), False), "star taken from 1 article"),
    (PutBriefing(Briefing(BriefingId(1), EventId(1), "Mine", (), NOON, NOON)), "change of the briefing “Mine”"),
    (RemoveBriefing(BriefingId(1)), "briefing removed"),
    (TagArticles((ONE,), "ships", True), "tag “ships” on 1 article"),
    (TagArticles((ONE, TWO), "ships", False), "tag “ships” taken from 2 articles"),
    (RenameTag("ships", "boats"), "tag “ships” renamed to “boats”"),
    (RemoveTag("ships"), "tag “ships” removed"),
    (TrashArticles((ONE, TWO), True), "2 articles moved to the trash"),
    (PutLabelRule(LabelRule(RuleId(1), "Harbour Post", ZoneKind.BOILERPLATE, ("Subscribe",))), "rule for “Harbour Post”"),
    (RemoveLabelRule(RuleId(1)), "rule for a source removed"),
    (PutSource(Source(SourceId(1), "Harbour Post")), "source “Harbour Post”"),
    (RemoveSource(SourceId(1)), "source taken out of the register"),
    (PutTemplate(Template(TemplateId(1), "Daily", ())), "template “Daily”"),
    (RemoveTemplate(TemplateId(1)), "template removed"),
    (StackVersion(ONE, TWO), "version put behind another one"),
    (StackVersion(ONE, None), "version made an article of its own"),
    (TrashArticles((ONE,), False), "1 article brought back from the trash"),
    (PutCase(Case(CaseId(1), "Ferries", "", NOON, NOON)), "case “Ferries”"),
    (RemoveCase(CaseId(1)), "case removed"),
    (FileInCase(CaseId(1), (Thing(Noun.ARTICLE, 1),), True), "1 thing filed in a case"),
    (FileInCase(CaseId(1), (Thing(Noun.ARTICLE, 1), Thing(Noun.EVENT, 1)), False), "2 things taken out of a case"),
    (CorrectMetadata(ONE, MetadataField.SOURCE, "Coast Post"), "source set to “Coast Post”"),
    (CorrectMetadata(ONE, MetadataField.DATE, DAY), "date set to “≤ 2 Mar 2026”"),
    (CorrectMetadata(ONE, MetadataField.TITLE, None), "title set to unknown"),
    (TakeBackCorrection(ONE, MetadataField.BYLINE), "correction of the byline taken back"),
    (RelabelSpan(ONE, Span(0, 3), ZoneKind.COMMENT), "passage labelled as comment"),
    (RelabelSpan(ONE, Span(0, 3), None), "label of a passage taken back"),
    (PutLabels(ONE, ()), "labels of an article"),
    (PutSearch(SavedSearch(SearchId(1), "Mine", "ferry", NOON, NOON)), "search “Mine” saved"),
    (RemoveSearch(SearchId(1)), "saved search removed"),
    (Together((RemoveTag("ships"), RemoveTag("boats"))), "tag “ships” removed and 1 more"),
]


@pytest.mark.parametrize(("edit", "words"), WORDS, ids=[type(edit).__name__ for edit, _ in WORDS])
def test_what_an_edit_is_called(edit: Edit, words: str) -> None:
    assert edit_words(edit) == words


def test_no_edit_is_forgotten() -> None:
    assert {type(edit) for edit, _ in WORDS} == set(get_args(Edit))


@pytest.mark.parametrize("field", MetadataField)
@pytest.mark.parametrize("kind", ZoneKind)
def test_every_field_and_label_has_a_name(field: MetadataField, kind: ZoneKind) -> None:
    assert "%" not in edit_words(TakeBackCorrection(ONE, field)) + edit_words(RelabelSpan(ONE, Span(0, 1), kind))
