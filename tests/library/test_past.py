"""Going back with one article or note is one new edit, leaves everything else as it is, and can be undone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.library import Library
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.article import ZoneKind
from briefing_app.model.case import Thing
from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import (
    CorrectMetadata,
    Edit,
    MarkRead,
    MarkStarred,
    PutAnnotation,
    RelabelSpan,
    RemoveAnnotation,
    TagArticles,
    TakeBackCorrection,
    TrashArticles,
)
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import AnnotationId, ArticleId, Noun
from briefing_app.model.span import Span
from tests.factories import NOON, document

ARTICLES = (ArticleId(1), ArticleId(2), ArticleId(3))

_some = st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=3, unique=True).map(tuple)
_one = st.sampled_from(ARTICLES)
_truth = st.booleans()


@st.composite
def notes(draw: st.DrawFn) -> Edit:
    article = draw(_one)
    anchor = Anchor("The", "", " ferry", Span(0, 3), "0" * 64)
    number = AnnotationId(draw(st.integers(0, 3)))
    return PutAnnotation(Annotation(number, article, anchor, Tint.SUN, draw(st.sampled_from(("", "one", "two"))), NOON, NOON))


EDITS = st.one_of(
    st.builds(MarkRead, _some, _truth),
    st.builds(MarkStarred, _some, _truth),
    st.builds(TrashArticles, _some, _truth),
    st.builds(TagArticles, _some, st.sampled_from(("ships", "Ships", "fog")), _truth),
    st.builds(CorrectMetadata, _one, st.just(MetadataField.SOURCE), st.sampled_from(("Coast Post", "Fundus", None))),
    st.builds(TakeBackCorrection, _one, st.just(MetadataField.SOURCE)),
    st.builds(RelabelSpan, _one, st.sampled_from((Span(0, 3), Span(2, 6))), st.sampled_from((ZoneKind.COMMENT, None))),
    notes(),
    st.builds(RemoveAnnotation, st.integers(1, 4).map(AnnotationId)),
)


def seen(library: Library, article: ArticleId) -> tuple[object, ...]:
    """Everything that the edits above can change of an article."""
    row = library.rows([article])[0]
    marks = (row.read, row.starred, row.trashed, tuple(tag.casefold() for tag in row.tags))
    held = sorted(library.annotations(article), key=lambda annotation: annotation.id)
    return (*marks, library.corrections(article), *held)


@settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(EDITS, min_size=2, max_size=12), article=_one, choice=st.randoms(use_true_random=False))
def test_one_article_goes_back_and_the_others_stay(tmp_path_factory: object, edits: list[Edit], article: ArticleId, choice: object) -> None:
    library = Library.open(tmp_path_factory.mktemp("past"), clock=lambda: NOON)  # type: ignore[attr-defined]
    with library._database._own() as connection:  # the disk is not what is tested
        connection.execute("PRAGMA synchronous = OFF")
    for i in range(3):
        library.add(document(f"Number {i}", "The ferry came back."), str(i).encode(), f"{i}.txt")
    states = {0: seen(library, article)}
    for edit in edits:
        try:
            library.apply(edit)
        except NothingThere:
            continue
        for step in library.past(Thing(Noun.ARTICLE, article))[:1]:
            states[step.number] = seen(library, article)
    others = [seen(library, other) for other in ARTICLES if other != article]
    wanted = choice.choice(sorted(states))  # type: ignore[attr-defined]
    before = seen(library, article)
    back = library.way_back(Thing(Noun.ARTICLE, article), wanted)
    if back is not None:
        library.apply(back)
    assert seen(library, article) == states[wanted]
    assert [seen(library, other) for other in ARTICLES if other != article] == others
    if back is not None and states[wanted] != before:
        library.undo()
        assert seen(library, article) == before
    library.close()


def test_the_past_says_who_and_when_and_survives_a_restart(tmp_path: Path) -> None:
    moments = iter(NOON + timedelta(minutes=minute) for minute in range(99))
    library = Library.open(tmp_path, clock=lambda: next(moments))
    library.add(document("One", "The ferry came back."), b"1", "1.txt")
    library.apply(MarkStarred((ArticleId(1),), True))
    library.apply(MarkRead((ArticleId(1),), True))
    library.undo()
    library.close()
    library = Library.open(tmp_path, read_only=True)
    (step,) = library.past(Thing(Noun.ARTICLE, 1))
    assert step.edit == MarkStarred((ArticleId(1),), True)
    assert step.who
    assert step.at == NOON + timedelta(minutes=1)
    library.close()
