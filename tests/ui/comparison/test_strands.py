"""Where two passages meet: which words differ, and what the difference is called."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.comparison import (
    Cell,
    Claim,
    ClaimStatus,
    Comparison,
    Difference,
    DifferenceKind,
    Mark,
    Pair,
    Place,
    Relation,
    Told,
)
from briefing_app.model.findings import Attribution
from briefing_app.model.span import Span
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.words.strands import Meeting, meet, meetings, strands_of
from tests.factories import article


def compared(a: str, b: str, *differences: tuple[DifferenceKind, str], told: tuple[str, str] | None = None) -> Compared:
    """Two articles of one sentence each that stand in one row; ``told`` is (teller as written in the first, its name)."""
    one, other = article(1, None, a), article(2, None, b)
    places = Place(one.id, Span(0, len(a))), Place(other.id, Span(0, len(b)))
    chains = ((told[1],) if told else (), ())
    cells = tuple(Cell(place.article, Relation.STATES, (place.span,), chain=chain) for place, chain in zip(places, chains, strict=True))
    attributions = ()
    if told:
        start = a.index(told[0])
        attributions = (Told(one.id, Attribution(places[0].span, told[1], Span(start, start + len(told[0])), chain=(told[1],))),)
    comparison = Comparison(
        "test",
        (one.id, other.id),
        ("", ""),
        (Claim(ClaimStatus.ALL, a, places[0], cells),),
        pairs=(Pair(*places, 0.7, ("port", "reopens")),),
        differences=tuple(Difference(kind, *places, why) for kind, why in differences),
        attributions=attributions,
    )
    return Compared(comparison, (one, other), None, ((places[0].span,), (places[1].span,)))


def met(found: Compared) -> Meeting:
    here, there = strands_of(found, 0)
    return meet(found, here, there)


def named(found: Compared) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(words, kind) of both sides."""
    meeting = met(found)
    texts = [one.text for one in found.articles]
    sides = (meeting.here, meeting.there)
    here, there = ([(one.span.of(text), one.kind.value) for one in side] for text, side in zip(texts, sides, strict=True))
    return here, there


def test_words_of_a_difference_are_named_and_the_rest_is_wording() -> None:
    hedge = (DifferenceKind.HEDGE, "“reportedly” on one side only")
    found = compared("The port will reportedly reopen on Monday.", "The harbour will reopen on Monday.", hedge)
    assert named(found) == ([("port", "wording"), ("reportedly", "hedge")], [("harbour", "wording")])


def test_numbers_are_named_though_no_analysis_did() -> None:
    found = compared("It hurt 34 people in the port.", "It hurt 1,041 people in the port.")
    assert named(found) == ([("34", "number")], [("1,041", "number")])


def test_5g_is_no_number() -> None:
    assert named(compared("A ban in 5G networks.", "A ban in networks."))[0] == [("5G", "wording")]


def test_curly_and_straight_apostrophes_are_the_same_cue() -> None:
    found = compared("The port won’t reopen.", "The port will reopen.", (DifferenceKind.NEGATION, "“won't” on one side only"))
    assert named(found)[0] == [("won’t", "negation")]


def test_who_says_it_is_marked_also_outside_of_what_differs() -> None:
    found = compared(
        "The port reopens, the Post said.",
        "The port reopens, the Post said.",
        (DifferenceKind.ATTRIBUTION, "attributed to Post on one side only"),
        told=("the Post", "Post"),
    )
    assert named(found)[0] == [("the Post", "attribution")]


def test_who_asks_within_what_is_told_does_not_tell_it() -> None:
    a = "The Post said the port asked the state to reopen."
    apart = (DifferenceKind.ATTRIBUTION, "attributed to Post on one side only")
    found = compared(a, "The port asked the state to reopen.", apart, told=("The Post", "Post"))
    asked = Attribution(Span(14, len(a)), "the port", Span(14, 22), chain=("the port", "Post"))
    told = (*found.comparison.attributions, Told(found.articles[0].id, asked))
    found = Compared(replace(found.comparison, attributions=told), found.articles, None, found.sentences)
    assert ("the port", "attribution") not in named(found)[0]
    assert ("The Post", "attribution") in named(found)[0]


def test_what_clashes_with_another_passage_of_the_row_says_so_too() -> None:
    texts = ("The port asked for a delay.", "A pause was asked for, two officials said.", "The office has rejected claims of a delay.")
    articles = (article(1, None, f"{texts[0]} {texts[1]}"), article(2, None, texts[2]))
    first, second = Span(0, len(texts[0])), Span(len(texts[0]) + 1, len(texts[0]) + 1 + len(texts[1]))
    other = Place(articles[1].id, Span(0, len(texts[2])))
    clash = Difference(DifferenceKind.CONTRADICTION, Place(articles[0].id, second), other, "“rejected claims” against “asked”")
    cells = (Cell(articles[0].id, Relation.STATES, (first, second)), Cell(other.article, Relation.CONTRADICTS, (other.span,)))
    claim = Claim(ClaimStatus.CONFLICT, texts[0], Place(articles[0].id, first), cells)
    comparison = Comparison("test", tuple(one.id for one in articles), ("", ""), (claim,), differences=(clash,))
    found = Compared(comparison, articles, None, ((first, second), (other.span,)))
    strands = strands_of(found, 0)
    against_first = meetings(found, 0, strands, 0)[2]
    assert [(one.other, one.difference) for one in against_first.clashes] == [(strands[1], clash)]
    assert ("rejected claims", "contradiction") in [(one.span.of(texts[2]), one.kind.value) for one in against_first.there]
    against_second = meetings(found, 0, strands, 1)[2]
    assert against_second.clashes == ()
    assert against_second.differences == (clash,)


