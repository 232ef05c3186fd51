"""Web Annotations: every valid sample of the standard's tests is taken, every invalid one refused, and what we write reads back."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.annotations import About, Shared, read
from briefing_app.annotations.jsonld import write
from briefing_app.model.annotation import Anchor, Annotation, Mark, Status, Subject, SubjectKind, Tint
from briefing_app.model.errors import AnnotationsRefused
from briefing_app.model.grade import Confidence, Credibility, Grade, Reliability
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from tests.factories import NOON

ABOUT = About("https://news.example/ferry", "0" * 64, "Ferry back")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def web(**more: Any) -> bytes:
    plain = {
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/1", "type": "Annotation", "target": "http://example.com/p",
    }  # fmt: skip
    return json.dumps({key: value for key, value in {**plain, **more}.items() if value is not None}).encode()


def note(**more: Any) -> Annotation:
    anchor = Anchor("the ferry 🚢", "saw ", " back", Span(4, 15), "")
    return replace(Annotation(AnnotationId(0), ArticleId(0), anchor, Tint.SKY, "Which one?", NOON, NOON), **more)


@pytest.mark.parametrize(
    "item",
    [
        Shared("urn:x:1", note(), ABOUT, ("sourcing/anonymous", "who"), ("Nobody is named.", "")),
        Shared("urn:x:2", note(more=(Anchor("again", "", "", Span(50, 55), ""),), mark=Mark.UNDERLINE, note=""), ABOUT),
        Shared("urn:x:3", note(question=True, answer="The old one.", author="Ines Falk", changed_at=NOON + timedelta(days=1)), ABOUT),
        Shared("urn:x:4", note(grade=Grade(Reliability("B"), Credibility(2)), confidence=Confidence.LIKELY, status=Status.DONE), ABOUT),
        Shared("urn:x:5", note(anchor=None, subject=Subject(SubjectKind.SOURCE, 0, "Coast Post"), grade=Grade(Reliability("C"))), None),
        Shared("urn:x:6", note(), ABOUT, links=("urn:x:1",)),
    ],
)
def test_what_is_written_reads_back(item: Shared) -> None:
    definitions = item.definitions or ("",) * len(item.tags)
    assert read(write([item])) == (replace(item, definitions=definitions),)


@pytest.mark.parametrize("address", ["https://a.example/x|y z", 'https://a.example/{"q"}', "no address", "", "https:", "\x00", "a:\u2028"])
def test_an_address_that_is_none_does_not_make_the_file_unreadable(address: str) -> None:
    (found,) = read(write([Shared("urn:x:1", note(), replace(ABOUT, iri=address))]))
    assert found.about is not None
    assert found.about.original == ABOUT.original


@given(TEXT, TEXT, st.lists(TEXT.filter(str.strip), max_size=3))
def test_any_words_read_back(quote: str, words: str, tags: list[str]) -> None:
    anchor = Anchor(quote or "x", "", "", Span(0, len(quote or "x")), "")
    item = Shared("urn:x:1", note(anchor=anchor, note=words), ABOUT, tuple(tags), ("",) * len(tags))
    (found,) = read(write([item]))
    assert (found.annotation.anchor, found.annotation.note, found.tags) == (anchor, words, tuple(tags))


def test_every_valid_sample_is_taken(shared: Path) -> None:
    for path in sorted((shared / "data" / "w3c-annotations" / "valid").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        found = read(path.read_bytes())
        assert found or isinstance(document.get("first"), str), path.name
        for item in found:
            assert item.annotation.anchors or item.annotation.subject, path.name


def test_every_invalid_sample_is_refused_with_the_reason(shared: Path) -> None:
    for path in sorted((shared / "data" / "w3c-annotations" / "invalid").glob("*.json")):
        with pytest.raises(AnnotationsRefused, match=r"no JSON|not a valid"):
            read(path.read_bytes())


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"@context": "fish"}, "@context"),
        ({"id": "not an address"}, "id is not one address"),
        ({"type": "Squirrel"}, "type"),
        ({"target": None}, "no target"),
        ({"target": 9}, "target is neither"),
        ({"body": "these are words"}, "no address"),
        ({"body": {"type": "TextualBody", "format": "text/plain"}}, "without one text"),
        ({"body": {"type": "TextualBody", "value": ["a", "b"]}}, "without one text"),
        ({"body": {"id": "http://example.com/1", "format": 6}}, "format"),
        ({"body": {"id": "http://example.com/1", "textDirection": "up"}}, "textDirection"),
        ({"body": {"id": "http://example.com/1", "processingLanguage": ["en", "de"]}}, "processingLanguage"),
        ({"body": {"type": ["Choice", "List"], "items": ["http://example.com/1"]}}, "items"),
        ({"body": {"items": ["http://example.com/1"]}}, "items"),
        ({"body": "http://example.com/1", "bodyValue": "b"}, "both"),
        ({"bodyValue": 23}, "bodyValue"),
        ({"creator": 6}, "creator"),
        ({"created": "yesterday"}, "created"),
        ({"modified": ["2015-01-28T12:00:00Z", "2015-01-28T12:00:01Z"]}, "modified"),
        ({"rights": "mine"}, "rights"),
        ({"target": {"type": "SpecificResource", "id": "http://example.com/1"}}, "without a source"),
        ({"target": {"source": "http://example.com/1", "selector": {"type": "FragmentSelector"}}}, "FragmentSelector"),
        ({"target": {"source": "http://example.com/1", "selector": {"type": "TextQuoteSelector"}}}, "exact"),
        ({"target": {"source": "http://example.com/1", "selector": {"type": "TextPositionSelector", "start": 9, "end": 3}}}, "position"),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_name(more: dict[str, Any], reason: str) -> None:
    with pytest.raises(AnnotationsRefused, match=reason):
        read(web(**more))


def test_what_is_not_kept_is_named() -> None:
    target = {
        "source": "http://example.com/1",
        "selector": {"type": "TextPositionSelector", "start": 3, "end": 9},
        "state": {"id": "http://a.example/"},
    }
    (found,) = read(web(target=target, audience="http://example.org/all", body={"type": "TextualBody", "value": "See.", "language": "en"}))
    assert found.left_out == ("body: language", "target: TextPositionSelector 3 to 9, without its words", "target: state", "audience")
    assert found.annotation.note == "See."
    assert found.annotation.anchor is None


QUOTE = {"type": "TextQuoteSelector", "exact": "the ferry"}


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"created": "0001-01-01T00:00:00+14:00"}, "created"),
        ({"modified": "9999-12-31T23:59:59-14:00"}, "modified"),
        ({"target": {"source": "urn:a", "selector": [QUOTE, {"type": "TextPositionSelector", "start": 2**63, "end": 2**63}]}}, "position"),
        ({"type": "AnnotationPage", "target": None, "items": [{"type": "AnnotationPage"}]}, "annotation 1: it is no Annotation"),
    ],
)
def test_what_no_library_can_hold_is_refused(more: dict[str, Any], reason: str) -> None:
    with pytest.raises(AnnotationsRefused, match=reason):
        read(web(**more))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a": ' + b"9" * 5_000 + b"}", "thousands of digits"),
        (b'{"a": ' + b"[" * 400 + b"]" * 400 + b"}", "levels deep"),
        (b'{"a": ' + b"[" * 100_000, "levels deep"),
        ('{"a": "é"}'.encode("latin-1"), "byte 7 is no UTF-8"),
        (b'{"a": ', "line 1"),
    ],
)
def test_what_is_no_good_json_says_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(AnnotationsRefused, match=reason) as refused:
        read(data)
    assert refused.value.next_step


def test_odd_shapes_that_break_no_rule_are_read() -> None:
    body = {"type": "List", "items": {"type": "TextualBody", "value": "One."}}
    target = {"source": "urn:a:1", "selector": [QUOTE], "styleClass": {"sky": 1}}
    (found,) = read(web(body=body, target={"type": ["Choice"], "items": target}))
    assert (found.annotation.words, found.annotation.note) == ("the ferry", "One.")
    (styled,) = read(web(target=target))
    assert styled.left_out == ("target: styleClass",)


def test_half_characters_become_the_sign_for_one() -> None:
    (found,) = read(web(id="urn:x:\ud800", bodyValue="a\udc00b 🚢"))
    assert (found.iri, found.annotation.note) == ("urn:x:\ufffd", "a\ufffdb 🚢")


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
KEYS = st.sampled_from(
    ["@context", "id", "type", "target", "body", "source", "selector", "items", "value", "rows", "exact", "styleClass", "created", "start"]
)


@given(st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12))
def test_no_json_breaks_the_reader(document: Any) -> None:
    for data in (document, {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": document}):
        with contextlib.suppress(AnnotationsRefused):
            read(json.dumps(data).encode())
