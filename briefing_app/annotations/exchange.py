"""The one table of the files in which annotations come and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from briefing_app.annotations import comma_separated, hypothesis_json, jsonld, markdown, web_page
from briefing_app.annotations.shared import Shared
from briefing_app.model.errors import AnnotationsRefused

Reader = Callable[[bytes], tuple[Shared, ...]]
"""Reads a file. Raises AnnotationsRefused with the reason."""

Writer = Callable[[Sequence[Shared]], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is called, its suffixes with the dot, and what reads and writes it (None: not done)."""

    name: str
    suffixes: tuple[str, ...]
    read: Reader | None
    write: Writer | None


FORMATS: tuple[Format, ...] = (
    Format("W3C Web Annotation", (".jsonld", ".json"), jsonld.read, jsonld.write),
    Format("Hypothesis", (".json",), hypothesis_json.read, None),
    Format("Markdown", (".md",), None, markdown.write),
    Format("CSV", (".csv",), None, comma_separated.write),
    Format("HTML", (".html",), None, web_page.write),
)
"""Every format. Where two that are read share a suffix, the content decides."""


def readable() -> str:
    """The suffixes that can be read, as words."""
    return _words({suffix: None for row in FORMATS if row.read for suffix in row.suffixes})


def writable() -> str:
    """The suffixes that can be written, as words."""
    return _words({suffix: None for row in FORMATS if row.write for suffix in row.suffixes})


def format_of(name: str) -> Format:
    """The format in which a file of that name is written. Raises AnnotationsRefused for any other suffix."""
    suffix = PurePath(name).suffix.lower()
    for row in FORMATS:
        if row.write and suffix in row.suffixes:
            return row
    raise AnnotationsRefused(f"{name} does not say its format.", f"Give the file a name that ends in {writable()}.")


def read(data: bytes) -> tuple[Shared, ...]:
    """The annotations in a file, whatever it is called. Raises AnnotationsRefused with the reason."""
    if hypothesis_json.looks_like_it(data):
        return hypothesis_json.read(data)
    return jsonld.read(data)


def _words(suffixes: dict[str, None]) -> str:
    *others, last = suffixes
    return f"{', '.join(others)} or {last}" if others else last
