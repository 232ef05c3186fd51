"""The acceptance material of exports: how many files are read or skipped with a reason, and how many feeds read as their heads expect."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from briefing_app.importers import read
from briefing_app.model.errors import ImportSkipped
from tests.importers.feed_heads import Verdict, judge


def measure(shared: Path) -> dict[str, float]:
    """Counts of files."""
    folder = shared / "data" / "exports"
    came = Counter(_read(path) for path in sorted(folder.rglob("*")) if path.is_file())
    heads = Counter(judge(path) for path in sorted((folder / "feed").iterdir()))
    return {
        "files": came.total(),
        "files read": came["read"],
        "files skipped with a reason": came["skipped"],
        "feeds that expect something": heads.total() - heads[Verdict.NONE],
        "feeds read as their heads expect": heads[Verdict.HELD],
        "feeds listed as exceptions": heads[Verdict.EXCEPTED],
        "feeds read otherwise": heads[Verdict.BROKEN],
    }


def _read(path: Path) -> str:
    try:
        return "read" if list(read(path.read_bytes(), path.name)) else "nothing"
    except ImportSkipped as skipped:
        return "skipped" if skipped.reason else "nothing"
