"""The small analyses: copies, omissions, origins, timeline, synonyms."""

from __future__ import annotations

from datetime import date

from briefing_app.comparison.copies import COPY, copies_of, copy_groups
from briefing_app.comparison.omissions import omissions_of
from briefing_app.comparison.origins import first_named, origins_of
from briefing_app.comparison.synonyms import relatives
from briefing_app.comparison.timeline import timeline_of
from briefing_app.comparison.units import units_of
from briefing_app.language import read
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Copy, Place, Relation
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from tests.factories import article

LONG = "The council of Hameln voted on Tuesday to close the old mill, to move its archive to the castle and to lease the land."


def test_a_copy_with_a_new_lead_is_still_a_copy() -> None:
    articles = [
        article(1, None, LONG),
        article(2, None, "Hameln decides.", LONG),
        article(3, None, "Bees thrive in the city of Graz this year."),
    ]
    units = [unit for column, one in enumerate(articles) for unit in units_of(column, one, read(one.document))]
    copies = copies_of(articles, units)

    assert [(copy.a, copy.b) for copy in copies] == [(1, 2)]
    assert copies[0].share >= COPY
    assert copy_groups(articles, copies) == (0, 0, 2)


def test_a_rewrite_is_no_copy() -> None:
    articles = [article(1, None, LONG), article(2, None, LONG)]

    assert copy_groups(articles, [Copy(ArticleId(1), ArticleId(2), COPY - 0.01)]) == (0, 1)


def claim(*carried: bool) -> Claim:
    cells = tuple(
        Cell(ArticleId(k), Relation.STATES if there else Relation.ABSENT, (Span(0, 3),) if there else ())
        for k, there in enumerate(carried, start=1)
    )
    return Claim(ClaimStatus.SOME, "abc", Place(ArticleId(1), Span(0, 3)), cells)


def test_an_omission_needs_two_carriers_and_most_of_the_others() -> None:
    claims = [claim(True, True, False), claim(True, False, False), claim(True, True, False, False, False), claim(True, True, True, False)]

    assert [(omission.article, omission.claim) for omission in omissions_of(claims)] == [(3, 0), (4, 3)]


def test_the_origin_is_the_first_link_with_a_name() -> None:
    assert first_named(("anonymous sources", "Kurier", "Nordfunk")) == "Kurier"
    assert first_named(("officials",)) == ""


def test_articles_that_go_back_to_one_paper_have_one_origin() -> None:
    articles = [
        article(1, None, "The bank will close its branch in Celle, according to the Kurier."),
        article(2, None, "According to the Kurier, the bank is to leave Celle."),
    ]
    units = [unit for column, one in enumerate(articles) for unit in units_of(column, one, read(one.document))]
    shared = [origin for origin in origins_of(units) if len(origin.articles) == 2]

    assert [origin.name.split()[-1] for origin in shared] == ["Kurier"]


def test_the_timeline_runs_forward() -> None:
    one = article(1, None, "The court ruled on 3 March 2026 against the dairy. The dairy had sued on 12 January 2025.")
    entries = timeline_of(units_of(0, one, read(one.document)))

    assert [entry.date.day for entry in entries] == [date(2025, 1, 12), date(2026, 3, 3)]


def test_near_meanings_are_known_both_ways() -> None:
    assert relatives("exclud")["bar"] >= 0.5
    assert relatives("bar")["exclud"] >= 0.5
    assert relatives("met")["meet"] == 1.0
    assert relatives("no-such-stem") == {}
