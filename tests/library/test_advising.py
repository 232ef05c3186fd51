"""What is proposed beside a query: never a silent zero."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.library import Library
from briefing_app.library.index.filters import narrowers
from briefing_app.model.article import Document, Zone, ZoneKind
from briefing_app.model.edit import TrashArticles
from briefing_app.model.errors import QueryMistake
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Advice, AdviceKind
from briefing_app.model.span import Span
from tests.factories import document

COMMENT = "I saw a walrus there."


def with_comment() -> Document:
    made = document("Weather", "Rain is expected on the coast.")
    zone = Zone(ZoneKind.COMMENT, Span(len(made.text) + 2, len(made.text) + 2 + len(COMMENT)), "made for a test", 1.0)
    return replace(made, text=f"{made.text}\n\n{COMMENT}", zones=(*made.zones, zone))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("advising") / "library")
    made = [document(f"Ferry {i}", f"The ferry Aurora ran aground, number {i}.", source="Coast Post") for i in range(3)]
    made += [document("Strike", "The harbour is closed.", source="Harbour Mail"), with_comment(), document("Gone", "A unicorn.")]
    made.append(document("Talo", "Suuri talot paloi.", language="fi"))
    for at, one in enumerate(made):
        opened.add(one, f"{at}".encode(), f"{at}.txt")
    opened.index_pending()
    opened.apply(TrashArticles((ArticleId(6),), True))
    yield opened
    opened.close()


def advice(library: Library, query: str, *, unfinished: bool = False) -> list[Advice]:
    return list(library.advice(query, unfinished=unfinished))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ferrry", Advice(AdviceKind.SPELLING, "ferry", "ferry", 3)),
        ("Aurroa harbor", None),
        ("title:ferrry aground", Advice(AdviceKind.SPELLING, "ferry", "title:ferry aground", 3)),
        ('"the ferry Aurroa"', Advice(AdviceKind.SPELLING, "aurora", '"the ferry aurora"', 3)),
        ("source:cost ferry", Advice(AdviceKind.SPELLING, "coast", "source:coast ferry", 3)),
        ('ferry source:"Harbour Mail"', Advice(AdviceKind.FILTER, 'source:"Harbour Mail"', "ferry", 3)),
        ("ferry AND -date:2020 is:starred", Advice(AdviceKind.FILTER, "is:starred", "ferry AND -date:2020", 3)),
        ("ferry source:mail is:starred", Advice(AdviceKind.FILTER, "source:mail is:starred", "ferry", 3)),
        ("ferry AND NOT aground", Advice(AdviceKind.FILTER, "NOT aground", "ferry", 3)),
        ('ferry -"ran aground"', Advice(AdviceKind.FILTER, '-"ran aground"', "ferry", 3)),
        ("ferry NOT (aurora OR harbour)", Advice(AdviceKind.FILTER, "NOT (aurora OR harbour)", "ferry", 3)),
        ("walrus", Advice(AdviceKind.ZONES, "in:anywhere", "in:anywhere walrus", 1)),
        ("unicorn", Advice(AdviceKind.TRASH, "", "unicorn", 1)),
        ("talo paloi", None),
        ("talott", Advice(AdviceKind.SPELLING, "talot", "talot", 1)),
        ("paloihin", Advice(AdviceKind.WIDER, "paloi*", "paloi*", 1)),
        ("pal", Advice(AdviceKind.ENDINGS, "pal*", "pal*", 1)),
        ("ferry aground", None),
        ("ferry", None),
    ],
)
def test_what_is_proposed_first(library: Library, query: str, first: Advice | None) -> None:
    found = advice(library, query)
    if first is not None:
        assert found[0] == first
    else:
        assert not [one for one in found if one.kind is AdviceKind.SPELLING]


def test_a_mistake_is_put_right(library: Library) -> None:
    found = advice(library, "ferry sourse:coast ", unfinished=True)
    assert (found[0].kind, found[0].query) == (AdviceKind.MISTAKE, "ferry source:coast ")


def test_what_is_still_being_typed_is_no_slip(library: Library) -> None:
    assert not [one for one in advice(library, "aur", unfinished=True) if one.kind is AdviceKind.SPELLING]


@given(
    st.text(alphabet='ab :"()-', max_size=30)
    | st.sampled_from(["date:2020 a", "a OR date:2020", "-tag:x", "a AND tag:x AND b", "a NOT (b", "a AND NOT"])
)
def test_what_is_left_without_a_filter_is_shorter(query: str) -> None:
    for one in narrowers(query):
        assert one.words in query
        assert 0 < len(one.without) < len(query)


@settings(max_examples=60)
@given(st.text(alphabet='fery a*?~/":()-w5ANDORlike:\x00\ud800한', max_size=40))
def test_whatever_is_typed_has_advice_or_is_a_mistake(library: Library, query: str) -> None:
    for finds in (library.advice, library.search_writings, library.facets):
        with contextlib.suppress(QueryMistake):
            finds(query, unfinished=True)
    assert all(one.query for one in library.completions(query, len(query)))


def test_a_choice_narrows_nothing() -> None:
    assert narrowers("ferry OR date:2020") == ()
    assert narrowers("ferry OR NOT aground") == ()
    assert [one.without for one in narrowers("a AND tag:x AND b")] == ["a AND b"]


@pytest.mark.parametrize("forbidden", ["NOT b", "-b", 'NOT "b d"', "NOT title:b", "NOT (b OR (d e))", "-tag:b"])
def test_what_is_forbidden_is_left_out_whole(forbidden: str) -> None:
    assert [(one.words, one.without) for one in narrowers(f"a AND {forbidden} AND c")] == [(forbidden, "a AND c")]
    assert narrowers(forbidden) == ()


def test_a_rare_word_beside_a_frequent_one_is_a_slip_and_two_usual_words_are_none(tmp_path: Path) -> None:
    opened = Library.open(tmp_path / "library")
    for at in range(60):
        opened.add(document(f"Story {at}", "The minister spoke of unity."), f"{at}".encode(), f"{at}.txt")
    opened.add(document("Slip", "The mniister spoke."), b"slip", "slip.txt")
    opened.index_pending()
    assert opened.advice("mniister")[0] == Advice(AdviceKind.SPELLING, "minister", "minister", 60)
    assert opened.advice("minister") == ()
    opened.close()


def test_an_empty_library_has_no_advice(tmp_path: Path) -> None:
    opened = Library.open(tmp_path / "library")
    assert opened.advice("ferry") == ()
    opened.close()
