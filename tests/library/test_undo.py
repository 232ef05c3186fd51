"""Undo and redo lead back to what was, whatever was done, across restarts and over a thousand steps."""

from __future__ import annotations

import random
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from briefing_app.library import Library
from briefing_app.model.edit import Edit, MarkStarred, TagArticles, Together
from briefing_app.model.ids import ArticleId
from tests.endurance.edits import Edits
from tests.endurance.random_edits import DRAWN, Draw
from tests.endurance.rounds import filled
from tests.factories import document


def test_any_row_of_edits_undos_redos_and_restarts() -> None:
    few = settings(max_examples=4, stateful_step_count=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Edits, settings=few)


def test_a_thousand_steps_back_and_on_across_restarts(tmp_path: Path) -> None:
    steps = 1_050
    library = Library.open(tmp_path)
    for i in range(5):
        library.add(document(f"Number {i}", "Text."), str(i).encode(), f"{i}.txt")
    with library._database._own() as connection:  # the disk is not what is tested
        connection.execute("PRAGMA synchronous = OFF")
    chance, starred, states = random.Random(1), set[int](), [frozenset[int]()]
    for _ in range(steps):
        number = chance.randint(1, 5)
        library.apply(MarkStarred((ArticleId(number),), number not in starred))
        starred ^= {number}
        states.append(frozenset(starred))
    for at in range(steps - 1, -1, -1):
        if at % 350 == 0:
            library.close()
            library = Library.open(tmp_path)
        assert library.undo() is not None
        if at % 50 == 0:
            assert {row.id for row in library.rows() if row.starred} == states[at]
    assert library.undo() is None
    for _ in range(steps):
        assert library.redo() is not None
    assert {row.id for row in library.rows() if row.starred} == states[-1]
    assert library.redo() is None
    library.close()


def test_several_edits_of_one_thing_in_one_step_are_taken_back_and_done_again(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.add(document("Number", "Text."), b"text", "text.txt")
    one = (ArticleId(1),)
    library.apply(
        Together((MarkStarred(one, True), TagArticles(one, "port", True), MarkStarred(one, False), TagArticles(one, "port", False)))
    )
    assert library.undo() is not None
    assert not library.rows()[0].starred
    assert library.redo() is not None
    assert library.tags() == ()
    library.close()


def test_the_random_edits_are_of_every_kind(tmp_path: Path) -> None:
    """A kind of edit that is added fails here until it is drawn too."""
    library = filled(tmp_path, random.Random(1), 4, edits=0)
    draw = Draw(library, random.Random(1))
    assert {type(how(draw)) for how in DRAWN} == set(get_args(Edit))
    library.close()
