"""Enumerations that are made quickly are those that Python makes."""

from __future__ import annotations

import enum
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFont, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle

from briefing_app.ui.enumerations import quick_enumerations

OF_QT = [
    Qt.Key, Qt.AlignmentFlag, Qt.KeyboardModifier, Qt.ItemFlag, Qt.WindowType, Qt.ItemDataRole, Qt.GlobalColor, QEvent.Type, QFont.Weight,
    QFont.StyleStrategy, QPainter.RenderHint, QPalette.ColorRole, QAccessible.Role, QStyle.StateFlag, QAbstractItemView.SelectionMode,
]  # fmt: skip
KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
LISTS = {
    "numbers": [("ONE", 1), ("TWO", 2), ("FOUR", 4)],
    "aliases": [("NONE", 0), ("ONE", 1), ("FIRST", 1), ("BOTH", 3), ("TWO", 2)],
    "backwards": [("FOUR", 4), ("TWO", 2), ("MASK", 0xFF), ("ONE", 1)],
    "below zero": [("ALL", -1), ("ONE", 1)],
    "nothing": [],
    "special names": [("name", 1), ("value", 2)],
    "no whole numbers": [("ONE", 1.0), ("TWO", 2.0)],
}


def made(kind: Any, names: Any) -> Any:
    return kind("Made", names, module=__name__, qualname="Outer.Made")


def told(made: Any) -> dict[str, Any]:
    """All that an enumeration knows, its members as what they are."""
    names = {name: told_of(value) for name, value in vars(made).items() if not callable(value) or isinstance(value, enum.Enum)}
    return names | {"iterated": [told_of(one) for one in made], "members": {name: told_of(one) for name, one in made.__members__.items()}}


def told_of(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return repr(value), str(value), value.name, value.value, type(value).__name__, sorted(vars(value)), value._sort_order_, hash(value)
    if isinstance(value, dict):
        return {key: told_of(one) for key, one in value.items()}
    return repr(value) if isinstance(value, int | str | list) else type(value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("names", LISTS.values(), ids=LISTS)
def test_they_are_those_that_python_makes(kind: Any, names: Any) -> None:
    if issubclass(kind, enum.Flag) and any(isinstance(value, float) for _, value in names):
        pytest.skip("flags are whole numbers")
    with quick_enumerations():
        quick = made(kind, names)
    assert told(quick) == told(made(kind, names))


@pytest.mark.parametrize("of_qt", OF_QT, ids=lambda of_qt: of_qt.__qualname__)
def test_those_of_qt_too(of_qt: Any) -> None:
    names = [(name, one.value) for name, one in of_qt.__members__.items()]
    boundary = {"boundary": of_qt._boundary_} if issubclass(of_qt, enum.Flag) else {}
    kind = next(base for base in of_qt.__mro__ if base in KINDS)
    plain = kind("Made", names, module=__name__, **boundary)
    with quick_enumerations():
        quick = kind("Made", names, module=__name__, **boundary)
    assert told(quick) == told(plain)
    if issubclass(kind, enum.Flag):
        first, *_, last = plain.__members__
        assert repr(quick[first] | quick[last]) == repr(plain[first] | plain[last])
        assert (~quick[first]).value == (~plain[first]).value


def test_they_know_who_made_them() -> None:
    with quick_enumerations():
        quick = enum.IntEnum("Made", [("ONE", 1)])
    assert quick.__module__ == __name__
    assert Qt.Key.__module__ == "PySide6.QtCore"
    assert Qt.Key.__qualname__ == "Qt.Key"


def test_a_name_that_comes_twice_is_refused() -> None:
    with quick_enumerations(), pytest.raises(TypeError):
        made(enum.IntEnum, [("ONE", 1), ("ONE", 2)])


def test_python_makes_its_own_again_afterwards() -> None:
    before = enum.EnumType._create_  # type: ignore[attr-defined]
    with quick_enumerations():
        assert enum.EnumType._create_ is not before  # type: ignore[attr-defined]
    assert enum.EnumType._create_ is before  # type: ignore[attr-defined]


def test_members_are_made_when_they_are_asked_for() -> None:
    with quick_enumerations():
        quick = made(enum.IntEnum, [("ONE", 1), ("TWO", 2)])
    assert type(quick) is not enum.EnumType
    assert quick(2) is quick.TWO
    assert type(quick) is enum.EnumType


def test_many_threads_ask_at_once_and_get_the_same() -> None:
    with quick_enumerations():
        kinds = [made(enum.IntFlag, [(f"BIT_{bit}", 1 << bit) for bit in range(60)]) for _ in range(50)]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: [kind.BIT_59 for kind in kinds], range(4)))
    assert all(one is other for others in found[1:] for one, other in zip(found[0], others, strict=True))
    assert {len(kind) for kind in kinds} == {60}
