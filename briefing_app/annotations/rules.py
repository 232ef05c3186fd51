"""What the W3C Web Annotation Data Model (2017) requires of an annotation, page or collection; each breach in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing_app.annotations.document import as_list, is_iri, moment

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
DOCUMENTS = ("Annotation", "AnnotationPage", "AnnotationCollection")
_COMPOSITES = {"Choice", "List", "Composite", "Independents"}
_VALUED = {"FragmentSelector", "CssSelector", "XPathSelector"}
_DEEPEST = 32
_FARTHEST = 2**53
"""The whole numbers that every program reads alike from JSON (RFC 8259) end here."""


def breaches(document: Any) -> Iterator[str]:
    """What is wrong in a document, the most important first."""
    if not isinstance(document, dict):
        yield "it is no JSON object"
        return
    if CONTEXT not in as_list(document.get("@context")):
        yield f"its @context does not name {CONTEXT}"
    yield from _document(document)


def _document(document: dict[str, Any]) -> Iterator[str]:
    kinds = [kind for kind in as_list(document.get("type")) if kind in DOCUMENTS]
    if len(kinds) != 1:
        yield "its type is not one of Annotation, AnnotationPage, AnnotationCollection"
        return
    yield from _address(document, "id", required=kinds[0] == "Annotation" and "id" in document)
    if kinds[0] == "Annotation":
        yield from _annotation(document)
        return
    for page in as_list(document.get("first")) if kinds[0] == "AnnotationCollection" else [document]:
        items = page.get("items") if isinstance(page, dict) else None
        for number, item in enumerate(as_list(items), 1):
            if isinstance(item, dict):
                for breach in _item({"type": "Annotation", **item}):
                    yield f"annotation {number}: {breach}"
            elif not is_iri(item):
                yield f"annotation {number} is neither an object nor an address"


def _item(item: dict[str, Any]) -> Iterator[str]:
    if "Annotation" in as_list(item["type"]):
        yield from _document(item)
    else:
        yield "it is no Annotation"


def _annotation(annotation: dict[str, Any]) -> Iterator[str]:
    if not as_list(annotation.get("target")):
        yield "it has no target"
    if "body" in annotation and "bodyValue" in annotation:
        yield "it has both body and bodyValue"
    if "bodyValue" in annotation and not isinstance(annotation["bodyValue"], str):
        yield "its bodyValue is no text"
    for name in ("target", "body"):
        for value in as_list(annotation.get(name)):
            yield from _resource(value, name, 0)
    yield from _life(annotation)
    for name in ("rights", "via", "canonical"):
        values = as_list(annotation.get(name))
        if not all(map(is_iri, values)) or (name == "canonical" and len(values) > 1):
            yield f"its {name} is no address"


def _life(thing: dict[str, Any]) -> Iterator[str]:
    for name in ("created", "modified", "generated"):
        if name in thing and moment(thing[name]) is None:
            yield f"its {name} is not one date and time"
    for name in ("creator", "generator"):
        if not all(isinstance(value, dict) or is_iri(value) for value in as_list(thing.get(name))):
            yield f"its {name} is neither an address nor an object"


def _resource(value: Any, name: str, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        if not is_iri(value):
            yield f"its {name} “{value[:60]}” is no address"
        return
    if not isinstance(value, dict) or depth > _DEEPEST:
        yield f"its {name} is neither an address nor an object"
        return
    kinds = set(map(str, as_list(value.get("type"))))
    yield from _address(value, "id", required="id" in value)
    yield from _words(value, name)
    yield from _life(value)
    if len(kinds & _COMPOSITES) > 1 or ("items" in value and not kinds & _COMPOSITES):
        yield f"its {name} has items, but is not one of {', '.join(sorted(_COMPOSITES))}"
    if kinds & _COMPOSITES and not as_list(value.get("items")):
        yield f"its {name} has no items"
    for item in as_list(value.get("items")):
        yield from _resource(item, f"{name}'s item", depth + 1)
    if "TextualBody" in kinds and not isinstance(value.get("value"), str):
        yield f"its {name} is a TextualBody without one text as value"
    specific = "SpecificResource" in kinds or {"selector", "state"} & set(value)
    if specific and "source" not in value:
        yield f"its {name} is a part of something without a source"
    for source in as_list(value.get("source")):
        yield from _resource(source, f"{name}'s source", depth + 1)
    if not {"id", "source", "items", "value"} & set(value):
        yield f"its {name} names nothing"
    for selector in as_list(value.get("selector")):
        yield from _selector(selector, depth)


def _words(value: dict[str, Any], name: str) -> Iterator[str]:
    for key in ("format", "language"):
        if not all(isinstance(word, str) for word in as_list(value.get(key))):
            yield f"the {key} of its {name} is no text"
    if "processingLanguage" in value and not isinstance(value["processingLanguage"], str):
        yield f"its {name} has not one processingLanguage"
    if "textDirection" in value and value["textDirection"] not in ("ltr", "rtl", "auto"):
        yield f"the textDirection of its {name} is not one of ltr, rtl, auto"


def _selector(selector: Any, depth: int) -> Iterator[str]:
    if isinstance(selector, str):
        if not is_iri(selector):
            yield f"the selector “{selector[:60]}” is no address"
        return
    if not isinstance(selector, dict) or depth > _DEEPEST:
        yield "a selector is neither an address nor an object"
        return
    kinds = set(map(str, as_list(selector.get("type"))))
    if kinds & _VALUED and not isinstance(selector.get("value"), str):
        yield f"a {min(kinds & _VALUED)} has not one text as value"
    if "TextQuoteSelector" in kinds and not isinstance(selector.get("exact"), str):
        yield "a TextQuoteSelector has not one text as exact"
    for key in ("prefix", "suffix"):
        if not isinstance(selector.get(key, ""), str):
            yield f"the {key} of a selector is no text"
    if kinds & {"TextPositionSelector", "DataPositionSelector"} and not is_range(selector.get("start"), selector.get("end")):
        yield "a position does not run from a start to an end"
    if "RangeSelector" in kinds and not {"startSelector", "endSelector"} <= set(selector):
        yield "a RangeSelector lacks its start or end"
    for key in ("refinedBy", "startSelector", "endSelector"):
        for inner in as_list(selector.get(key)):
            yield from _selector(inner, depth + 1)


def is_range(start: object, end: object) -> bool:
    """Whether these are the two ends of a stretch: whole numbers, from 0 on, in order, none beyond what JSON holds exactly."""
    return type(start) is int and type(end) is int and 0 <= start <= end < _FARTHEST


def _address(thing: dict[str, Any], key: str, *, required: bool) -> Iterator[str]:
    if required and not is_iri(thing.get(key)):
        yield f"its {key} is not one address"
