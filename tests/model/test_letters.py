"""Letters are given to houses in the order in which they appear, and no two articles share a name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.ids import SourceId
from briefing_app.model.letters import Letter, letters_of
from briefing_app.model.source import Register, Source

NOBODY = Register()
NORTH = Register((Source(SourceId(1), "Abendblatt", ("AB",), owner="Nordverlag"), Source(SourceId(2), "Kurier", owner="nordverlag")))


def names(sources: list[str | None], register: Register = NOBODY) -> list[str]:
    return [str(letter) for letter in letters_of(sources, register)]


def test_a_house_beyond_z_goes_on_with_two_letters() -> None:
    assert [str(Letter(house)) for house in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]
    assert len({str(Letter(house, turn)) for house in range(1000) for turn in range(3)}) == 3000


def test_the_second_article_of_a_source_shares_its_letter() -> None:
    assert names(["Kurier", "Herald", "kurier", "Herald", "KURIER"]) == ["A", "B", "A2", "B2", "A3"]


def test_the_register_says_what_is_one_house() -> None:
    assert names(["Abendblatt", "AB", "Kurier", "Herald"]) == ["A", "B", "C", "D"]
    assert names(["Abendblatt", "AB", "Kurier", "Herald"], NORTH) == ["A", "A2", "A3", "B"]


def test_nobody_knows_whether_two_unknown_sources_are_one() -> None:
    assert names([None, "Herald", None, ""]) == ["A", "B", "C", "D"]


@given(st.lists(st.sampled_from([None, "", "Abendblatt", "ab", "Kurier", "Herald", "1", "0"]), max_size=60))
def test_every_article_has_a_name_of_its_own(sources: list[str | None]) -> None:
    letters = letters_of(sources, NORTH)
    assert len({str(letter) for letter in letters}) == len(sources)
    firsts = [letter.house for letter in letters if not letter.turn]
    assert firsts == list(range(len(firsts)))
