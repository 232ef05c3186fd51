"""Names with their kind and fullest form; numbers with units and ranges; dates resolved, or honestly not."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.language import read
from briefing_app.model.dates import day_interval
from briefing_app.model.findings import NameKind
from tests.factories import document

WRITTEN = day_interval(date(2026, 3, 4))
"""A Wednesday."""


def names(*paragraphs: str) -> list[tuple[str, NameKind]]:
    return [(found.name, found.kind) for found in read(document(None, *paragraphs)).names]


def test_titles_are_no_part_of_a_name() -> None:
    assert names("The Norwegian Foreign Minister Ada Okafor met Mr. Brandt.")[0] == ("Ada Okafor", NameKind.PERSON)
    assert names("Secretary of State Ada Okafor spoke.") == [("Ada Okafor", NameKind.PERSON)]


def test_short_forms_become_the_fullest_one() -> None:
    found = [name for name, _ in names("Ada Okafor met Kim Tae Won.", "Okafor left.", "Then Kim left.")]
    assert found == ["Ada Okafor", "Kim Tae Won", "Ada Okafor", "Kim Tae Won"]


def test_a_middle_initial_belongs_to_the_name() -> None:
    assert [name for name, _ in names("Ada P. Okafor met Lind.", "Okafor left.")][::2] == ["Ada P. Okafor"] * 2
    assert {name for name, _ in names("Ada P. Okafor spoke.", "Ada Okafor left.", "Okafor will be back.")} == {"Ada Okafor"}


def test_a_role_in_the_plural_before_a_name_is_none_of_it() -> None:
    assert [name for name, _ in names("Owners Torvane Lines said the ship was safe.")] == ["Torvane Lines"]


def test_initials_become_the_name() -> None:
    found = names("The Harbour Safety Commission met.", "Then the HSC voted.")
    assert found == [("Harbour Safety Commission", NameKind.ORGANISATION)] * 2


def test_kinds() -> None:
    assert names("He went to Norway.") == [("Norway", NameKind.PLACE)]
    assert names("The firm is Nordkabel Corp.")[0][1] is NameKind.ORGANISATION


def test_a_sentence_does_not_begin_with_a_name_by_its_capital() -> None:
    assert names("Officials met. Bridges closed.") == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "approximate"),
    [
        ("It weighs 3,000 tons.", 3000, 3000, "ton", False),
        ("A 3,000-ton ship sank.", 3000, 3000, "ton", False),
        ("It cost about $5 million.", 5e6, 5e6, "dollar", True),
        ("It rose by 4.5 percent.", 4.5, 4.5, "percent", False),
        ("It fell by a fifth.", 20, 20, "percent", True),
        ("It cost them three quarters of their crop.", 75, 75, "percent", True),
        ("It rose 4.5%.", 4.5, 4.5, "percent", False),
        ("More than twenty people died.", 20, 20, "person", True),
        ("Some 20 to 30 people came.", 20, 30, "person", True),
        ("Between 20 and 30 trains ran.", 20, 30, "train", False),
        ("Some 143million users left.", 143e6, 143e6, "user", True),
        ("It holds 1.5billion litres.", 1.5e9, 1.5e9, "litre", False),
        ("The 80m-deep shaft is shut.", 80, 80, "metre", False),
        ("The boy fell into a 40m dry well.", 40, 40, "metre", False),
        ("The boy fell into a 40 m dry well.", 40, 40, "metre", False),
        ("The lake is from 3m to 4m deep.", 3, 4, "metre", False),
        ("A wave of 9m hit the quay.", 9, 9, "metre", False),
        ("The fire came within 40m of the mill.", 40, 40, "metre", False),
        ("She won the 200m butterfly.", 200, 200, "metre", False),
        ("The wreck lies 300m off the coast.", 300, 300, "metre", False),
        ("A 40m-euro bridge opened.", 40e6, 40e6, "euro", False),
        ("A 40m tunnel project began.", 40e6, 40e6, "tunnel", False),
        ("The 8m budget hole is to be filled.", 8e6, 8e6, "budget", False),
        ("The firm has 40m users.", 40e6, 40e6, "user", False),
        ("A £40m yacht sank.", 40e6, 40e6, "pound", False),
        ("It takes 63,500kg of freight.", 63500, 63500, "kg", False),
        ("It lost €2bn.", 2e9, 2e9, "euro", False),
        ("From 0 to 2,000 people came.", 0, 2000, "person", False),
    ],
)
def test_numbers(text: str, low: float, high: float, unit: str, approximate: bool) -> None:
    (number,) = read(document(None, text)).numbers
    assert (number.low, number.high, number.unit, number.approximate) == (low, high, unit, approximate)


def test_in_german_a_single_m_is_a_metre() -> None:
    made = document(None, "Der Turm ist 40m hoch, die Brücke kostet 40 Mio Euro.", language="de")
    assert [number.low for number in read(made).numbers] == [40, 40e6]


def test_words_between_fives_are_no_numbers() -> None:
    assert read(document(None, "The 5G net is fast.")).numbers == ()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It closed on Oct. 3, 2019.", "Oct. 3, 2019", "2019-10-03"),
        ("It closed on 3 October 2019.", "3 October 2019", "2019-10-03"),
        ("It closed on Monday.", "Monday", "2026-03-02"),
        ("It closed on Friday 16 January.", "Friday 16 January", "2026-01-16"),
        ("It closed yesterday.", "yesterday", "2026-03-03"),
        ("It closed last month.", "last month", "2026-02-01/2026-02-28"),
        ("It closed in August.", "August", "2025-08-01/2025-08-31"),
        ("It closed in August 2019.", "August 2019", "2019-08-01/2019-08-31"),
        ("It closed in 2019.", "2019", "2019-01-01/2019-12-31"),
        ("It closed on 2019-10-03.", "2019-10-03", "2019-10-03"),
        ("The mayor asked the town to keep it shut until October.", "October", "2026-10-01/2026-10-31"),
        ("It will close by January.", "January", "2027-01-01/2027-01-31"),
        ("It will open in March.", "March", "2026-03-01/2026-03-31"),
        ("It will reopen on Monday.", "Monday", "2026-03-09"),
        ("It was due to open on Friday.", "Friday", "2026-03-06"),
        ("It had been shut until August.", "August", "2025-08-01/2025-08-31"),
        ("It will be torn down, the mayor said. It closed on Monday.", "Monday", "2026-03-02"),
    ],
)
def test_dates(text: str, words: str, expected: str) -> None:
    made = document(None, text)
    (found,) = read(made, WRITTEN).dates
    assert found.span.of(made.text) == words
    assert found.interval is not None
    assert found.interval.edtf == expected


@pytest.mark.parametrize("text", ["It closed on Monday.", "It closed on 16 January.", "It closed last month."])
def test_without_the_day_of_writing_nothing_is_guessed(text: str) -> None:
    (found,) = read(document(None, text)).dates
    assert found.interval is None


def test_the_verb_may_is_no_month() -> None:
    assert read(document(None, "It may close. May it last."), WRITTEN).dates == ()


def test_a_headline_that_quotes_a_word_beside_a_name_is_read() -> None:
    headline = "F.B.I. 'Wrecked' Okafor's Career, Brandt Says, but 'Nothing Happened' to Lind"
    body = "The F.B.I. Wrecked Okafor, said Brandt. He saw the F.B.I. there."
    assert "Brandt" in [found.name for found in read(document(headline, body)).names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Forty-one people had been treated.", [(41, 41, "person")]),
        ("Some 2,500 former shipyard workers came.", [(2500, 2500, "worker")]),
        ("The 34 Texas lawmakers left.", [(34, 34, "lawmaker")]),
        ("The storm left 12 dead on the quay.", [(12, 12, "dead")]),
        ("The Senate voted 97-1.", [(97, 97, ""), (1, 1, "")]),
        ("She raised $5.4 million to $200,000 for him.", [(5.4e6, 5.4e6, "dollar"), (2e5, 2e5, "dollar")]),
        ("The 9/11 families sued.", []),
    ],
)
def test_what_a_number_counts(text: str, found: list[tuple[float, float, str]]) -> None:
    assert [(number.low, number.high, number.unit) for number in read(document(None, text)).numbers] == found


def test_a_count_before_a_day_is_no_day() -> None:
    found = read(document(None, "Fifteen of the 19 Sept. 11 hijackers came from there."), WRITTEN)
    assert [number.low for number in found.numbers] == [15, 19]
    assert len(found.dates) == 1
