"""Kills a program with SIGKILL at random moments of an import, of edits, of indexing, of grouping and of a migration.

    python tests/endurance/kill.py --minutes 5 --seed 1

Then opens the library: nothing that was committed may be missing, everything is whole, and the followers catch up by themselves.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.library import Library  # noqa: E402
from briefing_app.library.database import bring_to  # noqa: E402
from briefing_app.library.migrations import SCHEMA_VERSION  # noqa: E402
from briefing_app.pipeline import Workbench  # noqa: E402
from tests.endurance import kill_import  # noqa: E402
from tests.endurance.rounds import BrokenPromise, change, everything, filled, main, require_found, require_whole  # noqa: E402
from tests.factories import NOON  # noqa: E402

ARTICLES = 24


def _edit(chance: random.Random, top: Path) -> str:
    """Of a row of edits, those that were told of are there, and at most the one after them."""
    seed, most = chance.random(), 60
    filled(top / "library", chance, ARTICLES).close()
    shutil.copytree(top / "library", top / "copy")
    told = _killed("edit", top / "library", seed, chance, most)
    left = _state(top / "library")
    copy = Library.open(top / "copy", clock=lambda: NOON)
    repeated = random.Random(seed)
    for _ in range(told):
        change(copy, repeated)
    before = everything(copy)
    change(copy, repeated)
    after = everything(copy)
    copy.close()
    if left not in (before, after):
        raise BrokenPromise(f"after {told} edits the library is as after neither {told} nor {told + 1}")
    return "edit"


def _index(chance: random.Random, top: Path) -> str:
    filled(top / "library", chance, ARTICLES).close()
    before = _state(top / "library")
    _killed("index", top / "library", 0.0, chance, ARTICLES)
    if _state(top / "library") != before:
        raise BrokenPromise("indexing has changed the database")
    return "index"


def _group(chance: random.Random, top: Path) -> str:
    """Events and comparisons come out as they do when nobody kills anything."""
    filled(top / "library", chance, ARTICLES).close()
    shutil.copytree(top / "library", top / "copy")
    _killed("group", top / "library", 0.0, chance, 30)
    groups = []
    for folder in (top / "library", top / "copy"):
        bench = Workbench.open(folder)
        try:
            bench.catch_up(lambda _progress: None).future.result(timeout=300)
            if not bench.caught_up():
                raise BrokenPromise("the followers did not catch up")
            groups.append([event.group.articles for event in bench.library.events()])
        finally:
            bench.close()
    if groups[0] != groups[1]:
        raise BrokenPromise(f"the events are {groups[0]} and would be {groups[1]}")
    return "group"


def _migrate(chance: random.Random, top: Path) -> str:
    """A library of an older version, whose rows are those of a new one as far as that version had them."""
    filled(top / "new", chance, ARTICLES).close()
    version = chance.randrange(1, SCHEMA_VERSION)
    shutil.copytree(top / "new", top / "library")
    _take_back(top / "new", top / "library", version)
    shutil.copytree(top / "library", top / "copy")
    _killed("migrate", top / "library", 0.0, chance, 1)
    if _state(top / "library") != _state(top / "copy"):
        raise BrokenPromise(f"the library of version {version} is not what it becomes otherwise")
    return "migrate"


def _take_back(new: Path, old: Path, version: int) -> None:
    (old / "library.sqlite").unlink()
    connection = sqlite3.connect(old / "library.sqlite", isolation_level=None)
    bring_to(connection, 0, version)
    connection.execute("ATTACH ? AS newer", (str(new / "library.sqlite"),))
    had = {row[0] for row in connection.execute("SELECT name FROM newer.sqlite_master WHERE type = 'table'")}
    for (table,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
        if table in had and table != "row_digest":  # taken of what is put in
            newer = {row[1] for row in connection.execute(f"PRAGMA newer.table_xinfo({table})") if not row[6]}
            names = [row[1] for row in connection.execute(f"PRAGMA main.table_xinfo({table})") if not row[6] and row[1] in newer]
            columns = ", ".join(names)
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
    connection.close()


def _import(chance: random.Random, top: Path) -> str:
    kill_import.import_round(kill_import.Round(top / "articles", top / "library"), chance)
    return "import"


KINDS: tuple[Callable[[random.Random, Path], str], ...] = (_edit, _index, _group, _migrate, _import)


def _state(folder: Path) -> object:
    """Open the library as the next start of the program does; everything must be whole and found."""
    library = Library.open(folder, clock=lambda: NOON)
    try:
        state = everything(library)
        require_found(library)
        require_whole(library)
        return state
    finally:
        library.close()


def _killed(what: str, folder: Path, seed: float, chance: random.Random, most: int) -> int:
    """Let a program do something and kill it somewhere in between; how many steps it told of."""
    command = [sys.executable, str(Path(__file__)), "--child", what, str(folder), repr(seed), str(most)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, start_new_session=True) as program:
        assert program.stdout is not None
        told, until = -1, chance.randrange(most + 1) if most > 1 else 0
        while told < until and program.stdout.readline():
            told += 1
        time.sleep(chance.random() * 0.05)
        program.kill()
        rest = program.stdout.read()
    return max(0, told + rest.count("\n"))


def _child(what: str, folder: Path, seed: str, most: str) -> int:
    """What is killed: tells a line once it begins, and one after each step that is done."""
    tell = sys.stdout

    def told(*_progress: object) -> None:
        tell.write(".\n")
        tell.flush()

    if what == "migrate":
        told()
        Library.open(folder, clock=lambda: NOON)
    elif what == "group":
        bench = Workbench.open(folder)
        told()
        bench.catch_up(told).future.result()
    else:
        library = Library.open(folder, clock=lambda: NOON)
        told()
        if what == "index":
            library.index_pending(told, begin=lambda _article: True)
        chance = random.Random(float(seed))
        for _ in range(int(most) if what == "edit" else 0):
            change(library, chance)
            told()
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def one_round(chance: random.Random, top: Path) -> str:
    """Any of the kinds."""
    return chance.choice(KINDS)(chance, top)


if __name__ == "__main__":
    sys.exit(_child(sys.argv[2], Path(sys.argv[3]), *sys.argv[4:6]) if sys.argv[1:2] == ["--child"] else main(__doc__, one_round))