def test_equal_passages_differ_in_nothing() -> None:
    assert named(compared("The port reopens.", "The port reopens.")) == ([], [])


def test_what_is_shared_and_how_sure_come_from_the_pair() -> None:
    meeting = met(compared("The port reopens.", "The port opens again.", (DifferenceKind.WORDING, "reopens / opens")))
    assert (meeting.shared, meeting.score) == (("port", "reopens"), 0.7)
    assert [one.why for one in meeting.differences] == ["reopens / opens"]


def test_the_weightiest_difference_stands_first_and_once() -> None:
    found = compared(
        "The port is closed.",
        "The port is open.",
        (DifferenceKind.WORDING, "closed / open"),
        (DifferenceKind.CONTRADICTION, "“closed” against “open”"),
        (DifferenceKind.CONTRADICTION, "“closed” against “open”"),
    )
    assert [one.kind for one in met(found).differences] == [DifferenceKind.CONTRADICTION, DifferenceKind.WORDING]
    assert named(found) == ([("closed", "contradiction")], [("open", "contradiction")])


def test_a_source_that_contradicts_itself_is_marked_in_both_passages() -> None:
    texts = ("The paper said he mentioned the plan.", "His understanding was there was no exchange of views.", "The plan was left out.")
    articles = (article(1, None, f"{texts[0]} {texts[1]}"), article(2, None, texts[2]))
    first, second = Span(0, len(texts[0])), Span(len(texts[0]) + 1, len(texts[0]) + 1 + len(texts[1]))
    kind, other = DifferenceKind.CONTRADICTION, Span(0, len(texts[2]))
    marks = (Mark(kind, "against A (Kato): “no exchange”", first), Mark(kind, "against A (paper): “mentioned”", second))
    cells = (Cell(articles[0].id, Relation.STATES, (first, second), marks=marks), Cell(articles[1].id, Relation.STATES, (other,)))
    claim = Claim(ClaimStatus.CONFLICT, texts[2], Place(articles[1].id, other), cells)
    found = Compared(Comparison("test", tuple(one.id for one in articles), ("", ""), (claim,)), articles, None, ((first, second), (other,)))
    strands = strands_of(found, 0)
    against_itself = meetings(found, 0, strands, 2)
    assert [against_itself[number].marks for number in (0, 1)] == [(marks[0],), (marks[1],)]
    words = [[one.span.of(articles[0].text) for one in against_itself[at].there if one.kind is kind] for at in (0, 1)]
    assert words == [["mentioned"], ["no exchange"]]


def test_a_contradiction_is_named_also_where_both_have_a_word_of_it() -> None:
    why = (DifferenceKind.CONTRADICTION, "“is not aimed” against “measures aimed”")
    found = compared("The policy is not aimed at anybody.", "The ministry takes measures aimed at them.", why)
    assert ("is not aimed", "contradiction") in named(found)[0]
    assert ("measures aimed", "contradiction") in named(found)[1]
    assert ("The policy", "wording") not in named(found)[1]


def test_what_is_denied_is_no_contradiction_of_its_own() -> None:
    why = (DifferenceKind.CONTRADICTION, "“denied” against “asked”")
    found = compared("Dalmora asked for a delay.", "The minister denied that she had asked for one.", why)
    kinds = [[words for words, kind in side if kind == "contradiction"] for side in named(found)]
    assert kinds == [["asked"], ["denied"]]


WORDS = st.lists(st.sampled_from(["port", "won’t", "34", "will", "a", "港", ",", "الميناء", "reopen", "\n"]), max_size=14).map(" ".join)


REASONS = st.sampled_from(["“will” on one side only", "34 against 41", "a / port"])


@given(WORDS, WORDS, st.lists(st.tuples(st.sampled_from(DifferenceKind), REASONS)))
def test_named_words_lie_in_their_passage_in_order_and_apart(a: str, b: str, differences: list[tuple[DifferenceKind, str]]) -> None:
    found = compared(f"Once {a}.", f"Once {b}.", *differences)
    meeting = met(found)
    for text, side in zip((one.text for one in found.articles), (meeting.here, meeting.there), strict=True):
        ends = [0, *(one.span.end for one in side)]
        assert all(end <= one.span.start for end, one in zip(ends, side, strict=False))
        assert all(one.span.of(text).strip() == one.span.of(text) != "" for one in side)
