"""Makes Qt's enumerations in less than half of the time. PySide makes one of Python's enumerations of each of Qt's, all those of a class as
soon as one name of it is used: a start needs some three thousand names, most of them keys, languages and countries that nobody asks for,
and was taking a tenth of its time for them.

``enum`` makes a member in two steps and goes through all bases for each, because a member may be anything. Qt's are numbers.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import EnumType, Flag
from typing import Any

_KNOWN = (3, 11)
"""The Python whose enumerations are known from inside; with another they are left to it."""
_SPECIAL = frozenset({"name", "value", "mro"})


@contextmanager
def quick_enumerations() -> Iterator[None]:
    """Within the block, enumerations that are made of a list of numbers, as Qt's are, are made quickly, to the same end."""
    if sys.version_info[:2] != _KNOWN:
        yield
        return
    plain = EnumType._create_  # type: ignore[attr-defined]

    def create(cls: Any, name: str, names: Any, **how: Any) -> Any:
        if not isinstance(names, tuple | list) or not all(map(_is_plain, names)) or len({one for one, _ in names}) < len(names):
            return plain(cls, name, names, **how)
        made = plain(cls, name, (), **how)
        _fill(made, names)
        return made

    EnumType._create_ = create  # type: ignore[attr-defined]
    try:
        yield
    finally:
        EnumType._create_ = plain  # type: ignore[attr-defined]


def _is_plain(item: Any) -> bool:
    """Whether an item is a name that nothing else may have, with a number."""
    return type(item) is tuple and len(item) == 2 and type(item[1]) is int and item[0][:1].isalpha() and item[0] not in _SPECIAL


def _fill(made: Any, names: Any) -> None:
    """Give an enumeration without members its members, as ``enum._proto_member`` does one by one.

    https://github.com/python/cpython/blob/v3.11.7/Lib/enum.py#L234
    """
    new, with_number, is_flag = made._new_member_, made._use_args_, issubclass(made, Flag)
    by_name, by_value, listed = made._member_map_, made._value2member_map_, made._member_names_
    mask = singles = 0
    for name, value in names:
        single = not is_flag or (value > 0 and not value & value - 1)
        mask |= value
        singles |= value if single else 0
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if with_number else new(made)
            member._value_, member._name_, member.__objclass__, member._sort_order_ = value, name, made, len(listed)
            if single:
                listed.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)
    if is_flag:
        made._flag_mask_, made._singles_mask_, made._all_bits_ = mask, singles, 2 ** mask.bit_length() - 1
        in_order = [member._value_ for member in made]
        if in_order != sorted(in_order):
            made._iter_member_ = made._iter_member_by_def_
