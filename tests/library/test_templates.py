"""Templates of briefings in the library: kept, renamed, deleted, taken back, taken along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.briefing import ComparisonBlock, ComparisonLayout, HeadingBlock, Paper, TextBlock
from briefing_app.model.edit import PutTemplate, RemoveTemplate
from briefing_app.model.errors import EditRefused, NothingThere
from briefing_app.model.ids import TemplateId
from briefing_app.model.template import House, Template

BLOCKS = (HeadingBlock("Scope"), TextBlock(""), ComparisonBlock(layout=ComparisonLayout.LIST))
DAILY = Template(TemplateId(0), " Daily  note ", BLOCKS, House("TLP:GREEN", Paper.LETTER, 120))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    yield opened
    opened.close()


def test_one_is_kept_renamed_and_deleted_and_each_is_taken_back(library: Library) -> None:
    library.apply(PutTemplate(DAILY))
    (kept,) = library.templates()
    assert kept == replace(DAILY, id=TemplateId(1), name="Daily note")
    library.apply(PutTemplate(replace(kept, name="Morning")))
    library.apply(RemoveTemplate(kept.id))
    assert library.templates() == ()
    library.undo()
    assert [template.name for template in library.templates()] == ["Morning"]
    library.undo()
    assert library.templates() == (kept,)
    library.undo()
    assert library.templates() == ()
    library.redo()
    assert library.templates() == (kept,)


def test_a_name_stands_for_one_template(library: Library) -> None:
    library.apply(PutTemplate(DAILY))
    with pytest.raises(EditRefused, match="DAILY NOTE"):
        library.apply(PutTemplate(replace(DAILY, name="DAILY NOTE")))
    with pytest.raises(EditRefused, match="letter"):
        library.apply(PutTemplate(replace(DAILY, name="  ")))
    with pytest.raises(NothingThere):
        library.apply(RemoveTemplate(TemplateId(9)))
    assert len(library.templates()) == 1


def test_they_stand_in_the_order_of_the_alphabet_and_stay(library: Library, tmp_path: Path) -> None:
    for name in ("weekly", "Daily"):
        library.apply(PutTemplate(replace(DAILY, name=name)))
    seen = library.templates()
    assert [template.name for template in seen] == ["Daily", "weekly"]
    library.close()
    again = Library.open(tmp_path / "library", read_only=True)
    assert again.templates() == seen
    again.close()
