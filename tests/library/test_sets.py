"""What the database knows is searched for beside the words: tags, notes, cases, events, who says it, marks and states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing_app import comparison, language
from briefing_app.anchoring import anchor
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.article import Attested, ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.edit import MarkRead, MarkStarred, PutAnnotation
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from tests.factories import NOON, document

DAY = date(2020, 10, 16)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    for made in (
        document("Ferry runs aground", "“The wind pushed us,” said Captain Ren Kato on Monday.", source="Coast Post", day=DAY),
        document("Ferry stuck", "The ferry is stuck, Reuters reported, citing port officials.", source="Harbour Mail", day=DAY),
        document("Kato opens a shop", "A shop named Kato opened. The wind was weak.", source="Coast Post"),
    ):
        opened.add(made, made.text.encode(), "x.txt")
    for article in opened.articles(opened.article_ids()):
        opened.put_findings(article, "test", language.read(article.document, None))
    opened.index_pending()
    yield opened
    opened.close()


def found(library: Library, query: str) -> set[int]:
    return {hit.article for hit in library.search(query).hits}


def test_an_article_rests_on_the_agency_that_it_credits(library: Library) -> None:
    made = document("Kyodo • Ferry afloat", "The ferry is afloat again.", source="Harbour Mail", day=DAY)
    number = library.add(replace(made, agency=Attested("Kyodo")), made.text.encode(), "y.txt").article
    (article,) = library.articles([number])
    library.put_findings(article, "test", language.read(article.document, None))
    library.index_pending()
    assert found(library, "via:kyodo") == {number}


def test_an_article_rests_on_an_agency_that_stands_in_its_credit_line_alone(library: Library) -> None:
    made = document("Ferry afloat", "The ferry is afloat again.", "(Kyodo)", source="Harbour Mail", day=DAY)
    *told, credit = made.zones
    made = replace(made, zones=(*told, replace(credit, kind=ZoneKind.AGENCY)), agency=Attested("Kyodo"))
    number = library.add(made, made.text.encode(), "y.txt").article
    (article,) = library.articles([number])
    library.put_findings(article, "test", language.read(article.document, None))
    library.index_pending()
    assert found(library, "via:kyodo") == {number}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("said-by:Kato", {1}),
        ("said-by:“ren kato”", {1}),
        ("Kato", {1, 3}),
        ("NOT said-by:kato", {2, 3}),
        ("via:Reuters", {2}),
        ("quote:“the wind”", {1}),
        ("quote:shop", set()),
        ("is:unread", {1, 3}),
        ("is:read", {2}),
        ("is:starred ferry", {1}),
        ("has:note", {2}),
        ("note:desk", {2}),
        ("note:“the desk”", {2}),
        ("note:nobody", set()),
        ("is:undated", {3}),
        ("event:e1", {1, 2}),
        ("event:aground", {1, 2}),
        ("event:e7", set()),
        ("tag:sea", set()),
        ("case:harbour", set()),
        ("has:conflict", set()),
        ("has:copy", set()),
    ],
)
def test_what_the_database_knows(library: Library, query: str, expected: set[int]) -> None:
    library.put_groups((EventGroup("Ferry aground", DateInterval(DAY, DAY), (ArticleId(1), ArticleId(2)), ()),))
    library.apply(MarkRead((ArticleId(2),), True))
    library.apply(MarkStarred((ArticleId(1),), True))
    words = anchor(library.article(ArticleId(2)).text, Span(0, 5))
    library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(2), words, Tint.SUN, "Ask the desk.", NOON, NOON)))
    assert found(library, query) == expected


def test_what_only_one_source_says(library: Library) -> None:
    articles = library.articles([ArticleId(1), ArticleId(2)])
    library.put_groups((EventGroup("Ferry aground", DateInterval(DAY, DAY), (ArticleId(1), ArticleId(2)), ()),))
    findings = [language.read(one.document, one.document.date.value) for one in articles]
    library.put_comparison(library.events()[0].id, comparison.compare(articles, findings))
    assert found(library, "only-in:“Coast Post”") == {1}
    assert found(library, "only-in:harbour") == {2}
    assert found(library, "only-in:elsewhere") == set()


def test_what_changes_is_seen_at_once(library: Library) -> None:
    assert found(library, "is:unread ferry") == {1, 2}
    library.apply(MarkRead((ArticleId(1),), True))
    assert found(library, "is:unread ferry") == {2}
    assert found(library, "said-by:officials") == {2}
    article = library.article(ArticleId(2))
    library.put_findings(article, "later", replace(language.read(article.document, None), attributions=(), quotations=()))
    assert found(library, "said-by:Kato") == {1}
