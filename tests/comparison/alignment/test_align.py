"""The bar lies where an expert would stop, inside fixed scores; rows hold only what is surely about one thing."""

from __future__ import annotations

import numpy as np
import pytest

from briefing_app.comparison.alignment.align import align, weigh
from briefing_app.comparison.alignment.scoring import bar, shipped
from briefing_app.comparison.rows import ClauseLinks, rows_of
from briefing_app.language import read
from briefing_app.model.article import Article
from briefing_app.model.findings import Findings
from tests.factories import article

FERRY = [
    "The council of Lund voted on Tuesday to close the ferry harbour.",
    "Mayor Ida Holm said the quay had been unsafe since the storm.",
    "Forty fishermen will lose their berths.",
    "A new quay would cost nine million crowns.",
]
RETOLD = [
    "Councillors in Lund decided on Tuesday that the ferry harbour will be closed.",
    "The quay has been unsafe since the storm, mayor Ida Holm told reporters.",
    "Bees thrive in the gardens of the old town.",
]


def weighed(*texts: list[str]) -> tuple[list[Article], list[Findings]]:
    articles = [article(k + 1, None, *text) for k, text in enumerate(texts)]
    return articles, [read(one.document) for one in articles]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 5.0])
def test_the_bar_lies_between_its_bounds(share: float) -> None:
    articles, findings = weighed(FERRY, RETOLD)
    weighing = weigh(articles, findings)
    scores = np.linspace(0, 1, len(weighing.i), dtype=np.float32)

    assert 0.28 <= bar(weighing, scores, share) <= 0.6


def test_a_larger_share_lowers_the_bar() -> None:
    articles, findings = weighed(FERRY, RETOLD)
    weighing = weigh(articles, findings)
    scores = np.linspace(0.1, 0.9, len(weighing.i), dtype=np.float32)
    bars = [bar(weighing, scores, share) for share in (0.2, 0.5, 0.8)]

    assert bars == sorted(bars, reverse=True)
    assert bars[0] > bars[-1]


def test_where_the_scores_promise_more_fewer_are_accepted() -> None:
    articles, findings = weighed(FERRY, RETOLD, FERRY[::-1])
    weighing = weigh(articles, findings)
    modest = np.linspace(0.28, 0.5, len(weighing.i), dtype=np.float32)
    few, many = (np.count_nonzero(scores >= bar(weighing, scores, 0.1)) for scores in (modest + np.float32(0.1), modest))

    assert 0 < few < many


def test_nothing_weighed_has_a_bar_too() -> None:
    articles, findings = weighed(["Bees thrive."], [])

    assert align(articles, findings).accepted == {}


def test_what_is_told_in_other_words_is_one_row_and_bees_are_none() -> None:
    articles, findings = weighed(FERRY, RETOLD)
    alignment = align(articles, findings, shipped())
    told = [sorted(alignment.units[unit].text[:12] for unit in row.units) for row in rows_of(ClauseLinks(alignment))]

    assert ["Councillors ", "The council "] in told
    assert ["Mayor Ida Ho", "The quay has"] in told
    assert not any("Bees thrive " in row for row in told)


def test_every_pair_of_a_row_is_accepted() -> None:
    articles, findings = weighed(FERRY, RETOLD, FERRY[::-1])
    alignment = align(articles, findings)
    for row in rows_of(ClauseLinks(alignment)):
        for i in row.units:
            for j in row.units:
                if alignment.units[i].column < alignment.units[j].column:
                    assert (i, j) in alignment.accepted


def test_what_cannot_be_read_without_the_clause_before_it_makes_no_row_of_its_own() -> None:
    quoted = "“Old ferries are floating coffins for the fishermen of Lund, and they are sinking at an alarming rate,”"
    articles, findings = weighed([*FERRY, f"{quoted} said Karl Berg."], [*RETOLD, f"{quoted} the captain Karl Berg told the council."])
    alignment = align(articles, findings)
    spoken = [unit for unit, one in enumerate(alignment.units) if "coffins" in one.text]

    rows = [row for row in rows_of(ClauseLinks(alignment)) if set(spoken) <= row.sentences]

    assert len(rows) == 1
    assert {(unit, clause) for unit in spoken for clause in (0, 1)} <= rows[0].clauses
