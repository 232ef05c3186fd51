"""W3C Web Annotations in JSON-LD, in and out.

What the standard has no word for (status, question, grade, confidence, links) goes under ``briefing:`` names, which others may pass over.
Positions count code points, as the standard asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import quote as percent
from uuid import NAMESPACE_URL, uuid5

from briefing_app.annotations.document import as_iri, as_list, is_iri, moment, parsed
from briefing_app.annotations.rules import CONTEXT, breaches, is_range
from briefing_app.annotations.shared import About, Shared
from briefing_app.model.annotation import Anchor, Annotation, Mark, Status, Subject, SubjectKind, Tint
from briefing_app.model.errors import AnnotationsRefused
from briefing_app.model.grade import CREDIBILITIES, RELIABILITIES, Confidence, Grade
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span

_OWN = {"briefing": "urn:briefing-app:terms:"}
_ABOUT = "urn:briefing-app:"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
E = TypeVar("E", bound=StrEnum)


def read(data: bytes) -> tuple[Shared, ...]:
    """The annotations of a file: one, a page, or a collection with its first page. Raises AnnotationsRefused with the reasons."""
    document = parsed(data)
    reasons = list(dict.fromkeys(breaches(document)))
    if reasons:
        more = f" (and {len(reasons) - 3} more)" if len(reasons) > 3 else ""
        raise AnnotationsRefused(f"It is not a valid Web Annotation: {'; '.join(reasons[:3])}{more}.")
    return tuple(_Reading(annotation).shared() for annotation in _annotations(document))


def _annotations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    kinds = as_list(document["type"])
    if "Annotation" in kinds:
        yield document
        return
    for page in as_list(document.get("first")) if "AnnotationCollection" in kinds else [document]:
        if isinstance(page, dict):
            yield from (item for item in as_list(page.get("items")) if isinstance(item, dict))


@dataclass
class _Reading:
    """One annotation while it is read: what is taken from it, and what nothing was done with."""

    source: dict[str, Any]
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    about: About | None = None
    subject: Subject | None = None
    left_out: list[str] = field(default_factory=list)

    def shared(self) -> Shared:
        """What the annotation says in our words."""
        source = self.source
        motivations = set(map(str, as_list(source.get("motivation"))))
        for body in as_list(source.get("body", source.get("bodyValue"))):
            self._body(body, "tagging" if "tagging" in motivations else "")
        for target in as_list(source["target"]):
            self._target(target)
        self._name_rest(source, "", _KNOWN)
        if not self.anchors and self.subject is None and self.about is not None:
            self.subject = Subject(SubjectKind.ARTICLE, 0, self.about.title or self.about.iri)
        created = moment(source.get("created")) or moment(source.get("modified")) or _EPOCH
        annotation = Annotation(
            *(AnnotationId(0), ArticleId(0), self.anchors[0] if self.anchors else None, self._tint(), "\n\n".join(self.notes)),
            *(created, moment(source.get("modified")) or created, tuple(self.anchors[1:])),
            mark=_member(Mark, source.get("briefing:mark")) or Mark.HIGHLIGHT,
            subject=self.subject,
            status=_member(Status, source.get("briefing:status")) or Status.NONE,
            question="questioning" in motivations,
            answer=str(source.get("briefing:answer") or ""),
            grade=_grade(str(source.get("briefing:grade") or "")),
            confidence=_member(Confidence, source.get("briefing:confidence")),
            author=_name(source.get("creator")),
            based_on=moment(source.get("briefing:basedOn")),
        )
        iri = str(source.get("id") or f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps(source, sort_keys=True))}")
        links = tuple(link for link in as_list(source.get("briefing:links")) if is_iri(link))
        return Shared(iri, annotation, self.about, tuple(self.tags), tuple(self.definitions), links, tuple(dict.fromkeys(self.left_out)))

    def _body(self, body: Any, purpose: str) -> None:
        if isinstance(body, str):
            # An address alone is a resource elsewhere; bodyValue is text.
            text = body if "bodyValue" in self.source else f"<{body}>"
            (self.tags if purpose == "tagging" and "bodyValue" in self.source else self.notes).append(text)
            return
        purpose = str(body.get("purpose") or purpose)
        if isinstance(body.get("value"), str):
            if purpose == "tagging":
                self.tags.append(body["value"])
                self.definitions += [""] * (len(self.tags) - 1 - len(self.definitions)) + [str(body.get("briefing:definition") or "")]
            else:
                self.notes.append(body["value"])
            if body.get("format") in ("text/plain", "text/markdown", None):
                self._name_rest(body, "body", {"type", "value", "purpose", "format", "briefing:definition", "id"})
            else:
                self._name_rest(body, "body", {"type", "value", "purpose", "briefing:definition", "id"})
        elif "items" in body:
            self.left_out.append(f"body: {_kinds(body)} (the first is taken)")
            self._body(as_list(body["items"])[0], purpose)
        else:
            address = body.get("id") or body.get("source")
            self.notes.append(f"<{address.get('id', '') if isinstance(address, dict) else address}>")
            self._name_rest(body, "body", {"id", "source", "purpose"})

    def _target(self, target: Any) -> None:
        if isinstance(target, str):
            self._on(About(target))
        elif "items" in target:
            self.left_out.append(f"target: {_kinds(target)} (each item is taken by itself)")
            for item in as_list(target["items"]):
                self._target(item)
        elif "briefing:subject" in target:
            kind = _member(SubjectKind, target["briefing:subject"]) or SubjectKind.SOURCE
            self.subject = Subject(kind, 0, str(target.get("label") or target.get("id")))
        else:
            source = target.get("source", target)
            source = source if isinstance(source, dict) else {"id": source}
            iri = str(source.get("id") or "urn:unknown")
            self._on(About(iri, str(source.get("briefing:sha256") or ""), str(source.get("label") or "")))
            self._select(as_list(target.get("selector")))
            self._name_rest(target, "target", {"type", "source", "selector", "id", "label", "briefing:sha256"})

    def _on(self, about: About) -> None:
        if self.about is not None and self.about.iri != about.iri:
            self.left_out.append(f"target: {about.iri}")
        else:
            self.about = about

    def _select(self, selectors: Sequence[Any]) -> None:
        """The words of one target: its quote, with its position when that is there too; nothing else can be held on to."""
        flat = [inner for selector in selectors for inner in _refined(selector)]
        quotes = [selector for selector in flat if _quotes(selector)]
        places = [selector for selector in flat if _places(selector)]
        for selector in flat:
            if not _quotes(selector) and not (quotes and _places(selector)):
                kind = selector.get("type", "selector") if isinstance(selector, dict) else selector
                where = f" {selector['start']} to {selector['end']}, without its words" if _places(selector) else ""
                self.left_out.append(f"target: {kind}{where}")
        for quote in quotes[:1]:
            place = places[0] if places else {"start": 0, "end": len(quote["exact"])}
            span = Span(place["start"], place["end"]) if is_range(place["start"], place["end"]) else Span(0, len(quote["exact"]))
            self.anchors.append(Anchor(quote["exact"], quote.get("prefix", ""), quote.get("suffix", ""), span, ""))
        self.left_out += [f"target: a further quotation “{quote['exact'][:40]}”" for quote in quotes[1:]]

    def _tint(self) -> Tint:
        classes = " ".join(
            str(target["styleClass"]) for target in as_list(self.source["target"]) if isinstance(target, dict) and "styleClass" in target
        )
        return next((tint for tint in Tint if tint.value in classes.split()), Tint.SUN)

    def _name_rest(self, thing: dict[str, Any], name: str, known: set[str] | frozenset[str]) -> None:
        classes = [tint.value for tint in Tint]  # no set: what comes in may be no word
        for key in thing:
            if key not in known and not (key == "styleClass" and thing[key] in classes):
                self.left_out.append(f"{name}: {key}" if name else key)


_KNOWN = frozenset(
    {"@context", "id", "type", "creator", "created", "modified", "motivation", "body", "bodyValue", "target"}
    | {f"briefing:{name}" for name in ("mark", "status", "answer", "grade", "confidence", "links", "basedOn")}
)


def _kinds(thing: dict[str, Any]) -> str:
    return ", ".join(map(str, as_list(thing["type"])))


def _quotes(selector: Any) -> bool:
    return isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector" and bool(selector["exact"])


def _places(selector: Any) -> bool:
    return isinstance(selector, dict) and selector.get("type") == "TextPositionSelector"


def _refined(selector: Any) -> Iterator[Any]:
    """A selector and what refines it, the finest first."""
    if isinstance(selector, dict):
        for inner in as_list(selector.get("refinedBy")):
            yield from _refined(inner)
    yield selector


def _member(kind: type[E], value: object) -> E | None:
    return next((member for member in kind if member.value == value), None)


def _grade(words: str) -> Grade | None:
    letter = next((grade for grade in RELIABILITIES if grade in words), None)
    figure = next((grade for grade in CREDIBILITIES if str(grade) in words), None)
    return Grade(letter, figure) if letter or figure else None


def _name(creator: Any) -> str:
    """What the first creator is called: by name, else by address."""
    for one in as_list(creator):
        return str(one.get("name") or one.get("nickname") or one.get("id") or "") if isinstance(one, dict) else str(one)
    return ""


def write(items: Sequence[Shared]) -> bytes:
    """The annotations as a collection with one page."""
    address = f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(item.iri for item in items))}"
    page = {"id": f"{address}#page", "type": "AnnotationPage", "startIndex": 0, "items": [_written(item) for item in items]}
    collection = {"@context": [CONTEXT, _OWN], "id": address, "type": "AnnotationCollection", "total": len(items), "first": page}
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _written(item: Shared) -> dict[str, Any]:
    note = item.annotation
    bodies: list[dict[str, Any]] = []
    if note.note:
        bodies.append({"type": "TextualBody", "value": note.note, "format": "text/markdown", "purpose": "commenting"})
    for tag, definition in zip(item.tags, item.definitions, strict=True):
        body = {"type": "TextualBody", "value": tag, "purpose": "tagging"}
        bodies.append({**body, "briefing:definition": definition} if definition else body)
    said: dict[str, Any] = {
        "id": item.iri,
        "type": "Annotation",
        "motivation": "questioning" if note.question else "commenting" if note.note else "highlighting",
        "creator": {"type": "Person", "name": note.author} if note.author else None,
        "created": _time(note.created_at),
        "modified": _time(note.changed_at),
        "body": bodies,
        "target": _targets(item),
        "briefing:mark": note.mark.value if note.mark is not Mark.HIGHLIGHT else "",
        "briefing:status": note.status.value if note.status is not Status.NONE else "",
        "briefing:answer": note.answer,
        "briefing:grade": str(note.grade or ""),
        "briefing:confidence": note.confidence.value if note.confidence else "",
        "briefing:links": list(item.links),
        "briefing:basedOn": _time(note.based_on) if note.based_on not in (None, note.changed_at) else "",
    }
    return {key: value for key, value in said.items() if value not in ("", None, [])}


def _targets(item: Shared) -> list[dict[str, Any]]:
    note, about = item.annotation, item.about
    if note.subject is not None and not note.anchors and (note.subject.kind is not SubjectKind.ARTICLE or about is None):
        kind, words = note.subject.kind.value, note.subject.words
        return [{"id": f"{_ABOUT}{kind}:{percent(words[:200])}", "briefing:subject": kind, "label": words, "styleClass": note.tint.value}]
    about = about or About("urn:unknown", title=note.subject.words if note.subject else "")
    source: dict[str, Any] = {"id": as_iri(about.iri), "type": "Text", "label": about.title, "briefing:sha256": about.original}
    source = {key: value for key, value in source.items() if value}
    if not note.anchors:
        return [{"source": source, "type": "SpecificResource", "styleClass": note.tint.value}]
    return [{"source": source, "selector": _selectors(anchor), "styleClass": note.tint.value} for anchor in note.anchors]


def _selectors(anchor: Anchor) -> list[dict[str, Any]]:
    quote = {"type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}
    place = {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end}
    return [{key: value for key, value in quote.items() if value}, place]


def _time(when: datetime) -> str:
    return when.astimezone(UTC).isoformat().replace("+00:00", "Z")
