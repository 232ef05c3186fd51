"""Once all is scored, only those matrices are held that the rows are made of; what is asked for again is the same again."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from briefing_app.comparison.alignment.align import align, weigh
from briefing_app.comparison.alignment.likeness import Likeness
from tests.comparison.alignment.test_align import FERRY, RETOLD, weighed

READ_LATER = ("held", "of_column", "local", "weight", "clause_of", "clause_words", "clause_related")


def test_what_only_the_scoring_reads_is_let_go_of() -> None:
    likeness = align(*weighed(FERRY, RETOLD)).weighing.likeness
    made = {name for name, value in vars(Likeness).items() if isinstance(value, cached_property)}

    for name in made:
        getattr(likeness, name)
    likeness.forget()

    assert made & vars(likeness).keys() == {*READ_LATER, "_near", "twin_of"}


def test_what_was_let_go_of_is_made_again() -> None:
    likeness = weigh(*weighed(FERRY, RETOLD)).likeness
    before, weight = likeness.cosine.copy(), likeness.weight

    likeness.forget()

    assert likeness.weight is weight
    assert np.array_equal(likeness.cosine, before)
