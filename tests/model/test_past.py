"""The past of one thing: what is told of it, and that the way back touches nothing else."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.article import ZoneKind
from briefing_app.model.case import Thing
from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import (
    CorrectMetadata,
    Edit,
    MarkStarred,
    PutAnnotation,
    PutLabels,
    RelabelSpan,
    RemoveAnnotation,
    Step,
    TagArticles,
    TakeBackCorrection,
    Together,
)
from briefing_app.model.ids import AnnotationId, ArticleId, Noun
from briefing_app.model.past import FieldChange, changes_of, things_of, way_back
from briefing_app.model.span import Span
from tests.factories import NOON

ONE, TWO = ArticleId(1), ArticleId(2)
ARTICLE, NOTE = Thing(Noun.ARTICLE, 1), Thing(Noun.ANNOTATION, 7)
FIRST = Annotation(AnnotationId(7), ONE, Anchor("word", "", "", Span(0, 4), "0" * 64), Tint.SUN, "first", NOON, NOON)
SECOND = replace(FIRST, note="second", tint=Tint.ROSE)


def steps(*pairs: tuple[Edit, Edit]) -> list[Step]:
    """Newest first, as the journal gives them; written down in the order in which they were done."""
    return [Step(number, edit, inverse, NOON, False, "ada") for number, (edit, inverse) in enumerate(pairs, 1)][::-1]


MADE = (PutAnnotation(FIRST), RemoveAnnotation(FIRST.id))
WRITTEN = (PutAnnotation(SECOND), PutAnnotation(FIRST))
REMOVED = (RemoveAnnotation(FIRST.id), PutAnnotation(SECOND))
STARRED = (MarkStarred((ONE, TWO), True), MarkStarred((ONE, TWO), False))


def test_an_edit_names_its_articles_and_notes() -> None:
    assert things_of(Together((PutAnnotation(FIRST), MarkStarred((TWO,), True)))) == {ARTICLE, NOTE, Thing(Noun.ARTICLE, 2)}
    assert things_of(RemoveAnnotation(AnnotationId(7))) == {NOTE}


def test_what_an_edit_made_of_a_note() -> None:
    (step,) = steps(WRITTEN)
    assert changes_of(step, NOTE) == (FieldChange("tint", "sun", "rose"), FieldChange("note", "first", "second"))
    assert changes_of(step, ARTICLE) == changes_of(step, NOTE)
    assert changes_of(step, Thing(Noun.ANNOTATION, 8)) == ()
    (made,) = steps(MADE)
    assert changes_of(made, NOTE) == (FieldChange("note", "", "first"),)


def test_the_way_back_of_a_note() -> None:
    past = steps(MADE, WRITTEN, REMOVED)
    assert way_back(past[:1], NOTE) == PutAnnotation(SECOND)
    assert way_back(past[:2], NOTE) == PutAnnotation(FIRST)
    assert way_back(past, NOTE) is None, "it was not there before, and is not there now"
    assert way_back(past[1:], NOTE) == RemoveAnnotation(FIRST.id)


def test_the_way_back_of_an_article_leaves_others_alone() -> None:
    past = steps(STARRED, MADE)
    assert way_back(past, ARTICLE) == Together((RemoveAnnotation(FIRST.id), MarkStarred((ONE,), False)))
    assert way_back(past[1:], Thing(Noun.ARTICLE, 2)) == MarkStarred((TWO,), False)


def test_of_several_changes_of_one_thing_the_oldest_counts() -> None:
    title = MetadataField.TITLE
    past = steps(
        (CorrectMetadata(ONE, title, "one"), TakeBackCorrection(ONE, title)),
        (CorrectMetadata(ONE, title, "two"), CorrectMetadata(ONE, title, "one")),
        (RelabelSpan(ONE, Span(0, 3), ZoneKind.TITLE), PutLabels(ONE, ())),
        (TagArticles((ONE,), "Harbour", True), TagArticles((ONE,), "Harbour", False)),
        (TagArticles((ONE,), "Harbour", False), TagArticles((ONE,), "Harbour", True)),
    )
    assert way_back(past, ARTICLE) == Together((PutLabels(ONE, ()), TakeBackCorrection(ONE, title)))


def test_what_is_taken_back_does_not_count() -> None:
    (step,) = steps(STARRED)
    assert way_back([replace(step, undone=True)], ARTICLE) is None
