"""Whatever is typed is answered, or told to be a mistake, soon and without harm."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

import pytest

from briefing_app.library.articles import Due
from briefing_app.library.index.index import Index
from briefing_app.model.errors import QueryMistake
from tests.factories import article
from tests.library.index.test_executor import no_sets

_BEARABLE_S = 2.0
"""Processor time. What goes wrong here takes minutes; a few hundredths are usual."""

QUERIES = (
    "ferry " * 10_000,
    "a " * 999,
    "* " * 900,
    "a* OR " * 300 + "a*",
    "(" * 1_000 + "ferry" + ")" * 1_000,
    "(" * 900,
    "NOT " * 400 + "ferry",
    "ferry w/5 " * 180 + "ferry",
    "ferry w/5 " * 8 + "ferry",
    "ferry same " * 9 + "ferry",
    "atleast2 " * 200 + "ferry",
    "AND",
    "OR OR OR",
    "AND NOT",
    "-",
    "*",
    "?",
    "~",
    "/",
    "//",
    "/(/",
    "/(a+)+$/",
    "/(a|aa)+b/",
    "/a*a*a*a*b/",
    "/.*.*.*.*x/",
    "/a{1,1000}{1,1000}/",
    "/[[:alpha:]]/",
    "*a*a*a*a*a*a*a*a*b",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa~2",
    " ".join(f"water{at}~" for at in range(100)),
    "like:a" + "9" * 400,
    "like:a9 " * 90,
    " ".join(f"like:a{number}" for number in range(1, 90)),
    "🛥️🛥️",
    "fer\x00ry",
    "\x00",
    "\u202eferry\u202c الوزير",
    "\ud800",
    '"' * 501,
    ":" * 500,
    "title:" * 300,
    "date:99999999999999999999",
    "w/99999999999999999999 a",
    "a w/9999 b",
    "atleast9999 a",
    "atleast9999 (a OR a* OR ferry)",
    "a w/9 aa w/9 aaa w/9 aaaa w/9 aaaaa w/9 ferry w/9 a w/9 aa",
    "in:in:in:a",
    "tag:" + "x" * 1_900,
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    built = Index(tmp_path_factory.mktemp("index"))
    words = " ".join("a" * length for length in range(1, 80))
    found = [article(number, "Ferry", f"The ferry, {words} {number}x. ferry 首相") for number in range(1, 30)]
    built.extend([Due(one, one.id, one.id) for one in found], 0, lambda: False)
    yield built
    built.close()


@pytest.mark.parametrize("unfinished", [False, True])
@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_hostile_query_is_answered_or_refused_soon(index: Index, query: str, unfinished: bool) -> None:
    begun = time.process_time()
    with contextlib.suppress(QueryMistake):
        asked = index.ask(query, unfinished=unfinished)
        assert asked.words
        found = index.find(asked, no_sets)
        assert len(found.numbers) <= 29
    assert time.process_time() - begun < _BEARABLE_S
