"""Hides how JSON is taken apart with a good word for what is wrong in it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from briefing_app.model.errors import AnnotationsRefused

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
MOST_BYTES = 256 * 1024 * 1024


def parsed(data: bytes) -> Any:
    """The JSON in ``data``. Raises AnnotationsRefused."""
    if len(data) > MOST_BYTES:
        raise AnnotationsRefused(f"The file is larger than {MOST_BYTES // 1024 // 1024} MiB.")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        where = f" (line {error.lineno}: {error.msg})" if isinstance(error, json.JSONDecodeError) else ""
        raise AnnotationsRefused(f"The file is no JSON{where}.") from error


def is_iri(value: object) -> bool:
    """Whether it is one absolute address."""
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def as_list(value: Any) -> list[Any]:
    """One thing or a list of things as a list; nothing as none."""
    return [] if value is None else value if isinstance(value, list) else [value]


def moment(value: object) -> datetime | None:
    """An xsd:dateTime as an aware moment in UTC (one without a zone is taken for UTC); None when it is none."""
    if not isinstance(value, str) or "T" not in value:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
