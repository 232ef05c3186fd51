"""Hides how the model's dataclasses are written into the database: as JSON, unions with their class name beside."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, get_args

import msgspec

from briefing_app.library import coding
from briefing_app.library.coding import decode
from briefing_app.model.annotation import Annotation
from briefing_app.model.article import Document
from briefing_app.model.briefing import QUOTED_WORDS, Briefing, BriefingBlock, Paper
from briefing_app.model.case import Case
from briefing_app.model.codebook import Code
from briefing_app.model.comparison import Comparison
from briefing_app.model.correction import Corrections
from briefing_app.model.edit import Edit, PutBriefing, PutRuling, PutTemplate, Together
from briefing_app.model.event import EventGroup
from briefing_app.model.findings import Findings
from briefing_app.model.ids import BriefingId, EventId, RulingId, TemplateId
from briefing_app.model.label_rule import LabelRule
from briefing_app.model.past import things_of
from briefing_app.model.ruling import Rule, Ruling
from briefing_app.model.search import SavedSearch
from briefing_app.model.source import Source
from briefing_app.model.template import House, Template

_BLOCKS: dict[str, type[BriefingBlock]] = {kind.__name__: kind for kind in get_args(BriefingBlock)}
_RULES: dict[str, type[Rule]] = {kind.__name__: kind for kind in get_args(Rule)}
_EDITS: dict[str, type[Edit]] = {kind.__name__: kind for kind in get_args(Edit)}


@dataclass(frozen=True, slots=True)
class _BriefingRecord:
    id: BriefingId
    event: EventId
    title: str
    blocks: tuple[tuple[str, msgspec.Raw], ...]
    created_at: datetime
    changed_at: datetime
    handling: str = ""
    paper: Paper = Paper.A4
    quoted_words: int = QUOTED_WORDS


@dataclass(frozen=True, slots=True)
class _TemplateRecord:
    id: TemplateId
    name: str
    blocks: tuple[tuple[str, msgspec.Raw], ...]
    house: House | None


def encode(value: object) -> bytes:
    """``value`` as JSON. Lone surrogates, which JSON cannot hold, become U+FFFD: one code point for one, so offsets stay."""
    if isinstance(value, Briefing):
        value = _BriefingRecord(**_with_raw_blocks(value))
    elif isinstance(value, Template):
        value = _TemplateRecord(**_with_raw_blocks(value))
    elif isinstance(value, Ruling):
        value = (value.id, type(value.rule).__name__, value.rule, value.made_at)
    elif isinstance(value, Document):
        value = replace(value, text="")
    return coding.encode(value)


def encode_edit(edit: Edit) -> bytes:
    """An edit with its class name."""
    if isinstance(edit, Together):
        body = msgspec.json.encode([msgspec.Raw(encode_edit(part)) for part in edit.edits])
    else:
        body = encode(_told(edit))
    return msgspec.json.encode((type(edit).__name__, msgspec.Raw(body)))


def decode_edit(data: bytes) -> Edit:
    """The edit that ``encode_edit`` wrote."""
    name, body = decode(data, tuple[str, msgspec.Raw])
    kind = _EDITS[name]
    if kind is PutBriefing:
        return PutBriefing(decode_briefing(bytes(body)))
    if kind is PutTemplate:
        return PutTemplate(decode_template(bytes(body)))
    if kind is PutRuling:
        return PutRuling(decode_ruling(bytes(body)))
    if kind is Together:
        return Together(tuple(decode_edit(bytes(part)) for part in decode(body, tuple[msgspec.Raw, ...])))
    edit: Edit = decode(body, kind)
    return edit


def decode_document(data: bytes | str, text: str) -> Document:
    """The document, with its text put back."""
    return replace(decode(data, Document), text=text)


def decode_annotation(data: bytes | str) -> Annotation:
    """An annotation."""
    return decode(data, Annotation)


def decode_code(data: bytes | str) -> Code:
    """A tag of the codebook."""
    return decode(data, Code)


def decode_briefing(data: bytes | str) -> Briefing:
    """A briefing, each block of its own class."""
    return Briefing(**_with_blocks(decode(data, _BriefingRecord)))


def decode_template(data: bytes | str) -> Template:
    """A template, each block of its own class."""
    return Template(**_with_blocks(decode(data, _TemplateRecord)))


def decode_case(data: bytes | str) -> Case:
    """A case."""
    return decode(data, Case)


def decode_ruling(data: bytes | str) -> Ruling:
    """A ruling, its rule of its own class."""
    number, kind, rule, made_at = decode(data, tuple[RulingId, str, msgspec.Raw, datetime])
    return Ruling(number, decode(rule, _RULES[kind]), made_at)


def decode_rule(data: bytes | str) -> LabelRule:
    """A rule that labels lines of a source."""
    return decode(data, LabelRule)


def decode_source(data: bytes | str) -> Source:
    """An entry of the register of sources."""
    return decode(data, Source)


def decode_search(data: bytes | str) -> SavedSearch:
    """A saved search."""
    return decode(data, SavedSearch)


def decode_corrections(data: bytes | str) -> Corrections:
    """The corrections of one article."""
    return decode(data, Corrections)


def decode_findings(data: bytes | str) -> Findings:
    """The findings of one article."""
    return decode(data, Findings)


def decode_group(data: bytes | str) -> EventGroup:
    """A group of articles."""
    return decode(data, EventGroup)


def decode_comparison(data: bytes | str) -> Comparison:
    """A comparison."""
    return decode(data, Comparison)


def _told(edit: Edit) -> object:
    """What is written of an edit: the edit itself, or the thing that it puts where that has a form of its own."""
    match edit:
        case PutBriefing(briefing):
            return briefing
        case PutTemplate(template):
            return template
        case PutRuling(ruling):
            return ruling
    return edit


def _with_raw_blocks(value: Briefing | Template) -> dict[str, Any]:
    values: dict[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
    values["blocks"] = tuple((type(block).__name__, msgspec.Raw(encode(block))) for block in value.blocks)
    return values


def _with_blocks(record: _BriefingRecord | _TemplateRecord) -> dict[str, Any]:
    values: dict[str, Any] = {field.name: getattr(record, field.name) for field in fields(record)}
    values["blocks"] = tuple(decode(body, _BLOCKS[name]) for name, body in record.blocks)
    return values


def named_things(edit: bytes, inverse: bytes) -> str:
    """What a row of the journal is about, as JSON: pairs of noun and number. Raises LibraryCorrupt."""
    about = things_of(decode_edit(edit)) | things_of(decode_edit(inverse))
    return coding.encode([(thing.noun.value, thing.number) for thing in sorted(about)]).decode()
