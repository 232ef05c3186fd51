from __future__ import annotations

from briefing_app.model.article import Attested, Document, Zone, ZoneKind, text_digest
from briefing_app.model.span import Span


def zone(kind: ZoneKind, start: int, end: int) -> Zone:
    return Zone(kind, Span(start, end), "by hand", 1.0)


def test_told_zones_are_those_that_tell_the_story_in_the_order_of_the_text() -> None:
    text = "Sign up!\nHarbour reopens\nShips sailed.\n"
    document = Document(text, zones=(zone(ZoneKind.BODY, 25, 38), zone(ZoneKind.BOILERPLATE, 0, 8), zone(ZoneKind.TITLE, 9, 24)))
    assert [z.span.of(text) for z in document.told()] == ["Harbour reopens", "Ships sailed."]


def test_an_article_without_a_title_is_called_by_its_first_told_words() -> None:
    text = "Cookies\nThe ferry  to the\tislands will not sail before spring, the port said."
    document = Document(text, zones=(zone(ZoneKind.BOILERPLATE, 0, 7), zone(ZoneKind.BODY, 8, len(text))))
    assert document.headline(most=27) == "The ferry to the islands…"
    assert document.headline(most=2) == "T…"
    assert Document(text, title=Attested("Ferry stays in port")).headline() == "Ferry stays in port"
    assert Document("").headline() == ""


def test_every_string_has_a_digest() -> None:
    assert text_digest("\ud800") != text_digest("")
