"""What the command line says of corrections: which rows are corrected, and how many corrections wait for their words."""

from __future__ import annotations

import pytest

from briefing_app.anchoring import anchor
from briefing_app.cli.comparison_text import tell
from briefing_app.comparison import compare
from briefing_app.language import read
from briefing_app.model.annotation import Anchor
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
