"""Which formats are read, how one is recognised, and the ways in: `files_in` for what holds files, `read` for one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing_app.importers import (
    archive,
    docx,
    eml,
    factiva,
    feed,
    gzipped,
    html,
    json_feed,
    markdown,
    mbox,
    mhtml,
    nexis,
    pdf,
    plain,
    rtf,
)
from briefing_app.importers.encoding import is_binary
from briefing_app.importers.strangers import refuse
from briefing_app.model.document import Member, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

MAX_BYTES = 64 * 1024 * 1024
"""Larger files are skipped."""

MOST_DEPTH = 3
"""How deep archives are opened that lie in archives."""

MOST_UNPACKED = 1 << 30
"""Bytes that one file may unfold to in all, archives in archives counted."""

_CERTAIN = 0.97
"""So sure is a format that has a mark of its own; below that, what is known to be something else is refused first."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the suffixes it usually has, and how sure it is that bytes are its own (0 to 1).

    It reads articles with ``read``, or hands out the files that it holds with ``unpack``.
    """

    name: str
    suffixes: tuple[str, ...]
    recognise: Callable[[bytes, str], float]
    read: Callable[[bytes, str], Iterator[RawDocument]] | None = None
    unpack: Callable[[bytes, str], Iterator[Member | ImportSkipped]] | None = None


FORMATS: tuple[Format, ...] = (
    Format("HTML page", (".html", ".htm", ".xhtml"), html.recognise, html.read),
    Format("Page saved as one file (MHTML)", (".mhtml", ".mht"), mhtml.recognise, mhtml.read),
    Format("PDF with text", (".pdf",), pdf.recognise, pdf.read),
    Format("E-mail", (".eml",), eml.recognise, eml.read),
    Format("Mailbox", (".mbox",), mbox.recognise, unpack=mbox.unpack),
    Format("Word document", (".docx",), docx.recognise, docx.read),
    Format("Rich Text", (".rtf",), rtf.recognise, rtf.read),
    Format("Factiva export", (".xml", ".html", ".rtf"), factiva.recognise, factiva.read),
    Format("Nexis export", (".txt", ".html", ".docx"), nexis.recognise, nexis.read),
    Format("RSS or Atom feed", (".rss", ".atom", ".xml"), feed.recognise, feed.read),
    Format("JSON Feed", (".json",), json_feed.recognise, json_feed.read),
    Format("ZIP archive", (".zip",), archive.recognise, unpack=archive.unpack),
    Format("File packed with gzip", (".gz",), gzipped.recognise, unpack=gzipped.unpack),
    Format("Markdown", (".md", ".markdown"), markdown.recognise, markdown.read),
    Format("Plain text", (".txt", ".text"), plain.recognise, plain.read),
)


def suffixes() -> tuple[str, ...]:
    """Every suffix that a format usually has, each once."""
    return tuple(dict.fromkeys(suffix for entry in FORMATS for suffix in entry.suffixes))


def format_of(data: bytes, name: str) -> tuple[Format, float]:
    """The likeliest format and how sure it is."""
    sure, chosen = max(((entry.recognise(data, name), entry) for entry in FORMATS), key=lambda pair: pair[0])
    return chosen, sure


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The articles in ``data``; ``name`` is the file's name or path, for its suffix and for messages.

    The format is recognised by content first. Of what holds files the articles of all that can be read come one after the other. Raises
    ImportSkipped, before the first article or instead of the next one.
    """
    chosen = _format(data, name)
    if chosen.unpack is not None:
        yield from _read_members(data, name)
        return
    assert chosen.read is not None
    some = False
    for document in chosen.read(data, name):
        if document.text.strip(" \n\t\f\xa0\u200b\ufeff\ufffd"):
            some = True
            yield document
    if not some:
        raise ImportSkipped(name, SkipCode.NO_TEXT, f"There are no words in this file ({chosen.name}).")


def files_in(data: bytes, name: str) -> Iterator[Member | ImportSkipped] | None:
    """The files that an archive or a mailbox holds, those of archives in it too, named by their path; None for any other file.

    What cannot be had comes as ImportSkipped in its place. Raises ImportSkipped when nothing can be had.
    """
    chosen = _format(data, name)
    return _Opening().members(chosen, data, name, 0) if chosen.unpack is not None else None


class _Opening:
    """Opens archives in archives, up to MOST_DEPTH and MOST_UNPACKED."""

    def __init__(self) -> None:
        self._left = MOST_UNPACKED

    def members(self, chosen: Format, data: bytes, name: str, depth: int) -> Iterator[Member | ImportSkipped]:
        """The files of an archive that lies ``depth`` archives deep."""
        assert chosen.unpack is not None
        for each in chosen.unpack(data, name):
            if isinstance(each, ImportSkipped):
                yield each
                continue
            path = f"{name}/{each.name}"
            self._left -= len(each.data)
            if self._left < 0:
                more = f"Unpacked it is larger than {MOST_UNPACKED >> 20} MiB. The rest was left out."
                yield ImportSkipped(name, SkipCode.TOO_LARGE, more)
                return
            inner, sure = format_of(each.data, path)
            if inner.unpack is None or sure < _CERTAIN:
                yield Member(path, each.data)
            elif depth + 1 >= MOST_DEPTH:
                yield ImportSkipped(path, SkipCode.MALFORMED, f"Archives are nested more than {MOST_DEPTH} deep.")
            else:
                yield from self._inner(inner, each.data, path, depth + 1)

    def _inner(self, inner: Format, data: bytes, path: str, depth: int) -> Iterator[Member | ImportSkipped]:
        try:
            yield from self.members(inner, data, path, depth)
        except ImportSkipped as skipped:
            yield ImportSkipped(path, skipped.code, skipped.reason)


def _read_members(data: bytes, name: str) -> Iterator[RawDocument]:
    """The articles of all members; the first refusal is raised when there is none."""
    first: ImportSkipped | None = None
    some = False
    for member in files_in(data, name) or ():
        try:
            if isinstance(member, ImportSkipped):
                raise member
            for document in read(member.data, member.name):
                some = True
                yield document
        except ImportSkipped as skipped:
            first = first or skipped
    if not some:
        raise ImportSkipped(name, first.code if first else SkipCode.EMPTY, first.reason if first else "There are no files in it.")


def _format(data: bytes, name: str) -> Format:
    """The format that reads the file. Raises ImportSkipped for what cannot hold an article."""
    if len(data) > MAX_BYTES:
        raise ImportSkipped(name, SkipCode.TOO_LARGE, f"The file is larger than {MAX_BYTES >> 20} MiB.")
    if not data.strip():
        raise ImportSkipped(name, SkipCode.EMPTY, "The file is empty.")
    chosen, sure = format_of(data, name)
    if sure < _CERTAIN:
        refuse(data, name)
        if is_binary(data):
            raise ImportSkipped(name, SkipCode.BINARY, "The file holds binary data, not text.")
    if sure <= 0:
        raise ImportSkipped(name, SkipCode.UNKNOWN_FORMAT, "The format of this file is not known.")
    return chosen
