from __future__ import annotations

import pytest

from briefing_app.model.ids import Noun, name_of, parse_id


@pytest.mark.parametrize("noun", list(Noun))
def test_every_name_parses_back(noun: Noun) -> None:
    assert parse_id(name_of(noun, 12)) == (noun, 12)


@pytest.mark.parametrize("word", ["", "a", "a0", "a01", "x3", "e3 ", "12", "a-1", "a١", "a" + "9" * 30, "article"])
def test_what_is_no_id(word: str) -> None:
    assert parse_id(word) is None
