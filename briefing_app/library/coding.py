"""Hides how dataclasses become JSON and come back: by msgspec, checked against their types.

It is loaded with the first that is written or read: a start waits for a list, whose rows are read by hand until then (``decode_early``).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from briefing_app.model.errors import LibraryCorrupt

if TYPE_CHECKING:
    import msgspec

T = TypeVar("T")

_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {}


def encode(value: object) -> bytes:
    """``value`` as JSON. Lone surrogates, which JSON cannot hold, become U+FFFD: one code point for one, so offsets stay."""
    import msgspec

    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))


def decode(data: bytes | str | msgspec.Raw, kind: type[T]) -> T:
    """What ``encode`` wrote of a value of that type. Raises LibraryCorrupt when it is not as it was written."""
    import msgspec

    decoder = _DECODERS.get(kind)
    if decoder is None:
        decoder = _DECODERS[kind] = msgspec.json.Decoder(kind)
    try:
        value: T = decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        name = getattr(kind, "__name__", str(kind))
        # The error's own words are left out: they can hold an article's.
        raise LibraryCorrupt(f"A row of the library ({name}) is damaged.", "Restore the library from a backup.") from error
    return value


def decode_early(data: bytes | str, kind: type[T], by_hand: Callable[[Any], T]) -> T:
    """As ``decode``; ``by_hand`` makes the value of what JSON holds as long as msgspec is not loaded.

    What that does not know, and raises ValueError for, is left to msgspec.
    """
    if "msgspec" not in sys.modules:
        with suppress(ValueError):
            return by_hand(json.loads(data))
    return decode(data, kind)


def numbers(listed: str) -> list[int]:
    """Whole numbers that SQLite put together, commas between them."""
    return decode_early(f"[{listed}]", list[int], list)


def whole(text: str) -> str:
    """``text`` with every lone surrogate replaced by U+FFFD; the same number of code points."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_surrogates(item) for item in value]
    return value
