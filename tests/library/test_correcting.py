"""The analyst's corrections: every list, sorting and search follows them, and what was worked out before them is stale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.article import ZoneKind
from briefing_app.model.change import ChangeKind
from briefing_app.model.comparison import Comparison
from briefing_app.model.correction import MetadataField, MetadataValue
from briefing_app.model.dates import DateInterval, day_interval
from briefing_app.model.edit import CorrectMetadata, RelabelSpan, TakeBackCorrection
from briefing_app.model.errors import EditRefused
from briefing_app.model.event import EventGroup
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.span import Span
from tests.factories import NOON, document

ONE, TWO = ArticleId(1), ArticleId(2)
BODY = "The harbour opened again. Subscribe to our newsletter."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path, clock=lambda: NOON)
    opened.add(document("Ferry returns", BODY, source="Coast Post", day=date(2026, 3, 1)), b"1", "1.txt")
    opened.add(document("Bus stops", "The bus stopped.", source="Town Crier", day=date(2026, 3, 2)), b"2", "2.txt")
    opened.index_pending()
    yield opened
    opened.close()


def correct(library: Library, field: MetadataField, value: MetadataValue, article: ArticleId = ONE) -> None:
    library.apply(CorrectMetadata(article, field, value))


def relabel(library: Library, words: str, kind: ZoneKind | None) -> None:
    start = library.article(ONE).text.index(words)
    library.apply(RelabelSpan(ONE, Span(start, start + len(words)), kind))


def found(library: Library, query: str) -> set[int]:
    library.index_pending()
    assert library.behind() == 0
    return {hit.article for hit in library.search(query).hits}


def test_a_corrected_title_and_source_are_found_listed_and_counted(library: Library) -> None:
    correct(library, MetadataField.TITLE, "  Steamer\n comes home ")
    correct(library, MetadataField.SOURCE, "Sun")
    assert library.behind() == 1
    row = library.rows([ONE])[0]
    assert (row.headline, row.has_title, row.source.value, row.source.by_analyst) == ("Steamer comes home", True, "Sun", True)
    assert {count.name: count.articles for count in library.shelf_counts(9).sources} == {"Sun": 1, "Town Crier": 1}
    assert found(library, "title:steamer") == {1}
    assert found(library, "title:ferry") == set()
    assert found(library, "ferry") == {1}
    assert (found(library, "source:sun"), found(library, 'source:"coast post"')) == ({1}, set())
    assert found(library, "bus") == {2}
    library.undo()
    library.undo()
    assert (found(library, "title:ferry"), found(library, 'source:"coast post"'), found(library, "source:sun")) == ({1}, {1}, set())
    assert library.article(ONE).document == library.as_found(ONE)


def test_a_corrected_date_sorts_and_is_found(library: Library) -> None:
    assert [row.id for row in library.rows()] == [2, 1]
    correct(library, MetadataField.DATE, DateInterval(None, date(2026, 4, 1)))
    assert [row.id for row in library.rows()] == [1, 2]
    assert found(library, "date:2026-04") == {1}
    correct(library, MetadataField.DATE, None)
    assert [row.id for row in library.rows()] == [2, 1]
    assert found(library, "date:2026") == {2}
    library.apply(TakeBackCorrection(ONE, MetadataField.DATE))
    assert library.article(ONE).document.date.value == day_interval(date(2026, 3, 1))
    assert found(library, "date:2026") == {1, 2}


def test_a_byline_of_the_analyst_takes_the_place_of_the_one_on_the_page(library: Library) -> None:
    relabel(library, "The harbour opened again.", ZoneKind.BYLINE)
    assert found(library, "by:harbour") == {1}
    correct(library, MetadataField.BYLINE, "Ada Stone")
    assert (found(library, "by:stone"), found(library, "by:harbour"), found(library, "anywhere:harbour")) == ({1}, set(), {1})


def test_a_relabelled_passage_is_no_longer_the_story(library: Library) -> None:
    assert found(library, "newsletter") == {1}
    relabel(library, "Subscribe to our newsletter.", ZoneKind.BOILERPLATE)
    assert (found(library, "newsletter"), found(library, "anywhere:newsletter"), found(library, "harbour")) == (set(), {1}, {1})
    assert library.rows([ONE])[0].lead == "The harbour opened again."
    assert [zone.kind for zone in library.article(ONE).document.zones if zone.by_analyst] == [ZoneKind.BOILERPLATE]
    assert found(library, "bus") == {2}
    relabel(library, "newsletter", None)
    assert found(library, "newsletter") == {1}
    library.undo()
    library.undo()
    assert library.article(ONE).document == library.as_found(ONE)
    assert found(library, "newsletter") == {1}


def test_passages_follow_the_labels(library: Library) -> None:
    first = library.search("harbour").hits[0].passages[0]
    assert first.span.of(library.article(ONE).text) == BODY
    relabel(library, "Subscribe to our newsletter.", ZoneKind.BOILERPLATE)
    library.index_pending()
    after = library.search("harbour").hits[0].passages[0]
    assert after.span.of(library.article(ONE).text) == "The harbour opened again."


def test_the_index_made_anew_is_the_same(library: Library) -> None:
    correct(library, MetadataField.TITLE, "Steamer")
    library.index_pending()
    correct(library, MetadataField.TITLE, "Barge")
    for _ in range(2):
        assert (found(library, "title:barge"), found(library, "title:steamer"), found(library, "NOT bus")) == ({1}, set(), {1})
        assert library.reindex() == 2


def test_what_was_worked_out_before_a_correction_is_stale(library: Library) -> None:
    library.put_groups([EventGroup("Harbour", None, (ONE, TWO))])
    before = library.article(ONE)
    digests = tuple(article.digest for article in library.articles([ONE, TWO]))

    def work_out() -> None:
        library.put_findings(before, "1", Findings("en", ()))
        library.put_profile(before, "1", b"profile")
        library.put_comparison(EventId(1), Comparison("7", (ONE, TWO), digests))

    work_out()
    assert library.comparison(EventId(1)) is not None
    correct(library, MetadataField.LANGUAGE, "de")
    for _ in range(2):
        assert (library.findings(ONE), library.profile(ONE), dict(library.profiles())) == (None, None, {})
        assert library.comparison(EventId(1)) is None
        work_out()  # by somebody who had read the article before the correction
    library.undo()
    assert library.findings(ONE) == Findings("en", ())
    work_out()
    assert library.comparison(EventId(1)) is not None


def test_the_feed_tells_of_the_article(library: Library) -> None:
    before = library.last_change()
    relabel(library, "harbour", ZoneKind.COMMENT)
    assert [(change.kind, change.subject) for change in library.changes_after(before)] == [(ChangeKind.ARTICLE_CHANGED, 1)]
    relabel(library, "harbour", ZoneKind.COMMENT)
    assert library.last_change() == before + 1


@pytest.mark.parametrize(
    ("field", "value"), [(MetadataField.LANGUAGE, "German"), (MetadataField.TITLE, "x" * 1001)], ids=["language", "title"]
)
def test_what_cannot_be_kept_is_refused(library: Library, field: MetadataField, value: str) -> None:
    with pytest.raises(EditRefused):
        correct(library, field, value)
    assert library.undoable() is None


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, 10_000)])
def test_a_label_needs_words(library: Library, span: Span) -> None:
    with pytest.raises(EditRefused):
        library.apply(RelabelSpan(ONE, span, ZoneKind.BODY))


def test_an_empty_value_says_unknown(library: Library) -> None:
    correct(library, MetadataField.SOURCE, "  ")
    assert library.corrections(ONE).metadata[0].value is None
    assert library.rows([ONE])[0].source.value is None
    assert None in {count.name for count in library.shelf_counts(9).sources}
