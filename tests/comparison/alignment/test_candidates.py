"""Which pairs are weighed when there are too many sentences for all of them."""

from __future__ import annotations

import pytest

from briefing_app.comparison.alignment import candidates, likeness
from briefing_app.comparison.alignment.align import weigh
from briefing_app.comparison.matrices import row_products
from briefing_app.comparison.matrices.all_products import dense
from briefing_app.model.comparison import Unweighed
from tests.comparison.alignment.test_align import weighed

TOLD = (
    "The mayor of Lindholm closed the harbour on Monday.",
    "The harbour of Lindholm was shut by its mayor on Monday morning.",
    "On Sunday the council had closed the port of Lindholm.",
    "Divers will look for a leak below the reef.",
    "A leak below the reef is what divers search for since Tuesday.",
)


def test_of_very_many_sentences_those_told_in_the_same_words_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Although others of near meaning are there, and far too few pairs are weighed for all."""
    monkeypatch.setattr(row_products, "_LARGE", 4)
    monkeypatch.setattr(likeness, "_LIKEST", 1)
    monkeypatch.setattr(candidates, "MOST", len(TOLD) * 3)  # as many as there are pairs of copies in three articles
    study = weigh(*weighed(TOLD, TOLD, TOLD))
    assert study.likeness.is_vast
    assert (dense(study.likeness.cosine).round(4) == 1).sum(axis=1).tolist() == [2] * len(study.likeness.units)
    chosen = candidates.choose(study.likeness)
    units = study.likeness.units
    assert sorted((units[a].text, units[b].text) for a, b in zip(chosen.i, chosen.j, strict=True)) == sorted(
        (one, one) for one in TOLD for _ in range(3)
    )


@pytest.mark.parametrize("vast", [False, True])
def test_what_is_too_much_to_be_weighed_is_counted(monkeypatch: pytest.MonkeyPatch, *, vast: bool) -> None:
    every = weigh(*weighed(TOLD, TOLD, TOLD))
    assert every.unweighed is None
    alike = sum(candidates.screen(every.likeness)(slice(0, 15))[every.i, every.j] > candidates._PLAIN)
    if vast:
        monkeypatch.setattr(row_products, "_LARGE", 4)
    monkeypatch.setattr(candidates, "MOST", 15)
    assert weigh(*weighed(TOLD, TOLD, TOLD)).unweighed == Unweighed(alike - 15, alike)


def test_where_nothing_that_looks_alike_was_left_out_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Although fewer counterparts of each sentence are looked for than usually."""
    every = weigh(*weighed(TOLD, TOLD, TOLD))
    monkeypatch.setattr(candidates, "MOST", 100)
    some = weigh(*weighed(TOLD, TOLD, TOLD))
    assert some.i.tolist() == every.i.tolist()
    assert some.unweighed is None
