"""Frames come back as they went, and nothing else is taken for one."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.pipeline.frames import FrameBroken, FrameKind, read_frame, write_frame


@given(st.lists(st.tuples(st.sampled_from(list(FrameKind)), st.binary(max_size=300))))
def test_frames_come_back(frames: list[tuple[FrameKind, bytes]]) -> None:
    pipe = io.BytesIO()
    for kind, payload in frames:
        write_frame(pipe, kind, payload)
    pipe.seek(0)
    assert [read_frame(pipe) for _ in frames] == frames
    assert read_frame(pipe) is None


@given(st.integers(min_value=1, max_value=30))
def test_half_a_frame_is_broken(kept: int) -> None:
    pipe = io.BytesIO()
    write_frame(pipe, FrameKind.DONE, b"x" * 22)
    with pytest.raises(FrameBroken):
        read_frame(io.BytesIO(pipe.getvalue()[:kept]))


@given(st.binary(min_size=9, max_size=60))
def test_noise_never_asks_for_much_memory(noise: bytes) -> None:
    try:
        frame = read_frame(io.BytesIO(noise))
    except FrameBroken:
        return
    assert frame is not None
    assert len(frame[1]) < len(noise)
