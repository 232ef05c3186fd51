"""What every endurance run shares: rounds that a seed repeats, a library to wear out, random edits, and what may never change."""

# ruff: noqa: T201 - scripts that print their rounds

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.library import Library  # noqa: E402
from briefing_app.library.takeout.tables import table_names  # noqa: E402
from briefing_app.model.errors import BriefingError, EditRefused, NothingThere  # noqa: E402
from tests.endurance.random_edits import SYLLABLES, random_edit  # noqa: E402
from tests.factories import NOON, document  # noqa: E402

EVERYWHERE = "The lighthouse stands in every one of them."
"""Far enough from the words that are labelled to be told in every article."""

Rows = dict[str, list[tuple[Any, ...]]]
Round = Callable[[random.Random, Path], str]
"""One round in a folder of its own: what came of it, in words that are counted."""


class BrokenPromise(Exception):
    """Something that was committed is not there, or the library does not go on."""


def main(words: str | None, one_round: Round) -> int:
    """Run rounds until the time is over or the number is reached; the exit code is 1 at the first broken promise, whose folder stays."""
    options = argparse.ArgumentParser(description=words, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=2.0)
    options.add_argument("--rounds", type=int, default=1_000_000, help="at most so many")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--first", type=int, default=0, help="the round to begin with: resumes a run, or repeats one round of it")
    given = options.parse_args()
    until, came, broken = time.monotonic() + 60 * given.minutes, Counter[str](), 0
    number = given.first
    while time.monotonic() < until and number < given.first + given.rounds and not broken:
        top = Path(tempfile.mkdtemp(prefix="briefing-endurance-"))
        try:
            told = one_round(random.Random(f"{given.seed}/{number}"), top)
            came[told] += 1
            print(f"{number:>5}  {told}", flush=True)
            shutil.rmtree(top, ignore_errors=True)
        except (BrokenPromise, BriefingError) as problem:
            broken = 1
            print(f"BROKEN: {problem} (--seed {given.seed} --first {number} --rounds 1; see {top})", flush=True)
        number += 1
    print(json.dumps({"rounds": number - given.first, "broken": broken, **came}), flush=True)
    return broken


def filled(folder: Path, chance: random.Random, articles: int, edits: int = 20) -> Library:
    """A new library with articles of invented words and some edits, at one fixed moment."""
    library = Library.open(folder, clock=lambda: NOON)
    for number in range(articles):
        words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(60)]
        paragraphs = [" ".join(chance.choices(words, k=12)).capitalize() + "." for _ in range(12)]
        paragraphs.append(EVERYWHERE)
        library.add(document(f"Story number {number}", *paragraphs), "\n\n".join(paragraphs).encode(), f"{number:03}.txt")
    for _ in range(edits):
        change(library, chance)
    return library


def change(library: Library, chance: random.Random) -> str:
    """Do, undo or redo something; what it was. The same chances on the same library do the same."""
    turn = chance.random()
    if turn < 0.2:
        return "undo" if library.undo() else "nothing"
    if turn < 0.3:
        return "redo" if library.redo() else "nothing"
    edit = random_edit(library, chance)
    try:
        library.apply(edit)
    except (NothingThere, EditRefused):
        return "refused"
    return type(edit).__name__


def everything(library: Library) -> Rows:
    """Every value of every table but those that the followers fill again."""
    with library._database.writing() as connection:
        names = table_names(connection)
    return {name: sorted(library._database.rows(f"SELECT * FROM {name}"), key=repr) for name in names}


def require_whole(library: Library) -> None:
    """Raise BrokenPromise unless every byte is as it was written."""
    report = library.check(lambda _done, _total: None)
    if report.flaws:
        raise BrokenPromise(f"the check finds: {report.flaws[0].words}")


def require_found(library: Library) -> None:
    """Raise BrokenPromise unless the index comes up to the feed by itself and finds every article."""
    library.index_pending()
    present = len(library.article_ids())
    found = library.search("lighthouse", limit=1).total
    if library.behind() or found != present:
        raise BrokenPromise(f"{found} of {present} articles are found, {library.behind()} are said to be behind")
