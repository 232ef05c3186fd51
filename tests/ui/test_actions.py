"""The table of actions: no key means two things in one place, every icon is shipped, the sheet and README agree with it."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from briefing_app import paths
from briefing_app.ui import actions
from briefing_app.ui.actions import ACTIONS, HINTS, Where, hint_words


def test_ids_are_unique() -> None:
    assert max(Counter(row.id for row in ACTIONS).values()) == 1


def test_no_theme_is_left_out() -> None:
    themes = [importlib.import_module(f"{actions.__name__}.{module.name}") for module in pkgutil.iter_modules(actions.__path__)]
    rows = [row for theme in themes for row in getattr(theme, "ROWS", ())]
    assert sorted(row.id for row in rows) == sorted(row.id for row in ACTIONS)


@pytest.mark.parametrize("place", [Where.LIBRARY, Where.COMPARE, Where.BRIEFING])
def test_a_key_means_one_thing_in_one_place(place: Where) -> None:
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS if row.where in (place, Where.ANYWHERE) for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_keys_are_keys() -> None:
    assert all(not QKeySequence(key).isEmpty() for row in ACTIONS for key in row.keys)


def test_icons_are_shipped() -> None:
    assert [row.icon for row in ACTIONS if row.icon and not paths.resource("icons", f"{row.icon}.svg").is_file()] == []


def test_hints_have_words() -> None:
    rows = {row.id: row for row in ACTIONS}
    assert all(hint_words(place, rows[names[0]]) for place in HINTS for names in HINTS[place])
