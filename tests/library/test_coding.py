"""What is read by hand before msgspec is loaded is what msgspec reads."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library import coding
from briefing_app.library.rows import Listing, read_listing, read_source
from briefing_app.model.attested import Attested, Evidence
from briefing_app.model.dates import DateInterval
from briefing_app.model.errors import LibraryCorrupt
from briefing_app.model.grade import RELIABILITIES
from briefing_app.model.ids import SourceId
from briefing_app.model.source import Source, SourceKind
from briefing_app.model.span import Span

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-9, minutes=-30))])
DATES = st.dates(date(1800, 1, 1), date(2100, 1, 1))
INTERVALS = st.builds(
    lambda days, moment: DateInterval(min(days), max(days), moment),
    st.lists(DATES, min_size=1, max_size=2),
    st.none() | st.datetimes(datetime(1800, 1, 2), datetime(2100, 1, 1), timezones=ZONES),
) | DATES.flatmap(lambda day: st.sampled_from([DateInterval(day, None), DateInterval(None, day)]))
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 99))
EVIDENCE = st.lists(st.builds(Evidence, st.text(max_size=9), st.text(max_size=9), st.none() | SPANS), max_size=2).map(tuple)


def attested(values: st.SearchStrategy[object]) -> st.SearchStrategy[Attested[object]]:
    return st.builds(Attested, st.none() | values, EVIDENCE, st.floats(0, 1), st.booleans(), st.booleans())


NAMES = attested(st.text(max_size=9))
LISTINGS = st.builds(
    Listing, st.text(max_size=9), st.booleans(), NAMES, NAMES, attested(INTERVALS), st.text(max_size=3), st.text(max_size=9)
)


@given(LISTINGS)
def test_a_listing_read_by_hand_is_the_one_that_was_written(listing: Listing) -> None:
    written = coding.encode(listing)
    assert read_listing(json.loads(written)) == coding.decode(written, Listing) == listing


@given(
    st.builds(
        Source,
        st.integers(1, 99).map(SourceId),
        st.text(max_size=9),
        st.lists(st.text(max_size=9), max_size=2).map(tuple),
        st.none() | st.sampled_from(SourceKind),
        st.text(max_size=9),
        st.text(max_size=9),
        st.none() | st.sampled_from(RELIABILITIES),
    )
)
def test_a_source_read_by_hand_is_the_one_that_was_written(source: Source) -> None:
    written = coding.encode(source)
    assert read_source(json.loads(written)) == coding.decode(written, Source) == source


@pytest.mark.parametrize("damage", [b'"headline":7', b'"date":[]', b'"source":{"value":7}', b'"lead":null'])
def test_a_damaged_listing_is_left_to_msgspec_which_says_so(damage: bytes) -> None:
    unknown: Attested[str] = Attested()
    written = coding.encode(Listing("a", True, unknown, unknown, Attested(), "en", "b")).removesuffix(b"}") + b"," + damage + b"}"
    with pytest.raises(ValueError, match="no "):
        read_listing(json.loads(written))
    with pytest.raises(LibraryCorrupt):
        coding.decode(written, Listing)


ALONE = """
import sys
from briefing_app.library import coding
from briefing_app.model.errors import LibraryCorrupt
from briefing_app.model.grade import RELIABILITIES
from briefing_app.model.ids import SourceId
from briefing_app.model.source import Source, SourceKind
assert coding.numbers("3,1,2") == [3, 1, 2]
assert "msgspec" not in sys.modules
try:
    coding.numbers("3,1,")
except LibraryCorrupt:
    assert coding.numbers("3,1,2") == [3, 1, 2]
    assert "msgspec" in sys.modules
    print("told")
"""


def test_numbers_do_not_wait_for_msgspec(checkout: Path) -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], cwd=checkout, capture_output=True, text=True, check=False, timeout=100)
    assert done.stdout.strip() == "told", done.stderr
