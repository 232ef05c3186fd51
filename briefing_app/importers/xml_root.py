"""What kind of XML a file is, by the first element behind declaration, comments and document type."""

from __future__ import annotations

import codecs
import re

_HEAD = re.compile(
    r"(?:\s+|<\?[^>]{0,400}\?>|<!--.{0,8000}?-->|<!DOCTYPE\s+(?!html)[^>\[]{0,400}(?:\[.{0,4000}?\])?\s*>)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_READ = 1 << 15
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0<\0", "utf-16-be"),
    (b"<\0", "utf-16-le"),
)


def xml_head(data: bytes) -> str:
    """The first characters of the file, in Latin letters at least, whatever the width of its encoding."""
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), None)
    text = data[:_READ].decode(wide or "latin-1", "ignore")
    return text.removeprefix("\ufeff").removeprefix("\xef\xbb\xbf")


def root_name(data: bytes) -> str:
    """The name of the first element in lower case, without its prefix; empty when there is none."""
    head = xml_head(data)
    found = _HEAD.match(head)
    root = _ROOT.match(head, found.end() if found else 0)
    return root[1].lower() if root else ""
