"""The comparison as a whole: what analysts see, on invented articles, and that nothing breaks on thin or odd input."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.comparison import Comparer, compare
from briefing_app.comparison.alignment.align import align
from briefing_app.comparison.alignment.candidates import MOST
from briefing_app.comparison.alignment.features import FEATURES
from briefing_app.comparison.alignment.likeness import Likeness
from briefing_app.comparison.alignment.lone_doers import same_lone_deed
from briefing_app.comparison.claims import claims_of
from briefing_app.comparison.disputes import disputes_of
from briefing_app.comparison.disputes.pairing import asked
from briefing_app.comparison.disputes.related import related
from briefing_app.comparison.disputes.table import RULES
from briefing_app.comparison.labels import labels_of
from briefing_app.comparison.rows import ClauseLinks, rows_of
from briefing_app.comparison.stretches.sides import MOST_DEEDS
from briefing_app.comparison.study import Study
from briefing_app.language import idf, read
from briefing_app.model.analysis_versions import COMPARISON
from briefing_app.model.article import Article
from briefing_app.model.comparison import Claim, ClaimStatus, Comparison, Relation
from briefing_app.model.going_on import GoOn
from tests.factories import article

FIRST, SECOND = np.array([0]), np.array([1])
FERRY = (
    article(
        1,
        "Ferry runs aground off Marnstad",
        "The ferry Solveig ran aground on a reef off Marnstad on Tuesday evening with 140 passengers aboard.",
        "The harbour master, Ilse Brandt, said the captain had ignored two radio warnings before the ship struck the reef.",
        "Divers will inspect the hull on Thursday.",
    ),
    article(
        2,
        "Solveig ferry strikes reef near Marnstad",
        "A ferry with 140 passengers aboard, the Solveig, ran aground on a reef off the port of Marnstad on Tuesday evening.",
        "The shipping company Nordlinie said the captain had not ignored any radio warnings before the ship struck the reef.",
        "A cafe on the quay served soup to the passengers through the night.",
    ),
    article(
        3,
        "Passengers safe after ferry accident",
        "All passengers of the ferry Solveig, which ran aground on a reef off Marnstad on Tuesday, are safe.",
        "Divers will inspect the hull of the Solveig on Thursday, the coastguard said.",
    ),
)


def compared(articles: Sequence[Article]) -> Comparison:
    return compare(articles, [read(one.document) for one in articles])


@pytest.fixture(scope="module")
def ferry() -> Comparison:
    return compared(FERRY)


def claim_about(comparison: Comparison, words: str) -> Claim:
    return next(claim for claim in comparison.claims if words in claim.statement)


def test_what_is_raised_between_the_steps_ends_a_comparison_and_the_next_goes_on_from_there(ferry: Comparison) -> None:
    asked, allowed = 0, 10

    def go_on() -> None:
        nonlocal asked
        asked += 1
        if asked > allowed:
            raise CancelledError

    comparer = Comparer(FERRY, [read(one.document) for one in FERRY], (), go_on)
    while True:
        try:
            found = comparer.compare()
            break
        except CancelledError:
            assert asked == allowed + 1
            allowed += allowed
    assert found == ferry
    assert asked > len(FEATURES) + len(FERRY)


def test_a_text_without_full_stops_is_held_against_another_as_far_as_one_sentence_tells() -> None:
    told = "Ida Brandt said the harbour will cost {0} crowns and the ferry left pier {0} and the crane fell"
    endless = [" and ".join(told.format(k + shift) for k in range(30)) for shift in (0, 1)]
    articles = [article(number, "Ferry", words) for number, words in enumerate(endless, 1)]
    study = Study(articles, [read(one.document) for one in articles])
    assert max(len(study.side(unit).deeds) for unit in range(len(study.units))) == MOST_DEEDS


def test_the_shared_fact_is_one_row_with_every_article(ferry: Comparison) -> None:
    claim = next(claim for claim in ferry.claims if all(cell.relation is not Relation.ABSENT for cell in claim.cells))

    assert "Solveig" in " ".join(span.of(FERRY[0].text) for span in claim.cells[0].spans) + claim.statement


def test_a_denial_of_the_same_words_is_a_conflict_with_both_sides(ferry: Comparison) -> None:
    conflicts = [claim for claim in ferry.claims if claim.status is ClaimStatus.CONFLICT]

    assert len(conflicts) == 1
    assert "radio warnings" in conflicts[0].statement
    assert {cell.article for cell in conflicts[0].cells if cell.relation is not Relation.ABSENT} == {1, 2}
    assert any(cell.relation is Relation.CONTRADICTS for cell in conflicts[0].cells)


def test_what_one_article_alone_tells_is_its_own_row(ferry: Comparison) -> None:
    claim = claim_about(ferry, "soup")

    assert claim.status is ClaimStatus.ONLY
    assert [cell.relation for cell in claim.cells] == [Relation.ABSENT, Relation.STATES, Relation.ABSENT]


def test_rows_come_conflicts_first(ferry: Comparison) -> None:
    order = list(ClaimStatus)
    places = [order.index(claim.status) for claim in ferry.claims]

    assert places == sorted(places)


def test_what_two_of_three_carry_is_an_omission_of_the_third(ferry: Comparison) -> None:
    left_out = {(omission.article, ferry.claims[omission.claim].statement) for omission in ferry.omissions}

    assert any(number == 2 and "inspect the hull" in statement for number, statement in left_out)


def test_every_statement_and_span_is_verbatim(ferry: Comparison) -> None:
    texts = {one.id: one.text for one in FERRY}
    for claim in ferry.claims:
        assert claim.statement == " ".join(claim.statement_from.span.of(texts[claim.statement_from.article]).split())
        assert tuple(cell.article for cell in claim.cells) == ferry.articles
        for cell in claim.cells:
            assert bool(cell.spans) == (cell.relation is not Relation.ABSENT)
            assert all(any(span.holds(key) for span in cell.spans) for key in cell.key_spans)


def test_pairs_are_of_different_articles_and_scored(ferry: Comparison) -> None:
    assert ferry.pairs
    for pair in ferry.pairs + ferry.candidates:
        assert pair.a.article != pair.b.article
        assert 0 <= pair.score <= 1
    assert min(pair.score for pair in ferry.pairs) > max(pair.score for pair in ferry.candidates)


def test_identical_articles_are_copies_and_agree_on_everything() -> None:
    twin = article(9, "Ferry runs aground off Marnstad", *FERRY[0].text.split("\n\n")[1:])
    comparison = compared([FERRY[0], twin])

    assert [copy.share for copy in comparison.copies] == [1.0]
    assert {claim.status for claim in comparison.claims} == {ClaimStatus.ALL}


def test_a_copy_is_no_second_confirmation() -> None:
    twin = article(9, "Ferry runs aground off Marnstad", *FERRY[0].text.split("\n\n")[1:])
    other = article(10, "Council votes on bridge", "The council of Lund voted on Monday to repair the old bridge over the canal.")
    comparison = compared([FERRY[0], twin, other])

    carried_twice = [claim for claim in comparison.claims if claim.cells[0].spans and claim.cells[1].spans]
    assert carried_twice
    assert {claim.status for claim in carried_twice} == {ClaimStatus.ONLY}


@pytest.mark.parametrize(
    "articles",
    [
        [],
        [article(1, None)],
        [article(1, "Only a title")],
        [article(1, None), article(2, None)],
        [article(1, "One"), article(2, None, "")],
        [
            article(1, "港で火災", "港の倉庫で火曜日に火災があった。"),
            article(2, "倉庫で火災", "火曜日に港の倉庫で火災があり、けが人はなかった。"),
        ],
    ],
)
def test_thin_input_is_compared_without_a_fuss(articles: list[Article]) -> None:
    comparison = compared(articles)

    assert comparison.version == COMPARISON
    assert comparison.articles == tuple(one.id for one in articles)
    assert len(comparison.digests) == len(articles)


PLACES = ("Marnstad", "Osthaven", "Klint", "Varde", "Tolby", "Ingersund", "Rovik", "Stenby", "Halmar", "Aldnes")
DEEDS = (
    "closed the ferry line",
    "opened a second pier",
    "sold the old lighthouse",
    "asked the state for 40 boats",
    "put off the harbour fair",
)


def long_article(number: int, sentences: int) -> Article:
    """An article of so many different sentences, each told by every other long article in nearly the same words."""
    lines = [
        f"The council of {PLACES[k % len(PLACES)]} {DEEDS[k // 10 % len(DEEDS)]} for the {k // 50 + 2}th time on pier {k}."
        for k in range(sentences)
    ]
    return article(number, f"Harbours of the coast, part {number}", *lines)


def test_sixty_articles_are_compared_column_by_column() -> None:
    articles = [long_article(number, 4) for number in range(1, 61)]

    comparison = compared(articles)

    assert all(len(claim.cells) == 60 for claim in comparison.claims)
    assert all(claim.status is not ClaimStatus.CONFLICT for claim in comparison.claims)
    assert any(all(cell.spans for cell in claim.cells) for claim in comparison.claims)


def test_of_three_thousand_sentences_so_many_pairs_are_weighed_and_no_more() -> None:
    one, other = long_article(1, 1500), long_article(2, 1500)

    alignment = align([one, other], [read(one.document), read(other.document)])

    assert len(alignment.units) > 3000
    assert 0 < len(alignment.rows) <= MOST
    assert alignment.accepted


def test_an_article_of_three_thousand_sentences_alone_is_a_list_of_what_it_says() -> None:
    comparison = compared([long_article(1, 3000)])

    assert len(comparison.claims) > 2900
    assert {claim.status for claim in comparison.claims} == {ClaimStatus.ONLY}
    assert not comparison.pairs


def test_articles_that_report_nothing_in_common_are_not_read_for_disputes() -> None:
    """However long they are: none of their sentences is asked what it says."""
    bridge = article(
        2, "Council votes on bridge", *(f"The council of Lund did not vote on bridge {k}, said mayor Ida Holm." for k in range(9))
    )
    asked = 0

    def go_on() -> None:
        nonlocal asked
        asked += 1

    study = Study([FERRY[0], bridge], [read(one.document) for one in (FERRY[0], bridge)], go_on=go_on)
    assert not related(study)
    asked = 0
    assert disputes_of(study) == ()
    assert asked == 0


def test_articles_of_many_languages_are_compared_each_with_its_own() -> None:
    others = (
        article(
            4, "Fähre läuft auf Grund", "Die Fähre Solveig lief am Dienstag vor Marnstad mit 140 Passagieren auf ein Riff.", language="de"
        ),
        article(5, "フェリーが座礁", "フェリーは火曜日、マルンスタッド沖で座礁した。", language="ja"),
        article(6, "جنوح عبارة", "جنحت العبارة يوم الثلاثاء قبالة مارنستاد.", language="ar"),
        article(7, None, ""),
    )

    comparison = compared((*FERRY, *others))

    assert comparison.articles == tuple(range(1, 8))
    assert {pair.a.article for pair in comparison.pairs} >= {1, 2}
    told = {cell.article for claim in comparison.claims for cell in claim.cells if cell.spans}
    assert told == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize(
    "stage",
    [
        lambda study, ended: rows_of(ClauseLinks(study.alignment, ended)),
        lambda study, ended: same_lone_deed(study.units, study.twin_of, ended),
        lambda study, ended: asked(RULES[0], [study.side(0), study.side(1)], FIRST, SECOND, ended),
        lambda study, ended: Likeness(study.units, idf, ended).cosine,
        lambda study, ended: labels_of(replace(study, go_on=ended)),
    ],
    ids=["rows", "lone deeds", "rules", "likeness", "labels"],
)
def test_every_stage_of_a_comparison_can_be_ended_while_it_lasts(stage: Callable[[Study, GoOn], object]) -> None:
    """None of them lasts longer the more sentences there are without asking whether it may go on."""
    articles = (*FERRY, long_article(4, 5), long_article(5, 5))
    study = Study(articles, [read(one.document) for one in articles])

    def ended() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        stage(study, ended)


def test_sentences_that_stand_in_no_row_can_be_ended_one_by_one() -> None:
    """A long article beside which nothing stands makes thousands of them."""
    asked = 0

    def go_on() -> None:
        nonlocal asked
        asked += 1

    lone = long_article(1, 12)
    study = Study([lone], [read(lone.document)], go_on=go_on)
    assert not study.rows
    asked = 0
    claims, _ = claims_of(study, ())
    assert asked >= len(claims) > 12


def test_comparing_again_and_again_takes_no_more_memory() -> None:
    for _ in range(3):
        compared(FERRY)
    tracemalloc.start()
    compared(FERRY)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(20):
        compared(FERRY)
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()

    assert grown < 200_000


def test_the_same_articles_give_the_same_comparison(ferry: Comparison) -> None:
    assert compared(FERRY) == ferry


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(max_size=60), max_size=4), max_size=3))
def test_no_text_breaks_it(texts: list[list[str]]) -> None:
    articles = [
        article(number, "A title", *[text.replace("\r", "") for text in paragraphs]) for number, paragraphs in enumerate(texts, start=1)
    ]
    comparison = compared(articles)

    for one in articles:
        for pair in comparison.pairs:
            if pair.a.article == one.id:
                assert pair.a.span.end <= len(one.text)


def test_negating_words_are_not_what_two_sentences_share() -> None:
    told = (
        article(1, None, "The ferry Solveig did not sail from Brenz on Monday and nobody was hurt."),
        article(2, None, "On Monday the ferry Solveig did not leave Brenz, and nobody was hurt."),
    )

    (pair,) = compare(told, [read(one.document) for one in told]).pairs

    assert "Solveig" in pair.reasons
    assert not {"not", "nobody"} & set(pair.reasons)
