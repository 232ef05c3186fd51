"""Fills the disk at random moments of importing, editing, indexing and backing up.

    python tests/endurance/full_disk.py --minutes 5 --seed 1

The library lies on a file system in memory of a few megabytes (Linux only; without the right to mount, in a user namespace of its own).
What was told as kept must be there, nothing half; the error must name the disk; with room again everything goes on.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.library import Library  # noqa: E402
from briefing_app.model.errors import StorageFailed  # noqa: E402
from tests.endurance.rounds import BrokenPromise, change, everything, filled, main, require_found, require_whole  # noqa: E402
from tests.factories import NOON, document  # noqa: E402

DISK_MB = 24
_LEAST_FREE, _MOST_FREE = 4_000, 500_000


def one_round(chance: random.Random, top: Path) -> str:
    """Fill the disk but for some bytes, work until it is full, look, make room, go on."""
    with small_disk(top) as disk:
        filled(disk / "library", chance, 12).close()
        return _fill_and_go_on(chance, disk)


@contextmanager
def small_disk(top: Path, megabytes: int = DISK_MB) -> Iterator[Path]:
    """A file system in memory, mounted below ``top`` while the block runs."""
    disk = top / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(disk)], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def _fill_and_go_on(chance: random.Random, disk: Path) -> str:
    library = Library.open(disk / "library", clock=lambda: NOON)
    try:
        free = shutil.disk_usage(disk).free - chance.randint(_LEAST_FREE, _MOST_FREE)
        (disk / "filler").write_bytes(b"x" * free)
        what, work = chance.choice(WORKS)
        kept = _work_until_full(library, chance, work)
        if everything(library) != kept:
            raise BrokenPromise(f"after the disk was full while {what}, the library is not what it was before")
    finally:
        library.close()
    (disk / "filler").unlink()
    again = Library.open(disk / "library", clock=lambda: NOON)
    try:
        if everything(again) != kept:
            raise BrokenPromise(f"with room again after {what}, the library is not what it was before")
        require_found(again)
        require_whole(again)
        change(again, chance)
    finally:
        again.close()
    if left := [path.name for path in disk.rglob("*.part")]:
        raise BrokenPromise(f"left behind while {what}: {left}")
    return what


def _work_until_full(library: Library, chance: random.Random, work: Callable[[Library, random.Random, int], None]) -> object:
    """What the library held before the step that the disk did not take; each step is one transaction."""
    kept = everything(library)
    for step in range(4_000):
        try:
            work(library, chance, step)
        except StorageFailed as told:
            if not told.next_step:
                raise BrokenPromise(f"no next step: {told.message}") from told
            return kept
        kept = everything(library)
    raise BrokenPromise("the disk was never full")


def _import(library: Library, chance: random.Random, step: int) -> None:
    words = " ".join(chance.choices(("harbour", "ferry", "crane"), k=2_000))
    library.add(document(f"Story number {step}", words, "The lighthouse stands."), chance.randbytes(12_000), f"new{step}.txt")


def _edit(library: Library, chance: random.Random, _step: int) -> None:
    change(library, chance)


def _index(library: Library, chance: random.Random, step: int) -> None:
    if step % 2:
        library.index_pending()
    else:
        _import(library, chance, step)


def _back_up(library: Library, chance: random.Random, step: int) -> None:
    if step % 2 == 0:
        _import(library, chance, step)
        return
    library.back_up(library.folder.parent / f"{step}.briefing-backup", lambda _done, _total: None)


WORKS = (("importing", _import), ("editing", _edit), ("indexing", _index), ("backing up", _back_up))


def require_mounting() -> None:
    """Begin the script again in a user namespace of its own when it may not mount."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0) and not os.environ.get("BRIEFING_UNSHARED"):
        os.environ["BRIEFING_UNSHARED"] = "1"
        os.execvp("unshare", ["unshare", "--map-root-user", "--mount", sys.executable, *sys.argv])


if __name__ == "__main__":
    require_mounting()
    sys.exit(main(__doc__, one_round))
