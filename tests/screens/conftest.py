"""The libraries of the pictures, each imported once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing_app.pipeline import Workbench
from tests.screens.worlds import World, make
from tests.ui.conftest import COUNCIL, HARBOUR_A, HARBOUR_B, JAPANESE, garbage_here_alone, qapp

__all__ = ["garbage_here_alone", "qapp"]

ARABIC = """ميناء ليندو يعود إلى العمل

أعلنت سلطة الميناء أن ميناء ليندو عاد إلى العمل يوم الثلاثاء 3 مارس 2026 بعد العاصفة.
"""
LONG = "A headline that goes on and on " * 12 + "\n\nOne sentence. " + "Averyverylongwordwithoutanyblank" * 40 + " and the end.\n"


@pytest.fixture(scope="module")
def hung(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """A library with two accounts of one event, a single article, Japanese, Arabic, and one with too much of everything."""
    folder = tmp_path_factory.mktemp("articles")
    texts = {"a": HARBOUR_A, "b": HARBOUR_B, "c": COUNCIL, "d": JAPANESE, "e": ARABIC, "f": LONG}
    for name, words in texts.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    bench = Workbench.open(tmp_path_factory.mktemp("library"))
    bench.import_paths([folder], lambda _progress: None).future.result(timeout=100)
    bench.catch_up(lambda _progress: None).future.result(timeout=100)
    yield bench
    bench.close()


@pytest.fixture(scope="session")
def world_bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[World], Workbench]]:
    """Opens the library of a world; one is open at a time, and each is made when it is asked for first."""
    folders: dict[World, Path] = {}
    opened: dict[World, Workbench] = {}

    def bench(world: World) -> Workbench:
        if world not in opened:
            close()
            if world not in folders:
                folders[world] = make(world, tmp_path_factory.mktemp(world.value))
            opened[world] = Workbench.open(folders[world])
        return opened[world]

    def close() -> None:
        while opened:
            opened.popitem()[1].close()

    yield bench
    close()
