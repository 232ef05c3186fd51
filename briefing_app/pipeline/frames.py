"""How bytes cross a pipe between the program and its workers: eight bytes of length, one byte of kind, then the payload."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import BinaryIO

_HEAD = struct.Struct(">QB")
MOST_BYTES = 1 << 30
"""A longer frame than this is nonsense, and the pipe is given up."""


class FrameKind(IntEnum):
    """What a frame holds. Only ``REQUEST`` and ``CALL_OFF`` go to a worker; the others come back.

    ``BEGUN`` says that the worker has taken the request: a worker that dies without it has done nothing of the request. ``CALL_OFF`` asks
    the worker to end the request under way, ``CALLED_OFF`` says that it did; one that was done first answers as ever. ``AT_WORK`` says
    that long work goes on, so that nobody takes it for a hang.
    """

    REQUEST = 1
    READY = 2
    NOTE = 3
    DONE = 4
    FAILED = 5
    BEGUN = 6
    CALL_OFF = 7
    CALLED_OFF = 8
    AT_WORK = 9


class FrameBroken(Exception):
    """The pipe ended inside a frame, or holds something that is none."""


def write_frame(pipe: BinaryIO, kind: FrameKind, payload: bytes = b"") -> None:
    """Write one frame and flush it. Raises OSError when nobody reads any more."""
    pipe.write(_HEAD.pack(len(payload), kind))
    pipe.write(payload)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> tuple[FrameKind, bytes] | None:
    """The next frame, None at the end of the pipe. Blocks. Raises FrameBroken."""
    head = pipe.read(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise FrameBroken("the pipe ended inside a frame's head")
    length, kind = _HEAD.unpack(head)
    if length > MOST_BYTES or kind not in FrameKind.__members__.values():
        raise FrameBroken(f"no frame: {length} bytes of kind {kind}")
    payload = pipe.read(length)
    if len(payload) < length:
        raise FrameBroken("the pipe ended inside a frame")
    return FrameKind(kind), payload
