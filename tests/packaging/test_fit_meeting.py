"""The fit of what words weigh: it sees what the program sees, and finds the words by which an expert pairs."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from briefing_app.comparison.alignment.align import weigh
from briefing_app.comparison.alignment.features import Weighing
from briefing_app.comparison.alignment.meeting import TRAITS, summed_up
from briefing_app.comparison.alignment.scoring import shipped
from briefing_app.language import read
from tests.factories import article

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging"
ONE = ["Lund closed the ferry harbour.", "Malmo bought a quay for the fishermen.", "Ystad sold forty berths."]
OTHER = ["Lund sold its old quay.", "Malmo closed forty streets.", "Ystad bought a ferry harbour in spring."]


@pytest.fixture
def recipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield importlib.import_module("fit_meeting")
    sys.modules.pop("fit_meeting", None)


@pytest.fixture
def weighing() -> Weighing:
    """Two articles of which both names and plain words are in common, but never those of the same sentences."""
    articles = [article(1, None, *ONE), article(2, None, *OTHER)]
    return weigh(articles, [read(one.document) for one in articles])


def test_the_fit_sees_what_the_program_sees(recipe: ModuleType, weighing: Weighing) -> None:
    meeting = shipped().meeting
    worths = np.concatenate([meeting.traits, meeting.nearnesses, [np.log(meeting.added)]])
    met = recipe.Met.of(weighing)

    shares = [met.told(side, worths)[0] for side in (met.forth, met.back)]

    np.testing.assert_allclose(summed_up(*shares), meeting.features(weighing), rtol=1e-4, atol=1e-5)


def test_the_slopes_are_those_of_the_shares(recipe: ModuleType, weighing: Weighing) -> None:
    met = recipe.Met.of(weighing)
    worths = np.linspace(-0.3, 0.4, recipe.WORTHS)
    _, slopes = met.told(met.forth, worths)

    for k, step in enumerate(np.eye(recipe.WORTHS) * 1e-5):
        rise = (met.told(met.forth, worths + step)[0] - met.told(met.forth, worths - step)[0]) / 2e-5
        np.testing.assert_allclose(slopes[:, k], rise, atol=1e-6)


def test_names_are_found_to_weigh_more_where_the_expert_pairs_by_them(recipe: ModuleType, weighing: Weighing) -> None:
    met, weight = recipe.Met.of(weighing), np.ones(len(weighing.i))
    by = []
    for place in (0, 1):  # the town, the verb
        stems = np.array([unit.words[place].stem for unit in weighing.units])
        by.append(recipe.fit_meeting([(met, (stems[weighing.i] == stems[weighing.j]).astype(float), weight)]))

    assert by[0].traits[TRAITS.index("name")] > 0 > by[1].traits[TRAITS.index("name")]
