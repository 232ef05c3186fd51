"""Annotations of the Web Annotation client Hypothesis, as its programming interface gives them.

Its positions count UTF-16 units of the page's own text and are a hint only: the quoted words decide.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from briefing_app.annotations.document import as_list, moment, parsed
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
    left_out = [key for key in row if key not in _TAKEN | _OF_THE_SITE and row[key]]
    anchors: list[Anchor] = []
    for target in as_list(row.get("target")):
        selectors = [s for s in as_list(target.get("selector")) if isinstance(s, dict)] if isinstance(target, dict) else []
        quote = next(
            (s for s in selectors if s.get("type") == "TextQuoteSelector" and isinstance(s.get("exact"), str) and s["exact"]), None
        )
        if quote is not None:
            anchors.append(_anchor(quote, next((s for s in selectors if s.get("type") == "TextPositionSelector"), {})))
        elif selectors:
            left_out.append(f"target: {', '.join(str(s.get('type')) for s in selectors)}, without its words")
    address = str(row.get("uri") or next((t.get("source") for t in as_list(row.get("target")) if isinstance(t, dict)), "") or "urn:unknown")
    title = next(iter(as_list(row["document"].get("title"))), "") if isinstance(row.get("document"), dict) else ""
    about = About(address, "", str(title))
    created = moment(row.get("created")) or _EPOCH
    annotation = Annotation(
        *(AnnotationId(0), ArticleId(0), anchors[0] if anchors else None, Tint.SUN, str(row.get("text") or "")),
        *(created, moment(row.get("updated")) or created, tuple(anchors[1:])),
        subject=None if anchors else Subject(SubjectKind.ARTICLE, 0, about.title or about.iri),
        author=_author(row),
    )
    iri = f"https://hypothes.is/a/{row['id']}" if row.get("id") else f"urn:hypothesis:{hash_of(row)}"
    links = tuple(f"https://hypothes.is/a/{reference}" for reference in as_list(row.get("references")))
    tags = tuple(str(tag) for tag in as_list(row.get("tags")) if str(tag).strip())
    return Shared(iri, annotation, about, tags, ("",) * len(tags), links, tuple(left_out))


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
