"""Hypothesis strategies that damage a file: single bytes, and the structure that it is made of.

A file that packs others (ZIP, gzip) is damaged inside as well and packed again, so that the damage gets beyond the check sums.
"""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

MOST_BYTES = 400_000
"""A damaged file grows no larger, so that the time that it takes says something about the importer."""

_TOKEN = re.compile(rb"<[^<>]{0,400}>|&[#\w]{1,20};|\\[a-z]+-?\d* ?|\"[^\"\n]{0,200}\"|\w+|\s+|.", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+")
_NUMBERS = (b"0", b"-1", b"1", b"99999999", b"4294967296", b"-9223372036854775809", b"9" * 400, b"1e999", b"0000000031")
_ODD = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x85", b"\r", b"\x1b$B", b"+AAA-", b"\xe2\x80\xae", b"a\xcc\x8a" * 300),
    *(b"\x0c", b"\x1f\x8b", b"&#xd800;", b"&#0;", b"&#x110000;", b"&nbsp", b"&e;", b"%00", b"=\n", b"=FF=FE", b"\\u-1?", b"\\'"),
    *(b"\\bin9999 ", b"{\\*", b"\\ud83d", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE x [<!ENTITY e 'e'>]>", b"</table>", b"<p/>"),
    *(b"<table><tr><td rowspan=99999 colspan=99999>", b"<ol start=99999999999><li>", b"<pre>", b"<svg><title>", b"<template>"),
    *(b"<noscript>", b"<iframe srcdoc='<p>x'>", b"<base href='//[x'>", b'charset="utf-7"', b"charset=utf-16", b"charset=unicode_escape"),
    *(b"charset=idna", b"charset=zlib", b"encoding='utf-32'", b"\n\n--b\n", b"\n.\n", b"2026-13-45", b"0000-00-00T99:99:99+99:99"),
    *(b"31 February 2026", b"Mon, 99 Feb 99999 25:61:61 +9999", b"1/1/1", b"9999-12-31T23:59:59-23:59", b"{", b"}", b"[", b"null", b"NaN"),
    *(b'"', b"---\n", b"|||\n", b"```\n", b"# ", b"> > > > > ", b"http://[::1", b"//", b"\n\n\n"),
)

Wrap = Callable[[bytes], bytes]


@st.composite
def damaged(draw: st.DrawFn, sample: bytes, others: Sequence[bytes] = ()) -> bytes:
    """``sample`` after one to six acts of damage; pieces of ``others`` may get into it."""
    inner, wrap = draw(st.sampled_from(layers(sample)))
    for _ in range(draw(st.integers(1, 6))):
        inner = draw(st.sampled_from((_flipped, _cut, _dropped, _repeated, _swapped, _odd, _odd, _renumbered)))(draw, inner)
    if others and draw(st.integers(0, 9)) == 0:
        inner = _spliced(draw, inner, draw(st.sampled_from(list(others))))
    return wrap(inner[:MOST_BYTES])


def layers(data: bytes) -> list[tuple[bytes, Wrap]]:
    """What can be damaged of a file: itself, what it packs, and how each is put back."""
    found: list[tuple[bytes, Wrap]] = [(data, lambda inner: inner)]
    if data.startswith(b"PK"):
        found += _members(data)
    elif data.startswith(b"\x1f\x8b"):
        found.append((gzip.decompress(data), lambda inner: gzip.compress(inner, mtime=0)))
    elif data.startswith(b"%PDF"):
        found += _streams(data)
    else:
        found += _encoded(data)
    return found


def _members(data: bytes) -> list[tuple[bytes, Wrap]]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}

    def wrap(name: str) -> Wrap:
        return lambda inner: _zipped({**files, name: inner})

    weighty = [name for name in files if not name.startswith(("docProps/thumb", "word/theme"))]
    return [(files[name], wrap(name)) for name in weighty]


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def _streams(data: bytes) -> list[tuple[bytes, Wrap]]:
    """The packed streams of a PDF; readers look for the table of contents anew when the lengths do not fit."""
    found: list[tuple[bytes, Wrap]] = []
    for each in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            inner = zlib.decompress(each[1])
        except zlib.error:
            continue
        found.append((inner, _put_back(data, each.start(1), each.end(1), zlib.compress)))
    return found


def _encoded(data: bytes) -> list[tuple[bytes, Wrap]]:
    """The longer stretches of base64 in a letter."""
    stretches = re.finditer(rb"\n\n((?:[A-Za-z0-9+/]{60,76}\n)+[A-Za-z0-9+/]*={0,2})\n", data)
    return [(base64.decodebytes(each[1]), _put_back(data, each.start(1), each.end(1), base64.encodebytes)) for each in stretches]


def _put_back(data: bytes, start: int, end: int, packed: Wrap) -> Wrap:
    return lambda inner: data[:start] + packed(inner) + data[end:]


def _flipped(draw: st.DrawFn, data: bytes) -> bytes:
    if not data:
        return data
    at = draw(st.integers(0, len(data) - 1))
    return data[:at] + bytes([data[at] ^ draw(st.integers(1, 255))]) + data[at + 1 :]


def _cut(draw: st.DrawFn, data: bytes) -> bytes:
    return data[: draw(st.integers(0, len(data)))]


def _dropped(draw: st.DrawFn, data: bytes) -> bytes:
    tokens, start, end = _stretch(draw, data)
    return b"".join(tokens[:start] + tokens[end:])


def _repeated(draw: st.DrawFn, data: bytes) -> bytes:
    tokens, start, end = _stretch(draw, data)
    again = b"".join(tokens[start:end])
    most = max(1, min(20_000, MOST_BYTES // (len(again) or 1)))
    return b"".join([*tokens[:end], again * draw(st.sampled_from((1, 2, 7, 60, 1100, most))), *tokens[end:]])


def _swapped(draw: st.DrawFn, data: bytes) -> bytes:
    tokens, start, end = _stretch(draw, data)
    if end < len(tokens):
        tokens[start], tokens[end] = tokens[end], tokens[start]
    return b"".join(tokens)


def _odd(draw: st.DrawFn, data: bytes) -> bytes:
    tokens, start, end = _stretch(draw, data)
    keep = draw(st.booleans())
    return b"".join([*tokens[:start], draw(st.sampled_from(_ODD)), *tokens[start if keep else end :]])


def _renumbered(draw: st.DrawFn, data: bytes) -> bytes:
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return data
    one = draw(st.sampled_from(numbers))
    return data[: one.start()] + draw(st.sampled_from(_NUMBERS)) + data[one.end() :]


def _spliced(draw: st.DrawFn, data: bytes, other: bytes) -> bytes:
    start = draw(st.integers(0, len(other)))
    at = draw(st.integers(0, len(data)))
    return data[:at] + other[start : start + draw(st.integers(0, 4000))] + data[at:]


def _stretch(draw: st.DrawFn, data: bytes) -> tuple[list[bytes], int, int]:
    """The tokens, and a stretch of them: mostly short, seldom long."""
    tokens = _TOKEN.findall(data) or [b""]
    start = draw(st.integers(0, len(tokens) - 1))
    width = draw(st.sampled_from((1, 1, 1, 2, 3, 8, 40)))
    return tokens, start, min(len(tokens), start + width)
