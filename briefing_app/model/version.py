"""When two articles are versions of one: what they are called for ever, and whether their words are akin."""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from briefing_app.model.article import Document

LEAST_KIN = 0.2
"""Share of the shorter text's word pairs that stand in the other one, from which on two texts of one address are versions of one article.

A site that gives all its pages one address must not hide its articles behind each other.
"""

_TRACKING = r"(?i:utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmpid|smid|ns_\w+|at_\w+|share|source|CMP)"
_WORD = r"\w+"


class Presence(IntEnum):
    """Where an article is, as the library keeps it."""

    PRESENT = 0
    TRASHED = 1
    OLDER = 2
    """A newer version stands in its place."""


def identity(document: Document) -> str:
    """What the article is called for ever: the key that its feed or database gives it, else its address; empty when it has neither.

    Of an address, scheme, "www.", fragment and what only tells where a reader came from do not count; a site's front page is no article.
    """
    if document.key:
        return f"key:{(document.source.value or '').casefold()}:{document.key}"
    return address_key(document.canonical_url or document.url or "")


def address_key(address: str) -> str:
    """The part of a web address that names an article; empty for anything else."""
    from urllib.parse import parse_qsl, urlencode, urlsplit  # with the first address: no list needs it

    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not re.fullmatch(_TRACKING, pair[0])))
    if parts.scheme not in ("http", "https") or not host or not (path or query):
        return ""
    return f"url:{host}{path}{'?' if query else ''}{query}"


def kin(one: str, other: str) -> bool:
    """Whether two texts are versions of one: enough of the shorter one's pairs of words stand in the other."""
    first, second = _pairs(one), _pairs(other)
    fewer = min(len(first), len(second))
    return bool(fewer) and len(first & second) >= LEAST_KIN * fewer


def stated_at(document: Document) -> datetime | None:
    """When this version was made or saved, as far as it is stated: what tells the newer one of two."""
    moment = document.date.value.moment if document.date.value else None
    return document.updated or document.captured_at or moment


def _pairs(text: str) -> set[tuple[str, str]]:
    words = re.findall(_WORD, text.lower()[:200_000])
    return set(pairwise(words))
