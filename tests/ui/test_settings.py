"""What is remembered between two runs: whatever the file holds gives settings, two programs do not undo each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as how
from hypothesis import strategies as st

from briefing_app.model.shelf import ListOrder
from briefing_app.ui.settings import Remembered, Settings
from briefing_app.ui.theme import INTERFACE_SCALES, READING_SCALES, ThemeName

FIXTURES = how(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
REMEMBERED = st.builds(
    Remembered,
    theme=st.sampled_from(ThemeName),
    reading_scale=st.sampled_from(READING_SCALES),
    scale=st.sampled_from((0.0, *INTERFACE_SCALES)),
    sidebar=st.booleans(),
    legend=st.booleans(),
    toured=st.booleans(),
    geometry=st.binary(max_size=40),
    folder=st.text(st.characters(codec="utf-8"), max_size=20),
    order=st.sampled_from(ListOrder),
    grouped=st.booleans(),
    folded=st.frozensets(st.sampled_from(["events", "tags"])),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@FIXTURES
@given(REMEMBERED)
def test_everything_comes_back(file: Path, remembered: Remembered) -> None:
    kept = Settings(file)
    kept.write(remembered)
    kept.flush()
    assert Settings(file).read() == remembered == kept.read()


@FIXTURES
@given(st.dictionaries(st.sampled_from([*Remembered._fields, "libraries", "queries", "keys"]), ANYTHING) | ANYTHING)
def test_what_is_damaged_has_its_default(file: Path, content: object) -> None:
    file.write_text(json.dumps(content), encoding="utf-8")
    kept = Settings(file)
    assert kept.read().theme in ThemeName
    assert all(isinstance(one, str) for one in kept.queries())
    assert all(isinstance(one, Path) for one in kept.libraries())
    assert all(isinstance(keys, tuple) for keys in kept.read_keys().values())
    assert (kept.set_aside is None) is (isinstance(content, dict) and bool(content))


@FIXTURES
@given(st.binary(min_size=1, max_size=60))
@example(b'{"scale": NaN}')
@example(b'{"theme": "\xff"}')
def test_a_file_of_anything_is_set_aside(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    kept = Settings(file)
    assert kept.read() == Remembered()
    assert kept.set_aside is not None
    assert kept.set_aside.read_bytes() == content


def test_what_is_damaged_takes_nothing_else_along(file: Path) -> None:
    file.write_text('{"theme": "attic", "scale": "wide", "sidebar": false, "queries": ["dam", 3]}', encoding="utf-8")
    kept = Settings(file)
    assert (kept.read().theme, kept.read().scale, kept.read().sidebar) == (ThemeName.LIGHT, 0.0, False)
    assert kept.queries() == ("dam",)


def test_two_programs_keep_what_each_has_changed(file: Path) -> None:
    one, other = Settings(file), Settings(file)
    one.remember_query("dam")
    one.flush()
    other.write_keys({"star": ("U",)})
    other.flush()
    again = Settings(file)
    assert (again.queries(), again.read_keys()) == (("dam",), {"star": ("U",)})


def test_a_disk_that_takes_nothing_takes_only_the_file(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    kept = Settings(tmp_path / "in the way" / "settings.json")
    kept.remember_query("dam")
    kept.flush()
    assert kept.queries() == ("dam",)
