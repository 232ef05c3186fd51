"""How disk, indexing, questions and the searching process's memory grow from 10,000 to 100,000 articles.

Each size is measured in a process of its own, so that memory is that of one library. ``BRIEFING_BENCH_SIZES`` names others ("10000,30000");
an index is built once and kept with the library in the temporary folder. Times are of the processor. Memory is the proportional set size
(PSS) of Linux after all questions, the mapped pages of the index in it; the window's own is among the figures of ``window``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

import numpy as np  # noqa: E402

from briefing_app.library import Library  # noqa: E402
from tests.bench.rivals import PHRASES, WORDS, index_mb  # noqa: E402
from tests.bench.scale import library_of  # noqa: E402

SIZES = [int(size) for size in os.environ.get("BRIEFING_BENCH_SIZES", "10000,30000,100000").split(",")]
QUESTIONS = (*WORDS, *PHRASES, "invest*", "inflaton~", "bank NOT market", "title:oil", "bank w/5 loan")
WORST = "the w/3 of"


def measure(shared: Path) -> dict[str, float]:
    """Figures by number of articles."""
    figures: dict[str, float] = {}
    for size in SIZES:
        folder = library_of(size, shared if shared.is_dir() else None)
        command = [sys.executable, str(Path(__file__)), "--one", str(folder)]
        told = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
        built: dict[str, float] = json.loads(told.splitlines()[0])
        asked: dict[str, float] = json.loads(subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout)
        for name, value in (asked | built).items():
            figures[f"{size:,} articles: {name}"] = value
    return figures


def one(folder: Path) -> dict[str, float]:
    """What is measured of one library, in this process."""
    figures: dict[str, float] = {}
    with closing(Library.open(folder)) as library:
        begun, behind = time.process_time(), library.behind()
        library.index_pending()
        if behind:
            figures["indexed a second"] = behind / (time.process_time() - begun)
        figures["database, MB"] = (folder / "library.sqlite").stat().st_size / 2**20
        figures["index, MB"] = index_mb(folder)
        if behind:
            return figures  # the memory of building is none of searching: the next process asks
        figures["first question, ms"] = _ms(library, "harbour", 1)
        times = [_ms(library, query, 2) for query in QUESTIONS]
        figures["questions p50, ms"], figures["questions p95, ms"] = (float(np.percentile(times, share)) for share in (50, 95))
        figures[f"“{WORST}”, ms"] = _ms(library, WORST, 2)
        figures["searching process, PSS, MB"] = _pss()
    return figures


def _ms(library: Library, query: str, often: int) -> float:
    times = []
    for _ in range(often):
        begun = time.thread_time()
        library.search(query)
        times.append(1000 * (time.thread_time() - begun))
    return min(times)


def _pss() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(one(Path(sys.argv[2]))) + "\n")
