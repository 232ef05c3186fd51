"""E-mail: a newsletter, a digest, a forwarded article."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import PurePath

from briefing_app.importers import html, plain
from briefing_app.importers.encoding import decode, tidy
from briefing_app.importers.newsletter import stories
from briefing_app.model.document import Hint, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

_HEADER = re.compile(rb"(?m)^([A-Za-z][A-Za-z0-9-]{1,40}):")
_KNOWN = frozenset(
    b"from to cc date subject received message-id mime-version content-type return-path delivered-to reply-to sender list-id "
    b"x-mailer dkim-signature content-transfer-encoding".split()
)
_TELLING = frozenset(b"message-id mime-version received content-type return-path delivered-to".split())
_HINTS = ("from", "subject", "date", "list-id", "sender", "reply-to")
_MOST_MAILS = 500
_MOST_PARTS = 500
_MOST_DEPTH = 12
_LEAST_WORDS = 3
"""An HTML body with fewer is a frame around a picture; the plain one is read then."""

_LONGEST_HEADER = 4000
"""Code points of a header that are read: the parser of addresses needs the square of the time."""


def recognise(data: bytes, name: str) -> float:
    """How many well-known header fields open the data, and the suffix."""
    head = data[: 1 << 15].lstrip().replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n\n", 1)[0]
    first = head.split(b"\n", 1)[0]
    if not _HEADER.match(first) and not first.startswith(b"From "):
        return 0.0
    names = {found.lower() for found in _HEADER.findall(head)} & _KNOWN
    if PurePath(name).suffix.lower() == ".eml" and names:
        return 0.99
    return 0.9 if len(names) >= 3 and names & _TELLING else 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The articles of a mail: its body (HTML when there is text in it, else plain), then each mail that it carries (a digest)."""
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    except (ValueError, RecursionError) as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The mail's structure cannot be read.") from error
    messages = list(islice(_messages(message, 0), _MOST_MAILS + 1))
    several = sum(any(True for _ in _bodies(each)) for each in messages) > 1
    for number, each in enumerate(messages[:_MOST_MAILS], 1):
        document = _article(each, str(number) if several else "")
        if document is not None:
            yield from stories(document)
    if beyond := _beyond(messages):
        raise ImportSkipped(name, SkipCode.MALFORMED, f"{beyond} What is beyond was left out.")


def _beyond(messages: list[Message]) -> str:
    """Which of the bounds a mail goes beyond, empty when none."""
    if len(messages) > _MOST_MAILS:
        return f"The mail carries more than {_MOST_MAILS} mails."
    if any(part.get_content_maintype() == "multipart" and part.is_multipart() for each in messages for part in leaves(each)):
        return f"The mail's parts are nested more than {_MOST_DEPTH} deep."
    parts = list(messages[0].walk())
    if sum(part.get_content_type() == "message/rfc822" and part.is_multipart() for part in parts) >= len(messages):
        return f"The mail carries mails in mails, more than {_MOST_DEPTH} deep or {_MOST_MAILS} in all."
    if any(len(part.get_payload()) > _MOST_PARTS for part in parts if part.is_multipart()):
        return f"The mail has more than {_MOST_PARTS} parts."
    return ""


def _messages(message: Message, depth: int) -> Iterator[Message]:
    """The mail and every mail inside it, outermost first."""
    yield message
    if depth >= _MOST_DEPTH:
        return
    for part in leaves(message):
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            for inner in part.get_payload():
                if isinstance(inner, Message):
                    yield from _messages(inner, depth + 1)


def leaves(message: Message, depth: int = 0) -> Iterator[Message]:
    """The leaves of one mail, without going into mails that it carries."""
    payload = message.get_payload()
    if message.get_content_maintype() != "multipart" or not isinstance(payload, list) or depth > _MOST_DEPTH:
        yield message
        return
    for part in payload[:_MOST_PARTS]:
        if isinstance(part, Message):
            yield from leaves(part, depth + 1)


def _bodies(message: Message) -> Iterator[tuple[str, Message]]:
    for part in leaves(message):
        kind = part.get_content_type()
        if kind in ("text/html", "text/plain") and part.get_content_disposition() != "attachment":
            yield kind, part


def _article(message: Message, part: str) -> RawDocument | None:
    """The better body of one mail, None when it has none."""
    bodies = list(_bodies(message))
    hints = _hints(message)
    pages = [_page(body, hints, part) for kind, body in bodies if kind == "text/html"]
    if full := next((page for page in pages if len(page.text.split()) >= _LEAST_WORDS), None):
        return full
    texts = [decode(*content_of(body)) for kind, body in bodies if kind == "text/plain"]
    texts = [each for each in texts if each.text.strip()]
    if not texts:
        return next((page for page in pages if page.text), None)
    return plain.from_text("\n\n".join(each.text for each in texts), texts[0].encoding, hints=hints, part=part)


def _page(body: Message, hints: tuple[Hint, ...], part: str) -> RawDocument:
    content, charset = content_of(body)
    return html.from_markup(decode(content, charset or html.declared_charset(content)), hints=hints, part=part)


def content_of(part: Message) -> tuple[bytes, str | None]:
    """The decoded bytes of a part and its declared charset. A broken transfer encoding gives what can be had."""
    try:
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except (ValueError, LookupError, UnicodeError):
        return b"", None
    return (payload if isinstance(payload, bytes) else b""), charset


def _hints(message: Message) -> tuple[Hint, ...]:
    found = []
    for name in _HINTS:
        value = header_of(message, name)
        if value:
            found.append(Hint(f"mail:{name}", value))
    if moment := sent_at(message):
        found.append(Hint("mail:sent", moment.isoformat()))
    return tuple(found)


def header_of(message: Message, name: str) -> str:
    """A header in words; a header that the parser chokes on is given as it stands."""
    value = message.get(name)
    if value is None:
        return ""
    raw = str(value)[:_LONGEST_HEADER]
    try:
        decoded = str(email.policy.default.header_factory(name, " ".join(raw.split())))
    except (ValueError, LookupError, UnicodeError, IndexError, AttributeError, TypeError, OverflowError, RecursionError):
        decoded = raw
    return " ".join(tidy(decoded).split())[:1000]


def sent_at(message: Message) -> datetime | None:
    """The Date header as an aware moment, or None. A zone of -0000 means that the sender did not say."""
    try:
        moment = parsedate_to_datetime(str(message.get("date", ""))[:_LONGEST_HEADER])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo is not None else None
