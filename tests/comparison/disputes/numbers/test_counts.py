"""Counts that differ and are yet both right, on own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.comparison.disputes.numbers.counted import counts_of
from briefing_app.comparison.disputes.numbers.counts import Tallies, pairs_to_weigh
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.article import Article
from briefing_app.model.comparison import ClaimStatus, DifferenceKind
from tests.comparison.test_disputes import disputes
from tests.factories import article


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        pytest.param(
            "A gunman opened fire at a fair in Tarnow.",
            "The attack at the fair in Tarnow left three dead.",
            "Four people were killed at the fair in Tarnow, including the suspected gunman.",
            id="with and without the doer",
        ),
        pytest.param(
            "The Harriers play on Sunday.",
            "The Harriers won 40 games last season and reached the final.",
            "The Harriers won 18 of their next 23 games last season and reached the final.",
            id="some of the next ones",
        ),
        pytest.param(
            "Parliament debated the budget of Ostland.",
            "The budget of Ostland is 3.65 billion crowns.",
            "The budget of Ostland has 4.1 billion crowns in spending cuts.",
            id="a sum and its change",
        ),
        pytest.param(
            "Tests for the fever go on in Ostland.",
            "In Ostland 15 percent of all fever tests came back positive in March.",
            "In Ostland the share of fever tests that came back positive fell from 20 percent to 15.4 percent in March.",
            id="a value that no longer holds",
        ),
        pytest.param(
            "Ostland votes on Sunday.",
            "Hauk won the lake district by 11 percentage points in the last election.",
            "Hauk won there by 20 percentage points in the last election.",
            id="of a place told elsewhere",
        ),
        pytest.param(
            "Ostland votes on Sunday.",
            "Hauk won the north by 11 points.",
            "Hauk won the south by 4 points.",
            id="of two places",
        ),
        pytest.param(
            "Ostland shares its vaccine.",
            "Ostland will send 2.5 million doses to Westland and 1.5 million to Nordland.",
            "Ostland will send 4 million doses to Westland and Nordland.",
            id="parts that add up",
        ),
        pytest.param(
            "A bomb went off in Tarnow.",
            "The bomb in Tarnow injured more than two dozen people.",
            "The bomb in Tarnow injured 29 people.",
            id="more than what is nearly as much",
        ),
        pytest.param(
            "A gunman opened fire at a fair in Tarnow.",
            "Three people were killed at the fair in Tarnow.",
            "One suspect was shot and killed at the fair in Tarnow.",
            id="others who died",
        ),
        pytest.param(
            "The bank of Kolm closes branches.",
            "The bank of Kolm closed at least 12 branches in Ostland.",
            "The bank of Kolm closed 40 branches in Ostland.",
            id="at least twelve are also forty",
        ),
        pytest.param(
            "The bank of Kolm closes branches.",
            "The bank of Kolm closed up to 50 branches in Ostland.",
            "The bank of Kolm closed 40 branches in Ostland.",
            id="up to fifty are also forty",
        ),
        pytest.param(
            "A fever spreads in Ostland.",
            "The fever killed 799 people in the past 24 hours in Ostland, the ministry said.",
            "The fever has killed 1,342 people in Ostland, the ministry said.",
            id="those of one day, and all",
        ),
        pytest.param(
            "A fever spreads in Ostland.",
            "Ostland recorded 799 deaths in one day, the ministry said.",
            "Ostland has recorded 1,342 deaths, the ministry said.",
            id="in one day",
        ),
        pytest.param(
            "A fever spreads in Ostland.",
            "Ostland recorded 799 deaths on Tuesday, the ministry said.",
            "Ostland has recorded 1,342 deaths, the ministry said.",
            id="reported on one day",
        ),
        pytest.param(
            "Ministers of Ostland met over a blacklist in Kolm.",
            "The blacklist of Ostland now holds 61 people.",
            "The ministers added 17 people to the blacklist of Ostland.",
            id="some that were added",
        ),
        pytest.param(
            "The finance ministry of Ostland published its forecast.",
            "The deficit of Ostland will reach 4.8 percent this year.",
            "Next year the deficit of Ostland is forecast to shrink to 3.9 percent.",
            id="of another year",
        ),
        pytest.param(
            "Hurricane Ada came ashore in Kolm.",
            "The winds of Ada reached 130 mph at landfall in Kolm.",
            "The winds of Ada had dropped to 60 mph behind Kolm.",
            id="what it came down to",
        ),
        pytest.param(
            "Ostland trades with its neighbours.",
            "The law lets Ostland approve trade deals with 11 Inland Sea nations.",
            "Hauk would keep the 12-nation Inland Sea trade deal of Ostland.",
            id="the own nation counted too",
        ),
        pytest.param(
            "Ostland votes for its parliament.",
            "The Greens of Petra Hauk have won 157 of 338 seats in Ostland.",
            "The Greens of Petra Hauk won 157 seats in Ostland.",
            id="some of all the seats",
        ),
        pytest.param(
            "The rocket Ada stands on its pad in Kolm.",
            "The three boosters of the rocket Ada are strapped together with 27 engines.",
            "Rocket Ada: Height: 70 metres Stages: 2 Boosters: 3 Engines: 27",
            id="the name of the next figure in a table",
        ),
        pytest.param(
            "The parliament of Ostland votes on the judge.",
            "The rule of the house requires a supermajority of 60 votes to overcome such a filibuster.",
            "Petra Hauk added that she had the 41 votes necessary to filibuster the judge.",
            id="votes for other things",
        ),
        pytest.param(
            "Hurricane Ada came ashore in Kolm.",
            "Hurricane Ada hovered near Kolm with sustained winds of about 40 mph.",
            "Hurricane Ada hovers near Kolm with sustained winds over 40 mph.",
            id="one reading of a gauge",
        ),
        pytest.param(
            "Pirates attack ships off Lindholm.",
            "Pirates have attacked as many as 100 ships off Lindholm this year.",
            "Pirates have attacked nearly 100 ships off Lindholm this year.",
            id="both no more than that",
        ),
        pytest.param(
            "False news of the vote in Ostland spread.",
            "The network of Ostland lists the top 20 false stories of the vote.",
            "The network of Ostland lists about 20 false stories of the vote.",
            id="the first of a list",
        ),
        pytest.param(
            "Prices on the exchange of Kolm fell.",
            "The index of Kolm closes at a 3-year low.",
            "Oil prices dropped to an 18-year low.",
            id="lows of two things",
        ),
        pytest.param(
            "The emails of the judge Pavel Orr are out.",
            "Senator Petra Hauk released 12 pages of emails of the judge Pavel Orr.",
            "Senator Petra Hauk released emails of the judge Pavel Orr, a combined 26 pages.",
            id="all together",
        ),
        pytest.param(
            "The court of Ostland ruled on the travel ban.",
            "The travel ban of Ostland affects two non-coastal countries.",
            "The travel ban of Ostland affects six coastal countries.",
            id="such, and others",
        ),
    ],
)
def test_counts_that_can_both_be_right(context: str, a: str, b: str) -> None:
    assert disputes(context, a, b) == ()


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        pytest.param(
            "The harbour bank of Kolm lends money.",
            "The harbour bank of Kolm said it had approved more than 1.5 million loans to fishermen.",
            "The harbour bank of Kolm said it had approved nearly 1.7 million loans to fishermen.",
            id="far more than an exact least",
        ),
        pytest.param(
            "The bank of Kolm closes branches.",
            "The bank of Kolm closed at least 12 branches in Ostland.",
            "The bank of Kolm closed nine branches in Ostland.",
            id="at least twelve are not nine",
        ),
        pytest.param(
            "The bank of Kolm closes branches.",
            "The bank of Kolm closed up to 30 branches in Ostland.",
            "The bank of Kolm closed 40 branches in Ostland.",
            id="up to thirty are not forty",
        ),
        pytest.param(
            "A gunman opened fire at a fair in Tarnow.",
            "Four people were killed and 12 more injured at the fair in Tarnow.",
            "Four people were killed and 21 injured at the fair in Tarnow.",
            id="all of the hurt, beside the dead",
        ),
        pytest.param(
            "A gunman opened fire at a fair in Tarnow.",
            "The gunman opened fire at the fair in Tarnow, striking four people.",
            "Six people were injured at the fair in Tarnow.",
            id="struck, injured",
        ),
        pytest.param(
            "A gunman opened fire at a fair in Tarnow.",
            "The attack at the fair in Tarnow left 15 injured.",
            "About a dozen people were injured at the fair in Tarnow. Police had initially said that 15 people were injured.",
            id="what was said at first does not hold",
        ),
        pytest.param(
            "Ostland trades with its neighbours.",
            "The law lets Ostland approve trade deals with nine Inland Sea nations.",
            "Hauk would keep the 12-nation Inland Sea trade deal of Ostland.",
            id="a number before the noun, in one word",
        ),
        pytest.param(
            "A gunman opened fire at a fair in Tarnow.",
            "The shooting at the fair in Tarnow left 49 people dead.",
            "The gunman killed 50 people at the fair in Tarnow.",
            id="a toll is counted one by one",
        ),
        pytest.param(
            "A gunman opened fire at a fair in Tarnow.",
            "The shooting at the fair in Tarnow left 43 people dead.",
            "Now 50 lives have been taken at the fair in Tarnow.",
            id="lives taken",
        ),
        pytest.param(
            "Pirates hold ships off Lindholm.",
            "Pirates off Lindholm hold a dozen ships and nearly 300 sailors.",
            "Pirates off Lindholm hold 12 ships and more than 300 sailors.",
            id="not reached, and exceeded",
        ),
        (
            "Hurricane Ada came ashore in Kolm on Friday.",
            "Winds reached 130 miles per hour when Ada made landfall in Kolm.",
            "Ada hit Kolm with winds of 115 mph when it made landfall, officials said.",
        ),
        (
            "A gunman opened fire at a fair in Tarnow.",
            "The attack at the fair in Tarnow injured four people.",
            "Six people, including two officers and a clerk, were injured at the fair in Tarnow.",
        ),
        (
            "A freight plane went down in the hills near Kolm.",
            "All seven members of the crew, who were from Ostland, lost their lives near Kolm.",
            "The eight crew members, all of them from Ostland, were killed near Kolm.",
        ),
        (
            "The retail group Delmar takes over its rival Tessco.",
            "Delmar will pay 7.4 billion dollars for Tessco, the groups said.",
            "The takeover of Tessco by Delmar values Tessco at 6.2 billion dollars, the groups said.",
        ),
    ],
)
def test_counts_that_cannot_both_be_right(context: str, a: str, b: str) -> None:
    assert [one.kind for one in disputes(context, a, b)] == [DifferenceKind.NUMBER]


def test_the_day_on_which_an_article_was_written_is_no_other_occasion() -> None:
    posted = "The singer of Kolm posted {} photos of the harbour concert on the network{}."
    a, b = posted.format("four", ""), posted.format("three", " on Tuesday, May 7, 2024")
    assert [one.kind for one in disputes("A singer mourns.", a, b, date(2024, 5, 7), date(2024, 5, 7))] == [DifferenceKind.NUMBER]
    assert disputes("A singer mourns.", a, b, date(2024, 9, 7), date(2024, 9, 7)) == ()


def test_a_toll_above_the_least_that_was_known_is_a_progression() -> None:
    (found,) = disputes("A bus crashed near Kolm.", "At least nine people were killed in Kolm.", "Forty-two people were killed in Kolm.")

    assert (found.kind, found.status) == (DifferenceKind.PROGRESSION, ClaimStatus.PROGRESSION)


def test_a_number_in_words_is_no_year() -> None:
    (found,) = disputes("Helix cuts jobs.", "Helix will cut two thousand jobs in Brenz.", "Helix will cut 1,200 jobs in Brenz.")

    assert found.why == "two thousand jobs against 1,200 jobs"


def test_a_child_among_the_dead_does_not_explain_another_toll() -> None:
    context = "A bus crashed near Tarnow."

    assert disputes(context, "Three people died in the crash.", "Four people died in the crash, including a child.")


@pytest.mark.parametrize("sentences", [60, 120, 480])
def test_a_text_full_of_one_kind_of_count_is_weighed_in_bounded_pairs(sentences: int) -> None:
    """Near-identical tables of two articles: the pairs that are looked at stay bounded however long the tables are."""
    tables = []
    for number, first in ((1, 3), (2, 5)):
        lines = [f"In district {k} the police arrested {first + 7 * k} people on Sunday." for k in range(sentences)]
        one = article(number, None, *lines)
        tallies = Tallies()
        for k, side in enumerate(sides(one)):
            tallies.add(counts_of(k, side))
        tables.append(tallies)

    assert len(list(pairs_to_weigh(*tables))) <= 400


def sides(one: Article) -> list[Side]:
    """The sentences of an article."""
    study = Study((one,), (read(one.document),))
    return [study.side(k) for k in range(len(study.units))]


def test_what_somebody_posted_is_counted() -> None:
    (found,) = disputes(
        "Lena Marsh mourned.", "The singer posted four photos with her dog.", "The singer posted three photos with her dog."
    )

    assert found.why == "four photos against three photos"


def test_a_value_that_one_article_tells_both_ways_is_no_conflict() -> None:
    first, other = "About 80 diggers were sent to the mine at Kolm.", "More than 80 diggers were sent to the mine at Kolm."
    assert disputes("A mine at Kolm collapsed.", first, other)
    assert not disputes("A mine at Kolm collapsed.", f"{first} In all more than 80 diggers dug.", other)


def test_a_day_of_the_news_is_no_other_occasion() -> None:
    found = disputes(
        "The singer Pavel Orr mourns his cousin.",
        "Orr posted four photos of his cousin on his page.",
        "Orr posted three photos of his cousin on Tuesday, Dec. 26, 2017, on his page.",
        date(2017, 12, 27),
        date(2017, 12, 28),
    )

    assert [one.why for one in found] == ["four photos against three photos"]


def test_a_day_of_another_year_is_another_occasion() -> None:
    found = disputes(
        "The singer Pavel Orr mourns his cousin.",
        "Orr posted four photos of his cousin on his page.",
        "Orr posted three photos of his cousin on Tuesday, Dec. 26, 2017, on his page.",
        date(2019, 12, 27),
        date(2019, 12, 28),
    )

    assert found == ()


def test_how_long_a_report_is_hangs_on_no_occasion() -> None:
    found = disputes(
        "The auditor of Lund has ended her inquiry.",
        "Her 448-page report on the bridge was printed.",
        "Her 488-page report on the bridge that fell in 2016 was printed.",
    )

    assert [one.kind for one in found] == [DifferenceKind.NUMBER]


def test_some_of_those_known_settle_no_count_of_all() -> None:
    found = disputes(
        "Pirates attacked the tanker Gibe off Lindholm.",
        "The pirates came in two boats, and the tanker Gibe fled from the pirates.",
        "The pirates came in three ships, and another two boats fled from the tanker Gibe with the pirates.",
    )

    assert [one.kind for one in found] == [DifferenceKind.NUMBER]


def test_a_part_is_a_second_value_and_settles_none() -> None:
    texts = "Hauk saw 40 ships, and another 23 ships.", "Hauk saw 40 ships.", "Then Hauk saw 23 ships."
    told, whole, part = (
        list(counts_of(0, Study((one,), (read(one.document),)).side(0))) for one in (article(1, None, text) for text in texts)
    )
    tallies = Tallies()
    tallies.add(told)

    assert not tallies.sole(whole[0])
    assert tallies.reconciles(whole[0], exact=False)
    assert not tallies.reconciles(part[0], exact=False)


def test_a_day_of_an_undated_article_is_its_news() -> None:
    posted = "Orr posted {} photos of his cousin on his page{}."
    found = disputes("The singer Pavel Orr mourns.", posted.format("four", ""), posted.format("three", " on Tuesday, Dec. 26, 2017"))

    assert [one.why for one in found] == ["four photos against three photos"]
    assert not disputes("The singer Pavel Orr mourns.", posted.format("four", ""), posted.format("three", " in 2017"))


@pytest.mark.parametrize(("when", "found"), [("A day earlier", 1), ("Last Friday", 1), ("Last year", 0), ("Two years earlier", 0)])
def test_what_was_a_day_earlier_is_no_other_occasion(when: str, found: int) -> None:
    first = f"{when} a gunman opened fire at the fair in Tarnow, striking four people."
    assert len(disputes("A fair in Tarnow ended.", first, "Six people were injured at the fair in Tarnow.")) == found


@pytest.mark.parametrize(("first", "found"), [("up to 44 million", 1), ("up to 20 million", 0)])
def test_a_most_far_above_the_count_is_another_one(first: str, found: int) -> None:
    a, b = f"Hackers took the data of {first} users of Norvik Mail.", "Hackers took the data of 15.2 million users of Norvik Mail."
    assert len(disputes("Norvik Mail was robbed of data.", a, b)) == found


def test_one_thing_under_two_names_is_counted_together() -> None:
    (found,) = disputes(
        "A mine at Kolm collapsed.", "Some 60 excavators are being used at the mine.", "Over 80 diggers were sent to the mine."
    )

    assert found.why == "Some 60 excavators against Over 80 diggers"
