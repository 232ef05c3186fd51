"""The questions of ``searching.py`` in 100,000 articles beside FTS5 and tantivy.

Not beside stock Whoosh, which takes up to a minute for a beginning there, nor recoll, whose index of so many files takes an hour. Our own
index takes half an hour to build, once.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.searching import measured_among

ARTICLES = 100_000


def measure(shared: Path) -> dict[str, float]:
    """Figures of ours and of the rivals, and ratios of the processor's time."""
    return measured_among(ARTICLES, shared, patient=False)


if __name__ == "__main__":
    for name, value in measure(Path(__file__).resolve().parents[3] / "shared").items():
        print(f"{name}: {value:.4g}")
