"""Hits by event, copies under what they repeat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from briefing_app.library import Library
from briefing_app.model.comparison import Comparison, Copy
from briefing_app.model.dates import day_interval
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import SortOrder
from tests.factories import document

STORY = ("The ferry Aurora ran aground off Vell.", "Nobody was hurt.", "The captain spoke of fog.")
OWN = "The editor adds that the ferry is old."
ONE, COPY, OTHER, ALONE = (ArticleId(number) for number in (1, 2, 3, 4))


@pytest.fixture
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("grouping") / "library")
    made = [
        document("Ferry aground", *STORY, source="Agency"),
        document("Ferry aground", *STORY[:2], OWN, source="Paper"),
        document("Ferry refloated", "A tug pulled the ferry free.", source="Mail"),
        document("Ferry prices", "A ferry costs more than a bridge."),
    ]
    for at, one in enumerate(made):
        opened.add(one, f"{at}".encode(), f"{at}.txt")
    opened.index_pending()
    together = (ONE, COPY, OTHER)
    opened.put_groups([EventGroup("Ferry off Vell", day_interval(date(2026, 3, 2)), together)])
    digests = tuple(article.document.text_sha256 for article in opened.articles(together))
    opened.put_comparison(opened.events()[0].id, Comparison("1", together, digests, (), copies=(Copy(ONE, COPY, 0.8),)))
    yield opened
    opened.close()


def test_hits_of_one_event_stand_together_and_copies_under_what_they_repeat(library: Library) -> None:
    hits = library.search("ferry", sort=SortOrder.NEWEST).hits
    event, alone = sorted(library.by_event(hits), key=lambda group: group.event is None)
    assert (event.title, alone.title, alone.event) == ("Ferry off Vell", "", None)
    assert {hit.article for hit, _ in event.hits} == {ONE, OTHER}
    assert [hit.article for hit, _ in alone.hits] == [ALONE]
    (copy,) = next(copies for hit, copies in event.hits if hit.article == ONE)
    assert (copy.hit.article, copy.share, copy.own, copy.left_out) == (COPY, 0.8, (OWN,), 1)


def test_a_copy_whose_original_was_not_found_stands_for_itself(library: Library) -> None:
    (group,) = library.by_event(library.search("editor").hits)
    assert (group.event, [hit.article for hit, _ in group.hits]) == (None, [COPY])


def test_the_order_of_the_hits_stays(library: Library) -> None:
    hits = library.search("ferry").hits
    groups = library.by_event(hits)
    assert groups[0].hits[0][0] == hits[0]
    for group in groups:
        places = [hits.index(hit) for hit, _ in group.hits]
        assert places == sorted(places)


def test_no_hits_are_no_groups(library: Library) -> None:
    assert library.by_event(()) == ()
