"""How a query that is being typed may go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library import Library
from briefing_app.library.completing import Name, completions
from briefing_app.model.edit import PutSearch, TagArticles
from briefing_app.model.findings import Attribution, Findings, Quotation
from briefing_app.model.ids import ArticleId, SearchId
from briefing_app.model.search import CompletionKind, SavedSearch
from briefing_app.model.span import Span
from tests.factories import NOON, document


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("completing") / "library", clock=lambda: NOON)
    for at, source in enumerate(("Coast Post", "Coast Post", "Harbour Mail")):
        made = document(f"Ferry {at}", "The ferry ran aground. Ferries wait.", source=source, day=date(2026, 3 + at, 1))
        opened.add(made, f"{at}".encode(), f"{at}.txt")
    opened.index_pending()
    opened.apply(TagArticles((ArticleId(1),), "Grounding of ships", True))
    opened.apply(PutSearch(SavedSearch(SearchId(0), "Ferries and storms", "ferry storm", NOON, NOON)))
    said = Findings("en", (), (Quotation(Span(0, 3), "Ren Kato"),), (Attribution(Span(0, 3), "Coast Guard"),))
    opened.put_findings(opened.article(ArticleId(1)), "1", said)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "words", "taken"),
    [
        ("ferr", "ferry", "ferry "),
        ("ferr", "ferries", "ferries "),
        ("aground ferr", "ferry", "aground ferry "),
        ("-ferr", "ferry", "-ferry "),
        ("(agro", "aground", "(aground "),
        ("FER", "ferry", "ferry "),
        ("fe", "Ferries and storms", "ferry storm"),
        ("ferry sour", "source:", "ferry source:"),
        ("ferry AN", "AND", "ferry AND "),
        ("coa", "Coast Post", 'source:"Coast Post" '),
        ("source:coa", "Coast Post", 'source:"Coast Post" '),
        ('source:"coast p', "Coast Post", 'source:"Coast Post" '),
        ("source:post", "Coast Post", 'source:"Coast Post" '),
        ("tag:", "Grounding of ships", 'tag:"Grounding of ships" '),
        ("ships", "Grounding of ships", 'tag:"Grounding of ships" '),
        ("said-by:ka", "Ren Kato", 'said-by:"Ren Kato" '),
        ("guard", "Coast Guard", 'said-by:"Coast Guard" '),
        ("is:st", "is:starred", "is:starred "),
        ("in:co", "in:comments", "in:comments "),
        ("lang:", "en", "lang:en "),
        ("date:2026", "2026-05", "date:2026-05 "),
        ("title:fer", "ferry", "title:ferry "),
    ],
)
def test_what_is_offered_and_what_it_makes(library: Library, query: str, words: str, taken: str) -> None:
    offered = {one.words: one for one in library.completions(query, len(query))}
    assert words in offered
    assert (offered[words].query, offered[words].at) == (taken, len(taken))


def test_the_most_frequent_come_first_with_their_counts(library: Library) -> None:
    assert [(one.words, one.count) for one in library.completions("source:", 7)] == [("Coast Post", 2), ("Harbour Mail", 1)]


def test_in_the_middle_of_a_query(library: Library) -> None:
    first = library.completions("agro ferry", 4)[0]
    assert (first.query, first.at) == ("aground ferry", 7)
    assert library.completions("agro", 2) == ()


@pytest.mark.parametrize("query", ["", "f", "  ", "zzzz", "ferry ", "nofield:x"])
def test_nothing_to_offer(library: Library, query: str) -> None:
    assert library.completions(query, len(query)) == ()


def test_who_tells_follows_the_findings(library: Library) -> None:
    library.put_findings(library.article(ArticleId(2)), "1", Findings("en", (), (Quotation(Span(0, 3), "Mira Holm"),)))
    library.put_findings(library.article(ArticleId(2)), "2", Findings("en", (), (Quotation(Span(0, 3), "Ida Brandt"),)))
    library.apply(TagArticles((ArticleId(2),), "changed", True))
    offered = [one.words for one in library.completions("said-by:", 8)]
    assert "Ida Brandt" in offered
    assert "Mira Holm" not in offered


class Everything:
    def words(self, begun: str) -> list[tuple[str, int]]:
        return [(begun + "x", 1)]

    writers = words

    def names(self, kind: CompletionKind) -> Sequence[Name]:
        return [(f"{kind} a b", 'a "b', 1), ("x", "x", None)]


@given(st.text(alphabet='ax :"“()-\n', max_size=20), st.integers(0, 20))
def test_what_stands_before_and_after_stays(query: str, at: int) -> None:
    at = min(at, len(query))
    for one in completions(query, at, Everything()):
        assert 0 <= one.at <= len(one.query)
        assert one.query.endswith(query[at:]) or one.kind is CompletionKind.SEARCH
        assert one.query != query
