"""The query language: what parses to what, where mistakes are, and how a query is said in words."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library.index.echo import in_words
from briefing_app.library.index.mistakes import Mistakes
from briefing_app.library.index.query import parse, understand
from briefing_app.library.index.tree import (
    Among,
    And,
    AtLeast,
    Dated,
    Field,
    Fuzzy,
    InLanguage,
    InZone,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Same,
    Undated,
    Wild,
    Word,
)
from briefing_app.model.errors import QueryMistake

STORY, TITLE = Field.STORY, Field.TITLE


def word(text: str, field: Field = STORY, form: str = "") -> Word:
    return Word(text, form or text.lower(), field)


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
        ("wom?n", Wild("wom?n", "wom?n", STORY)),
        ("*Bérg", Wild("*Bérg", "*berg", STORY)),
        ("a**b", Wild("a**b", "a*b", STORY)),
        ("why?", word("why")),
        ("Kashogi~", Fuzzy("Kashogi", "kashogi", 2, STORY)),
        ("title:Kato~1", Fuzzy("Kato", "kato", 1, TITLE)),
        (r"/Colou?r\w/", Pattern(r"colou?r\w", STORY)),
        ("/usr/bin", Phrase("/usr/bin", ("usr", "bin"), STORY)),
        ("a w/5 b", Near(word("a"), word("b"), 5, False)),
        ("a NEAR/5 b c", And((Near(word("a"), word("b"), 5, False), word("c")))),
        ("a adj3 (b OR c)", Near(word("a"), Or((word("b"), word("c"))), 3, True)),
        ("a same b", Same(word("a"), word("b"))),
        ("a w/p b", Same(word("a"), word("b"))),
        ("same day", And((word("same"), word("day")))),
        ('a "same" b', And((word("a"), word("same"), word("b")))),
        ("atleast3 a", AtLeast(3, word("a"))),
        ("atleast2(a OR b)", AtLeast(2, Or((word("a"), word("b"))))),
        ("tag:north", OneOf(Among.TAG, "north")),
        ("said-by:“Ren Kato”", OneOf(Among.SAID_BY, "Ren Kato")),
        ("is:UNREAD", OneOf(Among.IS, "unread")),
        ("is:undated", Undated()),
        ("a in:comments", word("a", Field.COMMENTS)),
        ("in:comments (a OR title:b)", Or((word("a", Field.COMMENTS), word("b", TITLE)))),
        ("in:comments", InZone(Field.COMMENTS)),
        ("agency:Reuters", word("Reuters", Field.AGENCY)),
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
        ("ferry *?* quay", 6),
        ("ab~", 0),
        ("/(a*)*/", 1),
        ("/[/", 1),
        ("/a?a?a?a?a?/", 1),
        ("bank w/0 fraud", 5),
        ("bank w/5", 8),
        ("w/5 bank", 0),
        ("bank w/5 date:2020", 5),
        ("has:mice", 4),
        ("in:nowhere ferry", 3),
        ("tag:", 0),
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
        ("Huawei", "the word “Huawei” (any case), in title, standfirst and body"),
        ("a OR b", "the word “a” or the word “b”, in title, standfirst and body"),
        ("title:strike*", "words that begin with “strike”, in the title"),
        ('"sea wall" NOT date:2020-10', "the phrase “sea wall” and not dated 2020-10-01 to 2020-10-31, in title, standfirst and body"),
        ("date:>2020-10-01", "dated 2020-10-02 or after"),
        ("lang:ja", "in the language ja"),
        ("a w/5 b", "the word “a” near the word “b” (at most 5 words on), in title, standfirst and body"),
        ("title:wom?n", "words of the shape “wom?n”, in the title"),
        ("is:unread tag:north", "unread and tagged “north”"),
        ("port Ferr*", "the word “port” and words that begin with “Ferr”, in title, standfirst and body"),
        ("via:Reuters", "resting on “Reuters”"),
        ("quote:Kato", "quoting “Kato”"),
        ("atleast3 a*", "words that begin with “a” at least 3 times, in title, standfirst and body"),
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
        ("ferry s", "ferry"),
        ("ferry OR title:s", "ferry"),
        ("(ferry OR s", "(ferry)"),
        ("ferry s*", "ferry s*"),
        ("plan b ", "plan b"),
        ("s", "s"),
        ("ferry 月", "ferry 月"),
    ],
)
def test_a_query_that_is_still_being_typed(query: str, whole: str) -> None:
    assert parse(query, unfinished=True) == parse(whole)


@pytest.mark.parametrize(
    ("query", "rest", "place", "instead"),
    [
        ("ferry titel:harbour", "ferry harbour*", (6, 11), "title"),
        ("ferry has:notes", "ferry", (10, 15), "note"),
        ("ferry date:2020-13", "ferry", (11, 18), ""),
        ("ferry) quay ", "ferry quay", (5, 6), ""),
        ("OR ferry ", "ferry", (0, 2), ""),
        ("ferry /(a*)*/ ", "ferry", (7, 12), ""),
        ("ferry date:2021..2020", "ferry", (11, 21), "2020..2021"),
    ],
)
def test_the_rest_of_a_query_with_a_mistake_is_understood(query: str, rest: str, place: tuple[int, int], instead: str) -> None:
    mistakes = Mistakes(strict=False)
    node = understand(query, mistakes)
    wanted = parse(rest.removesuffix("*"), unfinished=rest.endswith("*"))
    assert node == wanted
    (mistake,) = mistakes.found
    assert (mistake.start, mistake.end, mistake.instead) == (*place, instead)


def test_a_query_of_mistakes_alone_raises_the_first() -> None:
    with pytest.raises(QueryMistake, match="no date") as caught:
        understand("date:soon is:odd", Mistakes(strict=False))
    assert caught.value.position == 5


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
        "w/5",
        "same",
        "adj3",
        "atleast2",
        "wom?n",
        "ferri~",
        "/fer+y/",
        "/(/",
        "tag:",
        "is:unread",
        "in:comments",
        "in:",
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
    mistakes = Mistakes(strict=False)
    with contextlib.suppress(QueryMistake):
        assert in_words(understand(query, mistakes))
    assert all(0 <= mistake.start <= mistake.end <= len(query) for mistake in mistakes.found)
    assert node is None or in_words(node)


def test_a_few_articles_can_be_named_and_one_named_again_counts_once() -> None:
    assert parse("like:a9 " * 90 + "like:a7") == parse("like:a9 like:a7")
    with pytest.raises(QueryMistake, match="At most 5"):
        parse(" OR ".join(f"like:a{number}" for number in range(1, 7)))
