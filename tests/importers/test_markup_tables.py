"""Tables of data keep the place of every cell; tables that lay the page out are no tables."""

from __future__ import annotations

import time

import pytest

from briefing_app.importers import read
from briefing_app.model.document import Cell, RawDocument

FARES = """<table><caption>Fares</caption>
<thead><tr><th rowspan=2>Line</th><th colspan=2>Fare</th></tr><tr><th>Adults</th><th>Children</th></tr></thead>
<tbody><tr><th>Skerry</th><td>42</td><td></td></tr>
<tr><td>Varde</td><td><p>58</p><p>(60 in summer)</p></td><td>29</td></tr></tbody></table>"""


def page(body: str) -> RawDocument:
    (found,) = read(f"<html><body><p>Before</p>{body}<p>After</p></body></html>".encode(), "x.html")
    return found


def cells(found: RawDocument) -> dict[str, Cell]:
    return {block.span.of(found.text): block.cell for block in found.blocks if block.cell is not None}


def test_every_cell_has_its_place() -> None:
    found = page(FARES)
    assert cells(found) == {
        "Line": Cell(0, 0, 0, 1, 2, head=True),
        "Fare": Cell(0, 0, 1, 2, 1, head=True),
        "Adults": Cell(0, 1, 1, head=True),
        "Children": Cell(0, 1, 2, head=True),
        "Skerry": Cell(0, 2, 0, head=True),
        "42": Cell(0, 2, 1),
        "Varde": Cell(0, 3, 0),
        "58": Cell(0, 3, 1),
        "(60 in summer)": Cell(0, 3, 1),
        "29": Cell(0, 3, 2),
    }
    assert next(block for block in found.blocks if block.span.of(found.text) == "Fares").cell is None


def test_tables_are_counted() -> None:
    found = page(f"{FARES}<p>And</p>{FARES.replace('Skerry', 'Skerries')}")
    assert (cells(found)["Skerry"].table, cells(found)["Skerries"].table) == (0, 1)


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td>Adults</td><td>4.00</td></tr></table>",
        "<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>",
        f"<table><tr><td>Menu</td><td>{'The harbour reopened. ' * 100}</td></tr><tr><td>a</td><td>b</td></tr></table>",
        f"<table role=presentation>{FARES.removeprefix('<table>')}",
        f"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>{'<td>x' * 100}</td></tr></table>",
    ],
)
def test_a_table_that_only_lays_out_is_none(layout: str) -> None:
    assert cells(page(layout)) == {}


def test_of_nested_tables_only_the_innermost_can_hold_data() -> None:
    found = page(f"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>{FARES}</td></tr></table>")
    assert "a" not in cells(found)
    assert cells(found)["42"] == Cell(0, 2, 1)


@pytest.mark.parametrize(
    "bomb",
    ["<table><tr><td>x" * 100, "<table>" + "<tr><td rowspan=99999 colspan=99999>x<td>y" * 3000, "<table><tr>" + "<td>x" * 50_000],
)
def test_hostile_tables_end_soon(bomb: str) -> None:
    began = time.process_time()
    assert "x" in page(bomb).text
    assert time.process_time() - began < 5
