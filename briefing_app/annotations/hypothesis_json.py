"""Annotations of the Web Annotation client Hypothesis, as its programming interface gives them.

Its positions count UTF-16 units of the page's own text and are a hint only: the quoted words decide.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from briefing_app.annotations.document import as_iri, as_list, moment, parsed
from briefing_app.annotations.rules import is_range
from briefing_app.annotations.shared import About, Shared
from briefing_app.model.annotation import Anchor, Annotation, Subject, SubjectKind, Tint
from briefing_app.model.errors import AnnotationsRefused
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TAKEN = {"id", "created", "updated", "user", "user_info", "uri", "text", "tags", "target", "document", "references"}
_OF_THE_SITE = {"links", "permissions", "flagged", "hidden", "moderation", "group"}


def looks_like_it(data: bytes) -> bool:
    """Whether the file is JSON with Hypothesis's rows, or one of them."""
    try:
        document = parsed(data)
    except AnnotationsRefused:
        return False
    return any(isinstance(row, dict) and "@context" not in row and isinstance(row.get("target"), list) for row in _rows(document))


def read(data: bytes) -> tuple[Shared, ...]:
    """Every row of the file. Raises AnnotationsRefused with the reason."""
    rows = _rows(parsed(data))
    if not rows:
        raise AnnotationsRefused("There are no annotations in the file.")
    return tuple(_shared(row, number) for number, row in enumerate(rows, 1))


def _rows(document: Any) -> list[Any]:
    if isinstance(document, dict) and "rows" in document:
        return as_list(document["rows"])
    return as_list(document)


def _shared(row: Any, number: int) -> Shared:
    if not isinstance(row, dict):
        raise AnnotationsRefused(f"Row {number} of the file is no annotation.")
    anchors, wordless = _anchors(row)
    about = _about(row)
    created = moment(row.get("created")) or _EPOCH
    annotation = Annotation(
        *(AnnotationId(0), ArticleId(0), anchors[0] if anchors else None, Tint.SUN, str(row.get("text") or "")),
        *(created, moment(row.get("updated")) or created, tuple(anchors[1:])),
        subject=None if anchors else Subject(SubjectKind.ARTICLE, 0, about.title or about.iri),
        author=_author(row),
    )
    iri = as_iri(f"https://hypothes.is/a/{row['id']}") if row.get("id") else f"urn:hypothesis:{hash_of(row)}"
    links = tuple(as_iri(f"https://hypothes.is/a/{reference}") for reference in as_list(row.get("references")))
    tags = tuple(str(tag) for tag in as_list(row.get("tags")) if str(tag).strip())
    left_out = [key for key in row if key not in _TAKEN | _OF_THE_SITE and row[key]]
    return Shared(iri, annotation, about, tags, ("",) * len(tags), links, (*left_out, *wordless))


def _anchors(row: dict[str, Any]) -> tuple[list[Anchor], list[str]]:
    """The words that a row is on, and what is left out of it: the targets that name none."""
    anchors: list[Anchor] = []
    wordless: list[str] = []
    for target in as_list(row.get("target")):
        selectors = [one for one in as_list(target.get("selector")) if isinstance(one, dict)] if isinstance(target, dict) else []
        quote = next((one for one in selectors if _quotes(one)), None)
        if quote is not None:
            anchors.append(_anchor(quote, next((one for one in selectors if one.get("type") == "TextPositionSelector"), {})))
        elif selectors:
            wordless.append(f"target: {', '.join(str(one.get('type')) for one in selectors)}, without its words")
    return anchors, wordless


def _quotes(selector: dict[str, Any]) -> bool:
    exact = selector.get("exact")
    return selector.get("type") == "TextQuoteSelector" and isinstance(exact, str) and bool(exact)


def _about(row: dict[str, Any]) -> About:
    """The page that a row is on, by its address and title."""
    sources = (target.get("source") for target in as_list(row.get("target")) if isinstance(target, dict))
    document = row.get("document")
    title = next(iter(as_list(document.get("title"))), "") if isinstance(document, dict) else ""
    return About(as_iri(str(row.get("uri") or next(sources, "") or "urn:unknown")), "", str(title))


def hash_of(row: dict[str, Any]) -> str:
    """A stable name for a row without one."""
    from hashlib import sha256

    return sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:32]


def _anchor(quote: dict[str, Any], place: dict[str, Any]) -> Anchor:
    start, end = place.get("start"), place.get("end")
    span = Span(int(start), int(end)) if is_range(start, end) and start is not None and end is not None else Span(0, len(quote["exact"]))
    return Anchor(quote["exact"], str(quote.get("prefix") or ""), str(quote.get("suffix") or ""), span, "")


def _author(row: dict[str, Any]) -> str:
    info = row.get("user_info")
    shown = info.get("display_name") if isinstance(info, dict) else None
    return str(shown or str(row.get("user") or "").removeprefix("acct:").partition("@")[0])
