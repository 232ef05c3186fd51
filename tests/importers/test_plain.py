"""Plain text and Markdown: nothing is stripped; lines are blocks."""

from __future__ import annotations

from briefing_app.importers import read
from briefing_app.model.document import BlockKind


def test_the_text_is_the_content_of_the_file() -> None:
    (found,) = read(b"  Ferry returns \r\n\r\n\r\n  It sails.\t\r\n", "x.txt")
    assert found.text == "  Ferry returns \n\n\n  It sails.\t\n"
    assert found.markup is None


def test_lines_are_blocks() -> None:
    (found,) = read("Ferry\n\n  • first\n    1. inner\n> said\nplain".encode(), "x.txt")
    assert [(block.kind, block.level) for block in found.blocks] == [
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.QUOTE, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_markdown_has_headings_links_and_front_matter() -> None:
    (found,) = read(b"---\ntitle: Ferry returns\ndate: 2026-03-01\n---\n# Ferry\n\nSee [the line](https://harbour.test/l).", "x.md")
    assert [block.level for block in found.blocks if block.kind is BlockKind.HEADING] == [1]
    assert [(link.span.of(found.text), link.address) for link in found.links] == [("the line", "https://harbour.test/l")]
    assert found.hint("front:title") == "Ferry returns"
    assert found.hint("front:date") == "2026-03-01"
