"""Rulings are edits: kept with their words, read back by article, taken back exactly, and what was compared before them is stale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.anchoring import anchor
from briefing_app.library import Library
from briefing_app.model.change import ChangeKind
from briefing_app.model.comparison import Comparison, DifferenceKind, Relation
from briefing_app.model.dates import day_interval
from briefing_app.model.edit import PutRuling, RemoveRuling
from briefing_app.model.errors import EditRefused, LibraryError, NothingThere
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import ArticleId, EventId, RulingId
from briefing_app.model.ruling import (
    Belief,
    Credibility,
    Dismissed,
    Joined,
    Judged,
    Moved,
    Parted,
    Passage,
    Related,
    Reliability,
    Renamed,
    Rule,
    Ruling,
    Spoken,
    rulings_digest,
)
from briefing_app.model.span import Span
from tests.factories import NOON, document

ONE, TWO = ArticleId(1), ArticleId(2)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path, clock=lambda: NOON)
    for number in ("1", "2", "3"):
        opened.add(document(f"Ferry {number}", "The ferry came back on Monday."), number.encode(), f"{number}.txt")
    opened.put_groups([EventGroup("Ferry", day_interval(date(2026, 3, 2)), (ONE, TWO))])
    yield opened
    opened.close()


def passage(article: ArticleId) -> Passage:
    return Passage(article, anchor("Ferry 1\n\nThe ferry came back on Monday.", Span(9, 18)))


RULES: tuple[Rule, ...] = (
    Joined(((passage(ONE),), (passage(TWO),))),
    Parted((passage(ONE),), (passage(TWO),)),
    Moved((passage(ONE),), (), (passage(TWO),)),
    Related((passage(ONE),), ONE, Relation.WEAKER),
    Spoken(passage(ONE), "Brandt"),
    Renamed((ONE,), "Brandt", "Ilse Brandt"),
    Dismissed((passage(ONE),), ONE, DifferenceKind.NUMBER),
    Dismissed((passage(ONE),), ONE, None),
    Judged((passage(ONE),), Belief.DOUBTED, "why", Reliability("B"), Credibility(2)),
)


def put(library: Library, rule: Rule, number: int = 0) -> None:
    library.apply(PutRuling(Ruling(RulingId(number), rule, NOON)))


@pytest.mark.parametrize("rule", RULES)
def test_every_kind_comes_back_as_it_was_ruled(library: Library, rule: Rule) -> None:
    put(library, rule)

    assert library.rulings([ONE]) == (Ruling(RulingId(1), rule, NOON),)
    last = library.undoable()
    assert last is not None
    assert last.edit == PutRuling(Ruling(RulingId(1), rule, NOON))


def test_rulings_are_found_by_every_article_that_they_are_about(library: Library) -> None:
    put(library, RULES[0])
    put(library, RULES[4])

    assert [one.id for one in library.rulings([TWO])] == [1]
    assert [one.id for one in library.rulings([ONE, TWO])] == [1, 2]
    assert library.rulings([ArticleId(3)]) == ()


def test_the_feed_names_the_articles_before_and_after(library: Library) -> None:
    put(library, Related((passage(ONE),), ONE, Relation.WEAKER))
    end = library.last_change()
    put(library, Related((passage(TWO),), TWO, Relation.WEAKER), number=1)

    assert [(c.kind, c.subject) for c in library.changes_after(end)] == [(ChangeKind.ARTICLE_RULED, 1), (ChangeKind.ARTICLE_RULED, 2)]


def test_a_comparison_from_before_a_ruling_is_stale_until_it_is_taken_back(library: Library) -> None:
    stored = Comparison("1", (ONE, TWO), tuple(a.digest for a in library.articles([ONE, TWO])))
    library.put_comparison(EventId(1), stored)
    put(library, RULES[0])
    assert library.comparison(EventId(1)) is None
    library.undo()
    assert library.comparison(EventId(1)) == stored


def test_a_comparison_made_under_the_rulings_is_current(library: Library) -> None:
    put(library, RULES[0])
    digests = tuple(a.digest for a in library.articles([ONE, TWO]))
    library.put_comparison(EventId(1), Comparison("1", (ONE, TWO), digests, ruled=rulings_digest(library.rulings([ONE, TWO]))))
    assert library.comparison(EventId(1)) is not None


def test_what_is_about_nothing_or_nobody_is_refused(library: Library) -> None:
    with pytest.raises(EditRefused):
        put(library, Joined(()))
    with pytest.raises(NothingThere):
        put(library, Spoken(passage(ArticleId(9)), "Brandt"))
    with pytest.raises(LibraryError):
        library.apply(RemoveRuling(RulingId(7)))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(("put", "change", "remove")), st.sampled_from(RULES), st.integers(1, 4)), max_size=8))
def test_undo_restores_exactly_and_redo_does_again(library: Library, steps: list[tuple[str, Rule, int]]) -> None:
    states = [library.rulings([ONE, TWO])]
    done = 0
    for what, rule, number in steps:
        there = {one.id for one in states[-1]}
        if what == "put":
            put(library, rule)
        elif number in there and what == "change":
            put(library, rule, number)
        elif number in there:
            library.apply(RemoveRuling(RulingId(number)))
        now = library.rulings([ONE, TWO])
        if now != states[-1]:
            states.append(now)
            done += 1
    for state in reversed(states[:-1]):
        library.undo()
        assert library.rulings([ONE, TWO]) == state
    for state in states[1:]:
        library.redo()
        assert library.rulings([ONE, TWO]) == state
    for _ in range(done):
        library.undo()
