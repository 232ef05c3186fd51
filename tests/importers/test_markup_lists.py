"""List items keep what the page sets before them, and their depth."""

from __future__ import annotations

import pytest

from briefing_app.importers import read
from briefing_app.model.document import Block, BlockKind


def items(body: str) -> list[tuple[str, int, str]]:
    """Marker, level and words of every list item."""
    (page,) = read(f"<html><body><p>Before</p>{body}</body></html>".encode(), "x.html")
    return [(b.marker, b.level, b.span.of(page.text)) for b in page.blocks if b.kind is BlockKind.LIST_ITEM]


def test_bullets_and_numbers_with_their_depth() -> None:
    body = "<ul><li>One</li><li>Two:<ol start=3><li>three</li><li value=9>nine</li><li>ten</li></ol></li></ul>"
    assert items(body) == [("•", 1, "One"), ("•", 1, "Two:"), ("3.", 2, "three"), ("9.", 2, "nine"), ("10.", 2, "ten")]


def test_only_the_first_paragraph_of_an_item_has_its_marker() -> None:
    assert items("<ol><li><img src=a alt='A crane'><p>One</p><p>more</p></li><li></li><li>Two</li></ol>") == [
        ("1.", 1, "One"),
        ("", 1, "more"),
        ("3.", 1, "Two"),
    ]


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [("type=a start=26", ["z.", "aa."]), ("type=I start=1999", ["MCMXCIX.", "MM."]), ("reversed", ["2.", "1."]),
     ("start=-1", ["-1.", "0."]), ("type=i start=0", ["0.", "i."]), ("start=x type=q", ["1.", "2."]),
     ("start=99999999999999", ["1.", "2."])],
)  # fmt: skip
def test_styles_of_numbering(attributes: str, markers: list[str]) -> None:
    assert [marker for marker, _level, _words in items(f"<ol {attributes}><li>x</li><li>y</li></ol>")] == markers


def test_terms_have_no_marker_and_their_meaning_stands_deeper() -> None:
    assert items("<dl><dt>Season</dt><dd>March to October</dd></dl>") == [("", 1, "Season"), ("", 2, "March to October")]


def test_an_item_outside_of_a_list_and_text_outside_of_items() -> None:
    assert items("<div><li>Stray</li></div>") == [("•", 0, "Stray")]
    (page,) = read(b"<html><body><p>One</p><p>Two</p></body></html>", "x.html")
    assert page.blocks[1] == Block(BlockKind.PARAGRAPH, page.blocks[1].span, path="body/p")
