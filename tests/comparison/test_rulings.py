"""The analyst's rulings as inputs of the comparison: rows joined, parted and changed, who says it, what is dismissed, what is pending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.anchoring import anchor
from briefing_app.comparison import Comparer, compare
from briefing_app.language import read
from briefing_app.model.article import Article
from briefing_app.model.comparison import Claim, ClaimStatus, Comparison, Relation
from briefing_app.model.ids import RulingId
from briefing_app.model.ruling import (
    Belief,
    Dismissed,
    Joined,
    Judged,
    Moved,
    Parted,
    Passage,
    Passages,
    Related,
    Renamed,
    Rule,
    Ruling,
    Spoken,
)
from briefing_app.model.span import Span
from tests.comparison.test_compare import FERRY
from tests.factories import NOON, article

FINDINGS = [read(one.document) for one in FERRY]


def ruled(*rules: Rule, articles: Sequence[Article] = FERRY) -> Comparison:
    findings = FINDINGS if articles is FERRY else [read(one.document) for one in articles]
    return compare(articles, findings, [Ruling(RulingId(n + 1), rule, NOON) for n, rule in enumerate(rules)])


def row_of(comparison: Comparison, words: str) -> Claim:
    return next(claim for claim in comparison.claims if any(words in text for text in texts_of(claim)))


def texts_of(claim: Claim) -> list[str]:
    return [span.of(text_of(cell.article)) for cell in claim.cells for span in cell.spans]


def text_of(number: int) -> str:
    return next(one.text for one in FERRY if one.id == number)


def passages(claim: Claim, article: int | None = None) -> Passages:
    return tuple(
        Passage(cell.article, anchor(text_of(cell.article), span))
        for cell in claim.cells
        for span in cell.spans
        if article in (None, cell.article)
    )


PLAIN = ruled()
CAFE, DIVERS, CONFLICT = (row_of(PLAIN, words) for words in ("cafe on the quay", "Divers will", "not ignored"))


def test_without_rulings_nothing_changes_and_nothing_is_noted() -> None:
    assert compare(FERRY, FINDINGS) == PLAIN
    assert (PLAIN.ruled, PLAIN.pending) == ("", ())


def test_joined_rows_are_one_and_say_so() -> None:
    found = ruled(Joined((passages(CAFE), passages(DIVERS))))

    row = row_of(found, "cafe on the quay")
    assert any("Divers will" in words for words in texts_of(row))
    assert row.rulings == (1,)
    assert row.status is ClaimStatus.ALL
    assert sum("cafe on the quay" in words for claim in found.claims for words in texts_of(claim)) == 1


def test_joined_sentences_are_a_sure_pair() -> None:
    found = ruled(Joined((passages(CAFE), passages(DIVERS))))

    cafe = text_of(2).index("A cafe")
    assert any(pair.score == 1.0 and cafe in (pair.a.span.start, pair.b.span.start) for pair in found.pairs)


def test_a_parted_passage_has_a_row_of_its_own() -> None:
    mine = passages(DIVERS, 3)
    found = ruled(Parted(mine, passages(DIVERS, 1)))

    with_three = [claim for claim in found.claims if "Divers" in " ".join(texts_of(claim)) and claim.cells[2].spans]
    assert [claim.status for claim in with_three] == [ClaimStatus.ONLY]
    assert with_three[0].rulings == (1,)


def test_a_moved_passage_leaves_one_row_for_another() -> None:
    found = ruled(Moved(passages(DIVERS, 3), passages(DIVERS, 1), passages(CAFE)))

    row = row_of(found, "cafe on the quay")
    assert [span.of(text_of(3)) for span in row.cells[2].spans] == [span.of(text_of(3)) for span in DIVERS.cells[2].spans]
    assert row.cells[0].spans == ()
    assert not row_of(found, "Divers will inspect the hull on Thursday").cells[2].spans


def test_the_later_ruling_wins() -> None:
    joined = Joined((passages(CAFE), passages(DIVERS)))
    parted = Parted(passages(CAFE), passages(DIVERS))

    assert len(texts_of(row_of(ruled(joined, parted), "cafe"))) == 1
    assert len(texts_of(row_of(ruled(parted, joined), "cafe"))) == 3


def test_parting_a_conflict_ends_it() -> None:
    assert CONFLICT.status is ClaimStatus.CONFLICT
    found = ruled(Parted(passages(CONFLICT, 1), passages(CONFLICT, 2)))

    assert not [claim for claim in found.claims if claim.status is ClaimStatus.CONFLICT]


def test_a_fixed_relation_makes_or_ends_a_conflict() -> None:
    contradicting = next(cell.article for cell in CONFLICT.cells if cell.relation is Relation.CONTRADICTS)
    ended = row_of(ruled(Related(passages(CONFLICT), contradicting, Relation.STATES)), "not ignored")
    assert (ended.status, ended.rulings) == (ClaimStatus.SOME, (1,))

    made = row_of(ruled(Related(passages(DIVERS), FERRY[2].id, Relation.CONTRADICTS)), "Divers")
    assert made.status is ClaimStatus.CONFLICT
    assert made.cells[2].relation is Relation.CONTRADICTS


def test_a_dismissed_mark_is_gone_and_its_row_stays() -> None:
    kind = next(mark.kind for cell in CONFLICT.cells for mark in cell.marks)
    number = next(cell.article for cell in CONFLICT.cells if cell.marks)
    found = ruled(Dismissed(passages(CONFLICT), number, kind))

    row = row_of(found, "not ignored")
    assert row.status is not ClaimStatus.CONFLICT
    assert not [mark for cell in row.cells if cell.article == number for mark in cell.marks if mark.kind is kind]
    assert 1 in row.rulings


def test_a_dismissed_omission_is_gone() -> None:
    three = article(4, "Ferry", "The ferry Solveig ran aground on a reef off Marnstad on Tuesday evening with 140 passengers aboard.")
    four = (*FERRY[:2], three, article(5, "Weather", "Snow fell on the hills above the town all night, forecasters said."))
    plain = ruled(articles=four)
    omission = plain.omissions[0]
    claim = plain.claims[omission.claim]
    rows = tuple(
        Passage(cell.article, anchor(next(a.text for a in four if a.id == cell.article), span))
        for cell in claim.cells
        for span in cell.spans
    )
    found = ruled(Dismissed(rows, omission.article, None), articles=four)

    assert len(found.omissions) == len(plain.omissions) - 1


def test_a_speaker_is_renamed_and_a_passage_given_to_another() -> None:
    found = ruled(Renamed((FERRY[0].id,), "Ilse Brandt", "The harbour office"))
    assert "The harbour office" in {told.attribution.source for told in found.attributions}
    assert "Ilse Brandt" not in {told.attribution.source for told in found.attributions}

    place = passages(CAFE)[0]
    found = ruled(Spoken(place, "The cook"))
    assert row_of(found, "cafe").cells[1].chain == ("The cook",)


def test_a_judgement_is_noted_on_its_row_and_changes_nothing_else() -> None:
    found = ruled(Judged(passages(CONFLICT), Belief.DOUBTED, "one source", credibility=None))

    assert row_of(found, "not ignored").rulings == (1,)
    assert [replace(claim, rulings=()) for claim in found.claims] == list(PLAIN.claims)


def test_words_that_are_gone_leave_the_ruling_pending_and_others_find_it_again() -> None:
    strange = replace(anchor(text_of(2), Span(0, 20)), quote="An elephant crossed the town hall square", prefix="", suffix="")
    gone = Passage(FERRY[1].id, strange)
    found = ruled(Parted((gone,), passages(DIVERS)), Judged(passages(DIVERS), Belief.BELIEVED))
    assert found.pending == (1,)

    told = (zone.span.of(FERRY[1].text).replace("served", "gave") for zone in FERRY[1].document.zones[1:])
    changed = article(2, "Solveig ferry strikes reef near Marnstad", *told)
    found = ruled(Joined((passages(CAFE), passages(DIVERS))), articles=(FERRY[0], changed, FERRY[2]))
    assert found.pending == ()
    assert any(claim.rulings == (1,) for claim in found.claims)


def test_of_articles_that_are_not_compared_nothing_is_pending() -> None:
    found = ruled(Joined((passages(CAFE), passages(DIVERS))), articles=(FERRY[0], FERRY[2]))

    assert found.pending == ()
    assert {claim.rulings for claim in found.claims} == {()}


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    claims = st.sampled_from(PLAIN.claims)
    one, other = draw(claims), draw(claims)
    kind = draw(st.sampled_from(("join", "part", "move", "relate", "judge")))
    if kind == "join":
        return Joined((passages(one), passages(other)))
    if kind == "part":
        return Parted(passages(one)[:1], passages(one)[1:] or passages(other))
    if kind == "move":
        return Moved(passages(one)[:1], passages(one)[1:], passages(other))
    number = passages(one)[0].article
    if kind == "relate":
        return Related(passages(one), number, draw(st.sampled_from([r for r in Relation if r is not Relation.ABSENT])))
    return Judged(passages(one), Belief.OPEN)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(rules(), max_size=4))
def test_whatever_is_ruled_every_row_holds_words_and_no_sentence_is_lost(made: list[Rule]) -> None:
    found = ruled(*made)

    assert all(any(cell.spans for cell in claim.cells) for claim in found.claims)
    for number, one in enumerate(FERRY):
        there = [span for claim in found.claims for span in claim.cells[number].spans]
        for claim in PLAIN.claims:
            assert all(any(span.overlap(other) for other in there) for span in claim.cells[number].spans), one.id
    assert ruled(*made) == found


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(rules(), st.just(Renamed((FERRY[0].id,), "Ruth Bell", "R. Bell"))), max_size=4))
def test_who_has_compared_the_articles_before_finds_the_same(made: list[Rule]) -> None:
    rulings = [Ruling(RulingId(n + 1), rule, NOON) for n, rule in enumerate(made)]
    comparer = Comparer(FERRY, FINDINGS)
    for count in (0, len(rulings), len(rulings) // 2, 0):
        assert comparer.compare(rulings[:count]) == compare(FERRY, FINDINGS, rulings[:count])


def test_rulings_that_do_nothing_here_are_ignored() -> None:
    elsewhere = Passage(article(9, None, "Nothing of this.").id, anchor("Nothing of this.", Span(0, 7)))

    assert replace(ruled(Parted((elsewhere,), (elsewhere,))), ruled="") == PLAIN


@pytest.mark.parametrize("relation", [Relation.WEAKER, Relation.STRONGER, Relation.ADDS_DETAIL])
def test_any_relation_can_be_fixed(relation: Relation) -> None:
    assert row_of(ruled(Related(passages(DIVERS), FERRY[2].id, relation)), "Divers").cells[2].relation is relation
