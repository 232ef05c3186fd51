"""A story's own tables are part of the article, but no running text; menus set as tables are furniture."""

from __future__ import annotations

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.model.article import Document, ZoneKind

STORY = "".join(
    f"<p>The harbour authority said on {day} that the ferries to the islands sail again and that repairs of the cranes go on.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
FARES = "<table><tr><th>Line</th><th>Fare</th></tr><tr><td>Skerry</td><td>42.00</td></tr><tr><td>Varde</td><td>58.00</td></tr></table>"


def document(body: str) -> Document:
    (raw,) = read(f"<html><head><title>Ferries sail</title></head><body>{body}</body></html>".encode(), "x.html")
    return clean(raw, "x.html")


def kinds(found: Document, *words: str) -> set[ZoneKind]:
    return {zone.kind for zone in found.zones if zone.span.of(found.text) in words}


def test_a_table_between_paragraphs_is_a_table_of_the_article() -> None:
    found = document(f"<article><h1>Ferries sail</h1>{STORY}{FARES}{STORY.replace('ferries', 'boats')}</article>")
    assert kinds(found, "Line", "Fare", "Skerry", "42.00", "Varde", "58.00") == {ZoneKind.TABLE}
    assert not any(zone.kind is ZoneKind.TABLE for zone in found.told())


def test_a_menu_set_as_a_table_is_furniture() -> None:
    cells = [f"<td><a href=/{name}>{name}</a></td>" for name in ("News", "Sport", "Weather", "Boats")]
    menu = f"<table><tr>{cells[0]}{cells[1]}</tr><tr>{cells[2]}{cells[3]}</tr></table>"
    found = document(f"<h1>Ferries sail</h1>{STORY}{menu}{STORY.replace('ferries', 'boats')}")
    assert ZoneKind.TABLE not in kinds(found, "News", "Sport", "Weather", "Boats")
    aside = document(f"<h1>Ferries sail</h1>{STORY}<aside>{FARES}</aside>{STORY.replace('ferries', 'boats')}")
    assert ZoneKind.TABLE not in kinds(aside, "Skerry", "42.00")


def test_a_story_set_as_a_table_stays_the_story() -> None:
    rows = "".join(f"<tr><td>{i}</td><td>{STORY}</td></tr>" for i in range(3))
    found = document(f"<h1>Ferries sail</h1><table>{rows}</table>")
    assert not any(zone.kind is ZoneKind.TABLE for zone in found.zones)
    assert any(zone.kind is ZoneKind.BODY for zone in found.zones)
