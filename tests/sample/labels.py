"""The hand-made labels of the sample articles, found again in the articles' visible text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefing_app import importers
from briefing_app.model.span import Span

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
ARTICLES = SAMPLE / "articles"


@dataclass(frozen=True, slots=True, order=True)
class Quoted:
    """Words that a label quotes, and the file they stand in."""

    file: str
    words: str


@cache
def expected() -> dict[str, Any]:
    """The labels as they stand in expected.json; its README tells what each field means."""
    labels: dict[str, Any] = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
    return labels


@cache
def visible_text(file: str) -> str:
    """The visible text of a sample file as the importers give it."""
    (raw,) = importers.read((ARTICLES / file).read_bytes(), file)
    return raw.text


def places(quoted: Quoted) -> list[Span]:
    """Where the quoted words stand; any run of white space answers for any other."""
    pattern = r"\s+".join(map(re.escape, quoted.words.split()))
    return [Span(*hit.span()) for hit in re.finditer(pattern, visible_text(quoted.file))]


def supports() -> Iterator[Quoted]:
    """Every quoted support of every claim, and the sides of every conflict."""
    for event in expected()["events"]:
        for claim in event["claims"]:
            for support in claim["supports"]:
                yield Quoted(support["file"], support["quote"])
            for side in claim.get("conflict", {"sides": {}})["sides"].values():
                for file, quote in side:
                    yield Quoted(file, quote)


def labelled_zones() -> Iterator[tuple[str, Quoted]]:
    """Every labelled zone: its kind and the words it opens with (or holds)."""
    for file, labels in expected()["files"].items():
        if labels["title"]:
            yield "title", Quoted(file, labels["title"])
        for kind, quotes in labels["zones"].items():
            for words in quotes:
                yield kind, Quoted(file, words)
