"""How fast articles come in: imported, cleaned, stored and indexed, beside recollindex on the same files in the same run.

The ratio of the clock is what somebody waits on a machine of their own; that of the processor holds on a busy one too, where our writer,
which lets everybody else go first, waits long. Set ``BRIEFING_BENCH_ARTICLES`` for another number of files. Called off is an import of the
same files after its first articles.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from briefing_app.pipeline import Workbench
from tests.bench.scale import files_of

ARTICLES = int(os.environ.get("BRIEFING_BENCH_ARTICLES", "1000"))
_PATIENCE_S = 3600
_PULSE_S = 0.02
_FIRST = 50


def measure(shared: Path) -> dict[str, float]:
    """Seconds, articles a second and ratios."""
    files = files_of(ARTICLES, shared)
    with tempfile.TemporaryDirectory(prefix="briefing-bench-", dir=files.parent) as own:
        ours, used = _timed(lambda: _ours(Path(own, "library"), files))
        figures: dict[str, float] = {"articles": ARTICLES, "ours, s": ours, "ours, articles a second": ARTICLES / ours}
        figures["ours, s of the processor"] = used
        if shutil.which("recollindex"):
            theirs, their_use = _timed(lambda: _recoll(Path(own, "recoll"), files))
            figures |= {"recollindex, s": theirs, "recollindex, s of the processor": their_use}
            figures |= {"ours / recollindex": ours / theirs, "ours / recollindex, of the processor": used / their_use}
        else:
            print("    recollindex is not installed and not measured (apt-get install recoll)", file=sys.stderr)
        figures |= _called_off(Path(own, "other"), files)
    return {**figures, "load of the machine meanwhile": os.getloadavg()[0]}


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds of the clock, and of the processor in this process and in those that it has started and that have ended."""
    begun, used = time.perf_counter(), _used()
    work()
    return time.perf_counter() - begun, _used() - used


def _used() -> float:
    return sum(each.ru_utime + each.ru_stime for each in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def _ours(folder: Path, files: Path) -> None:
    """Until every article is stored and can be found; grouping and comparing would go on after that."""
    workbench = Workbench.open(folder)
    try:
        report = workbench.import_paths([files], lambda _progress: None).future.result(_PATIENCE_S)
        while workbench.library.behind():
            time.sleep(_PULSE_S)
    finally:
        workbench.close()
    assert len(report.imported) + len(report.duplicates) >= ARTICLES


def _recoll(home: Path, files: Path) -> None:
    home.mkdir()
    (home / "recoll.conf").write_text(f"topdirs = {files}\nskippedPaths =\n", encoding="utf-8")
    subprocess.run(["recollindex", "-c", str(home)], capture_output=True, check=True)


def _called_off(folder: Path, files: Path) -> dict[str, float]:
    """From the call to the end of the job, and what of the report is in the library afterwards."""
    workbench = Workbench.open(folder)
    try:
        job = workbench.import_paths([files], lambda _progress: None)
        while len(workbench.library.article_ids()) < _FIRST and not job.future.done():
            time.sleep(_PULSE_S)
        called = time.perf_counter()
        job.cancel()
        report = job.future.result(_PATIENCE_S)
        taken = time.perf_counter() - called
        stored = len(workbench.library.article_ids())
    finally:
        workbench.close()
    return {"called off within, s": taken, "stored when called off": stored, "of them reported": len(report.imported)}
