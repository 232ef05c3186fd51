"""Markdown with or without front matter: the text is the file's content as it stands; what the front matter states becomes hints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from briefing_app.importers import plain
from briefing_app.importers.encoding import decode
from briefing_app.model.document import Hint, RawDocument

_SUFFIXES = (".md", ".markdown")
_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n(.{0,8000}?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_ROW = re.compile(r"([A-Za-z][\w.-]{0,40})[ \t]*[:=][ \t]*(.*)")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(\S.*)")
_SIGNS = (
    re.compile(r"(?m)^#{1,6} \S.*$"),
    re.compile(r"\[[^\]\n]{1,200}\]\(https?://[^\s()]{1,500}\)"),
    re.compile(r"(?<![*\w])\*\*[^*\n]{1,200}\*\*(?![*\w])"),
    re.compile(r"(?m)^```"),
    re.compile(r"(?m)^.{1,200}\n(?:=====*|-----*)$"),
)
_HEAD = 1 << 15

# What programs that clip pages into Markdown call the same thing.
_NAMES = {
    "published": "date",
    "pubdate": "date",
    "created": "date",
    "date_published": "date",
    "updated": "updated",
    "modified": "updated",
    "lastmod": "updated",
    "link": "url",
    "permalink": "url",
    "canonical_url": "url",
    "authors": "author",
    "by": "author",
    "creator": "author",
    "publisher": "source",
    "site": "source",
    "site_name": "source",
    "outlet": "source",
    "publication": "source",
    "language": "lang",
    "locale": "lang",
}


def recognise(data: bytes, name: str) -> float:
    """By front matter, or by two kinds of Markdown's signs; the suffix counts only for what is text and nothing else."""
    try:
        head = data[:_HEAD].decode("utf-8", "ignore").replace("\r\n", "\n")
    except ValueError:
        return 0.0
    suffix = PurePath(name).suffix.lower() in _SUFFIXES
    if (front := _FRONT.match(head)) and sum(bool(_ROW.match(line)) for line in front[2].split("\n")) >= 1:
        return 0.85
    kinds = sum(bool(sign.search(head)) for sign in _SIGNS)
    return 0.45 if kinds >= 2 else 0.4 if suffix else 0.0


def read(data: bytes, _name: str) -> Iterator[RawDocument]:
    """One article a file. The front matter gives hints ``front:<key>``, under one name for each thing."""
    decoded = decode(data)
    yield plain.from_text(decoded.text, decoded.encoding, markdown=True, hints=tuple(_hints(decoded.text)))


def _hints(text: str) -> Iterator[Hint]:
    front = _FRONT.match(text)
    if not front:
        return
    key = ""
    for line in front[2].split("\n"):
        if (entry := _ENTRY.match(line)) and key:
            yield Hint(key, _bare(entry[1]))
        elif row := _ROW.match(line):
            name = row[1].lower().replace("-", "_")
            key = f"front:{_NAMES.get(name, name)}"
            for value in _values(row[2]):
                yield from _of_value(key, _bare(value))


def _of_value(key: str, value: str) -> Iterator[Hint]:
    """An address under "source" is where the page was, not who wrote it."""
    if value:
        yield Hint("front:url" if key == "front:source" and value.startswith(("http://", "https://")) else key, value)


def _values(words: str) -> list[str]:
    words = words.strip()
    return words[1:-1].split(",") if words.startswith("[") and words.endswith("]") and not words.startswith("[[") else [words]


def _bare(value: str) -> str:
    value = value.strip().strip("\"'").strip()
    return value[2:-2] if value.startswith("[[") and value.endswith("]]") else value
