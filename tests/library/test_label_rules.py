"""Rules for a source: what one would change, what it changes here and in what comes in, and taking it back whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.article import Attested, Document, Zone, ZoneKind
from briefing_app.model.edit import PutLabelRule, PutLabels, RelabelSpan, RemoveLabelRule
from briefing_app.model.errors import EditRefused
from briefing_app.model.ids import ArticleId, RuleId
from briefing_app.model.label_rule import LabelRule, lines_of
from briefing_app.model.span import Span

RULE = LabelRule(RuleId(0), "Harbour Post", ZoneKind.BOILERPLATE, ("Subscribe for 3 euros",))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library")


def add(library: Library, number: int, source: str = "Harbour Post") -> ArticleId:
    text = f"Ferry number {number} sails.\n\n  SUBSCRIBE for {number} euros \n\nIt sails on Monday."
    document = Document(text, zones=(Zone(ZoneKind.BODY, Span(0, len(text)), "text", 0.9),), source=Attested(source))
    return library.add(document, bytes([number]), f"{number}.txt").article


def labelled(library: Library, article: ArticleId) -> list[str]:
    document = library.article(article).document
    return [zone.span.of(document.text) for zone in document.zones if zone.kind is ZoneKind.BOILERPLATE]


def test_a_rule_shows_what_it_would_change_and_changes_that(library: Library) -> None:
    first, second, other = add(library, 1), add(library, 2), add(library, 3, "Lindow Daily")
    assert [(match.article, match.words) for match in library.label_rule_preview(RULE)] == [
        (first, "SUBSCRIBE for 1 euros"),
        (second, "SUBSCRIBE for 2 euros"),
    ]
    assert labelled(library, first) == []
    library.apply(PutLabelRule(RULE))
    assert labelled(library, first) == ["SUBSCRIBE for 1 euros"]
    assert labelled(library, other) == []
    assert "SUBSCRIBE" not in "".join(zone.span.of(library.article(second).text) for zone in library.article(second).document.told())
    assert library.label_rule_preview(RULE) == ()


def test_what_comes_in_later_is_labelled_too(library: Library) -> None:
    library.apply(PutLabelRule(RULE))
    (rule,) = library.label_rules()
    assert labelled(library, add(library, 7)) == ["SUBSCRIBE for 7 euros"]
    library.apply(RemoveLabelRule(rule.id))
    assert labelled(library, add(library, 8)) == []


def test_a_changed_rule_is_taken_back_to_what_it_was(library: Library) -> None:
    first, second = add(library, 1), add(library, 2, "Lindow Daily")
    library.apply(PutLabelRule(RULE))
    (kept,) = library.label_rules()
    library.apply(PutLabelRule(replace(kept, source="Lindow Daily")))
    assert (labelled(library, first), labelled(library, second)) == (["SUBSCRIBE for 1 euros"], ["SUBSCRIBE for 2 euros"])
    library.undo()
    assert library.label_rules() == (kept,)
    assert (labelled(library, first), labelled(library, second)) == (["SUBSCRIBE for 1 euros"], [])
    library.redo()
    assert labelled(library, second) == ["SUBSCRIBE for 2 euros"]


def test_a_removed_rule_that_comes_back_labels_nothing_that_the_analyst_had_labelled_otherwise(library: Library) -> None:
    first = add(library, 1)
    library.apply(PutLabelRule(RULE))
    (kept,) = library.label_rules()
    library.apply(PutLabels(first, ()))
    library.apply(RemoveLabelRule(kept.id))
    library.undo()
    assert library.label_rules() == (kept,)
    assert labelled(library, first) == []
    library.redo()
    assert library.label_rules() == ()


def test_it_is_taken_back_whole_and_done_again(library: Library) -> None:
    first = add(library, 1)
    digest = library.article(first).digest
    library.apply(PutLabelRule(RULE))
    assert library.article(first).digest != digest
    library.undo()
    assert library.label_rules() == ()
    assert labelled(library, first) == []
    assert library.article(first).digest == digest
    library.redo()
    assert labelled(library, first) == ["SUBSCRIBE for 1 euros"]


def test_what_the_analyst_has_labelled_there_stays(library: Library) -> None:
    first = add(library, 1)
    text = library.article(first).text
    at = text.index("SUBSCRIBE")
    library.apply(RelabelSpan(first, Span(at, at + 9), ZoneKind.BODY))
    library.apply(PutLabelRule(RULE))
    assert labelled(library, first) == []


def test_a_rule_needs_words_and_a_source(library: Library) -> None:
    for rule in (LabelRule(RuleId(0), "", ZoneKind.BODY, ("x",)), LabelRule(RuleId(0), "Harbour Post", ZoneKind.BODY, ())):
        with pytest.raises(EditRefused):
            library.apply(PutLabelRule(rule))


def test_lines_of_a_stretch() -> None:
    assert lines_of(" one  two\n\n one two \nthree") == ("one two", "three")
