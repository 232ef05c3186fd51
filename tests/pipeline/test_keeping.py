"""Backups and the way back in the keeper process, and what is left of one that is ended amid its work."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline import Progress
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.keeping import Keeping
from tests.factories import document

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs files that are read for as long as one likes")


def quiet(progress: Progress) -> None:
    del progress


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A library with an original that nobody ever reads to its end."""
    library = Library.open(tmp_path / "library")
    library.add(document("The ferry", "It came back."), b"The ferry", "ferry.txt")
    original = next(library.folder.glob("originals/??/*"))
    assert library.original(ArticleId(1))
    library.close()
    original.unlink()
    os.mkfifo(original)
    return library.folder


@pytest.mark.parametrize(
    ("begin", "half"),
    [
        (lambda keeping, place: keeping.back_up(place / "x.briefing-backup", quiet), "*.part"),
        (lambda keeping, _place: keeping.back_up(None, quiet), "library/backups/*.part"),
        (lambda keeping, place: keeping.take_out(place / "out", quiet), "*.part/originals"),
    ],
    ids=["backup", "automatic backup", "export"],
)
def test_what_is_ended_amid_its_work_leaves_nothing(
    endless: Path, tmp_path: Path, begin: Callable[[Keeping, Path], Job[object]], half: str
) -> None:
    keeping = Keeping(endless)
    job = begin(keeping, tmp_path)
    while not list(tmp_path.glob(half)) and not job.ended.is_set():
        time.sleep(0.02)
    assert not job.ended.is_set()
    keeping.close()
    assert not [path for path in tmp_path.rglob("*") if ".part" in path.name]
