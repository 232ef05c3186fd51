"""Rich Text (RTF): its words, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from briefing_app.importers import plain
from briefing_app.importers.encoding import tidy
from briefing_app.importers.paragraphs import known
from briefing_app.model.document import Hint, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_INFO = re.compile(r"\{\\(title|author) ([^{}\\]{1,300})\}")
_MOST = 32 * 1024 * 1024


def recognise(data: bytes, _name: str) -> float:
    """By the first bytes."""
    return 0.98 if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf") else 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The one article of a document, with the title and author that it states."""
    markup = _markup(data, name)
    hints = known(Hint(f"file:{found[1]}", found[2]) for found in _INFO.finditer(markup[: 1 << 16]))
    yield plain.from_text(text_of(data, name), "rtf", hints=hints)


def text_of(data: bytes, name: str) -> str:
    """The words of a document, tidy. Raises ImportSkipped."""
    try:
        text: str = rtf_to_text(_markup(data, name), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The RTF document is damaged.") from error
    return tidy(_PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text))


def _markup(data: bytes, name: str) -> str:
    if len(data) > _MOST:
        raise ImportSkipped(name, SkipCode.TOO_LARGE, f"The RTF document is larger than {_MOST >> 20} MiB.")
    return data.lstrip(b"\xef\xbb\xbf \r\n\t").decode("latin-1")
