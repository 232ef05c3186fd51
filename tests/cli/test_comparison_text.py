"""What the command line says of corrections: which rows are corrected, and how many corrections wait for their words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from briefing_app.anchoring import anchor
from briefing_app.cli.comparison_text import tell
from briefing_app.comparison import compare
from briefing_app.language import read
from briefing_app.model.annotation import Anchor
from briefing_app.model.comparison import ClaimStatus, Copy, DifferenceKind, Mark, Nearest, Relation, Unweighed
from briefing_app.model.ids import RulingId
from briefing_app.model.ruling import Belief, Judged, Passage, Ruling
from briefing_app.model.span import Span
from tests.comparison.test_compare import FERRY
from tests.factories import NOON, article, stated


def test_corrected_rows_and_pending_corrections_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    article = FERRY[0]
    there = Passage(article.id, anchor(article.text, article.document.told()[1].span))
    gone = Passage(article.id, Anchor("An elephant crossed the town hall square at noon", "", "", Span(0, 48), ""))
    rulings = [Ruling(RulingId(n), Judged((one,), Belief.DOUBTED), NOON) for n, one in enumerate((there, gone), start=1)]
    tell(compare(FERRY, [read(one.document) for one in FERRY], rulings), FERRY)

    told = capsys.readouterr().out
    assert told.count("corrected or judged by the analyst") == 1
    assert "1 correction pending" in told


def test_a_passage_that_may_say_it_is_told_with_how_sure_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    found = compare(FERRY, [read(one.document) for one in FERRY])
    number, claim = next((n, claim) for n, claim in enumerate(found.claims) if claim.status is ClaimStatus.ONLY)
    silent = next(k for k, cell in enumerate(claim.cells) if cell.relation is Relation.ABSENT)
    there = FERRY[silent].document.told()[1].span
    cells = tuple(replace(cell, nearest=Nearest(there, 0.7, k == silent)) if not cell.spans else cell for k, cell in enumerate(claim.cells))
    claims = (*found.claims[:number], replace(claim, cells=cells), *found.claims[number + 1 :])
    tell(replace(found, claims=claims, omissions=()), FERRY)

    told = capsys.readouterr().out
    assert "and perhaps elsewhere" in told
    assert f"a{silent + 1}    perhaps, 70% sure: “" in told


def test_what_one_source_alone_has_names_who_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    words = "A cafe on the quay served soup. The company violated the sanctions, the Commerce Department said."
    told = (FERRY[0], article(2, "Cafe opens", words))
    tell(compare(told, [read(one.document) for one in told]), told)

    after = capsys.readouterr().out.split("The company violated the sanctions")[1].splitlines()
    assert [line.strip() for line in after[1:3]] == ["only in a2", "told by Commerce Department"]


def test_words_of_two_tellers_in_one_row_of_one_source_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    found = compare(FERRY, [read(one.document) for one in FERRY])
    claim = next(claim for claim in found.claims if claim.status is ClaimStatus.ONLY)
    alone = next(cell for cell in claim.cells if cell.spans)
    said = [one.attribution for one in found.attributions if one.article == alone.article]
    plain = next(one.span for one in FERRY[alone.article - 1].document.told() if not any(one.span.overlap(it.span) for it in said))
    cells = tuple(replace(cell, spans=(plain, said[0].span)) if cell is alone else cell for cell in claim.cells)
    tell(replace(found, claims=(replace(claim, cells=cells),), omissions=()), FERRY)

    words = capsys.readouterr().out
    assert words.count("told by") == 1
    assert words.count("“") >= 2


def test_a_conflict_inside_one_article_is_not_said_to_be_between_sources(capsys: pytest.CaptureFixture[str]) -> None:
    found = compare(FERRY, [read(one.document) for one in FERRY])
    both = next(claim for claim in found.claims if claim.status is ClaimStatus.CONFLICT)
    first = next(cell for cell in both.cells if cell.spans)
    alone = replace(both, cells=tuple(cell if cell is first else replace(cell, relation=Relation.ABSENT, spans=()) for cell in both.cells))
    tell(replace(found, claims=(alone, both), omissions=()), FERRY)

    told = capsys.readouterr().out
    between, _, within = told.partition("CONTRADICTED WITHIN ONE SOURCE")
    assert "THE SOURCES CONTRADICT EACH OTHER" in between
    assert "c2 " in between
    assert "c1 " in within
    assert "THE SOURCES CONTRADICT EACH OTHER" not in within


def test_silence_in_another_language_is_not_told_as_absence(capsys: pytest.CaptureFixture[str]) -> None:
    one, other, *_rest = FERRY
    foreign = replace(other, document=replace(other.document, language=stated("ar")))
    pair = (one, foreign)
    tell(compare(pair, [read(article.document) for article in pair]), pair)

    told = capsys.readouterr().out
    assert "another language, not compared: a2" in told
    assert "not in a2" not in told


def test_what_one_source_alone_has_is_told_with_its_marks(capsys: pytest.CaptureFixture[str]) -> None:
    found = compare(FERRY, [read(one.document) for one in FERRY])
    claim = next(claim for claim in found.claims if claim.status is ClaimStatus.ONLY)
    cells = tuple(replace(cell, marks=(Mark(DifferenceKind.HEDGE, "“may”"),)) if cell.spans else cell for cell in claim.cells)
    tell(replace(found, claims=(replace(claim, cells=cells),), omissions=()), FERRY)

    assert "hedge: “may”" in capsys.readouterr().out


def test_what_was_not_weighed_is_told_before_the_claims(capsys: pytest.CaptureFixture[str]) -> None:
    found = compare(FERRY, [read(one.document) for one in FERRY])
    tell(found, FERRY)
    assert "weighed" not in capsys.readouterr().out
    tell(replace(found, unweighed=Unweighed(12_000, 72_000)), FERRY)

    told = " ".join(capsys.readouterr().out.partition("THE SOURCES CONTRADICT")[0].split())
    assert "12,000 of 72,000 pairs that look alike were not weighed" in told
    assert "Compare fewer or shorter articles." in told


def test_copies_are_told_as_one_group(capsys: pytest.CaptureFixture[str]) -> None:
    found = compare(FERRY, [read(one.document) for one in FERRY])
    numbers = found.articles[:3]
    tell(replace(found, copies=tuple(Copy(a, b, 0.5 + a / 10) for a, b in combinations(numbers, 2))), FERRY)
    tell(replace(found, copies=(Copy(*numbers[:2], 0.5),)), FERRY)

    told = " ".join(capsys.readouterr().out.split())
    assert "a1, a2 and a3 carry one text, and share 60% to 70% of the shorter one's wording, pair by pair" in told
    assert told.count("of the shorter one's wording") == 2
    assert "a1 and a2 share 50% of the shorter one's wording" in told
