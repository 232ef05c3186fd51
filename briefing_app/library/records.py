"""Hides how the model's dataclasses are written into the database: JSON by msgspec, unions with their class name beside."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, TypeVar, get_args

import msgspec

from briefing_app.model.annotation import Annotation
from briefing_app.model.article import Attested, Document
from briefing_app.model.briefing import (
    Briefing,
    BriefingBlock,
    ComparisonBlock,
    ExcerptBlock,
    QuotationBlock,
    SourceBlock,
    SummaryBlock,
    TextBlock,
)
from briefing_app.model.case import Case
from briefing_app.model.comparison import Comparison
from briefing_app.model.correction import Corrections
from briefing_app.model.dates import DateInterval
from briefing_app.model.edit import Edit, PutBriefing, Together
from briefing_app.model.event import EventGroup
from briefing_app.model.findings import Findings
from briefing_app.model.ids import BriefingId, EventId
from briefing_app.model.search import SavedSearch

T = TypeVar("T")

_BLOCKS: dict[str, type[BriefingBlock]] = {
    kind.__name__: kind for kind in (TextBlock, SummaryBlock, ComparisonBlock, ExcerptBlock, QuotationBlock, SourceBlock)
}
_EDITS: dict[str, type[Edit]] = {kind.__name__: kind for kind in get_args(Edit)}


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows of an article and never changes."""

    headline: str
    has_title: bool
    source: Attested[str]
    agency: Attested[str]
    date: Attested[DateInterval]
    language: str
    lead: str


@dataclass(frozen=True, slots=True)
class _BriefingRecord:
    id: BriefingId
    event: EventId
    title: str
    blocks: tuple[tuple[str, msgspec.Raw], ...]
    created_at: datetime
    changed_at: datetime
    handling: str = ""


_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {}


def encode(value: object) -> bytes:
    """``value`` as JSON. Lone surrogates, which JSON cannot hold, become U+FFFD: one code point for one, so offsets stay."""
    if isinstance(value, Briefing):
        value = _record_of(value)
    elif isinstance(value, Document):
        value = replace(value, text="")
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))


def whole(text: str) -> str:
    """``text`` with every lone surrogate replaced by U+FFFD; the same number of code points."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def encode_edit(edit: Edit) -> bytes:
    """An edit with its class name."""
    if isinstance(edit, Together):
        body = msgspec.json.encode([msgspec.Raw(encode_edit(part)) for part in edit.edits])
    else:
        body = encode(edit.briefing) if isinstance(edit, PutBriefing) else encode(edit)
    return msgspec.json.encode((type(edit).__name__, msgspec.Raw(body)))


def decode_edit(data: bytes) -> Edit:
    """The edit that ``encode_edit`` wrote."""
    name, body = _decode(data, tuple[str, msgspec.Raw])
    kind = _EDITS[name]
    if kind is PutBriefing:
        return PutBriefing(decode_briefing(bytes(body)))
    if kind is Together:
        return Together(tuple(decode_edit(bytes(part)) for part in _decode(body, tuple[msgspec.Raw, ...])))
    edit: Edit = _decode(body, kind)
    return edit


def decode_document(data: bytes | str, text: str) -> Document:
    """The document, with its text put back."""
    return replace(_decode(data, Document), text=text)


def decode_listing(data: bytes | str) -> Listing:
    """What a list shows of an article."""
    return _decode(data, Listing)


def decode_numbers(listed: str) -> list[int]:
    """Whole numbers that SQLite put together, commas between them."""
    return _decode(f"[{listed}]", list[int])


def decode_annotation(data: bytes | str) -> Annotation:
    """An annotation."""
    return _decode(data, Annotation)


def decode_briefing(data: bytes | str) -> Briefing:
    """A briefing, each block of its own class."""
    record = _decode(data, _BriefingRecord)
    values: dict[str, Any] = {field.name: getattr(record, field.name) for field in fields(record)}
    values["blocks"] = tuple(_decode(body, _BLOCKS[name]) for name, body in record.blocks)
    return Briefing(**values)


def decode_case(data: bytes | str) -> Case:
    """A case."""
    return _decode(data, Case)


def decode_search(data: bytes | str) -> SavedSearch:
    """A saved search."""
    return _decode(data, SavedSearch)


def decode_corrections(data: bytes | str) -> Corrections:
    """The corrections of one article."""
    return _decode(data, Corrections)


def decode_findings(data: bytes | str) -> Findings:
    """The findings of one article."""
    return _decode(data, Findings)


def decode_group(data: bytes | str) -> EventGroup:
    """A group of articles."""
    return _decode(data, EventGroup)


def decode_comparison(data: bytes | str) -> Comparison:
    """A comparison."""
    return _decode(data, Comparison)


def _decode(data: bytes | str | msgspec.Raw, kind: type[T]) -> T:
    decoder = _DECODERS.get(kind)
    if decoder is None:
        decoder = _DECODERS[kind] = msgspec.json.Decoder(kind)
    value: T = decoder.decode(data)
    return value


def _record_of(briefing: Briefing) -> _BriefingRecord:
    values: dict[str, Any] = {field.name: getattr(briefing, field.name) for field in fields(briefing)}
    values["blocks"] = tuple((type(block).__name__, msgspec.Raw(encode(block))) for block in briefing.blocks)
    return _BriefingRecord(**values)


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_surrogates(item) for item in value]
    return value
