"""The keys as they are now: defaults, what was chosen instead, conflicts, and that nothing is lost over a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.ui.actions import ACTIONS, ActionRow, Where, shown_key
from briefing_app.ui.keys import Keymap
from briefing_app.ui.settings import Settings

ROWS = {row.id: row for row in ACTIONS}
KEYS = st.sampled_from(["S", "G", "G, L", "Ctrl+K", "Alt+Up", "F7", "Ctrl++", "L", "Return"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def kept(file: Path) -> Settings:
    return Settings(file)


@pytest.fixture
def keymap(kept: Settings) -> Keymap:
    return Keymap(kept)


@pytest.mark.parametrize(
    ("key", "shown"),
    [("G, L", "g l"), ("Ctrl+O", "Ctrl+O"), ("J", "j"), ("Return", "Enter"), ("Alt+Up", "Alt+↑"), ("Ctrl++", "Ctrl++"), ("+", "+")],
)
def test_how_a_key_is_written(key: str, shown: str) -> None:
    assert shown_key(key) == shown


def test_the_table_is_free_of_conflicts(keymap: Keymap) -> None:
    assert [(row.id, key) for row in ACTIONS for key in keymap.keys(row) if keymap.conflicts(row, key)] == []


def test_a_key_conflicts_where_both_mean_something(keymap: Keymap) -> None:
    assert keymap.conflicts(ROWS["star"], "U") == (ROWS["unread"],)
    assert keymap.conflicts(ROWS["sentence"], "U") == ()
    assert ROWS["go_library"] in keymap.conflicts(ROWS["star"], "G")
    assert keymap.conflicts(ROWS["star"], "Ctrl+K") == (ROWS["palette"],)


def test_taking_a_key_leaves_the_other_without(keymap: Keymap, kept: Settings, file: Path) -> None:
    keymap.choose(ROWS["star"], ("U",))
    assert (keymap.keys(ROWS["star"]), keymap.keys(ROWS["unread"])) == (("U",), ())
    assert (keymap.shown("star"), keymap.shown("unread")) == ("u", "")
    kept.flush()
    another = Settings(file)
    again = Keymap(another)
    assert again.keys(ROWS["star"]) == ("U",)
    assert again.is_changed(ROWS["unread"])
    again.reset(ROWS["unread"])
    assert (again.keys(ROWS["star"]), again.keys(ROWS["unread"])) == ((), ("U",))
    again.restore({})
    assert not again.any_changed
    another.flush()
    assert Keymap(Settings(file)).chosen() == {}


def test_only_the_key_in_the_way_is_taken(keymap: Keymap) -> None:
    keymap.choose(ROWS["star"], ("Ctrl+Y",))
    assert keymap.keys(ROWS["redo"]) == ("Ctrl+Shift+Z",)


def test_hints_follow(keymap: Keymap) -> None:
    assert ("j k", "down, up") in keymap.hints(Where.LIBRARY)
    keymap.choose(ROWS["down"], ("Ctrl+J",))
    assert ("Ctrl+J k", "down, up") in keymap.hints(Where.LIBRARY)
    keymap.choose(ROWS["zones"], ())
    assert not any(words == "zones" for _, words in keymap.hints(Where.LIBRARY))


@pytest.mark.parametrize("keys", ["3", "[1, 2]", '{"star": 3}', '{"gone": ["X"]}', '{"star": [""]}', '{"star": ["Nonsense+Key"]}'])
def test_damaged_settings_give_the_table(file: Path, keys: str) -> None:
    file.write_text(f'{{"keys": {keys}}}', encoding="utf-8")
    assert Keymap(Settings(file)).keys(ROWS["star"]) == ("S",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACTIONS), st.lists(KEYS, max_size=2, unique=True)), max_size=8))
def test_no_choice_leaves_a_conflict(file: Path, choices: list[tuple[ActionRow, list[str]]]) -> None:
    file.unlink(missing_ok=True)
    kept = Settings(file)
    keymap = Keymap(kept)
    for row, keys in choices:
        keymap.choose(row, keys)
        assert keymap.keys(row) == tuple(keys)
    kept.flush()
    assert [(row.id, key) for row in ACTIONS for key in keymap.keys(row) if keymap.conflicts(row, key)] == []
