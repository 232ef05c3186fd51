"""Mailboxes (mbox): each mail is a file of its own, so that a box exported again brings only its new mails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_app.model.document import Member
from briefing_app.model.errors import ImportSkipped, SkipCode

MOST_MAILS = 50_000
"""Mails of one box that are read."""

# A line "From " begins a mail when an empty line stands before it and a header field after it (RFC 4155, and what programs write).
_BEGIN = re.compile(rb"(?:\A\s*|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{1,400}\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:|>From )")
_QUOTED = re.compile(rb"(?m)^>(>*From )")


def recognise(data: bytes, _name: str) -> float:
    """A box opens with the line of its first mail; with one mail alone it is taken for a box too."""
    return 0.995 if data[:400].lstrip().startswith(b"From ") and _BEGIN.match(data) else 0.0


def unpack(data: bytes, name: str) -> Iterator[Member | ImportSkipped]:
    """The mails in their order, without the lines that part them."""
    begins = [(found.start(), found.end()) for found in _BEGIN.finditer(data)]
    ends = [start for start, _ in begins[1:]] + [len(data)]
    for number, ((_, start), end) in enumerate(zip(begins, ends, strict=True), 1):
        if number > MOST_MAILS:
            yield ImportSkipped(name, SkipCode.TOO_LARGE, f"The mailbox holds more than {MOST_MAILS:,} mails. What is beyond was left out.")
            return
        yield Member(f"{number}.eml", _QUOTED.sub(rb"\1", data[start:end].rstrip(b"\r\n") + b"\n"))
