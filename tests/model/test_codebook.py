"""The codebook knows which tag stands under which."""

from __future__ import annotations

from briefing_app.model.codebook import Code, Codebook
from briefing_app.model.ids import CodeId

BOOK = Codebook(
    (
        Code(CodeId(1), "sourcing"),
        Code(CodeId(2), "anonymous", "Nobody is named.", CodeId(1)),
        Code(CodeId(3), "Framing"),
        Code(CodeId(4), "of officials", "", CodeId(2)),
    )
)


def test_a_tag_is_named_with_those_above_it() -> None:
    assert BOOK.path(CodeId(4)) == "sourcing/anonymous/of officials"
    assert BOOK.path(CodeId(9)) == ""


def test_tags_below_a_tag() -> None:
    assert BOOK.under(CodeId(1)) == {1, 2, 4}
    assert BOOK.under(CodeId(3)) == {3}


def test_the_order_is_that_of_the_alphabet_with_children_under_their_parents() -> None:
    assert [code.name for code in BOOK.ordered()] == ["Framing", "sourcing", "anonymous", "of officials"]


def test_tags_are_found_by_their_paths_whatever_the_capitals() -> None:
    assert BOOK.named(["Sourcing/Anonymous", "framing", "nothing"]) == (2, 3)


def test_a_circle_ends() -> None:
    circle = Codebook((Code(CodeId(1), "a", "", CodeId(2)), Code(CodeId(2), "b", "", CodeId(1))))
    assert circle.path(CodeId(1)) == "b/a"
