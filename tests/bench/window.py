"""The window on a large library: how soon it stands, how smoothly it scrolls, how soon an article is there, what it holds in memory.

A real window on a screen in memory, with the delegates and the fonts that everybody sees, in a process of its own; each figure in
milliseconds from the key, wheel or choice until the picture has been sent to the screen. The library has no full-text index: making one of
100,000 articles takes some twenty minutes, and the window has to open on a library whose index is behind. So the writer worker is at its
work, niced, while the figures are taken. ``python tests/bench/scale.py`` makes the library ahead.
"""

from __future__ import annotations

import os
import statistics
from pathlib import Path

from tests.bench.scale import library_of
from tests.bench.screen.display import copy_of, screen, told_by

ARTICLES = 100_000
_OPENINGS = 3


def measure(shared: Path) -> dict[str, float]:
    """Times in milliseconds, memory in MB. The window is opened several times; the openings' median counts, and the last one is used."""
    library = library_of(ARTICLES, shared)
    with screen() as environment, copy_of(library) as own:
        openings = [told_by("reading_room", [str(own), "opening"], environment) for _ in range(_OPENINGS - 1)]
        used = told_by("reading_room", [str(own)], environment)
    figures = used | {name: statistics.median(run[name] for run in (*openings, used)) for name in openings[0]}
    return {**figures, "load of the machine meanwhile": os.getloadavg()[1]}
