"""Kills a program, or fills its disk, at random moments while it commits its search index over and over.

    python tests/endurance/index_commits.py --minutes 5 --seed 1

In between, articles are added, corrected and put into the trash. After each blow the index opens or is built again by itself, and every
query finds the same articles with the same scores as in an index that was made afresh.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.library import Library  # noqa: E402
from briefing_app.model.correction import MetadataField  # noqa: E402
from briefing_app.model.edit import CorrectMetadata, TrashArticles  # noqa: E402
from briefing_app.model.errors import StorageFailed  # noqa: E402
from tests.endurance.full_disk import require_mounting, small_disk  # noqa: E402
from tests.endurance.rounds import SYLLABLES, BrokenPromise, main, require_found, require_whole  # noqa: E402
from tests.factories import NOON, document  # noqa: E402

COMMITS = 25
"""Commits of the index in a round, some of which are cut off."""
_ONCE = 12
"""At most so many from one blow to the next."""
_LEAST_FREE, _MOST_FREE = 2_000, 400_000
QUERIES = (
    "lighthouse",
    "bar* NOT cel*",
    '"stands in every"',
    "harbour w/5 ferry",
    "title:story",
    "/(dun|fer).*/",
    "atleast2 harbour",
    "by:ada",
)


def one_round(chance: random.Random, top: Path) -> str:
    """Commits with blows of one kind."""
    if chance.random() < 0.5:
        done = 0
        while done < COMMITS:
            done += _killed(top / "library", chance)
            _require_as_fresh(top / "library", top / "fresh")
        return "killed"
    with small_disk(top, 48) as disk:
        done = 0
        while done < COMMITS:
            done += _filled_up(disk, chance)
            _require_as_fresh(disk / "library", top / "fresh")
    return "disk full"


def _killed(folder: Path, chance: random.Random) -> int:
    """Let a program commit and kill it somewhere in between; how many commits it told of, at least one."""
    command = [sys.executable, str(Path(__file__)), "--child", str(folder), repr(chance.random())]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, start_new_session=True) as program:
        assert program.stdout is not None
        told, until = 0, chance.randint(1, _ONCE)
        while told < until and program.stdout.readline():
            told += 1
        time.sleep(chance.random() * 0.06)
        program.kill()
    return max(1, told)


def _filled_up(disk: Path, chance: random.Random) -> int:
    """Commit until the disk is full, then make room; how many commits that were, at least one."""
    filler, done = disk / "filler", 0
    library = Library.open(disk / "library", clock=lambda: NOON)
    try:
        filler.write_bytes(b"x" * max(0, shutil.disk_usage(disk).free - chance.randint(_LEAST_FREE, _MOST_FREE)))
        while done < COMMITS:
            _commit(library, chance)
            done += 1
    except StorageFailed as told:
        if not told.next_step:
            raise BrokenPromise(f"no next step: {told.message}") from told
    finally:
        library.close()
        filler.unlink(missing_ok=True)
    return max(1, done)


def _commit(library: Library, chance: random.Random) -> None:
    """Add, correct and trash something, then bring the index up to it."""
    for _ in range(chance.randint(1, 3)):
        words = ["".join(chance.choices(SYLLABLES, k=2)) for _ in range(40)]
        text = " ".join([*words, *chance.choices(("harbour", "ferry", "crane"), k=20)])
        made = document(f"Story {words[0]}", text.capitalize() + ".", "The lighthouse stands in every one of them.")
        library.add(made, text.encode(), f"{words[1]}{words[2]}.txt")
    some = chance.choice(library.article_ids())
    if chance.random() < 0.4:
        library.apply(CorrectMetadata(some, MetadataField.BYLINE, chance.choice(("Ada Lindow", "Bo Kamm", None))))
    if chance.random() < 0.2:
        library.apply(TrashArticles((some,), True))
    library.index_pending()


def _require_as_fresh(folder: Path, fresh: Path) -> None:
    """What the index finds once it is up to the feed is what one finds that is made afresh of the same articles."""
    library = Library.open(folder, clock=lambda: NOON)
    try:
        require_found(library)
        require_whole(library)
        found = _hits(library)
    finally:
        library.close()
    shutil.copytree(folder, fresh, ignore=shutil.ignore_patterns("index", "lock"))
    again = Library.open(fresh, clock=lambda: NOON)
    try:
        again.index_pending()
        if _hits(again) != found:
            raise BrokenPromise("the hits are not those of a fresh index")
    finally:
        again.close()
        shutil.rmtree(fresh)


def _hits(library: Library) -> list[dict[int, float]]:
    """Every hit of every query with its score."""
    return [{hit.article: round(hit.score, 6) for hit in library.search(query, 10_000, passages=1).hits} for query in QUERIES]


def _child(folder: Path, seed: str) -> int:
    """What is killed: a line after each commit."""
    chance = random.Random(float(seed))
    library = Library.open(folder, clock=lambda: NOON)
    while True:
        _commit(library, chance)
        sys.stdout.write(".\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        sys.exit(_child(Path(sys.argv[2]), sys.argv[3]))
    require_mounting()
    sys.exit(main(__doc__, one_round))
