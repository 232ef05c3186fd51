"""Dates and counts in words, as exactly as they are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from briefing_app.briefing import compose, draft, wording
from briefing_app.briefing.tree import Table, Voice
from briefing_app.model.article import Attested
from briefing_app.model.dates import DateInterval, day_interval
from tests.briefing.material import event, material
from tests.factories import NOON


def test_dates_show_what_is_known() -> None:
    first, last = date(2018, 12, 5), date(2018, 12, 9)
    assert wording.interval_words(day_interval(first)) == "5 Dec 2018"
    assert wording.interval_words(DateInterval(first, last)) == "5–9 Dec 2018"
    assert wording.interval_words(DateInterval(first, date(2019, 1, 2))) == "5 Dec 2018 – 2 Jan 2019"
    assert wording.interval_words(DateInterval(None, last)) == "≤ 9 Dec 2018"
    assert wording.interval_words(DateInterval(first, None)) == "≥ 5 Dec 2018"
    moment = datetime(2018, 12, 5, 9, 30, tzinfo=timezone(timedelta(hours=9)))
    assert wording.interval_words(day_interval(first, moment)) == "5 Dec 2018, 09:30 UTC+09:00"


def test_dates_show_how_sure_they_are() -> None:
    day = day_interval(date(2020, 1, 2))
    assert wording.date_run(Attested()).voice is Voice.UNKNOWN
    assert wording.date_run(Attested(day, inferred=True)).words == "~2 Jan 2020 (inferred)"
    assert wording.date_run(Attested(DateInterval(None, day.last), inferred=True)).words == "≤ 2 Jan 2020 (inferred)"
    assert wording.date_run(Attested(day)).words == "2 Jan 2020"


def test_counts() -> None:
    assert wording.count(1, "article", "articles") == "1 article"
    assert wording.count(1200, "article", "articles") == "1,200 articles"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain words", "“plain words”"),
        ("“Our nation is free", "“Our nation is free”"),
        ("it is free,” he said", "“it is free,” he said”"),
        ("he said it is free.”", "“he said it is free.”"),
        ("“Our nation is free.”", "“Our nation is free.”"),
        ("“Free,” he said.", "‘“Free,” he said.’"),
        ("He said: “Free.”", "‘He said: “Free.”’"),
        ("the “Clean” plan", "“the “Clean” plan”"),
        ("„Wir sind frei“, sagte er", "‘„Wir sind frei“, sagte er’"),
        ("„Wir sind frei.“", "„Wir sind frei.“"),
        ("„Wir sind frei", "„Wir sind frei”"),
        ('"Free," he said.', '‘"Free," he said.’'),
        ("", "“”"),
    ],
)
def test_no_quotation_mark_is_doubled(words: str, shown: str) -> None:
    before, after = wording.marks_around(words)
    assert before + words + after == shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Attested("Harbour Courier", (), 1.0), "Harbour Courier"),
        (Attested("Harbour Courier", (), 0.9, inferred=True), "Harbour Courier (inferred)"),
        (Attested("Harbour Courier", (), 0.5), "Harbour Courier (inferred)"),
        (Attested(), "source unknown"),
    ],
)
def test_a_name_that_is_not_sure_is_marked_as_inferred(value: Attested[str], words: str) -> None:
    assert wording.name_run(value, "source unknown").words == words


def test_an_inferred_source_and_byline_are_marked_wherever_they_stand() -> None:
    used = material()
    first, *others = used.articles
    document = replace(first.document, source=replace(first.document.source, inferred=True), byline=Attested("Ida Brandt", (), 0.5))
    used = replace(used, articles=(replace(first, document=document), *others))
    tree = compose(draft(event(*used.articles), used, now=NOON), used)
    tables = [block for block in (*tree.front, *tree.blocks) if isinstance(block, Table)]
    cells = [cell for table in tables for row in (table.head, *(row for group in table.groups for row in group.rows)) for cell in row]
    said = [wording.plain(line) for cell in cells for line in cell.lines]
    said += [wording.plain(note.inlines) for note in tree.notes]
    named = [words for words in said if "Harbour Courier" in words]
    assert len(named) > 3
    assert all("Harbour Courier (inferred)" in words for words in named)
    assert any(words.startswith("Ida Brandt (inferred)") for words in said)
