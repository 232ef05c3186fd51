"""Articles like one: which words tell it, and which others share them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing_app.library import Library
from briefing_app.library.index.tree import And, Node, Not, Or, Word, changed, parts_of
from briefing_app.model.errors import QueryMistake
from briefing_app.model.findings import Findings, Quotation
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import FacetKind
from briefing_app.model.span import Span
from tests.factories import document

DAM = (
    "The Kestle reservoir stays half empty, minister Ilse Varrant said on Monday.",
    "Filling of the Kestle reservoir began in April; Varrant denies asking for a pause in the filling.",
    "Varrant never asked for a pause, the reservoir commission of Kestle said.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("likeness") / "library")
    made = [document(f"Dam {at}", words, source="Irrin Post") for at, words in enumerate(DAM)]
    made += [document(f"Story {at}", f"The council of town {at} said on Monday that taxes rise in April.") for at in range(12)]
    for at, one in enumerate(made):
        opened.add(one, f"{at}".encode(), f"{at}.txt")
    opened.index_pending()
    yield opened
    opened.close()


def test_those_that_share_telling_words_are_found(library: Library) -> None:
    found = library.search("like:a1")
    assert {hit.article for hit in found.hits} == {2, 3}
    assert found.query_in_words.startswith("like a1, with several of ")
    assert "“Varrant”" in found.query_in_words
    assert "“Monday”" not in found.query_in_words
    text = library.article(found.hits[0].article).text
    marked = {mark.of(text) for passage in found.hits[0].passages for mark in passage.marks}
    assert {"Kestle", "reservoir"} <= marked


def test_it_combines_with_the_rest_of_the_language(library: Library) -> None:
    assert {hit.article for hit in library.search("like:a1 commission").hits} == {3}
    assert {hit.article for hit in library.search("like:a1 NOT commission").hits} == {2}
    assert library.search("like:a1 source:nobody").total == 0
    assert library.advice("like:a1 source:nobody")[0].query == "like:a1"


def test_no_such_article(library: Library) -> None:
    assert library.search("like:a999").total == 0
    with pytest.raises(QueryMistake):
        library.search("like:reservoir")


def test_changing_what_holds_nothing_else() -> None:
    a, b = (Word(text, text, "story") for text in "ab")  # type: ignore[arg-type]
    node: Node = And((a, Or((Not(b), a))))
    assert changed(node, lambda leaf: leaf) == node
    assert parts_of(changed(node, lambda leaf: b if leaf == a else leaf))[0] == b


def test_who_is_cited_narrows(library: Library) -> None:
    for number in (1, 2):
        text = library.article(ArticleId(number)).text
        at = text.index("Varrant")
        library.put_findings(library.article(ArticleId(number)), "1", Findings("en", (), (Quotation(Span(at, at + 7), "Varrant"),)))
    (person,) = [facet for facet in library.facets("reservoir") if facet.kind is FacetKind.PERSON]
    assert (person.words, person.query, person.count) == ("Varrant", 'said-by:"Varrant"', 2)
    assert library.search(f"{person.query} reservoir").total == person.count
