"""Markdown out: footnotes, tables, and no character of a source that acts as markup."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import markdown as library
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.briefing import compose, draft
from briefing_app.briefing.tree import Paragraph, Text, Tree
from briefing_app.export.markdown import markdown
from tests.briefing.material import event, material
from tests.export.trees import beside, every_block
from tests.factories import NOON


def test_every_footnote_is_cited_and_defined() -> None:
    used = material()
    tree = compose(draft(event(*used.articles), used, now=NOON), used)
    text = markdown(tree)[0].decode()
    for number in range(1, len(tree.notes) + 1):
        assert f"[^{number}]: " in text
        assert text.count(f"[^{number}]") >= 2


def test_tables_have_heads_and_groups_in_one_line() -> None:
    assert "| Claim | **A** Harbour Courier |" in markdown(beside())[0].decode()
    below = markdown(every_block())[0].decode()
    assert "| **In conflict** The Velmark ferry will stop on 4 May\u00a0**A**<br>one denies what the others state |   |" in below


@given(st.text(alphabet="ab*_`[]()<>#>-+.!&\\| 1~$:", min_size=1, max_size=40).map(lambda words: "a" + words + "z"))
def test_words_come_back_as_they_were(words: str) -> None:
    tree = Tree("T", "", "en", NOON, (), (Paragraph((Text(words),)),), ())
    made = library.markdown(markdown(tree)[0].decode(), output_format="xhtml")
    shown = "".join(fromstring(f"<div>{made}</div>")[1].itertext())
    assert shown.replace("\\", "").split() == words.replace("\\", "").split()
