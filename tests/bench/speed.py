"""How fast articles come in: imported, cleaned, stored and indexed, beside recollindex on the same files in the same run.

Seconds of the clock, so the ratio says something on a busy machine too, the seconds little. Set ``BRIEFING_BENCH_ARTICLES`` for another
number of files. Called off is an import of the same files half a second after its first article.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from briefing_app.pipeline import Workbench
from tests.bench.scale import files_of

ARTICLES = int(os.environ.get("BRIEFING_BENCH_ARTICLES", "1000"))
_PATIENCE_S = 3600
_PULSE_S = 0.02


def measure(shared: Path) -> dict[str, float]:
    """Seconds, articles a second and ratios."""
    files = files_of(ARTICLES, shared)
    with tempfile.TemporaryDirectory(prefix="briefing-bench-", dir=files.parent) as own:
        ours = _ours(Path(own, "library"), files)
        figures: dict[str, float] = {"articles": ARTICLES, "ours, s": ours, "ours, articles a second": ARTICLES / ours}
        if shutil.which("recollindex"):
            theirs = _recoll(Path(own, "recoll"), files)
            figures |= {"recollindex, s": theirs, "ours / recollindex": ours / theirs}
        else:
            print("    recollindex is not installed and not measured (apt-get install recoll)", file=sys.stderr)
        figures |= _called_off(Path(own, "other"), files)
    return {**figures, "load of the machine meanwhile": os.getloadavg()[0]}


def _ours(folder: Path, files: Path) -> float:
    """Until every article is stored and can be found; grouping and comparing go on after that."""
    workbench = Workbench.open(folder)
    try:
        begun = time.perf_counter()
        report = workbench.import_paths([files], lambda _progress: None).future.result(_PATIENCE_S)
        while workbench.library.behind():
            time.sleep(_PULSE_S)
        taken = time.perf_counter() - begun
    finally:
        workbench.close()
    assert len(report.imported) + len(report.duplicates) >= ARTICLES
    return taken


def _recoll(home: Path, files: Path) -> float:
    home.mkdir()
    (home / "recoll.conf").write_text(f"topdirs = {files}\nskippedPaths =\n", encoding="utf-8")
    begun = time.perf_counter()
    subprocess.run(["recollindex", "-c", str(home)], capture_output=True, check=True)
    return time.perf_counter() - begun


def _called_off(folder: Path, files: Path) -> dict[str, float]:
    """From the call to the end of the job, and what of the report is in the library afterwards."""
    workbench = Workbench.open(folder)
    begun = threading.Event()
    try:
        job = workbench.import_paths([files], lambda progress: begun.set() if progress.done else None)
        begun.wait(_PATIENCE_S)
        time.sleep(0.5)
        called = time.perf_counter()
        job.cancel()
        report = job.future.result(_PATIENCE_S)
        taken = time.perf_counter() - called
        stored = len(workbench.library.article_ids())
    finally:
        workbench.close()
    return {"called off within, s": taken, "stored when called off": stored, "of them reported": len(report.imported)}
