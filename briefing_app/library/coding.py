"""Hides how dataclasses become JSON and come back: by msgspec, checked against their types."""

from __future__ import annotations

from typing import Any, TypeVar

from briefing_app.later import without
from briefing_app.model.errors import LibraryCorrupt
from briefing_app.model.span import whole

with without("typing_extensions"):  # with what that imports it takes as long as msgspec, which takes Python's own typing where it is not
    import msgspec

T = TypeVar("T")

_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {}


def encode(value: object) -> bytes:
    """``value`` as JSON. Lone surrogates, which JSON cannot hold, become U+FFFD: one code point for one, so offsets stay."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))


def decode(data: bytes | str | msgspec.Raw, kind: type[T]) -> T:
    """What ``encode`` wrote of a value of that type. Raises LibraryCorrupt when it is not as it was written."""
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


def numbers(listed: str) -> list[int]:
    """Whole numbers that SQLite put together, commas between them."""
    return decode(f"[{listed}]", list[int])


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_surrogates(item) for item in value]
    return value
