"""Does, undoes and redoes edits at random, by hypothesis, and looks whether the library is what it was at every step.

    python tests/endurance/edits.py --minutes 5 --seed 1

After any row of do, undo, redo and reopening, the rows of every table are those that the same state had before; a failing row is shrunk
to its shortest. ``tests/library/test_undo.py`` runs a few hundred steps of it with every test run.
"""

# ruff: noqa: T201 - a script that prints its rounds

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from hypothesis import HealthCheck, seed, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test  # noqa: E402

from briefing_app.library import Library  # noqa: E402
from briefing_app.model.errors import EditRefused, NothingThere  # noqa: E402
from briefing_app.model.event import EventGroup  # noqa: E402
from tests.endurance.random_edits import random_edit  # noqa: E402
from tests.endurance.rounds import Rows, everything, filled  # noqa: E402
from tests.factories import NOON  # noqa: E402

CHANCES = st.integers(0, 2**32).map(random.Random)
_OF_THE_WAY = ("change", "journal", "journal_thing", "sqlite_sequence", "follower")
"""Tables that tell of the way to a state, not of the state."""
_OF_THE_WAY_TOO = ("latest", "former_event")
"""Columns of ``article`` that do: a number of the feed, and where the grouping looks for an event's number."""


class Edits(RuleBasedStateMachine):
    """A library beside the list of states that it has been in."""

    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self._place = tempfile.TemporaryDirectory(prefix="briefing-edits-")
        self._folder = Path(self._place.name) / "library"
        self._library = filled(self._folder, random.Random(1), 4, edits=0)
        numbers = self._library.article_ids()
        self._library.put_groups([EventGroup("Ferry", None, numbers[:2]), EventGroup("Bridge", None, numbers[2:])])
        self._states: list[Rows] = [self._rows()]
        self._at = 0

    @rule(chance=CHANCES)
    def do(self, chance: random.Random) -> None:
        """An edit that changes something forgets what was undone."""
        before = self._library.history(1)
        edit = random_edit(self._library, chance)
        try:
            self._library.apply(edit)
        except (NothingThere, EditRefused):
            return
        if self._rows() != self._states[self._at] or self._library.history(1) != before:
            self._states = [*self._states[: self._at + 1], self._rows()]
            self._at += 1

    @rule()
    def undo(self) -> None:
        """One state back, when there is one."""
        assert (self._library.undo() is not None) is (self._at > 0)
        self._at = max(0, self._at - 1)

    @rule()
    def redo(self) -> None:
        """One state on, when there is one."""
        assert (self._library.redo() is not None) is (self._at + 1 < len(self._states))
        self._at = min(len(self._states) - 1, self._at + 1)

    @rule()
    def restart(self) -> None:
        """Nothing depends on the program having run on."""
        self._library.close()
        self._library = Library.open(self._folder, clock=lambda: NOON)

    @invariant()
    def it_is_what_it_was(self) -> None:
        """The rows are those of the state that we are in."""
        type(self).steps += 1
        assert self._rows() == self._states[self._at]

    def teardown(self) -> None:
        """Everything is whole, and all the way back leads to the beginning."""
        try:
            assert self._library.check(lambda _done, _total: None).flaws == ()
            for _ in range(self._at):
                assert self._library.undo() is not None
            assert self._rows() == self._states[0]
        finally:
            self._library.close()
            self._place.cleanup()

    def _rows(self) -> Rows:
        found = everything(self._library)
        names = [row[1] for row in self._library._database.rows("PRAGMA table_xinfo(article)")]
        kept = [at for at, name in enumerate(names) if name not in _OF_THE_WAY_TOO]
        found["article"] = [tuple(row[at] for at in kept) for row in found["article"]]
        # A tag is what it is called; its number is the program's own, and is another one once the tag has been gone.
        tags = {number: name for number, name, _ in found.pop("tag")}
        found["article_tag"] = sorted((tags[number], article) for number, article in found["article_tag"])
        return {name: rows for name, rows in found.items() if name not in _OF_THE_WAY}


def main() -> int:
    """Run machines until the time is over."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=2.0)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    until, number, broken = time.monotonic() + 60 * given.minutes, given.seed, 0
    rules = settings(max_examples=8, stateful_step_count=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    while time.monotonic() < until and not broken:
        try:
            seed(number)(run_state_machine_as_test)(Edits, settings=rules)
            print(f"{Edits.steps:>7} states  (next: --seed {number + 1})", flush=True)
            number += 1
        except AssertionError as problem:
            broken = 1
            print(f"BROKEN: {problem} (--seed {number})", flush=True)
    print(json.dumps({"states": Edits.steps, "broken": broken}), flush=True)
    return broken


if __name__ == "__main__":
    sys.exit(main())
