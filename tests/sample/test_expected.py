"""The labels of the sample fit the sample: every quoted word stands in its file, and the labels agree with each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_app.model.article import ZoneKind
from tests.sample.labels import ARTICLES, Quoted, expected, labelled_zones, places, supports

STATUSES = {"all", "some", "only", "conflict", "progression"}
RELATIONS = {"states", "adds_detail", "weaker", "stronger", "contradicts"}


def test_every_file_is_labelled() -> None:
    assert {path.name for path in ARTICLES.iterdir()} == set(expected()["files"])


@pytest.mark.parametrize("quoted", sorted(set(supports())), ids=lambda q: f"{q.file}-{q.words[:24]}")
def test_a_support_stands_verbatim_once(quoted: Quoted) -> None:
    assert len(places(quoted)) == 1


@pytest.mark.parametrize("zone", list(labelled_zones()), ids=lambda z: f"{z[1].file}-{z[0]}-{z[1].words[:24]}")
def test_a_zone_stands_in_its_file(zone: tuple[str, Quoted]) -> None:
    kind, quoted = zone
    assert ZoneKind(kind)
    assert places(quoted)


def test_events_and_files_agree() -> None:
    labels = expected()
    for event in labels["events"]:
        assert event["files"] == [file for file in event["files"] if labels["files"][file]["event"] == event["id"]]
        assert all(file in event["files"] for pair in event["copies"] for file in pair)
    assert labels["alone"] == [file for file, row in labels["files"].items() if row["event"] is None]


def test_claims_keep_to_their_event_and_words() -> None:
    numbers: list[str] = []
    for event in expected()["events"]:
        for claim in event["claims"]:
            numbers.append(claim["id"])
            told_by = {support["file"] for support in claim["supports"]}
            assert claim["status"] in STATUSES
            assert told_by <= set(event["files"])
            assert {support["relation"] for support in claim["supports"]} <= RELATIONS
            assert (claim["status"] == "only") == (len(told_by) == 1)
            assert (claim["status"] in {"conflict", "progression"}) == ("conflict" in claim)
            assert not told_by & {*claim.get("omitted_by", ()), *claim.get("left_out_by", ())}
    assert len(numbers) == len(set(numbers))


def test_nothing_real_is_linked(sample: Path) -> None:
    for path in (sample / "articles").iterdir():
        whole = path.read_text(encoding="utf-8").replace("=\n", "")  # quoted-printable breaks its lines so
        for host in re.findall(r"://([^/\"\s]+)", whole):
            assert host.endswith((".example", "schema.org")), f"{path.name}: {host}"
