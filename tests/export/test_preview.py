"""A page that was changed is the same when it is set by itself and when all are set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from briefing_app.briefing.tree import Block, Cite, Heading, Note, Paragraph, Table, TableCell, TableGroup, TableKind, Text, Tree
from briefing_app.export import PageSetter
from briefing_app.model.briefing import Paper
from tests.export.trees import every_block, plain

WIDE = 300
FOOT = 0.92
"""Share of a page's height above its foot."""

LINE = "The ferries to the islands sail again, and the repairs of the cranes go on until autumn. "


def long_tree() -> Tree:
    """Pages of paragraphs with notes and of a table with notes in its cells."""
    notes = [Note((Text(f"Courier {number}: “{LINE}”"),)) for number in range(40)]
    blocks: list[Block] = []
    for number in range(10):
        blocks.append(Heading(1, (Text(f"Section {number}"),)))
        blocks += [Paragraph((Text(LINE * 4), Cite(2 * number + part))) for part in range(2)]
    rows = tuple(tuple(TableCell(((Text(LINE), Cite(20 + row)),)) for _ in range(3)) for row in range(20))
    blocks.append(Table(TableKind.MATRIX, (0.3, 0.35, 0.35), (), (TableGroup((), rows),)))
    return replace(plain(), blocks=(*blocks, Paragraph((Text(LINE), Cite(5)))), notes=tuple(notes))


def put(tree: Tree, at: int, *blocks: Block) -> Tree:
    return replace(tree, blocks=(*tree.blocks[:at], *blocks, *tree.blocks[at:]))


def same_below(one: bytes, other: bytes, top: int) -> bool:
    """Whether two pages show the same from that row of pixels on, down to the foot, which says how many pages there are."""
    a, b = QImage.fromData(one), QImage.fromData(other)
    assert not a.isNull()
    high = round(a.height() * FOOT) - top
    return a.copy(0, top, a.width(), high) == b.copy(0, top, b.width(), high)


NEW = Paragraph((Text("One more line that the analyst typed."),))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("at", [1, 3, 8, 14, 20, 29, 30])
def test_a_changed_page_set_by_itself_is_that_page(at: int, paper: Paper) -> None:
    tree = replace(put(long_tree(), at, replace(NEW, inlines=(Text("One more line."),))), paper=paper)
    setter = PageSetter()
    setter.whole(tree, WIDE)
    later = replace(put(long_tree(), at, NEW), paper=paper)
    changed = setter.changed(later, WIDE)
    pages = setter.whole(later, WIDE).pages
    assert changed.pages
    assert same_below(changed.pages[0], pages[changed.first - 1], changed.top)


@pytest.mark.parametrize("at", range(0, 40, 6))
def test_a_page_of_every_kind_of_block_is_that_page(at: int) -> None:
    tree = every_block()
    at = min(at, len(tree.blocks))
    setter = PageSetter()
    setter.whole(put(tree, at, replace(NEW, inlines=(Text("Typed."),))), WIDE)
    changed = setter.changed(put(tree, at, NEW), WIDE)
    pages = setter.whole(put(tree, at, NEW), WIDE).pages
    assert same_below(changed.pages[0], pages[changed.first - 1], changed.top)


def test_what_is_added_at_the_end_or_taken_out_is_on_the_page() -> None:
    tree = replace(long_tree(), blocks=long_tree().blocks[:27])
    setter = PageSetter()
    setter.whole(tree, WIDE)
    added = setter.changed(put(tree, len(tree.blocks), NEW), WIDE)
    pages = setter.whole(put(tree, len(tree.blocks), NEW), WIDE).pages
    assert added.first + len(added.pages) - 1 == len(pages)
    assert same_below(added.pages[0], pages[added.first - 1], added.top)
    assert same_below(added.pages[-1], pages[-1], added.top if len(added.pages) == 1 else 0)
    gone = replace(tree, blocks=tree.blocks[:-1])
    setter.whole(tree, WIDE)
    shorter = setter.changed(gone, WIDE)
    assert same_below(shorter.pages[0], setter.whole(gone, WIDE).pages[shorter.first - 1], shorter.top)


def test_a_note_more_renumbers_the_rest_of_the_page() -> None:
    tree = long_tree()
    setter = PageSetter()
    setter.whole(tree, WIDE)
    noted = replace(put(tree, 4, replace(NEW, inlines=(*NEW.inlines, Cite(40)))), notes=(*tree.notes, Note((Text("New."),))))
    changed = setter.changed(noted, WIDE)
    assert same_below(changed.pages[0], setter.whole(noted, WIDE).pages[changed.first - 1], changed.top)


def test_without_pages_of_this_width_and_title_nothing_is_set_by_itself() -> None:
    tree = long_tree()
    setter = PageSetter()
    assert not setter.changed(tree, WIDE).pages
    setter.whole(tree, WIDE)
    assert not setter.changed(tree, WIDE).pages
    more = put(tree, 2, NEW)
    assert not setter.changed(more, WIDE + 40).pages
    assert not setter.changed(replace(more, title="Another"), WIDE).pages
    assert not setter.changed(replace(more, handling="TLP:RED"), WIDE).pages
    assert setter.changed(more, WIDE).pages
    assert not setter.changed(replace(tree, blocks=()), WIDE).pages
