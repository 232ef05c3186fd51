"""How bytes become text: byte order mark, declared charset, UTF-8, then a guess; and what every text has in common."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from briefing_app.model.span import whole

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What pages call these charsets and what they write are two things: https://encoding.spec.whatwg.org/#names-and-labels
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}

# What Python calls text encodings too, though no text is written in them: they undo escapes, or refuse every byte.
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"})

# What pages and files are still written in beside UTF-8 and -16: https://encoding.spec.whatwg.org/#legacy-single-byte-encodings
_IN_USE = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp866", "cp874"),
    *(f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *("koi8_r", "koi8_u", "mac_roman", "mac_cyrillic"),
    *("gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"),
]
_WESTERN = "cp1252"
_FEW_LETTERS = 8
"""Signs beyond ASCII that are too few to tell one Latin encoding from the other."""

_GUESS_BYTES = 1 << 16
_LEAST_PAIRS = 16
_MOSTLY = 0.95
_MOST_WRONG = 0.01
# More marks on one letter than any writing has are split by U+034F, else normalising them takes for ever (Unicode UAX #15, D4).
_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e38-\u0e3a\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
_STACKED = re.compile(f"([{_MARKS}]{{30}})(?=[{_MARKS}])")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NO_TEXT = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b\x1a")
"""Control characters that no text has."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text (NFC, ``\\n`` line ends, no control characters) and the name of the encoding it was read with."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``. Bytes that no encoding explains become U+FFFD; never raises.

    ``declared`` is the charset that the container names; it is believed unless too much of the text does not decode.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(tidy(data[len(mark) :].decode(name, "replace")), name)
    if wide := _utf16_without_mark(data):
        return Decoded(tidy(data.decode(wide, "replace")), wide)
    for name in dict.fromkeys(filter(None, (_known(declared), "utf-8"))):
        if (text := _lenient(data, name)) is not None:
            return Decoded(tidy(text), name)
    name = _guess(data)
    return Decoded(tidy(data.decode(name, "replace")), name)


def tidy(text: str) -> str:
    """What every text of the program is: NFC, ``\\n`` line ends; control characters and lone surrogates become U+FFFD."""
    text = whole(text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _STACKED.sub("\\1\u034f", text)
    return unicodedata.normalize("NFC", _CONTROLS.sub("\ufffd", text))


def is_binary(data: bytes) -> bool:
    """Whether ``data`` is no text in any encoding: zero bytes that are not UTF-16 or -32, or many control characters."""
    head = data[: 1 << 16]
    if any(head.startswith(mark) for mark, _ in _BOMS) or _utf16_without_mark(data):
        return False
    if b"\0" in head:
        return True
    return len(head) - len(head.translate(None, _NO_TEXT)) > 0.02 * len(head)


def _known(declared: str | None) -> str | None:
    """Python's name of a declared charset, widened as browsers do, or None."""
    try:
        found = codecs.lookup((declared or "").strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding or found.name in _NO_CHARSETS:
        return None
    return _WIDER.get(found.name, found.name)


def _lenient(data: bytes, name: str) -> str | None:
    """``data`` in that encoding, None when too much of it does not decode.

    In UTF-8 broken bytes are weighed against whole letters beyond ASCII: a damaged file has few, another encoding has many.
    """
    try:
        return data.decode(name)
    except UnicodeError:
        text = data.decode(name, "replace")
    wrong = text.count("\ufffd")
    allowed = 0.05 * sum(ch > "\x7f" for ch in text) if name == "utf-8" else _MOST_WRONG * len(text)
    return text if wrong <= allowed else None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows by zero bytes at every second place: nearly all of them in Latin, those of spaces and line ends in other scripts."""
    head = data[:4096]
    pairs = len(head) // 2
    if pairs < 4 or b"\0" not in head:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    if pairs < _LEAST_PAIRS or (even and odd):
        return None
    name = "utf-16-be" if even else "utf-16-le"
    return name if _is_prose(head[: 2 * pairs].decode(name, "replace")) else None


def _is_prose(text: str) -> bool:
    """Whether it is letters, marks, digits, spaces and punctuation, nearly all of it. Bytes taken for UTF-16 at random are not."""
    kinds = [unicodedata.category(sign)[0] for sign in text]
    return sum(kind in "LMNPZ" or sign in "\n\r\t" for kind, sign in zip(kinds, text, strict=True)) >= _MOSTLY * len(text)


def _guess(data: bytes) -> str:
    """The likeliest encoding in use of the first 64 KiB that are not plain ASCII; the Western one when too little tells of another."""
    first = next((i for i, byte in enumerate(data[: 1 << 22]) if byte > 127), 0)
    start = max(0, first - 256)
    some = data[start : start + _GUESS_BYTES]
    best = from_bytes(some, cp_isolation=_IN_USE).best()
    name = _known(best.encoding if best else None) or _WESTERN
    return _WESTERN if _may_be_western(some, name) else name


def _may_be_western(data: bytes, guess: str) -> bool:
    """Whether a few signs that were taken for those of another Latin encoding are letters and quotation marks in the Western one too."""
    beyond = bytes(byte for byte in data if byte > 127)
    signs = beyond.decode(_WESTERN, "replace")
    if len(signs) >= _FEW_LETTERS or not all(unicodedata.category(sign)[0] in "LP" for sign in signs):
        return False
    return all("LATIN" in unicodedata.name(sign, "") for sign in beyond.decode(guess, "replace") if sign.isalpha())
