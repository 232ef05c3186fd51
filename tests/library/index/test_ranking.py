"""Whatever has been added, corrected and merged: the same hits with the same scores as Whoosh's exact ranking of a fresh index."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from briefing_app.library.articles import Due
from briefing_app.library.index import merging
from briefing_app.library.index.index import Asked, Index
from briefing_app.model.article import Article
from briefing_app.model.search import SortOrder
from tests.factories import article
from tests.library.index.test_executor import ARTICLES, TREES, WORDS, no_sets
from tests.library.index.whoosh_reference import ranked, stock_index


def corrected(number: int, chance: random.Random) -> Article:
    return article(number, " ".join(chance.choices(WORDS, k=3)), " ".join(chance.choices(WORDS, k=9)), source="Pier News", language="de")


def edited(index: Index, chance: random.Random) -> list[Article]:
    """Add, correct and merge by chance; the articles that are left."""
    live: dict[int, Article] = {}
    place = 0
    waiting = list(ARTICLES)
    while waiting or chance.random() < 0.5:
        batch: list[Due] = []
        if waiting and chance.random() < 0.8:
            for new in waiting[: chance.randint(1, 5)]:
                place += 1
                waiting.remove(new)
                batch.append(Due(new, place, place))
                live[new.id] = new
        elif live:
            number = chance.choice(list(live))
            place += 1
            live[number] = corrected(number, chance)
            batch.append(Due(live[number], place, 0))
        if batch:
            assert index.extend(batch, index.position(), lambda: False) == len(batch)
        while chance.random() < 0.5 and index.tidy():
            pass
    return list(live.values())


@pytest.mark.parametrize("seed", range(3))
def test_whooshs_exact_ranking(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_ALIKE", 3)
    index = Index(tmp_path / "index")
    live = edited(index, random.Random(seed))
    with stock_index(tmp_path / "stock", live) as searcher:

        @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
        @given(node=TREES)
        def compare(node: object) -> None:
            found = index.find(Asked(node, ""), no_sets)  # type: ignore[arg-type]
            mine = dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True))
            theirs = ranked(searcher, node, found.languages)  # type: ignore[arg-type]
            assert mine.keys() == theirs.keys()
            assert mine == pytest.approx(theirs)
            assert [number for number, _ in found.first(50, SortOrder.RELEVANCE)] == best(theirs, live)

        compare()
    index.close()


def best(scores: dict[int, float], live: Sequence[Article]) -> list[int]:
    """The first fifty: by score, ties to the newer, then to the lower number."""
    days = {
        one.id: one.document.date.value.last.toordinal() if one.document.date.value and one.document.date.value.last else 0 for one in live
    }
    return sorted(scores, key=lambda number: (-round(scores[number], 9), -days[number], number))[:50]  # type: ignore[index]
