"""Pages saved by a browser as one file (MHTML): a mail by its form, whose date is the moment of saving."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from briefing_app.importers import eml, html
from briefing_app.importers.encoding import decode
from briefing_app.model.document import Hint, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

_RELATED = re.compile(rb"(?im)^content-type:\s*multipart/related")
_PAGE = re.compile(rb"(?im)^(snapshot-content-location|content-location):|^from:\s*(?:\"?<?saved by|\")")
_MAIL = re.compile(rb"(?im)^(to|received|message-id|delivered-to|return-path):")


def recognise(data: bytes, _name: str) -> float:
    """A header of related parts that names a page's address, or the program that saved it, and nobody it was sent to."""
    head = data[: 1 << 15].lstrip().replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    if not _RELATED.search(head) or _MAIL.search(head):
        return 0.0
    return 0.996 if _PAGE.search(head) or b"\ncontent-location:" in data[: 1 << 16].lower() else 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The page: the first part that is HTML. The other parts are pictures, styles and frames, and are not looked at."""
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    except (ValueError, RecursionError) as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The saved page's structure cannot be read.") from error
    page = next((part for part in eml.leaves(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise ImportSkipped(name, SkipCode.NO_TEXT, "There is no page in the saved file.")
    content, charset = eml.content_of(page)
    raw = html.from_markup(decode(content, charset or html.declared_charset(content)), hints=tuple(_address(message, page)))
    yield replace(raw, captured_at=raw.captured_at or eml.sent_at(message))


def _address(message: Message, page: Message) -> Iterator[Hint]:
    for part, field in ((message, "snapshot-content-location"), (page, "content-location")):
        address = eml.header_of(part, field)
        if address.startswith(("http://", "https://")):
            yield Hint("saved:url", address)
            return
