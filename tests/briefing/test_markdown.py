"""The analyst's Markdown: structure comes through, markup that could act does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.briefing.markdown import blocks_of, safe_address
from briefing_app.briefing.tree import Break, Code, Heading, Items, Paragraph, Quote, Rule, Text


def test_blocks() -> None:
    made = blocks_of("# One\n\nTwo  \nthree\n\n- a\n- b\n\n> said\n\n    code <b>\n\n---\n")
    assert [type(block) for block in made] == [Heading, Paragraph, Items, Quote, Code, Rule]
    assert made[0] == Heading(2, (Text("One"),))
    assert Break() in made[1].inlines  # type: ignore[union-attr]
    assert made[4] == Code("code <b>")


def test_raw_html_stays_characters() -> None:
    hostile = "<script>alert(1)</script> and <b>bold</b>\n\n<div>\nblock\n</div>"
    shown = "\n".join("".join(run.words for run in block.inlines) for block in blocks_of(hostile))  # type: ignore[union-attr]
    assert "<script>alert(1)</script>" in shown
    assert "<b>bold</b>" in shown
    assert "<div>" in shown


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://user:word@example.org/", ""),
        ("https:///nowhere", ""),
        ("http://[", ""),
        ("//example.org", ""),
    ],
)
def test_only_plain_web_addresses_are_links(address: str, kept: str) -> None:
    assert safe_address(address) == kept
    runs = [run for block in blocks_of(f"[words]({address})") if isinstance(block, Paragraph) for run in block.inlines]
    assert all(run.address in {"", kept} for run in runs if isinstance(run, Text))


def test_images_are_their_words_and_entities_their_characters() -> None:
    made = blocks_of("![a boat](https://example.org/boat.png) &amp; `&amp;` \\*not\\*")
    shown = "".join(run.words for run in made[0].inlines if isinstance(run, Text))  # type: ignore[union-attr]
    assert shown == "a boat & &amp; *not*"


@given(st.text(alphabet="ab*_`[]()<>#>-+.!&\\\n 1", max_size=60))
def test_any_text_becomes_blocks(source: str) -> None:
    blocks_of(source)


def test_endless_nesting_does_not_end_the_program() -> None:
    assert blocks_of("> " * 3000 + "deep")
