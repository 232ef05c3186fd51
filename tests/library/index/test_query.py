"""The query language: what parses to what, where mistakes are, and how a query is said in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library.index.echo import in_words
from briefing_app.library.index.query import parse
from briefing_app.library.index.tree import And, Dated, Field, InLanguage, Node, Not, Or, Phrase, Prefix, Word
from briefing_app.model.errors import QueryMistake

STORY, TITLE = Field.STORY, Field.TITLE


def word(text: str, field: Field = STORY) -> Word:
    return Word(text, text.lower(), field)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("Ferry", word("Ferry")),
        ("a b", And((word("a"), word("b")))),
        ("a AND b OR c", Or((And((word("a"), word("b"))), word("c")))),
        ("a (b OR c)", And((word("a"), Or((word("b"), word("c")))))),
        ("NOT a b", And((Not(word("a")), word("b")))),
        ("-a b", And((Not(word("a")), word("b")))),
        ("a and b", And((word("a"), word("and"), word("b")))),
        ('"two words"', Phrase("two words", ("two", "words"), STORY)),
        ("„zwei Wörter“", Phrase("zwei Wörter", ("zwei", "worter"), STORY)),
        ('"one"', word("one")),
        ("well-known", Phrase("well-known", ("well", "known"), STORY)),
        ("Élan*", Prefix("Élan", "elan", STORY)),
        ("well-kno*", And((word("well"), Prefix("kno", "kno", STORY)))),
        ("title:ferry", word("ferry", TITLE)),
        ("TITLE:(a b)", And((word("a", TITLE), word("b", TITLE)))),
        ("title:NOT", None),
        ("source:“Coast Post”", Phrase("Coast Post", ("coast", "post"), Field.SOURCE)),
        ("lang:en-GB", InLanguage("en")),
        ("https://example.org/a", Phrase("https://example.org/a", ("https", "example", "org", "a"), STORY)),
        ("a — b", And((word("a"), word("b")))),
        ("U.S.", Word("U.S.", "us", STORY)),
        ("首相", Word("首相", "首相", STORY)),
        ("月曜日", Phrase("月曜日", ("月曜", "曜日"), STORY)),
        ("月曜日*", Phrase("月曜日", ("月曜", "曜日"), STORY)),
    ],
)
def test_what_parses_to_what(query: str, tree: Node | None) -> None:
    if tree is None:
        with pytest.raises(QueryMistake):
            parse(query)
    else:
        assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("date:2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("date:2020-2", date(2020, 2, 1), date(2020, 2, 29)),
        ("date:2020-12", date(2020, 12, 1), date(2020, 12, 31)),
        ("date:2020-10-16", date(2020, 10, 16), date(2020, 10, 16)),
        ("date:2018..2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("date:2018-05..", date(2018, 5, 1), None),
        ("date:..2018-05", None, date(2018, 5, 31)),
        ("date:>2020-10", date(2020, 11, 1), None),
        ("date:>=2020-10", date(2020, 10, 1), None),
        ("date:<2020", None, date(2019, 12, 31)),
        ("date:<=2020", None, date(2020, 12, 31)),
        ("date:9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_dates(query: str, first: date | None, last: date | None) -> None:
    assert parse(query) == Dated(query[5:], first, last)


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("", None),
        ("  ", None),
        ("— …", None),
        ("ferry AND", 9),
        ("OR ferry", 0),
        ("a AND OR b", 6),
        ("(a b", 0),
        ("a b)", 3),
        ('say "ferry', 4),
        ("a*b", 1),
        ("*", 0),
        ("mood:good", 0),
        ("a title: b", 2),
        ("title:", 0),
        ("date:soon", 5),
        ("date:2020-13", 5),
        ("date:2020-02-30", 5),
        ("date:..", 5),
        ("date:2021..2020", 5),
        ("date:2020..x", 11),
        ("date:(2020)", 5),
        ("NOT", 3),
        ("(" * 100 + "a" + ")" * 100, None),
    ],
)
def test_a_mistake_says_where(query: str, position: int | None) -> None:
    with pytest.raises(QueryMistake) as caught:
        parse(query)
    if len(query) < 100:
        assert caught.value.position == position
    assert caught.value.message.endswith((".", "”."))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Huawei", "the word “Huawei”, any case, in title, standfirst and body"),
        ("a OR b", "the word “a”, any case or the word “b”, any case, in title, standfirst and body"),
        ("title:strike*", "words that begin with “strike”, in the title"),
        ('"sea wall" NOT date:2020-10', "the phrase “sea wall” and not dated 2020-10-01 to 2020-10-31, in title, standfirst and body"),
        ("date:>2020-10-01", "dated 2020-10-02 or after"),
        ("lang:ja", "in the language ja"),
        ("a (b OR title:c)", None),
    ],
)
def test_a_query_in_words(query: str, words: str | None) -> None:
    said = in_words(parse(query))
    assert said == words if words else said.count("in the title") == 1


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        ("fer", "fer OR fer*"),
        ("fer ", "fer"),
        ("coast fer", "coast (fer OR fer*)"),
        ("ferry AND", "ferry"),
        ("ferry OR", "ferry"),
        ("ferry -", "ferry"),
        ("ferry NOT (", "ferry"),
        ("ferry title:", "ferry"),
        ('ferry "coast po', 'ferry "coast po"'),
        ("(ferry OR coa", "(ferry OR (coa OR coa*))"),
        ("ferry date:2020", "ferry date:2020"),
        ("title:fer", "title:(fer OR fer*)"),
        ("月曜日", "月曜日"),
        ("fer*", "fer*"),
    ],
)
def test_a_query_that_is_still_being_typed(query: str, whole: str) -> None:
    assert parse(query, unfinished=True) == parse(whole)


PIECES = st.sampled_from(
    [
        "ferry",
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        '"',
        "“",
        "title:",
        "date:",
        "2020-10",
        "date:2020..",
        "a*",
        "*",
        "-",
        "—",
        "月",
        "月曜日",
        " ",
        ":",
        "الوزير",
    ]
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=30), st.booleans())
def test_any_query_parses_or_is_a_mistake_inside_it(query: str, unfinished: bool) -> None:
    node, position = None, None
    try:
        node = parse(query, unfinished=unfinished)
    except QueryMistake as mistake:
        position = mistake.position
    assert position is None or 0 <= position <= len(query)
    assert node is None or in_words(node)
