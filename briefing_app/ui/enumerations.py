"""Makes Qt's enumerations in a fifth of the time. PySide makes one of Python's enumerations of each of Qt's, all those of a class as soon
as one name of it is used: a start makes more than two hundred with some three thousand names, most of them keys, languages and countries
that nobody asks for, and was taking a tenth of its time for them.

So an enumeration gets its members when it is first asked for anything. And ``enum`` makes a member in two steps and goes through all bases
for each, because a member may be anything. Qt's are numbers.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import EnumType, Flag
from typing import Any

_KNOWN = (3, 11)
"""The Python whose enumerations are known from inside; with another they are left to it."""
_SPECIAL = frozenset({"", "name", "value", "mro"})
_filling = threading.RLock()
_waiting: dict[type, Any] = {}
"""By enumeration, the members that it does not have yet: pairs of name and number."""


@contextmanager
def quick_enumerations() -> Iterator[None]:
    """Within the block, enumerations that are made of a list of numbers, as Qt's are, are made quickly, to the same end.

    Only PySide's old way to name a member without its enumeration (``Qt.AlignLeft``) does not find those without members.
    """
    if sys.version_info[:2] != _KNOWN:
        yield
        return
    plain, empty = EnumType._create_, dict[Any, dict[str, Any]]()  # type: ignore[attr-defined]

    def create(cls: Any, name: str, names: Any, *, module: str | None = None, qualname: str | None = None, **how: Any) -> Any:
        module = module or sys._getframe(2).f_globals.get("__name__")  # as ``enum`` does
        if how.get("type") is not None or not _are_plain(names):
            return plain(cls, name, names, module=module, qualname=qualname, **how)
        kind = cls, how.get("boundary")
        if kind not in empty:
            empty[kind] = dict(vars(plain(cls, name, (), module=module, **how)))
        made = _empty(cls, name, empty[kind], module, qualname)
        _waiting[made] = names
        return made

    EnumType._create_ = create  # type: ignore[attr-defined]
    try:
        yield
    finally:
        EnumType._create_ = plain  # type: ignore[attr-defined]


class _Unasked(EnumType):
    """What an enumeration is until it is asked for anything, by whichever thread."""

    __setattr__ = type.__setattr__  # PySide names what it made; ``enum`` would look through the members for that name

    def __getattribute__(cls, name: str) -> Any:
        with _filling:
            names = _waiting.pop(cls, None)
            if names is not None:
                _fill(cls, names)
                type.__setattr__(cls, "__class__", EnumType)
        return type.__getattribute__(cls, name)


def _are_plain(names: Any) -> bool:
    """Whether each is a name that nothing else has, with a number."""
    if not isinstance(names, tuple | list) or {*map(type, names)} - {tuple} or {*map(len, names)} - {2}:
        return False
    known = dict(names)
    return (
        len(known) == len(names)
        and {*map(type, known.values())} <= {int}
        and known.keys().isdisjoint(_SPECIAL)
        and "_" not in {name[:1] for name in known}
    )


def _empty(cls: Any, name: str, of: dict[str, Any], module: str | None, qualname: str | None) -> Any:
    """An enumeration without members, like one whose names are ``of``."""
    names = {**of, "__module__": module, "_member_names_": [], "_member_map_": {}, "_value2member_map_": {}, "_unhashable_values_": []}
    if qualname is not None:
        names["__qualname__"] = qualname
    # ``enum`` makes its own enumerations so, whose members come afterwards
    return _Unasked.__new__(_Unasked, name, (cls,), names, _simple=True)  # type: ignore[arg-type]


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
