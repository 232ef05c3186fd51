"""How dates and names read when they are known, inferred, unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from briefing_app.model.article import Attested
from briefing_app.model.dates import DateInterval, day_interval
from briefing_app.ui.certainty import Certainty, long_date, shown_date, shown_source, source_words


@pytest.mark.parametrize(
    ("interval", "inferred", "short", "long"),
    [
        (day_interval(date(2020, 10, 16)), False, "16 Oct 2020", "16 Oct 2020"),
        (day_interval(date(2020, 10, 16)), True, "~16 Oct 2020", "about 16 Oct 2020"),
        (DateInterval(None, date(2020, 10, 16)), True, "≤ 16 Oct 2020", "not after 16 Oct 2020"),
        (DateInterval(date(2018, 12, 5), date(2018, 12, 9)), True, "~5–9 Dec 2018", "about 5–9 Dec 2018"),
        (DateInterval(date(2018, 11, 28), date(2018, 12, 9)), False, "28 Nov – 9 Dec 2018", "28 Nov – 9 Dec 2018"),
    ],
)
def test_dates(interval: DateInterval, inferred: bool, short: str, long: str) -> None:
    value = Attested(interval, (), 0.8, inferred)
    assert (shown_date(value).text, long_date(value).text) == (short, long)
    assert shown_date(value).certainty is (Certainty.INFERRED if inferred else Certainty.KNOWN)


def test_unknown_is_said() -> None:
    assert shown_source(Attested()).text == "source unknown"
    assert shown_date(Attested()).certainty is Certainty.UNKNOWN


@pytest.mark.parametrize(("inferred", "words"), [(False, "The Tellis Courier"), (True, "The Tellis Courier (inferred)")])
def test_a_source_that_is_not_sure_is_said_to_be_inferred(inferred: bool, words: str) -> None:
    assert source_words(Attested("The Tellis Courier", (), 0.8, inferred)) == words
    assert source_words(Attested()) == "source unknown"


@pytest.fixture
def tongue() -> Iterator[Callable[[str], None]]:
    """Sets the language of the analyst's country, and afterwards the one before."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(("name", "words"), [("en_GB", "16 Sep 2020"), ("en_US", "16 Sep 2020"), ("fr_FR", "16 sept. 2020")])
def test_a_month_is_written_as_everywhere_in_english_and_as_the_country_does_else(
    tongue: Callable[[str], None], name: str, words: str
) -> None:
    tongue(name)
    assert shown_date(Attested(day_interval(date(2020, 9, 16)), (), 0.8, False)).text == words
