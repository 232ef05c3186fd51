"""What the command line says of corrections: which rows are corrected, and how many corrections wait for their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.anchoring import anchor
from briefing_app.cli.comparison_text import tell
from briefing_app.comparison import compare
from briefing_app.language import read
from briefing_app.model.annotation import Anchor
from briefing_app.model.comparison import ClaimStatus, Nearest, Relation
from briefing_app.model.ids import RulingId
from briefing_app.model.ruling import Belief, Judged, Passage, Ruling
from briefing_app.model.span import Span
from tests.comparison.test_compare import FERRY
from tests.factories import NOON


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
