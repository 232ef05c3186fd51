"""What is worked out for the weighed pairs alone is what all stems of all sentences give."""

from __future__ import annotations

import numpy as np
import pytest

from briefing_app.comparison.alignment.align import weigh
from briefing_app.comparison.alignment.near_meanings import met_in_pairs
from briefing_app.comparison.matrices.row_products import kept_sparse
from briefing_app.language import read
from tests.factories import article

TOLD = (
    ("The mayor closed the harbour on Monday because a tanker had run aground.", "Divers will look for a leak, and the owner will pay."),
    ("The port was shut after a ship struck a reef.", "Bees thrive in the gardens of the old town, said a biologist.", "Rain fell."),
)


def test_at_the_stems_of_the_other_side_it_is_what_the_whole_matrix_holds() -> None:
    articles = [article(number, None, *lines) for number, lines in enumerate(TOLD, 1)]
    weighing = weigh(articles, [read(one.document) for one in articles])
    like, i, j = weighing.likeness, np.array([0, 0, 1]), np.array([2, 3, 3])

    units, clauses = met_in_pairs(like, i, j)

    words = kept_sparse(like.words)
    first, counts = like.clause_of
    compared = 0
    for one, other in (*zip(i, j, strict=True), *zip(j, i, strict=True)):
        stems = words.columns[words.starts[other] : words.starts[other + 1]]
        assert units.dense(one, one + 1)[0, stems] == pytest.approx(like.met[one, stems], abs=1e-5)
        for clause in range(first[one], first[one] + counts[one]):
            assert clauses.dense(clause, clause + 1)[0, stems] == pytest.approx(like.clause_met[clause, stems], abs=1e-5)
            compared += np.count_nonzero(clauses.dense(clause, clause + 1)[0, stems])
    assert compared > 0


def test_a_sentence_that_is_in_no_pair_is_held_against_none() -> None:
    articles = [article(number, None, *lines) for number, lines in enumerate(TOLD, 1)]
    weighing = weigh(articles, [read(one.document) for one in articles])
    words = kept_sparse(weighing.likeness.words)

    units, _ = met_in_pairs(weighing.likeness, np.array([0]), np.array([2]))

    assert units.counts[1] == words.counts[1]
