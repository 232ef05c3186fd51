"""Single files packed with gzip: what is inside is read as if it lay there unpacked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import PurePath

from briefing_app.model.document import Member
from briefing_app.model.errors import ImportSkipped, SkipCode

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes that one file may unfold to."""

_GZIP = 31
_SUFFIX = re.compile(r"\.gz(ip)?$", re.IGNORECASE)


def recognise(data: bytes, _name: str) -> float:
    """By the first bytes: gzip's mark and its only method."""
    return 0.98 if data.startswith(b"\x1f\x8b\x08") else 0.0


def unpack(data: bytes, name: str) -> Iterator[Member | ImportSkipped]:
    """The one file inside, never more than MOST_UNPACKED bytes of it. Raises ImportSkipped."""
    content = bytearray()
    rest = data
    try:
        while rest.startswith(b"\x1f\x8b") and len(content) <= MOST_UNPACKED:
            unpacker = zlib.decompressobj(_GZIP)
            content += unpacker.decompress(rest, MOST_UNPACKED + 1 - len(content))
            if not unpacker.eof and len(content) <= MOST_UNPACKED:
                raise ImportSkipped(name, SkipCode.MALFORMED, "The compressed file is cut off.")
            rest = unpacker.unused_data
    except zlib.error as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The compressed file is damaged.") from error
    if len(content) > MOST_UNPACKED:
        raise ImportSkipped(name, SkipCode.TOO_LARGE, f"Unpacked it is larger than {MOST_UNPACKED >> 20} MiB.")
    yield Member(_SUFFIX.sub("", PurePath(name).name) or "unnamed", bytes(content))
