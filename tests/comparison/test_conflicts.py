"""Conflicts must be proven: unrelated articles have none, tellers of one article may contradict each other."""

from __future__ import annotations

import pytest

from briefing_app.comparison import compare
from briefing_app.comparison.conflicts import rows_of_their_own
from briefing_app.language import read
from briefing_app.model.article import Article
from briefing_app.model.comparison import ClaimStatus, Comparison, DifferenceKind
from tests.comparison.test_disputes import disputes
from tests.factories import article

HARD = (DifferenceKind.CONTRADICTION, DifferenceKind.NUMBER, DifferenceKind.STAGE, DifferenceKind.PROGRESSION)

UNRELATED = (
    article(1, "Bridge over the Weir closed", "The old bridge over the Weir is closed to lorries since Friday.", "Nobody was hurt."),
    article(2, "Choir wins prize", "The choir of Lindau won the first prize on Friday.", "It had not won since 1998, the conductor said."),
    article(3, "Dairy to hire 200", "The dairy Altmark will hire 200 people.", "The company denied that it had asked the state for money."),
    article(4, "Rain delays regatta", "The regatta on the lake did not begin on Friday because of rain.", "It will begin on Sunday."),
    article(5, "Museum buys map", "The museum bought a map of 1604 for 200 crowns.", "The seller did not want to be named."),
    article(6, "Bus crash near Orlova", "A bus crash near Orlova killed nine people on Friday.", "The driver denied drinking."),
    article(7, "Train derails in Velden", "A train derailed in Velden on Friday and killed 14 people.", "The line declined to comment."),
    article(8, "Bank raises rate", "The bank raised its rate to 4 percent on Friday.", "It plans to raise the rate again in May."),
    article(9, "Insurer loses money", "The insurer Vela lost 3 percent of its customers.", "It will not raise prices this year, it said."),
    article(
        10, "Mayor of Lund quits", "The mayor of Lund resigned on Friday.", "The railway praised her.", "She had denied all plans to go."
    ),
)


def compared(*articles: Article) -> Comparison:
    return compare(articles, [read(one.document) for one in articles])


@pytest.mark.parametrize("first", range(len(UNRELATED)))
def test_unrelated_articles_have_no_conflict(first: int) -> None:
    for step in (1, 3):
        some = [UNRELATED[(first + step * k) % len(UNRELATED)] for k in range(4)]
        comparison = compared(*some)
        assert not [claim.why for claim in comparison.claims if claim.status in (ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION)]
        assert not [one for one in comparison.differences if one.kind in HARD]


SHARED = "The fire in the harbour of Lund killed {} workers.", "Police in Lund arrested the owner of the harbour on Friday."
FILLED = (
    (["Bees", "Lamps", "Goats", "Violins", "Kites", "Clocks"], ["Ahlen", "Bonn", "Celle", "Dorum"], "in {} clover {}s are rare"),
    (["Seals", "Drums", "Pears", "Owls", "Tiles", "Ropes"], ["Mainz", "Neuss", "Peine", "Riesa"], "near {} island {}s do well"),
)


@pytest.mark.parametrize(("rest", "numbers"), [(0, 1), (24, 0)])
def test_two_sentences_that_long_articles_share_make_no_one_event_of_them(rest: int, numbers: int) -> None:
    articles = []
    for number, (things, towns, words) in enumerate(FILLED, start=1):
        others = [f"{thing} {words.format(town, thing.lower())}." for thing in things for town in towns][:rest]
        articles.append(article(number, None, *(told.format(11 + number) for told in SHARED), *others))
    assert sum(one.kind in HARD for one in compared(*articles).differences) == numbers


def test_two_tellers_of_one_article_are_both_shown() -> None:
    first = article(
        1,
        "Mayor and builder at odds over quay",
        "The builder Hansa promised the mayor a free quay wall when they met in Rostock in May, the Kurier said.",
        "Mayor Anna Lorenz said the builder Hansa did not promise a free quay wall when they met in Rostock.",
    )
    second = article(
        2,
        "No promise of a quay wall",
        "The builder Hansa did not promise a free quay wall when it met the mayor in Rostock in May, Lorenz said.",
    )
    conflicts = [claim for claim in compared(first, second).claims if claim.status is ClaimStatus.CONFLICT]

    assert conflicts
    assert conflicts[0].why


def test_planned_then_done_is_a_progression_and_no_conflict() -> None:
    before = article(1, "City plans to sell tram depot", "The city of Brno is planning to sell the tram depot to the brewery Starobrno.")
    after = article(2, "City sells tram depot", "The city of Brno sold the tram depot to the brewery Starobrno on Tuesday.")
    statuses = {claim.status for claim in compared(before, after).claims}

    assert ClaimStatus.PROGRESSION in statuses
    assert ClaimStatus.CONFLICT not in statuses


def test_silence_in_one_article_and_words_in_another() -> None:
    silent = article(1, "Nordlinie fined", "The shipping company Nordlinie was fined on Monday.", "Nordlinie declined to comment.")
    spoke = article(2, "Nordlinie fined", "The shipping company Nordlinie was fined on Monday.", "Nordlinie said it would appeal.")
    kinds = {difference.kind for difference in compared(silent, spoke).differences}

    assert DifferenceKind.PROGRESSION in kinds


def test_what_two_sentences_dispute_is_one_row() -> None:
    found = disputes("A man was shot in Brenz.", "Karl Weber, 34, was armed, police said.", "Karl Weber, 43, was unarmed, he said.")
    assert {one.kind for one in found} == {DifferenceKind.NUMBER, DifferenceKind.CONTRADICTION}
    assert len(rows_of_their_own(found)) == 1
