"""ZIP archives: their files are read one by one, as if they lay in a folder. Nothing is ever written to the disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from briefing_app.model.document import Member
from briefing_app.model.errors import ImportSkipped, SkipCode
from briefing_app.model.page_folders import belongs_to_page

MOST_MEMBERS = 20_000
"""Files of one archive that are looked at."""

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes that one archive may unfold to in all."""

MOST_MEMBER = 64 * 1024 * 1024
"""Bytes of one file in an archive."""

_CHUNK = 1 << 18
_ENCRYPTED = 0x1
_OTHERS = (
    (("META-INF/container.xml",), "an e-book (EPUB)"),
    (("xl/workbook.xml",), "a spreadsheet (XLSX)"),
    (("ppt/presentation.xml",), "a presentation (PPTX)"),
    (("content.xml", "META-INF/manifest.xml"), "an OpenDocument file"),
)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
"""What the standard library raises for an archive that is damaged, encrypted or packed in a way that it does not know."""


def recognise(data: bytes, _name: str) -> float:
    """By the first bytes; documents that are ZIP archives by their form are surer of themselves."""
    return 0.97 if data.startswith((b"PK\x03\x04", b"PK\x05\x06")) else 0.0


def unpack(data: bytes, name: str) -> Iterator[Member | ImportSkipped]:
    """The files of the archive in its order. Each one's size is measured, not believed."""
    with opened(data, name) as archive:
        names = {each.filename for each in archive.infolist()}
        if what := next((what for marks, what in _OTHERS if names.issuperset(marks)), ""):
            raise ImportSkipped(name, SkipCode.UNKNOWN_FORMAT, f"The file is {what}, which is not read.")
        budget = MOST_UNPACKED
        for entry in islice(_wanted(archive, names), MOST_MEMBERS):
            try:
                content = read_entry(archive, entry, name, min(budget, MOST_MEMBER))
            except ImportSkipped as skipped:
                yield skipped
                if skipped.code is SkipCode.TOO_LARGE and budget < MOST_MEMBER:
                    return
                continue
            budget -= len(content)
            yield Member(_clean_name(entry.filename), content)
        if len(names) > MOST_MEMBERS:
            more = f"The archive holds more than {MOST_MEMBERS:,} files. What is beyond was left out."
            yield ImportSkipped(name, SkipCode.TOO_LARGE, more)


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive in ``data``. Raises ImportSkipped."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The ZIP archive is damaged or cut off.") from error


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, most: int) -> bytes:
    """The bytes of one file of an archive, at most ``most``. Raises ImportSkipped."""
    shown = f"{name}/{_clean_name(entry.filename)}"
    if entry.flag_bits & _ENCRYPTED:
        raise ImportSkipped(shown, SkipCode.ENCRYPTED, "It is locked with a password.")
    found = bytearray()
    try:
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                found += chunk
                if len(found) > most:
                    raise ImportSkipped(shown, SkipCode.TOO_LARGE, f"Unpacked it is larger than {max(1, most >> 20)} MiB.")
    except BROKEN as error:
        raise ImportSkipped(shown, SkipCode.MALFORMED, "It is damaged in the archive.") from error
    return bytes(found)


def _wanted(archive: zipfile.ZipFile, names: set[str]) -> Iterator[zipfile.ZipInfo]:
    """The files, without folders, hidden names and what belongs to saved pages."""
    for entry in archive.infolist():
        parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
        if entry.is_dir() or not parts or any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in parts):
            continue
        folders = ("/".join(parts[: end + 1]) for end in range(len(parts) - 1))
        if not any(belongs_to_page(folder, names) for folder in folders):
            yield entry


def _clean_name(name: str) -> str:
    """A member's name that leads nowhere but down; it is shown and kept, and never opened."""
    parts = PurePosixPath(name.replace("\\", "/").replace("\0", "\ufffd")).parts
    return "/".join(part for part in parts if part not in ("/", "..", "."))[:1000] or "unnamed"
