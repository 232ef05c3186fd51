"""How large a library of 100,000 articles is, how much memory each process takes on it, and what a backup and a check of it cost.

The library is the one that ``scale.py`` makes (no index), copied. Memory is the proportional set size (PSS) of Linux, so that pages which
processes share are counted once; that of the window is among the figures of ``window``.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.library import Library  # noqa: E402
from briefing_app.library.partial import new_mark  # noqa: E402
from briefing_app.pipeline.host import Host  # noqa: E402
from briefing_app.pipeline.requests import BackUp, CheckDatabase, FollowStep, Role, Setting  # noqa: E402
from tests.bench.scale import library_of  # noqa: E402

ARTICLES = 100_000
_MB = 2**20


def measure(shared: Path) -> dict[str, float]:
    """Sizes in MB, memory in MB of PSS, seconds."""
    with tempfile.TemporaryDirectory(prefix="briefing-footprint-") as place:
        folder = Path(place) / "library"
        _copied(library_of(ARTICLES, shared if shared.is_dir() else None), folder)
        begun = time.perf_counter()
        library = Library.open(folder)  # brings it to this version
        figures = {"articles": float(ARTICLES), "opening, with its migration, s": time.perf_counter() - begun}
        figures["database, MB"] = _size(folder / "library.sqlite")
        figures["originals, MB"] = sum(_size(path) for path in folder.glob("originals/??/*"))
        try:
            figures |= _processes(folder)
            figures |= _keeping(folder, Path(place) / "kept.briefing-backup")
        finally:
            library.close()
    return figures


def _copied(library: Path, folder: Path) -> None:
    """The library again: its originals, which are never changed, are linked instead of copied where the disk can."""
    folder.mkdir()
    shutil.copyfile(library / "library.sqlite", folder / "library.sqlite")
    try:
        shutil.copytree(library / "originals", folder / "originals", copy_function=os.link)
    except OSError:
        shutil.rmtree(folder / "originals", ignore_errors=True)
        shutil.copytree(library / "originals", folder / "originals")


def _processes(folder: Path) -> dict[str, float]:
    """Each worker once it is ready, the writer after two seconds of reading."""
    found = {}
    for role, request in ((Role.WRITER, FollowStep("findings", 2.0)), (Role.COMPUTE, None), (Role.PARSER, None)):
        host = Host(Setting(role, None if role is Role.PARSER else folder, read_only=role is not Role.WRITER))
        try:
            host._ready_process()  # all its imports are done
            if request is not None:
                host.ask(request)
            found[f"{role} process, PSS, MB"] = _pss(host)
        finally:
            host.close()
    return found


def _keeping(folder: Path, backup: Path) -> dict[str, float]:
    host = Host(Setting(Role.KEEPER, folder, read_only=True))
    try:
        begun = time.perf_counter()
        flaws = host.ask(CheckDatabase(full=False))
        quick = time.perf_counter() - begun
        begun = time.perf_counter()
        host.ask(BackUp(backup, new_mark()))
        made = time.perf_counter() - begun
        return {
            "flaws": float(len(flaws)),
            "quick check of the database, s": quick,
            "backup, s": made,
            "backup, MB": _size(backup),
            "keeper process after a backup, PSS, MB": _pss(host),
        }
    finally:
        host.close()


def _pss(host: Host) -> float:
    lines = Path(f"/proc/{host.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / _MB


def _size(path: Path) -> float:
    return path.stat().st_size / _MB
