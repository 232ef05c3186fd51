"""The JSON shapes, key by key: programs that read us rely on them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from briefing_app.cli import shapes
from briefing_app.model.article import Article, Attested, Evidence
from briefing_app.model.comparison import (
    Cell,
    Claim,
    ClaimStatus,
    Comparison,
    Copy,
    Difference,
    DifferenceKind,
    Label,
    Mark,
    Nearest,
    Omission,
    Origin,
    Pair,
    Place,
    Relation,
    Said,
    TimelineEntry,
    Told,
    Unweighed,
)
from briefing_app.model.dates import day_interval
from briefing_app.model.errors import SkipCode
from briefing_app.model.event import Event, EventGroup, GroupingReason, GroupingSign
from briefing_app.model.findings import Attribution, Quotation
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.span import Span
from briefing_app.pipeline import Duplicate, Imported, ImportReport, Skipped
from tests.factories import article

ONE, TWO = ArticleId(1), ArticleId(2)
DAY = date(2026, 3, 2)


def _articles() -> tuple[Article, Article]:
    return article(1, "Ferry stops", "The ferry stopped.", source="The Tern", day=DAY), article(2, None, "The ferry did not stop.")


def test_import() -> None:
    report = ImportReport(
        (Imported(ONE, "a.txt", None),), (Skipped("b.bin", "It is no text.", SkipCode.BINARY),), (Duplicate("c.txt", ONE),)
    )
    assert shapes.import_shape(report) == {
        "imported": [{"id": "a1", "path": "a.txt", "title": None}],
        "skipped": [{"path": "b.bin", "reason": "It is no text.", "code": "binary"}],
        "duplicates": [{"path": "c.txt", "of": "a1"}],
    }


def test_show() -> None:
    shape = shapes.show_shape(_articles()[0])
    assert list(shape) == [
        *("id", "path", "text", "text_sha256", "zones"),
        *("title", "source", "byline", "agency", "date", "language"),
    ]
    assert shape["id"] == "a1"
    assert shape["zones"][0] == {"kind": "title", "start": 0, "end": 11, "reason": "made for a test", "confidence": 1.0}
    assert shape["title"] == {"value": "Ferry stops", "evidence": [{"start": 0, "end": 11, "how": "first line"}], "confidence": 1.0}
    assert shape["byline"] == {"value": None, "evidence": [], "confidence": 0.0}
    assert shape["date"]["value"] == "2026-03-02"
    json.dumps(shape)


def test_evidence_in_the_markup_has_no_place() -> None:
    shape = shapes._attested(Attested("x", (Evidence("x", "og:title"),), 0.9))
    assert shape["evidence"] == [{"start": None, "end": None, "how": "og:title"}]


def test_event() -> None:
    group = EventGroup("Ferry", day_interval(DAY), (ONE, TWO), (GroupingReason(TWO, GroupingSign.NAMES, ("Lund",), 0.5),))
    assert shapes.event_shape(Event(EventId(3), group, EventId(1))) == {
        "id": "e3",
        "title": "Ferry",
        "date": "2026-03-02",
        "articles": ["a1", "a2"],
        "reasons": [{"article": "a2", "sign": "names", "shared": ["Lund"], "weight": 0.5}],
        "stage_of": "e1",
    }
    assert shapes.event_shape(Event(EventId(3), EventGroup("Ferry", None, (ONE, TWO))))["date"] is None


def test_comparison() -> None:
    articles = _articles()
    here, there = Place(ONE, Span(13, 31)), Place(TWO, Span(0, 23))
    claims = (
        Claim(
            ClaimStatus.CONFLICT,
            "The ferry stopped.",
            here,
            (
                Cell(ONE, Relation.STATES, (Span(13, 31),), chain=("the harbour",)),
                Cell(TWO, Relation.CONTRADICTS, (Span(0, 23),), marks=(Mark(DifferenceKind.NEGATION, "did not", Span(10, 17)),)),
            ),
        ),
        Claim(
            ClaimStatus.ONLY,
            "Ferry stops",
            here,
            (Cell(ONE, Relation.STATES, (Span(0, 11),)), Cell(TWO, Relation.ABSENT, nearest=Nearest(Span(0, 9), 0.25))),
        ),
    )
    comparison = Comparison(
        version="1",
        articles=(ONE, TWO),
        digests=tuple(one.document.text_sha256 for one in articles),
        claims=claims,
        pairs=(Pair(here, there, 0.75),),
        candidates=(Pair(there, here, 0.125),),
        differences=(Difference(DifferenceKind.NEGATION, here, there, "one says not"),),
        omissions=(Omission(TWO, 1, "most others carry it"),),
        labels=(Label("ferry", (Place(ONE, Span(17, 22)), Place(ONE, Span(0, 5)))),),
        copies=(Copy(ONE, TWO, 0.5),),
        origins=(Origin("the harbour", (ONE,)),),
        timeline=(TimelineEntry(day_interval(DAY), "stopped", here),),
        quotations=(Said(ONE, Quotation(Span(17, 22), "", None, Span(23, 30))),),
        attributions=(Told(TWO, Attribution(Span(0, 23), "the harbour", chain=("a sailor", "the harbour"))),),
    )
    shape = shapes.comparison_shape(comparison, articles)
    assert list(shape) == [
        *("articles", "claims", "pairs", "candidates", "differences", "omissions", "labels"),
        *("copies", "origins", "timeline", "quotations", "attributions", "unweighed"),
    ]
    assert list(shape["articles"][0]) == ["id", "path", "title", "source", "date", "text_sha256", "zones", "letter"]
    assert shape["articles"][1]["title"] is None
    assert [claim["id"] for claim in shape["claims"]] == ["c1", "c2"]
    conflict, only = shape["claims"]
    assert conflict["status"] == "conflict"
    assert conflict["cells"][0]["sourcing_chain"] == ["the harbour"]
    assert conflict["cells"][1] == {
        "article": "a2",
        "spans": [[0, 23]],
        "relation": "contradicts",
        "marks": [{"kind": "negation", "words": "did not", "span": [10, 17]}],
        "sourcing_chain": [],
    }
    assert only["cells"][1]["nearest"] == [0, 9, 0.25]
    assert shape["pairs"] == [{"a": ["a1", 13, 31], "b": ["a2", 0, 23], "score": 0.75}]
    assert shape["candidates"][0]["score"] == 0.125
    assert shape["differences"] == [{"kind": "negation", "a": ["a1", 13, 31], "b": ["a2", 0, 23], "why": "one says not"}]
    assert shape["omissions"] == [{"article": "a2", "claim": "c2", "why": "most others carry it"}]
    assert shape["labels"] == [{"thing": "ferry", "names": {"a1": [[17, 22], [0, 5]]}}]
    assert shape["copies"] == [{"a": "a1", "b": "a2", "share": 0.5}]
    assert shape["origins"] == [{"name": "the harbour", "articles": ["a1"]}]
    assert shape["timeline"] == [{"date": "2026-03-02", "what": "stopped", "article": "a1", "start": 13, "end": 31}]
    assert shape["quotations"] == [{"article": "a1", "start": 17, "end": 22, "speaker": None, "cue": "stopped"}]
    assert shape["attributions"] == [
        {"article": "a2", "start": 0, "end": 23, "source": "the harbour", "sourcing_chain": ["a sailor", "the harbour"]}
    ]
    assert shape["unweighed"] is None
    json.dumps(shape)
    many = replace(comparison, unweighed=Unweighed(12_000, 72_000))
    assert shapes.comparison_shape(many, articles)["unweighed"] == {"pairs": 12_000, "alike": 72_000}
