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
    runs = []
    with screen() as environment:
        for _ in range(_OPENINGS):
            with copy_of(library) as own:
                runs.append(told_by("reading_room", [str(own)], environment))
    figures = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    return {**figures, "load of the machine meanwhile": os.getloadavg()[1]}
