"""Reading takes work in proportion to the text, whatever the text is; lines run are counted, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from briefing_app.language import read
from tests.factories import document

_SHORT, _SENTENCE, _LONG = 500, 2_000, 5_000
_SLACK = 2.2
"""How many times the work of a code point may grow; what grows with the square of the text grows fourfold at each step."""


def _work(text: str) -> int:
    """How many lines of the program run while the text is read."""
    made = document("A title of it", text)
    run = 0

    def count(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal run
        run += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        read(made)
    finally:
        sys.settrace(before)
    return run


@pytest.mark.parametrize(
    "piece",
    [
        '"a" ',
        "”a ",
        "'a ",
        "‘a’ ",
        "the rain fell and the ferry left and ",
        "the mayor said that ",
        "Ada Okafor told Pavel Orlik on Monday ",
    ],
)
def test_a_longer_text_costs_no_more_for_each_code_point(piece: str) -> None:
    costs = [_work((piece * size)[:size]) / size for size in (_SHORT, _SENTENCE, _LONG)]
    assert costs[1] < _SLACK * costs[0]
    assert costs[2] < _SLACK * costs[1]
