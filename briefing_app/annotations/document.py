"""Hides how JSON is taken apart with a good word for what is wrong in it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from briefing_app.model.errors import AnnotationsRefused
from briefing_app.model.span import whole

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FORBIDDEN = re.compile(r"[\s<>\"{}|\\^`]")
_DEEPEST = 200
"""Levels of lists and objects; no annotation has so many, and what is deeper cannot be written again."""
_EARLIEST, _LATEST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
"""Between these a moment has a date and a time in every time zone."""
MOST_BYTES = 256 * 1024 * 1024
_EXPORT_AGAIN = "Export the annotations anew where they come from."


def parsed(data: bytes) -> Any:
    """The JSON in ``data``; half characters, which no file can hold, become U+FFFD. Raises AnnotationsRefused."""
    if len(data) > MOST_BYTES:
        raise AnnotationsRefused(f"The file is larger than {MOST_BYTES // 1024 // 1024} MiB.", "Export fewer annotations at a time.")
    try:
        return _settled(json.loads(data.decode("utf-8-sig")), 0)
    except UnicodeDecodeError as error:
        raise AnnotationsRefused(f"The file is no JSON: byte {error.start:,} is no UTF-8.", "Save it as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise AnnotationsRefused(f"The file is no JSON (line {error.lineno}: {error.msg}).", _EXPORT_AGAIN) from error
    except RecursionError as error:
        raise AnnotationsRefused(f"The file is more than {_DEEPEST} levels deep.", _EXPORT_AGAIN) from error
    except ValueError as error:
        raise AnnotationsRefused("The file holds a number of thousands of digits.", _EXPORT_AGAIN) from error


def _settled(value: Any, depth: int) -> Any:
    """The value with whole characters only. Raises RecursionError when it is too deep."""
    if isinstance(value, str):
        return whole(value)
    if depth > _DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        return {_settled(key, depth): _settled(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_settled(inner, depth + 1) for inner in value]
    return value


def is_iri(value: object) -> bool:
    """Whether it is one absolute address."""
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def as_iri(words: str) -> str:
    """The words as an address that every reader takes: what cannot stand in one is percent-encoded; without a scheme they get ours."""
    if is_iri(words):
        return words
    named = words if _SCHEME.match(words) else f"urn:briefing-app:unnamed:{words}"
    whole = _FORBIDDEN.sub(lambda found: quote(found[0], errors="replace"), named)
    return whole if is_iri(whole) else f"{whole}-"


def as_list(value: Any) -> list[Any]:
    """One thing or a list of things as a list; nothing as none."""
    return [] if value is None else value if isinstance(value, list) else [value]


def moment(value: object) -> datetime | None:
    """An xsd:dateTime as an aware moment in UTC (one without a zone is taken for UTC); None when it is none, or no calendar reaches it."""
    if not isinstance(value, str) or "T" not in value:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    read = read if read.tzinfo else read.replace(tzinfo=UTC)
    return read.astimezone(UTC) if _EARLIEST <= read <= _LATEST else None
