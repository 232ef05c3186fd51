"""Anchors hold on to their words through changes of the text, and never to wrong ones."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing_app.anchoring import Found, anchor, locate, locate_all
from briefing_app.anchoring.anchors import CONTEXT
from briefing_app.anchoring.graphemes import is_boundary
from briefing_app.model.span import Span

TEXT = (
    "The harbour board approved the new pier on Tuesday. Fishermen said the pier would cost them their moorings. "
    "The board’s chair, Ines Falk, answered that forty moorings will be kept. Work starts in May."
)
LETTERS = st.text(alphabet="ab é\n👩‍🔬日本é", min_size=1, max_size=60)


def at(words: str, text: str = TEXT, skip: int = 0) -> Span:
    start = -1
    for _ in range(skip + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


@given(LETTERS, st.data())
def test_in_the_same_text_an_anchor_is_exact(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = anchor(text, Span(start, end))
    found = locate(made, text)
    assert (found.span, found.how, found.score) == (Span(start, end), Found.EXACT, 1.0)
    assert len(made.prefix) <= CONTEXT
    assert text.startswith(made.prefix + made.quote + made.suffix, start - len(made.prefix))
    assert is_boundary(text, start - len(made.prefix))
    assert is_boundary(text, end + len(made.suffix))


@given(LETTERS, LETTERS, LETTERS, st.data())
def test_what_is_found_is_the_quote_or_like_it(text: str, before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = anchor(text, Span(start, end))
    changed = before + text + after
    found = locate(made, changed)
    if found.how in (Found.EXACT, Found.MOVED):
        assert found.span is not None
        assert found.span.of(changed) == made.quote
    elif found.how is Found.ORPHAN:
        assert found.span is None
        assert changed.count(made.quote) > 1 or made.quote not in changed or len(made.quote) < 24


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_taken(text: str, other: str) -> None:
    assume(text)
    found = locate(anchor(text, Span(0, len(text))), other)
    assert found.span is None or found.span.end <= len(other)


def test_moved_words_are_found_by_what_stands_around_them() -> None:
    made = anchor(TEXT, at("pier", skip=1))
    changed = "Correction: the first version misspelt a name.\n\n" + TEXT
    found = locate(made, changed)
    assert (found.span, found.how) == (at("pier", changed, skip=1), Found.MOVED)
    assert found.score == 1.0


def test_changed_words_are_found_when_they_are_still_like() -> None:
    made = anchor(TEXT, at("answered that forty moorings will be kept"))
    changed = TEXT.replace("forty moorings will", "fifty moorings would")
    found = locate(made, changed)
    assert found.how is Found.FUZZY
    assert found.span is not None
    assert found.span.of(changed) == "answered that fifty moorings would be kept"
    assert 0.75 <= found.score < 1


def test_words_that_are_gone_are_an_orphan() -> None:
    made = anchor(TEXT, at("Fishermen said the pier would cost them their moorings"))
    changed = TEXT.replace("Fishermen said the pier would cost them their moorings. ", "")
    assert locate(made, changed).how is Found.ORPHAN


def test_two_places_alike_are_no_place() -> None:
    text = "no deal. " * 30
    made = anchor(text, Span(90, 97))
    changed = "Well, " + "no deal. " * 20
    assert locate(made, changed).how is Found.ORPHAN


def test_the_old_place_is_not_trusted_when_other_words_stand_around_it() -> None:
    text = "Yes, said A. No, said B. Yes, said C."
    made = anchor(text, at("Yes", text, skip=1))
    changed = "0123456789012 No, said B. Yes, said C. Yes"
    found = locate(made, changed)
    assert found.span is not None
    assert changed[found.span.end :].startswith(", said C.")


def test_a_short_quote_is_not_taken_for_the_same_word_of_another_story() -> None:
    made = anchor(TEXT, at("said"))
    assert locate(made, "Nobody at the ministry of finance said anything about it, and the markets closed lower.").how is Found.ORPHAN


def test_japanese() -> None:
    text = "首相は月曜日に訪米した。会談は火曜日に行われる。"
    made = anchor(text, at("会談は火曜日に行われる", text))
    changed = "速報。首相は月曜日に訪米した。会談は水曜日に行われる。"
    found = locate(made, changed)
    assert found.how is Found.FUZZY
    assert found.span is not None
    assert found.span.of(changed) == "会談は水曜日に行われる"


GRAPHEMES = st.lists(
    st.sampled_from(
        (
            "a",
            "b",
            " ",
            "\n",
            ".",
            "é",
            "e\u0301",
            "👩\u200d🔬",
            "👍🏽",
            "🇯🇵",
            "🇩🇪",
            "日",
            "本",
            "שלום",
            "مرحبا",
            "ك\u0650",
            "क\u094dष",
            "❤\ufe0f",
        )
    ),
    min_size=3,
    max_size=60,
)


@given(GRAPHEMES, GRAPHEMES, st.data())
def test_what_is_found_splits_no_character(pieces: list[str], others: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(pieces) - 1))
    last = data.draw(st.integers(first + 1, len(pieces)))
    text = "".join(pieces)
    start, end = len("".join(pieces[:first])), len("".join(pieces[:last]))
    made = anchor(text, Span(start, end))
    at = data.draw(st.integers(0, len(pieces)))
    changed = "".join([*pieces[:at], *others, *pieces[at:]])
    found = locate(made, changed)
    if found.span is not None and found.how is Found.FUZZY:
        assert is_boundary(changed, found.span.start)
        assert is_boundary(changed, found.span.end)
    if found.span is not None and found.how is not Found.FUZZY:
        assert found.span.of(changed) == made.quote


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('the "second  pier" would', "the “second pier” would"),
        ("the “second pier” would", "the « second pier » would"),
        ("the second pier would", "the second\npier would"),
        ("the second pier would", "the sec\u00adond pier would"),
        ("the Second Pier would", "the SECOND PIER would"),
        ("the second pier would", "the sec0nd pier w0uld"),
    ],
)
def test_the_same_words_written_otherwise(before: str, after: str) -> None:
    lead, trail = "Fishermen at the harbour said on Monday that ", " cost the town more than it has, and asked for a vote."
    text = lead + before + trail
    found = locate(anchor(text, at(before, text)), "Sign in\n\n" + lead + after + trail)
    assert found.how is Found.FUZZY
    assert found.span is not None
    assert found.span.of("Sign in\n\n" + lead + after + trail) == after


def test_right_to_left_words_are_found_when_the_text_around_them_changed() -> None:
    text = "قال الوزير إن الملء سيتوقف حتى الخريف. ولم ترد الوزارة على الأسئلة."
    made = anchor(text, at("الملء سيتوقف حتى الخريف", text))
    changed = "عاجل\n\nقال الوزير إن الملء سيتوقف مؤقتا حتى الخريف. ولم ترد الوزارة على الأسئلة."
    found = locate(made, changed)
    assert found.span is not None
    assert found.span.of(changed) == "الملء سيتوقف مؤقتا حتى الخريف"


def test_many_anchors_are_found_as_each_alone() -> None:
    anchors = [anchor(TEXT, at(words)) for words in ("pier", "harbour board", "forty moorings will be kept", "Ines Falk")]
    changed = "Update.\n\n" + TEXT.replace("forty", "fifty")
    assert locate_all(anchors, changed) == tuple(locate(made, changed) for made in anchors)


def test_a_part_of_a_word_is_not_the_word() -> None:
    made = anchor("We saw the art of it, as painted by the town.", at("art", "We saw the art of it, as painted by the town."))
    assert locate(made, "We saw the article of it, as painted by the town.").how is not Found.MOVED


def test_a_long_text_of_one_word_does_not_take_for_ever() -> None:
    text = "no " * 20_000
    assert locate(anchor(text, Span(30_000, 30_002)), "yes " + text).how is Found.ORPHAN


LONG = " ".join(f"{word}{number}" for number in range(400) for word in ("harbour", "master", "crane", "storm"))


def test_a_whole_article_is_found_by_its_pieces_when_it_is_edited() -> None:
    held = anchor(LONG, Span(0, len(LONG)))
    changed = f"Update. {LONG.replace('crane7', 'crane').replace('storm2', 'gale 2')}"
    found = locate(held, changed)
    assert (found.how, found.span) == (Found.FUZZY, Span(8, len(changed)))
    assert found.score >= 0.75


def test_a_whole_article_of_which_half_is_gone_is_an_orphan() -> None:
    held = anchor(LONG, Span(0, len(LONG)))
    assert locate(held, LONG[: len(LONG) // 2]).how is Found.ORPHAN
    assert locate(held, LONG[:900] + LONG[-900:]).how is Found.ORPHAN


def test_very_many_words_that_recur_take_no_minutes() -> None:
    text = "the pier and the board " * 8_000
    assert locate(anchor(text, Span(0, len(text))), text.replace("board", "council")).how is Found.ORPHAN
